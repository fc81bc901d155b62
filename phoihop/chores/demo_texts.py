"""The words of the demo province. All names, places and papers are invented."""

from datetime import date

from phoihop.organisations.models import OrganisationLevel, OrganisationType

T, L = OrganisationType, OrganisationLevel

# key, name, type, level, key of the direct superior, other names
BODIES: list[tuple[str, str, OrganisationType, OrganisationLevel, str, list[str]]] = [
    ("tu", "Tỉnh ủy Lam Khê", T.PARTY, L.PROVINCE, "", []),
    (
        "btgdv",
        "Ban Tuyên giáo Tỉnh ủy Lam Khê",
        T.PARTY,
        L.PROVINCE,
        "tu",
        ["BTGDVTU", "Ban Tuyên giáo và Dân vận"],
    ),
    (
        "hdnd",
        "Hội đồng nhân dân tỉnh Lam Khê",
        T.COUNCIL,
        L.PROVINCE,
        "",
        ["HĐND tỉnh"],
    ),
    ("ubnd", "Ủy ban nhân dân tỉnh Lam Khê", T.STATE, L.PROVINCE, "", ["UBND tỉnh"]),
    (
        "snnmt",
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Lam Khê",
        T.STATE,
        L.PROVINCE,
        "ubnd",
        ["SNNMT"],
    ),
    ("snv", "Sở Nội vụ tỉnh Lam Khê", T.STATE, L.PROVINCE, "ubnd", ["SNV"]),
    (
        "svhttdl",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lam Khê",
        T.STATE,
        L.PROVINCE,
        "ubnd",
        ["SVHTTDL"],
    ),
    (
        "mttq",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lam Khê",
        T.FRONT,
        L.PROVINCE,
        "",
        ["UBMTTQ tỉnh"],
    ),
    ("ca", "Công an tỉnh Lam Khê", T.ARMED_FORCES, L.PROVINCE, "", []),
    ("xdm", "Ủy ban nhân dân xã Đồng Mây", T.STATE, L.COMMUNE, "ubnd", []),
    ("pbs", "Ủy ban nhân dân phường Bến Sậy", T.STATE, L.COMMUNE, "ubnd", []),
]

# key, the new name, from which day, by which decision
RENAMED = [
    (
        "btgdv",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        date(2025, 2, 20),
        "Quyết định số 112-QĐ/TU ngày 14/02/2025",
    ),
    (
        "snnmt",
        "Sở Nông nghiệp và Môi trường tỉnh Lam Khê",
        date(2025, 3, 1),
        "Nghị quyết số 21/NQ-HĐND ngày 20/02/2025",
    ),
]

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
