"""Labelled lines with an address, a profile, a birth, a home or a name in them.

All of it is invented.
"""

from itertools import product

from tests.privacy import disguises as d

_USERS = ("tran.hoa", "lenam88", "minh_an", "pvbinh", "dothuy2000", "bay.cafe")


def _mails() -> list[str]:
    lines = []
    for user in _USERS:
        lines += [
            f"{user}@gmail.com",
            f"gửi về {user}@lamkhe.example.vn.",
            f"{user} (at) gmail (dot) com",
            f"{user} [at] yahoo.com",
            f"{user} a còng gmail chấm com",
            d.full_width(f"{user}@gmail.com"),
            d.zero_width(f"{user}@outlook.com"),
            f"{user} @ gmail . com",
        ]
    return lines


def _handles() -> list[str]:
    return [
        frame.format(user)
        for user, frame in product(
            _USERS, ("@{}", "theo @{} trên mạng", "＠{}", "kênh của @{}.", "(@{})")
        )
    ]


def _profiles() -> list[str]:
    lines = []
    for user in _USERS:
        lines += [
            f"https://www.facebook.com/{user}",
            f"fb.com/{user}",
            f"facebook . com/{user}",
            f"zalo.me/{user}",
            f"tiktok.com/@{user}",
            f"youtube[.]com/{user}",
            f"t.me/{user}",
            f"x.com/{user}",
            f"instagram.com/{user}",
            f"threads.net/@{user}",
            f"fb: {user}",
            f"Zalo: {user}",
            f"nick facebook {user}",
            f"m.facebook.com/{user}",
            f"youtu.be/{user}",
        ]
    return [*lines, "fb: nguyen van a", "facebook: tran thi b", "tiktok: le van c"]


def _births() -> list[str]:
    days = ("12/3/1980", "01-02-1975", "5.6.1992", "12 tháng 3 năm 1980")
    frames = (
        "sinh ngày {}",
        "ngày sinh: {}",
        "sinh ngày {} tại xã Đồng Mây",
        "(sinh {})",
        "ngày tháng năm sinh {}",
        "Ngày sinh {}",
    )
    years = ("1980", "1975", "2001", "1958")
    lines = [frame.format(day) for day, frame in product(days, frames)]
    of_year = ("sinh năm {}", "SN {}", "năm sinh: {}", "(SN: {})", "bà Hoa sinh năm {}")
    lines += [frame.format(year) for year, frame in product(years, of_year)]
    return [*lines, d.zero_width("sinh năm 1980"), d.full_width("SN 1980")]


def _homes() -> list[str]:
    lines = []
    for number in ("12", "5A", "17/3", "208"):
        lines += [
            f"số nhà {number}, ngõ 5, đường Bến Sậy",
            f"nhà số {number} phố Chợ Mới",
            f"số {number} ngõ 8 đường Lau Trắng",
            f"số {number}, hẻm 2, khu phố 3",
            f"trú tại số {number} đường Lau Trắng",
            f"căn hộ {number} nhà B",
            f"ngách {number}, ngõ 7",
            f"hộ bà ở số {number} đường Lau Trắng",
        ]
    for place in ("thôn 3", "tổ 5", "ấp 2", "xóm Đông", "bản Nà Lau", "khu phố 4"):
        lines += [
            f"trú tại {place}, xã Đồng Mây",
            f"thường trú: {place}, phường Bến Sậy",
            f"hiện cư trú tại {place}",
            f"HKTT: {place}, xã Đồng Mây",
        ]
    return [*lines, d.zero_width("số nhà 12"), d.full_width("số nhà 12")]


_FULL = (
    "Nguyễn Văn An",
    "Trần Thị Bích Ngọc",
    "Lê Hữu Phước",
    "Phạm Minh",
    "Đặng Thị Cúc",
    "NGUYỄN THỊ LAN",
    "Vũ Văn A",
    "Hoàng Thị B.",
    "Giàng A Sùng",
    "Lò Thị Mai",
)


def _names() -> list[str]:
    words = (
        "ông {}",
        "bà {} phản ánh",
        "anh {}",
        "Chị {}",
        "đ/c {}",
        "đồng chí {} chủ trì",
        "Ông/bà {}",
        "cô giáo {}",
        "hộ ông {}",
        "họ và tên: {}",
        "đồng chí Phó Bí thư Thường trực Tỉnh ủy {}",
        "cử tri {}",
    )
    lines = [word.format(name) for name, word in product(_FULL, words)]
    lines += [
        "ông Nguyen Van An",
        "ong Nguyen Van An",
        "dong chi Tran Thi Hoa",
        "ông nguyễn văn an",
        "bà trần thị hoa",
        "ông  Nguyễn  Văn  An",
        "ông Nguyễn\u200b Văn An",
        "bà Trần thị Hoa",
        "anh Tuấn ở đầu ngõ",
        "Nguyễn Văn An phản ánh",
        "ôngNguyễn Văn An",
        "ông N.V.A",
    ]
    return lines


LINES = {
    "email": _mails(),
    "handle": _handles(),
    "profile": _profiles(),
    "birth_date": _births(),
    "address": _homes(),
    "name": _names(),
}
