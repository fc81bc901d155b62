"""Names as papers write them, where the paper comes from, and whom they mean.

``=`` before a key: taken by itself; ``?``: offered, and none is taken; ``-``: nobody is
taken, whatever is offered.
"""

from datetime import date

from phoihop.reading.naming import Level
from phoihop.reading.whence import Whence

AFTER, BEFORE = date(2026, 3, 1), date(2024, 3, 1)
HOME = Whence(Level.PROVINCE, "lam khe", None, AFTER)
THEN = Whence(Level.PROVINCE, "lam khe", None, BEFORE)
NEXT_DOOR = Whence(Level.PROVINCE, "song vang", None, AFTER)
FAR = Whence(Level.PROVINCE, "binh phong", None, AFTER)
COMMUNE = Whence(Level.COMMUNE, "lam khe", "dong may", AFTER)
FAR_COMMUNE = Whence(Level.COMMUNE, "binh phong", "dong may", AFTER)
LOST_COMMUNE = Whence(Level.COMMUNE, None, "dong may", AFTER)
SCHOOL = Whence(Level.UNIT, "lam khe", None, AFTER)
LAND = Whence(Level.CENTRAL, None, None, AFTER)
NOWHERE = Whence(None, None, None, AFTER)
NEWS = Whence(None, "lam khe", None, None)

Case = tuple[str, Whence, str]

WRITTEN = {
    "Sở Tư pháp": "Sở Tư pháp",
    "Sở Tư pháp tỉnh": "Sở Tư pháp",
    "SỞ TƯ PHÁP": "Sở Tư pháp",
    "Sở GD&ĐT": "Sở Giáo dục và Đào tạo",
    "Sở GDĐT": "Sở Giáo dục và Đào tạo",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "Sở KH&CN": "Sở Khoa học và Công nghệ",
    "Sở VHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
    "Sở VH,TT&DL": "?Sở Văn hóa, Thể thao và Du lịch",
    "Sở Văn hoá, Thể thao và Du lịch": "Sở Văn hóa, Thể thao và Du lịch",
    "UBND tỉnh": "Ủy ban nhân dân",
    "Uỷ ban nhân dân tỉnh": "Ủy ban nhân dân",
    "HĐND tỉnh": "Hội đồng nhân dân",
    "CA tỉnh": "Công an",
    "Công an tỉnh": "Công an",
    "Bộ CHQS tỉnh": "Bộ Chỉ huy Quân sự",
    "BCHQS tỉnh": "Bộ Chỉ huy Quân sự",
    "Bộ Chỉ huy quân sự tỉnh": "Bộ Chỉ huy Quân sự",
    "BĐBP tỉnh": "Bộ Chỉ huy Bộ đội Biên phòng",
    "Bộ đội Biên phòng tỉnh": "Bộ Chỉ huy Bộ đội Biên phòng",
    "UBMTTQVN tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "UBMTTQ Việt Nam tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "MTTQ tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc tỉnh": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Hội LHPN tỉnh": "Hội Liên hiệp Phụ nữ",
    "Hội Phụ nữ tỉnh": "Hội Liên hiệp Phụ nữ",
    "Hội CCB tỉnh": "Hội Cựu chiến binh",
    "LĐLĐ tỉnh": "Liên đoàn Lao động",
    "VP UBND tỉnh": "Văn phòng Ủy ban nhân dân",
    "VKSND tỉnh": "Viện kiểm sát nhân dân",
    "TAND tỉnh": "Tòa án nhân dân",
    "BHXH tỉnh": "Bảo hiểm xã hội",
    "Đoàn ĐBQH tỉnh": "Đoàn đại biểu Quốc hội",
    "Tỉnh ủy": "Tỉnh ủy",
    "Tỉnh uỷ": "Tỉnh ủy",
    "BTGDVTU": "Ban Tuyên giáo và Dân vận",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy": "Ban Tuyên giáo và Dân vận",
    "UBKT Tỉnh ủy": "Ủy ban Kiểm tra",
    "VPTU": "Văn phòng",
    "Tỉnh đoàn": "Tỉnh đoàn",
    "Đoàn TNCS Hồ Chí Minh tỉnh": "Tỉnh đoàn",
    "Đoàn Thanh niên tỉnh": "Tỉnh đoàn",
    "STC": "Sở Tài chính",
}


def _written() -> list[Case]:
    """The same short names, from the province itself, next door, far away, unknown."""
    found: list[Case] = []
    for words, meant in WRITTEN.items():
        sign, key = ("?", meant[1:]) if meant[0] == "?" else ("=", meant)
        found.append((words, HOME, f"{sign}Lam Khê/{key}"))
        found.append((words, NEXT_DOOR, f"{sign}Sông Vàng/{key}"))
        found.append((words, FAR, "-"))
        found.append((words, NOWHERE, "-"))
    return found


CASES: list[Case] = [
    *_written(),
    # The place is written: whoever says it.
    ("Sở Tư pháp tỉnh Lam Khê", FAR, "=Lam Khê/Sở Tư pháp"),
    ("Sở Tư pháp tỉnh Lam Khê", LAND, "=Lam Khê/Sở Tư pháp"),
    ("Sở Tư pháp Sông Vàng", HOME, "=Sông Vàng/Sở Tư pháp"),
    ("UBND tỉnh Lam Khê", NOWHERE, "=Lam Khê/Ủy ban nhân dân"),
    ("uy ban nhan dan tinh song vang", HOME, "=Sông Vàng/Ủy ban nhân dân"),
    ("Tỉnh ủy Sông Vàng", HOME, "=Sông Vàng/Tỉnh ủy"),
    ("Công ty cổ phần Cấp nước Lam Khê", FAR, "=Lam Khê/Cấp nước"),
    ("Sở Tư pháp tỉnh Bình Phong", HOME, "-"),
    ("Sở Tư pháp TP. Hồ Chí Minh", HOME, "-"),
    ("UBND Thành phố Hồ Chí Minh", HOME, "-"),
    ("Thành ủy", HOME, "-"),
    ("Sở Tư pháp Thành phố", FAR, "-"),
    ("Công an thành phố Bình Phong", HOME, "-"),
    # Written nearly so.
    ("Sở Tư pháp tỉnh Lam Khe", HOME, "?Lam Khê/Sở Tư pháp"),
    ("Sở Tư phap tỉnh Lam Khê", HOME, "?Lam Khê/Sở Tư pháp"),
    ("Lãnh đạo Sở Tư pháp", HOME, "?Lam Khê/Sở Tư pháp"),
    ("Ban Chấp hành Hội Nông dân tỉnh", HOME, "?Lam Khê/Hội Nông dân"),
    # Communes: two provinces have one of the same name.
    ("UBND xã Đồng Mây", HOME, "=Lam Khê/Đồng Mây/Ủy ban nhân dân"),
    ("UBND xã Đồng Mây", NEXT_DOOR, "=Sông Vàng/Đồng Mây/Ủy ban nhân dân"),
    ("UBND xã Đồng Mây", FAR, "-"),
    ("UBND xã Đồng Mây", NOWHERE, "-"),
    ("UBND xã Đồng Mây, tỉnh Sông Vàng", HOME, "=Sông Vàng/Đồng Mây/Ủy ban nhân dân"),
    ("UBND xã Đồng Mây tỉnh Lam Khê", FAR, "=Lam Khê/Đồng Mây/Ủy ban nhân dân"),
    ("Ủy ban nhân dân xã Đồng Mây", FAR, "-"),
    ("UBND xã Đồng Mậy", HOME, "?Lam Khê/Đồng Mây/Ủy ban nhân dân"),
    ("UBND xã", HOME, "-"),
    ("UBND xã", COMMUNE, "=Lam Khê/Đồng Mây/Ủy ban nhân dân"),
    ("UBND xã", FAR_COMMUNE, "-"),
    ("UBND xã", LOST_COMMUNE, "-"),
    ("Công an xã", COMMUNE, "=Lam Khê/Đồng Mây/Công an"),
    ("BCHQS xã", COMMUNE, "=Lam Khê/Đồng Mây/Ban Chỉ huy Quân sự"),
    ("Ban CHQS xã", COMMUNE, "=Lam Khê/Đồng Mây/Ban Chỉ huy Quân sự"),
    ("UBMTTQVN xã", COMMUNE, "=Lam Khê/Đồng Mây/Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("Đảng ủy xã", COMMUNE, "=Lam Khê/Đồng Mây/Đảng ủy"),
    ("Hội Nông dân", COMMUNE, "=Lam Khê/Đồng Mây/Hội Nông dân"),
    ("Hội Nông dân xã", COMMUNE, "=Lam Khê/Đồng Mây/Hội Nông dân"),
    ("Phòng Kinh tế", COMMUNE, "=Lam Khê/Đồng Mây/Phòng Kinh tế"),
    ("Trạm Y tế", COMMUNE, "=Lam Khê/Đồng Mây/Trạm Y tế"),
    ("Trạm Y tế", HOME, "-"),
    ("Sở Tư pháp", COMMUNE, "=Lam Khê/Sở Tư pháp"),
    ("UBND tỉnh", COMMUNE, "=Lam Khê/Ủy ban nhân dân"),
    ("Công an tỉnh", COMMUNE, "=Lam Khê/Công an"),
    ("Sở Tư pháp", FAR_COMMUNE, "-"),
    ("Sở Tư pháp", LOST_COMMUNE, "-"),
    ("Hội Nông dân", FAR_COMMUNE, "-"),
    ("Hội Nông dân", LOST_COMMUNE, "-"),
    ("HĐND", COMMUNE, "=Lam Khê/Đồng Mây/Hội đồng nhân dân"),
    ("HĐND", HOME, "=Lam Khê/Hội đồng nhân dân"),
    ("HĐND", FAR, "-"),
    # What every office has one of.
    ("Đoàn Thanh niên", HOME, "?Lam Khê/Tỉnh đoàn"),
    ("Đoàn Thanh niên", SCHOOL, "?Lam Khê/Tỉnh đoàn"),
    ("Đoàn Thanh niên", FAR, "-"),
    ("Đoàn Thanh niên", COMMUNE, "-"),
    ("Công đoàn", HOME, "-"),
    ("Văn phòng", HOME, "-"),
    ("Thanh tra", HOME, "-"),
    ("Đảng ủy", COMMUNE, "-"),
    ("Đảng ủy", HOME, "-"),
    ("Ban Thường vụ", HOME, "-"),
    ("Ủy ban Kiểm tra", HOME, "-"),
    ("Hội Cựu chiến binh", HOME, "?Lam Khê/Hội Cựu chiến binh"),
    # A school of the province: of the "Sở" there is one, of the rest not.
    ("Sở Giáo dục và Đào tạo", SCHOOL, "=Lam Khê/Sở Giáo dục và Đào tạo"),
    ("Công an tỉnh", SCHOOL, "=Lam Khê/Công an"),
    ("Hội Nông dân", SCHOOL, "-"),
    ("Công an", SCHOOL, "-"),
    # News without a header, from the province.
    ("Sở Nội vụ", NEWS, "=Lam Khê/Sở Nội vụ"),
    ("Công an tỉnh", NEWS, "=Lam Khê/Công an"),
    ("Công an", NEWS, "-"),
    # The land's own.
    ("Bộ Tài chính", HOME, "=/Bộ Tài chính"),
    ("Bộ Tài chính", FAR, "=/Bộ Tài chính"),
    ("Bộ GD&ĐT", LAND, "=/Bộ Giáo dục và Đào tạo"),
    ("Chính phủ", COMMUNE, "=/Chính phủ"),
    ("Ban Tuyên giáo và Dân vận Trung ương", HOME,
     "=/Ban Tuyên giáo và Dân vận Trung ương"),
    ("Ban Tuyên giáo và Dân vận TW", HOME, "=/Ban Tuyên giáo và Dân vận Trung ương"),
    ("Bộ Ngoại giao", HOME, "-"),
    ("Sở Tư pháp", LAND, "-"),
    ("UBND tỉnh", LAND, "-"),
    ("BTC", HOME, "-"),
    ("Ban Tuyên giáo và Dân vận", HOME, "-"),
    # By the day of the paper.
    ("Ban Tuyên giáo Tỉnh ủy Lam Khê", THEN, "=Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("Ban Tuyên giáo Tỉnh ủy", THEN, "=Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("BTGTU", THEN, "=Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("Ban Tuyên giáo Tỉnh ủy Lam Khê", HOME, "?Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("BTGTU", HOME, "?Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê", THEN,
     "?Lam Khê/Ban Tuyên giáo và Dân vận"),
    ("Sở Giao thông vận tải", THEN, "?Lam Khê/Sở Giao thông vận tải"),
    ("Sở TN&MT", THEN, "?Lam Khê/Sở Tài nguyên và Môi trường"),
    ("Sở TN&MT", HOME, "?Lam Khê/Sở Tài nguyên và Môi trường"),
    ("UBND huyện Mây Ngàn", THEN, "?Lam Khê/Mây Ngàn"),
    ("UBND huyện", THEN, "-"),
    ("Sở NN&MT", HOME, "=Lam Khê/Sở Nông nghiệp"),
    # No body at all.
    ("Hội đồng thi đua", HOME, "-"),
    ("các đơn vị liên quan", HOME, "-"),
    ("Các bộ, ngành", HOME, "-"),
    ("các xã, phường", HOME, "-"),
    ("Trưởng ban", HOME, "-"),
    ("2026", HOME, "-"),
    ("…", HOME, "-"),
    ("xã hội", COMMUNE, "-"),
    ("CNTT", HOME, "-"),
]  # fmt: skip

# A name, the list in which it stands, where from, whom it means.
LISTED: list[tuple[str, tuple[str, ...], Whence, str]] = [
    ("Tư pháp", ("Sở Tài chính", "Tư pháp", "Nội vụ"), HOME, "=Lam Khê/Sở Tư pháp"),
    ("Nội vụ", ("Sở Tài chính", "Tư pháp", "Nội vụ"), HOME, "=Lam Khê/Sở Nội vụ"),
    ("Nội vụ", ("Sở Tài chính", "Tư pháp", "Nội vụ"), FAR, "-"),
    ("Nội vụ", ("Nội vụ", "Sở Tài chính"), HOME, "-"),
    ("Công an", ("Công an", "Quân sự tỉnh"), COMMUNE, "=Lam Khê/Công an"),
    ("Quân sự tỉnh", ("Công an", "Quân sự tỉnh"), HOME, "=Lam Khê/Bộ Chỉ huy Quân sự"),
    ("Quân sự", ("Công an", "Quân sự", "Biên phòng tỉnh"), HOME,
     "=Lam Khê/Bộ Chỉ huy Quân sự"),
    ("Biên phòng tỉnh", ("Công an", "Quân sự", "Biên phòng tỉnh"), HOME,
     "=Lam Khê/Bộ Chỉ huy Bộ đội Biên phòng"),
    ("Phụ nữ", ("Hội Nông dân", "Phụ nữ", "Cựu chiến binh tỉnh"), HOME,
     "=Lam Khê/Hội Liên hiệp Phụ nữ"),
    ("Hội Nông dân", ("Hội Nông dân", "Phụ nữ", "Cựu chiến binh tỉnh"), COMMUNE,
     "=Lam Khê/Hội Nông dân"),
    ("Cựu chiến binh tỉnh", ("Hội Nông dân", "Phụ nữ", "Cựu chiến binh tỉnh"), HOME,
     "=Lam Khê/Hội Cựu chiến binh"),
    ("Quân sự tỉnh", ("Công an", "Quân sự tỉnh"), FAR, "-"),
]  # fmt: skip

# Several in one breath: each is offered, none is taken.
SEVERAL = [
    ("Các sở: Tài chính, Tư pháp và Nội vụ",
     ("Sở Tài chính", "Sở Tư pháp", "Sở Nội vụ")),
    ("các sở: Y tế, Văn hóa, Thể thao và Du lịch, Xây dựng",
     ("Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Sở Xây dựng")),
    ("Hội Nông dân, Phụ nữ, Cựu chiến binh tỉnh",
     ("Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh")),
    ("Công an, Quân sự tỉnh", ("Công an", "Bộ Chỉ huy Quân sự")),
    ("Sở Y tế, Tài chính", ("Sở Y tế", "Sở Tài chính")),
]  # fmt: skip
