"""The bodies of the demo province, in three parallel lines, and what is said of them.

All names, places and papers are invented.
"""

from datetime import date
from typing import NamedTuple

from phoihop.organisations.models import (
    ChannelKind,
    OrganisationLevel,
    OrganisationType,
    SuccessionKind,
)

T, L, K, C = OrganisationType, OrganisationLevel, SuccessionKind, ChannelKind
FIRST = date(2021, 7, 1)
MARCH_2025, JULY_2025 = date(2025, 3, 1), date(2025, 7, 1)
P = L.PROVINCE


class Body(NamedTuple):
    """A body of the demo; ``above`` is the key of its direct superior."""

    key: str
    name: str
    type: OrganisationType
    level: OrganisationLevel
    above: str = ""
    symbol: str = ""
    aliases: tuple[str, ...] = ()
    founded_on: date = FIRST


def as_written(name: str) -> str:
    """How papers of the province call a body: without the province's own name."""
    if name.startswith(("Sở ", "Văn phòng Ủy ban")):
        return name.removesuffix(" tỉnh Lam Khê")
    if name.startswith("Ủy ban nhân dân "):
        name = name.replace("Ủy ban nhân dân", "UBND", 1)
    if name.endswith(("tỉnh Lam Khê", "Tỉnh ủy Lam Khê", "Tỉnh đoàn Lam Khê")):
        return name.removesuffix(" Lam Khê")
    return name


BODIES = [
    # --- the Party
    Body("tu", "Tỉnh ủy Lam Khê", T.PARTY, P, "", "TU"),
    Body(
        "btgdv", "Ban Tuyên giáo Tỉnh ủy Lam Khê", T.PARTY, P, "tu", "BTGDVTU",
        ("Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ),
    Body("bdv", "Ban Dân vận Tỉnh ủy Lam Khê", T.PARTY, P, "tu", "BDVTU"),
    Body("btc", "Ban Tổ chức Tỉnh ủy Lam Khê", T.PARTY, P, "tu", "BTCTU"),
    Body("ubkt", "Ủy ban Kiểm tra Tỉnh ủy Lam Khê", T.PARTY, P, "tu", "UBKTTU"),
    Body("vptu", "Văn phòng Tỉnh ủy Lam Khê", T.PARTY, P, "tu", "VPTU"),
    Body("bao", "Báo và Phát thanh, truyền hình Lam Khê", T.PARTY, P, "tu", "BPTTH"),
    Body("duxdm", "Đảng ủy xã Đồng Mây", T.PARTY, L.COMMUNE, "tu", "", (), JULY_2025),
    Body("dupbs", "Đảng ủy phường Bến Sậy", T.PARTY, L.COMMUNE, "tu", "", (),
         JULY_2025),
    # --- the people's council and the state
    Body("hdnd", "Hội đồng nhân dân tỉnh Lam Khê", T.COUNCIL, P, "", "HĐND",
         ("HĐND tỉnh", "Thường trực Hội đồng nhân dân tỉnh")),
    Body("hdndxdm", "Hội đồng nhân dân xã Đồng Mây", T.COUNCIL, L.COMMUNE, "", "HĐND",
         (), JULY_2025),
    Body("ubnd", "Ủy ban nhân dân tỉnh Lam Khê", T.STATE, P, "", "UBND",
         ("UBND tỉnh",)),
    Body("vpubnd", "Văn phòng Ủy ban nhân dân tỉnh Lam Khê", T.STATE, P, "ubnd", "VP"),
    Body("snn", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Lam Khê", T.STATE, P,
         "ubnd", "SNN"),
    Body("stnmt", "Sở Tài nguyên và Môi trường tỉnh Lam Khê", T.STATE, P, "ubnd",
         "STNMT"),
    Body("snnmt", "Sở Nông nghiệp và Môi trường tỉnh Lam Khê", T.STATE, P, "ubnd",
         "SNNMT", (), MARCH_2025),
    Body("snv", "Sở Nội vụ tỉnh Lam Khê", T.STATE, P, "ubnd", "SNV"),
    Body("svhttdl", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lam Khê", T.STATE, P, "ubnd",
         "SVHTTDL"),
    Body("stc", "Sở Tài chính tỉnh Lam Khê", T.STATE, P, "ubnd", "STC"),
    Body("sgtvt", "Sở Giao thông vận tải tỉnh Lam Khê", T.STATE, P, "ubnd", "SGTVT"),
    Body("sxd", "Sở Xây dựng tỉnh Lam Khê", T.STATE, P, "ubnd", "SXD"),
    Body("sgd", "Sở Giáo dục và Đào tạo tỉnh Lam Khê", T.STATE, P, "ubnd", "SGDĐT"),
    Body("syt", "Sở Y tế tỉnh Lam Khê", T.STATE, P, "ubnd", "SYT"),
    Body("skhcn", "Sở Khoa học và Công nghệ tỉnh Lam Khê", T.STATE, P, "ubnd", "SKHCN"),
    Body("stp", "Sở Tư pháp tỉnh Lam Khê", T.STATE, P, "ubnd", "STP"),
    Body("huyen", "Ủy ban nhân dân huyện Mây Ngàn", T.STATE, L.DISTRICT, "ubnd",
         "UBND"),
    Body("xdm", "Ủy ban nhân dân xã Đồng Mây", T.STATE, L.COMMUNE, "ubnd", "UBND",
         (), JULY_2025),
    Body("xtl", "Ủy ban nhân dân xã Thác Lụa", T.STATE, L.COMMUNE, "ubnd", "UBND",
         (), JULY_2025),
    Body("xsn", "Ủy ban nhân dân xã Suối Nhạn", T.STATE, L.COMMUNE, "ubnd", "UBND",
         (), JULY_2025),
    Body("pbs", "Ủy ban nhân dân phường Bến Sậy", T.STATE, L.COMMUNE, "ubnd", "UBND",
         (), JULY_2025),
    # --- the Front, its members, associations
    Body("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lam Khê", T.FRONT, P, "",
         "MTTQ-BTT", ("UBMTTQ tỉnh",)),
    Body("hnd", "Hội Nông dân tỉnh Lam Khê", T.FRONT, P, "mttq", "HND"),
    Body("hpn", "Hội Liên hiệp Phụ nữ tỉnh Lam Khê", T.FRONT, P, "mttq", "BTV-HPN"),
    Body("dtn", "Tỉnh đoàn Lam Khê", T.FRONT, P, "mttq", "TĐTN", ("Đoàn Thanh niên",)),
    Body("ldld", "Liên đoàn Lao động tỉnh Lam Khê", T.FRONT, P, "mttq", "LĐLĐ"),
    Body("ccb", "Hội Cựu chiến binh tỉnh Lam Khê", T.FRONT, P, "mttq", "CCB"),
    Body("mtxdm", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Đồng Mây", T.FRONT, L.COMMUNE,
         "mttq", "MTTQ", (), JULY_2025),
    Body("hnb", "Hội Nhà báo tỉnh Lam Khê", T.ASSOCIATION, P, "", "HNB"),
    # --- armed forces, an enterprise
    Body("ca", "Công an tỉnh Lam Khê", T.ARMED_FORCES, P, "", "CAT"),
    Body("bchqs", "Bộ Chỉ huy Quân sự tỉnh Lam Khê", T.ARMED_FORCES, P, "", "BCHQS"),
    Body("cn", "Công ty cổ phần Cấp nước Lam Khê", T.ENTERPRISE, P, "", "CN"),
]  # fmt: skip

# key, the new name, from which day, by which decision
RENAMED = [
    (
        "btgdv",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        date(2025, 2, 20),
        "Quyết định số 112-QĐ/TU ngày 14/02/2025",
    ),
]

# keys that end, keys that come after, kind, day, decision
SUCCESSIONS = [
    (
        ["bdv"], ["btgdv"], K.ABSORB, date(2025, 2, 20),
        "Quyết định số 112-QĐ/TU ngày 14/02/2025",
    ),
    (
        ["snn", "stnmt"], ["snnmt"], K.MERGE, MARCH_2025,
        "Nghị quyết số 21/NQ-HĐND ngày 20/02/2025",
    ),
    (
        ["sgtvt"], ["sxd"], K.ABSORB, MARCH_2025,
        "Nghị quyết số 21/NQ-HĐND ngày 20/02/2025",
    ),
    (
        ["huyen"], ["xdm", "xtl", "xsn"], K.SPLIT, JULY_2025,
        "Nghị quyết số 34/NQ-HĐND ngày 16/06/2025",
    ),
]  # fmt: skip

# key, agency code
CODES = [
    ("ubnd", "H99"), ("vpubnd", "H99.01"), ("snv", "H99.02"), ("stc", "H99.03"),
    ("sxd", "H99.04"), ("sgd", "H99.05"), ("syt", "H99.06"), ("skhcn", "H99.07"),
    ("stp", "H99.08"), ("svhttdl", "H99.09"), ("snnmt", "H99.10"), ("xdm", "H99.31"),
    ("xtl", "H99.32"), ("xsn", "H99.33"), ("pbs", "H99.34"),
]  # fmt: skip

# name, standing body, members, decision, day of it; the term is five years
GROUPS = [
    (
        "bcdntm",
        "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Lam Khê",
        "snnmt",
        ["stc", "sxd", "svhttdl", "mttq", "hnd", "xdm", "xtl"],
        "Quyết định số 512/QĐ-UBND về việc thành lập Ban Chỉ đạo",
        date(2025, 8, 15),
    ),
    (
        "cum",
        "Cụm thi đua các cơ quan tham mưu của Tỉnh ủy Lam Khê",
        "btgdv",
        ["btc", "ubkt", "vptu"],
        "Quyết định số 77-QĐ/TU về việc chia cụm thi đua",
        date(2025, 9, 1),
    ),
]
SAME_LEVEL = [("btgdv", "mttq"), ("hdnd", "ubnd"), ("ca", "bchqs")]

# key, kind, name, address
CHANNELS = [
    ("ubnd", C.WEBSITE, "Cổng thông tin điện tử tỉnh Lam Khê", "https://lamkhe.gov.vn"),
    (
        "btgdv", C.FACEBOOK, "Tuyên giáo và Dân vận Lam Khê",
        "https://facebook.com/tuyengiaodanvanlamkhe",
    ),
    (
        "bao", C.YOUTUBE, "Truyền hình Lam Khê",
        "https://youtube.com/@truyenhinhlamkhe",
    ),
    ("xdm", C.ZALO, "UBND xã Đồng Mây", "https://zalo.me/ubndxadongmay"),
]  # fmt: skip

# key of the body, code of the topic, key of the area, legal basis
COMPETENCES = [
    ("snnmt", "dat-dai", "ubnd", "Luật Đất đai năm 2024"),
    ("snnmt", "moi-truong", "ubnd", "Luật Bảo vệ môi trường năm 2020"),
    ("snnmt", "nong-nghiep", "ubnd", "Quyết định phân cấp của UBND tỉnh"),
    ("sxd", "giao-thong", "ubnd", "Luật Đường bộ năm 2024"),
    ("sxd", "xay-dung", "ubnd", "Luật Xây dựng năm 2014"),
    ("cn", "cap-nuoc", "pbs", "Thỏa thuận dịch vụ cấp nước với UBND tỉnh"),
    ("syt", "y-te", "ubnd", "Luật Khám bệnh, chữa bệnh năm 2023"),
    ("sgd", "giao-duc", "ubnd", "Luật Giáo dục năm 2019"),
    ("snv", "viec-lam", "ubnd", "Quyết định phân cấp của UBND tỉnh"),
    ("xdm", "ho-tich", "xdm", "Luật Hộ tịch năm 2014"),
    ("xdm", "rac-thai", "xdm", "Luật Bảo vệ môi trường năm 2020"),
    ("xtl", "ho-tich", "xtl", "Luật Hộ tịch năm 2014"),
    ("pbs", "trat-tu-do-thi", "pbs", "Quyết định phân cấp của UBND tỉnh"),
    ("ca", "phong-chay", "ubnd", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
]

# key of the body, duty, mailbox, holder, deputy
FOCAL_POINTS = [
    (
        "btgdv", "Đầu mối chương trình phối hợp", "phoihop.btgdv@lamkhe.gov.vn",
        "lan", "hoa",
    ),
    (
        "snnmt", "Đầu mối chương trình phối hợp", "phoihop.snnmt@lamkhe.gov.vn",
        "minh", "",
    ),
]  # fmt: skip
