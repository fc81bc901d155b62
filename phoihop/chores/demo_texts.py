"""The words of the demo's agreements. All names, places and papers are invented."""

# key, title, first and last year counted from this one, keys of the members
PROGRAMMES = [
    (
        "tt",
        "Chương trình phối hợp công tác tuyên truyền, vận động nhân dân giai đoạn "
        "{first}–{last}",
        -1,
        3,
        ["snnmt", "hdnd", "snv", "svhttdl", "mttq"],
    ),
    (
        "gs",
        "Chương trình phối hợp giám sát việc giải quyết kiến nghị của cử tri giai "
        "đoạn {first}–{last}",
        0,
        2,
        ["hdnd", "ubnd", "mttq"],
    ),
]

# Whom the admin has just invited, and what the auditor takes the trail out for.
INVITED = "Ngô Thị Mai"
EXPORT_PURPOSE = "Kiểm tra nội bộ định kỳ của Ban"

# A sheet on the desk of the standing body.
SHEET_NAME = "Phân công chuẩn bị hội nghị tổng kết.xlsx"
SHEET = [
    ("Việc", "Đơn vị chủ trì", "Hạn"),
    ("Dự thảo báo cáo tổng kết", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "10/12"),
    ("Số liệu về môi trường nông thôn", "Sở Nông nghiệp và Môi trường", "05/12"),
    ("Hội trường, tài liệu, âm thanh", "Văn phòng Tỉnh ủy", "15/12"),
]

# programme, title, keys of the partners, tasks: text, key of the lead, due in days
PLANS: list[tuple[str, str, list[str], list[tuple[str, str, int | None]]]] = [
    (
        "tt",
        "Kế hoạch phối hợp năm {year} giữa Ban Tuyên giáo và Dân vận Tỉnh ủy và Sở "
        "Nông nghiệp và Môi trường",
        ["snnmt"],
        [
            (
                "Cung cấp tài liệu tuyên truyền về phòng cháy, chữa cháy rừng mùa khô "
                "cho các xã, phường",
                "snnmt",
                -12,
            ),
            (
                "Tổ chức hội nghị báo cáo viên quý IV về xây dựng nông thôn mới",
                "btgdv",
                -3,
            ),
            (
                "Rà soát, thông tin kết quả xử lý các điểm ô nhiễm nguồn nước đã được "
                "phản ánh qua tiếp xúc cử tri",
                "snnmt",
                2,
            ),
            (
                "Xây dựng chuyên mục “Nông thôn mới Lam Khê” trên cổng thông tin của "
                "hai cơ quan",
                "btgdv",
                6,
            ),
            (
                "Báo cáo kết quả thực hiện kế hoạch phối hợp năm, gửi cơ quan thường "
                "trực",
                "snnmt",
                18,
            ),
            (
                "Trao đổi thông tin thường xuyên về các vấn đề được nhân dân quan tâm "
                "trong lĩnh vực đất đai, môi trường",
                "snnmt",
                None,
            ),
            ("Chuẩn bị nội dung hội nghị tổng kết năm giữa hai cơ quan", "btgdv", 33),
        ],
    ),
    (
        "tt",
        "Kế hoạch phối hợp năm {year} giữa Ban Tuyên giáo và Dân vận Tỉnh ủy và "
        "Thường trực Hội đồng nhân dân tỉnh",
        ["hdnd"],
        [
            (
                "Tuyên truyền kết quả kỳ họp thường lệ cuối năm của Hội đồng nhân dân "
                "tỉnh",
                "btgdv",
                5,
            ),
            ("Cung cấp tài liệu kỳ họp cho đội ngũ báo cáo viên cấp tỉnh", "hdnd", -1),
            (
                "Tổng hợp kiến nghị của cử tri trước kỳ họp, thông tin đến các cơ quan "
                "có thẩm quyền",
                "hdnd",
                9,
            ),
        ],
    ),
    (
        "gs",
        "Kế hoạch giám sát việc giải quyết kiến nghị của cử tri năm {year}",
        ["hdnd", "mttq"],
        [
            (
                "Khảo sát việc giải quyết kiến nghị về giao thông nông thôn tại xã "
                "Đồng Mây và phường Bến Sậy",
                "mttq",
                12,
            ),
            (
                "Báo cáo chuyên đề kết quả giải quyết kiến nghị của cử tri sau kỳ họp "
                "giữa năm",
                "hdnd",
                25,
            ),
        ],
    ),
]
