"""A directory of 5,000 bodies of an invented land: two provinces, their communes.

Each commune has the same bodies; some communes of the two provinces share a name.
"""

from datetime import date
from itertools import product

from phoihop.reading.gazetteer import Entry, Gazetteer
from phoihop.reading.naming import Level

REFORM = date(2025, 7, 1)
SPRING = date(2025, 3, 1)
FEBRUARY = date(2025, 2, 20)
FIRST = ("Đồng", "Bến", "Thác", "Suối", "Gò", "Vườn", "Hồ", "Đèo", "Bãi", "Rạch", "Nà")
SECOND = (
    *("Mây", "Sậy", "Lụa", "Nhạn", "Quế", "Trám", "Sim", "Vạc", "Chàm", "Ngát", "Lau"),
    *("Sen", "Gấm", "Cói", "Tràm"),
)
COMMUNES = [f"{one} {other}" for one, other in product(FIRST, SECOND)]
OF_A_COMMUNE = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Đảng ủy", "Công an"),
    *("Ban Chỉ huy Quân sự", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Hội Nông dân"),
    *("Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Đoàn Thanh niên"),
    *("Trạm Y tế", "Trung tâm Phục vụ hành chính công", "Trung tâm Văn hóa"),
    *("Ban Xây dựng Đảng", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
)
OF_A_PROVINCE = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Công an", "Bộ Chỉ huy Quân sự"),
    *("Bộ Chỉ huy Bộ đội Biên phòng", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    *("Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Nhà báo"),
    *("Liên đoàn Lao động", "Văn phòng Ủy ban nhân dân", "Thanh tra", "Sở Tư pháp"),
    *("Sở Tài chính", "Sở Nội vụ", "Sở Y tế", "Sở Xây dựng", "Sở Công Thương"),
    *("Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Ngoại vụ"),
    *("Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo"),
    *("Tòa án nhân dân", "Viện kiểm sát nhân dân", "Bảo hiểm xã hội"),
    *("Đoàn đại biểu Quốc hội", "Hội Chữ thập đỏ", "Liên minh Hợp tác xã"),
)
OF_THE_PARTY = (
    *("Ban Tổ chức", "Ban Nội chính", "Ủy ban Kiểm tra", "Văn phòng"),
    "Ban Tuyên giáo và Dân vận",
)
OF_THE_LAND = (
    *("Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế", "Bộ Công an", "Chính phủ"),
    *("Văn phòng Chính phủ", "Ban Tuyên giáo và Dân vận Trung ương"),
    *("Bộ Giáo dục và Đào tạo", "Hội Nông dân Việt Nam", "Tòa án nhân dân tối cao"),
)


class Land:
    """Bodies under keys such as "Lam Khê/Sở Tư pháp", and what the reader knows."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.levels: dict[int, Level] = {}
        self.above: dict[int, int] = {}
        for name in OF_THE_LAND:
            self.body(f"/{name}", name, Level.CENTRAL)
        for province, communes in (
            ("Lam Khê", COMMUNES),
            ("Sông Vàng", COMMUNES[:150]),
        ):
            self.province(province)
            for commune in communes:
                self.commune(province, commune)
        self.past()

    def body(
        self, key: str, name: str, level: Level, above: str = "", **more: object
    ) -> int:
        """A body with its name, under another one."""
        pk = self.keys.setdefault(key, len(self.keys) + 1)
        self.levels[pk] = level
        if above:
            self.above[pk] = self.keys[above]
        self.entries.append(Entry(pk, name, "name", **more))  # type: ignore[arg-type]  # of a test
        return pk

    def province(self, name: str) -> None:
        """The bodies of a province; its committee and its council go without "tỉnh"."""
        top = f"{name}/Ủy ban nhân dân"
        for what in OF_A_PROVINCE:
            above = top if what.startswith("Sở") else ""
            self.body(f"{name}/{what}", f"{what} tỉnh {name}", Level.PROVINCE, above)
        self.body(f"{name}/Tỉnh ủy", f"Tỉnh ủy {name}", Level.PROVINCE)
        self.body(f"{name}/Tỉnh đoàn", f"Tỉnh đoàn {name}", Level.PROVINCE)
        for what in OF_THE_PARTY:
            self.body(f"{name}/{what}", f"{what} Tỉnh ủy {name}", Level.PROVINCE)
        water = self.body(
            f"{name}/Cấp nước", f"Công ty cổ phần Cấp nước {name}", Level.PROVINCE
        )
        self.said(water, "CN", "symbol")
        self.said(self.keys[f"{name}/Tỉnh đoàn"], "Đoàn Thanh niên", "alias")
        self.said(self.keys[f"{name}/Sở Tài chính"], "STC", "symbol")
        self.said(self.keys[f"{name}/Hội đồng nhân dân"], "HĐND", "symbol")

    def commune(self, province: str, name: str) -> None:
        """Those of a commune; a few are named without it, as the list had them."""
        top = f"{province}/Ủy ban nhân dân"
        for what in OF_A_COMMUNE:
            key = f"{province}/{name}/{what}"
            self.body(key, f"{what} xã {name}", Level.COMMUNE, top)
        self.said(self.keys[f"{province}/{name}/Hội đồng nhân dân"], "HĐND", "symbol")

    def said(self, body: int, text: str, kind: str) -> None:
        """Another text for a body."""
        self.entries.append(Entry(body, text, kind))  # type: ignore[arg-type]  # of a test

    def past(self) -> None:
        """What was before: a body with another name, two that are no more."""
        press = self.keys["Lam Khê/Ban Tuyên giáo và Dân vận"]
        self.entries.append(
            Entry(press, "Ban Tuyên giáo Tỉnh ủy Lam Khê", until=FEBRUARY)
        )
        self.entries = [
            Entry(press, one.text, since=FEBRUARY, first=False)
            if one.organisation == press and one.until is None
            else one
            for one in self.entries
        ]
        for what in ("Sở Giao thông vận tải", "Sở Tài nguyên và Môi trường"):
            name = f"{what} tỉnh Lam Khê"
            self.body(f"Lam Khê/{what}", name, Level.PROVINCE, ended=True)
        huyen = "Ủy ban nhân dân huyện Mây Ngàn"
        self.body("Lam Khê/Mây Ngàn", huyen, Level.DISTRICT, ended=True)
        new = "Sở Nông nghiệp và Môi trường tỉnh Lam Khê"
        self.body("Lam Khê/Sở Nông nghiệp", new, Level.PROVINCE, since=SPRING)

    def gazetteer(self) -> Gazetteer:
        """What the reader knows bodies by."""
        return Gazetteer(self.entries, self.levels, self.above)
