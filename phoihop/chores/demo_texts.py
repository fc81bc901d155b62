"""The words of the demo besides its plans. All names and papers are invented."""

from phoihop.reports.models import Block

# key, title, first and last year counted from this one, who keeps it, the members
PROGRAMMES = [
    (
        "tt",
        "Chương trình phối hợp công tác tuyên truyền, vận động nhân dân giai đoạn "
        "{first}–{last}",
        -1,
        3,
        "btgdv",
        ["snnmt", "hdnd", "snv", "svhttdl", "mttq"],
    ),
    (
        "gs",
        "Chương trình phối hợp giám sát việc giải quyết kiến nghị của cử tri giai "
        "đoạn {first}–{last}",
        -1,
        2,
        "mttq",
        ["hdnd", "ubnd", "btgdv"],
    ),
    (
        "cs",
        "Chương trình phối hợp cải cách hành chính, chuyển đổi số và bảo đảm an toàn "
        "ở cơ sở giai đoạn {first}–{last}",
        0,
        2,
        "btgdv",
        ["xdm", "ca", "mttq", "snv"],
    ),
]

# Who signs papers for a body: the lines of the office, the name.
SIGNERS = {
    "btgdv": (("Ban Tuyên giáo", "và Dân vận", "Trưởng ban"), "Đinh Thị Hải Yến"),
    "snnmt": (
        ("Sở Nông nghiệp", "và Môi trường", "KT. Giám đốc", "Phó Giám đốc"),
        "Lương Quốc Thịnh",
    ),
    "mttq": (("Ủy ban Mặt trận", "Tổ quốc Việt Nam", "Chủ tịch"), "Mạc Thị Kim Oanh"),
    "hdnd": (("TM. Thường trực", "HĐND tỉnh", "Phó Chủ tịch"), "Tống Văn Lực"),
    "ubnd": (("TM. UBND tỉnh", "KT. Chủ tịch", "Phó Chủ tịch"), "Ninh Xuân Bách"),
    "snv": (("Sở Nội vụ", "Giám đốc"), "Cù Thị Thanh Hà"),
    "svhttdl": (("Sở Văn hóa,", "Thể thao và Du lịch", "Giám đốc"), "Thân Đức Huy"),
    "xdm": (("UBND xã Đồng Mây", "Chủ tịch"), "Ông Thế Vinh"),
    "ca": (("Công an tỉnh", "KT. Giám đốc", "Phó Giám đốc"), "Khổng Văn Trường"),
}

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

# What a file of evidence holds.
EVIDENCE = [
    ("TT", "Nội dung", "Số lượng"),
    ("1", "Xã Đồng Mây", "16"),
    ("2", "Xã Thác Lụa", "18"),
    ("3", "Xã Suối Nhạn", "11"),
]

# The file name of the paper that waits at the review desk.
PAPER_NAME = "Dự thảo kế hoạch Tuần lễ Chính quyền số gần dân.docx"

# A review just begun: how it leaves, and what the body thinks itself.
OFFICE = "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN"
RECIPIENTS = "Thường trực Tỉnh ủy (để báo cáo)\nCác bên tham gia chương trình"
JUDGEMENTS = [
    (
        Block.LIMITS,
        "Một số nhiệm vụ do nhiều cơ quan cùng phối hợp còn chậm ở khâu thống nhất nội "
        "dung, nhất là các nhiệm vụ cần số liệu của cấp xã.",
    ),
    (
        Block.CAUSES,
        "Đầu mối ở các xã mới sắp xếp còn kiêm nhiệm; mẫu số liệu giữa các ngành chưa "
        "thống nhất nên phải tổng hợp lại nhiều lần.",
    ),
]
