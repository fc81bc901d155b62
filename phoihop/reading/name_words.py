"""The rules by which names of bodies are shortened and placed: tables, folded.

No table names a body of one place. State of 11/2026; districts ended on 01/07/2025.
"""

from enum import StrEnum

from phoihop.reading.vocabulary import ABBREVIATIONS


class Level(StrEnum):
    """Where a body stands; ``CITY`` is a province's or a district's."""

    CENTRAL = "central"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    COMMUNE = "commune"
    # A school, a hospital, a company: what it calls its own is not a territory's.
    UNIT = "unit"


# Short forms besides those that the header knows.
SHORT = {
    **{short: long for short, long in ABBREVIATIONS if " " not in short},
    "s": "so",
    "ub": "uy ban",
    "btv": "ban thuong vu",
    "tt": "thuong truc",
    "vptu": "van phong tinh uy",
    "vpdu": "van phong dang uy",
    "du": "dang uy",
    "btgdvtu": "ban tuyen giao va dan van tinh uy",
    "btg&dv": "ban tuyen giao va dan van",
    "bdvtu": "ban dan van tinh uy",
    "btctu": "ban to chuc tinh uy",
    "bnctu": "ban noi chinh tinh uy",
    "bxdd": "ban xay dung dang",
    "ubmt": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "mttqvn": "mat tran to quoc viet nam",
    "bdbp": "bo doi bien phong",
    "bchbdbp": "bo chi huy bo doi bien phong",
    "cand": "cong an nhan dan",
    "hnd": "hoi nong dan",
    "hccb": "hoi cuu chien binh",
    "hctd": "hoi chu thap do",
    "ctd": "chu thap do",
    "dtn": "doan thanh nien",
    "dtncs": "doan thanh nien cong san",
    "tn": "thanh nien",
    "hcm": "ho chi minh",
    "nd": "nong dan",
    "pn": "phu nu",
    "nhcsxh": "ngan hang chinh sach xa hoi",
    "nhnn": "ngan hang nha nuoc",
    "bql": "ban quan ly",
    "bcd": "ban chi dao",
    "kt": "kinh te",
    "qs": "quan su",
    "gd": "giao duc",
    "gd-dt": "giao duc va dao tao",
    "ld": "lao dong",
    "tb&xh": "thuong binh va xa hoi",
    "ldtb&xh": "lao dong thuong binh va xa hoi",
    "nnmt": "nong nghiep va moi truong",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "tnmt": "tai nguyen va moi truong",
    "khcn": "khoa hoc va cong nghe",
    "khdt": "ke hoach va dau tu",
    "tttt": "thong tin va truyen thong",
    "vhtt": "van hoa va the thao",
    "vh&tt": "van hoa va the thao",
    "dt&tg": "dan toc va ton giao",
    "dttg": "dan toc va ton giao",
    "vh": "van hoa",
    "tt&dl": "the thao va du lich",
    "vhxh": "van hoa xa hoi",
    "dl": "du lich",
    "p": "phuong",
    "q": "quan",
    "x": "xa",
}  # fmt: skip
# Written for two things: spelled out, a guess.
GUESSED = frozenset(
    {"tu", "btc", "bch", "bnc", "bdv", "tt", "kt", "gd", "nd", "pn", "tn", "du"}
    | {"x", "p", "q", "vh", "dl", "ld", "s", "bql", "hnd", "qs", "btv"}
)
# No short form unless in capitals: "ca", "tt" are words too.
IN_CAPITALS = GUESSED | {"ca", "vn", "tw", "ub"}
# What a short form may begin and end with, put together: "SGDĐT", "UBKTTU", "VPUBND".
COMPOUNDS = (("s", ""), ("vp", ""), ("", "tu"))
OFFICES = frozenset({"vp", "btg", "bdv", "btc", "bnc", "btv"})
# Names of places among them.
PROPER = frozenset({"hcm", "tphcm"})

_L = Level
# Folded words: the level, how they are written with accents, what they say besides.
LEVELS: dict[str, tuple[Level, tuple[str, ...], tuple[str, ...]]] = {
    "tinh": (_L.PROVINCE, ("tỉnh",), ()),
    "thanh pho": (_L.CITY, ("thành",), ()),
    "huyen": (_L.DISTRICT, ("huyện",), ()),
    "quan": (_L.DISTRICT, ("quận",), ()),
    "thi xa": (_L.DISTRICT, ("thị",), ()),
    "xa": (_L.COMMUNE, ("xã",), ()),
    "phuong": (_L.COMMUNE, ("phường",), ()),
    "thi tran": (_L.COMMUNE, ("thị",), ()),
    "dac khu": (_L.COMMUNE, ("đặc",), ()),
    "tinh uy": (_L.PROVINCE, ("tỉnh",), ("cap", "uy")),
    "thanh uy": (_L.CITY, ("thành",), ("cap", "uy")),
    "huyen uy": (_L.DISTRICT, ("huyện",), ("cap", "uy")),
    "quan uy": (_L.DISTRICT, ("quận",), ("cap", "uy")),
    "thi uy": (_L.DISTRICT, ("thị",), ("cap", "uy")),
    "tinh doan": (_L.PROVINCE, ("tỉnh",), ("doan", "thanh", "nien")),
    "thanh doan": (_L.CITY, ("thành",), ("doan", "thanh", "nien")),
    "huyen doan": (_L.DISTRICT, ("huyện",), ("doan", "thanh", "nien")),
    "quan doan": (_L.DISTRICT, ("quận",), ("doan", "thanh", "nien")),
    "thi doan": (_L.DISTRICT, ("thị",), ("doan", "thanh", "nien")),
    "xa doan": (_L.COMMUNE, ("xã",), ("doan", "thanh", "nien")),
    "phuong doan": (_L.COMMUNE, ("phường",), ("doan", "thanh", "nien")),
    "trung uong": (_L.CENTRAL, ("trung",), ("trung", "uong")),
}
# The same letters in other words: "xã hội", "quan su", "co quan", "dia phuong".
NO_LEVEL_AFTER = {
    "xa": ("hoi", "vien"),
    "quan": ("su", "khu", "doi", "ly", "tri", "chung", "nhan", "chinh", "he", "tam"),
    "phuong": ("an", "tien", "phap", "huong"),
}
NO_LEVEL_BEFORE = {
    "quan": ("co", "hai", "lien", "chu", "khach", "tham", "uy"),
    "phuong": ("dia", "doi", "song", "da"),
    "xa": ("hop",),
}
CENTRAL_HEADS = (
    *("chinh phu", "quoc hoi", "thu tuong", "chu tich nuoc", "ban bi thu"),
    *("bo chinh tri", "uy ban thuong vu quoc", "thanh tra chinh phu", "tong cuc"),
    *("van phong chinh", "van phong quoc", "tong bi thu", "tong lien doan"),
)
# Names of one body; each with blanks around, the longest first.
SAME_BODIES = (
    (" ban chap hanh dang bo ", " cap uy "),
    (" uy ban mat tran to quoc ", " mat tran to quoc "),
    (" hoi lien hiep phu nu ", " hoi phu nu "),
    (" doan thanh nien cong san ho chi minh ", " doan thanh nien "),
    (" doan thanh nien cong san ", " doan thanh nien "),
    (" bo chi huy quan su ", " chi huy quan su "),
    (" ban chi huy quan su ", " chi huy quan su "),
    (" co quan quan su ", " chi huy quan su "),
    (" bo chi huy bo doi bien phong ", " bo doi bien phong "),
    (" ban chi huy bo doi bien phong ", " bo doi bien phong "),
    (" bo chi huy bien phong ", " bo doi bien phong "),
)
# What a list calls a body by: "Công an, Quân sự, Biên phòng tỉnh".
IN_LISTS = {
    "quan su": "chi huy quan su",
    "bien phong": "bo doi bien phong",
    "phu nu": "hoi phu nu",
    "thanh nien": "doan thanh nien",
    "mat tran": "mat tran to quoc",
}
# Every office may have one of its own: without a level nobody's in particular.
INSIDE = frozenset(
    {"doan thanh nien", "cong doan", "chi bo", "dang uy", "dang bo", "van phong"}
    | {"thanh tra", "hoi cuu chien binh", "hoi phu nu", "ban chap hanh"}
    | {"ban thuong vu", "thuong truc", "hoi nguoi cao tuoi", "uy ban kiem tra"}
    | {"ban giam doc", "lien doan lao dong", "mat tran", "hoi chu thap do"}
)
# Institutions: their papers speak of their own "Đoàn Thanh niên".
INSTITUTIONS = (
    *("truong", "benh vien", "cong ty", "tong cong ty", "tap doan", "hoc vien"),
    *("trung tam", "dai hoc", "ngan hang", "chi nhanh", "ban quan ly", "phong"),
)
