"""Words that official papers are made of, as lists with their sources.

State of 11/2026. Everything is folded (no accents, lower case) unless it says
otherwise, since it is held against ``Paper.low``.
"""

from phoihop.vietnamese import fold

# Kinds of paper by name: article 7 of Decree 30/2020/ND-CP; the Party's by Regulation
# 399-QD/TW (09/01/2026); those of the law on legal documents (64/2025/QH15). Longer
# names stand before the shorter ones that they begin with.
TYPE_NAMES = (
    "nghị quyết liên tịch",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "quy chế",
    "quy định",
    "quy hoạch",
    "quy ước",
    "thông cáo",
    "thông báo",
    "thông tri",
    "thông tư liên tịch",
    "thông tư",
    "hướng dẫn",
    "chương trình",
    "kế hoạch",
    "phương án",
    "đề án",
    "dự án",
    "báo cáo",
    "biên bản",
    "tờ trình",
    "hợp đồng",
    "công văn",
    "công điện",
    "bản ghi nhớ",
    "bản thỏa thuận",
    "bản cam kết",
    "thỏa thuận",
    "giấy ủy quyền",
    "giấy mời",
    "giấy giới thiệu",
    "giấy nghỉ phép",
    "phiếu gửi",
    "phiếu chuyển",
    "phiếu báo",
    "phiếu trình",
    "kết luận",
    "tuyên bố",
    "lời kêu gọi",
    "nghị định",
    "pháp lệnh",
    "bộ luật",
    "luật",
    "lệnh",
    "sắc lệnh",
    "phụ lục",
    "điều lệ",
    "nội quy",
    "quy trình",
    "đề cương",
    "danh mục",
    "danh sách",
)
# Kinds that other papers cite, besides these.
CITED_NAMES = (*TYPE_NAMES, "văn bản", "hiến pháp", "giao ước")
# What stands behind such a name in a heading of its own and belongs to it.
TYPE_COMPOUNDS = (
    *("phối hợp", "phối hợp công tác", "hành động", "liên tịch", "liên ngành"),
    *("công tác", "phối hợp liên ngành", "liên bộ"),
)
# Not the name of a paper when it stands alone above a text.
NOT_HEADINGS = {"luat", "lenh", "van ban", "thu"}

# A paper of this kind may report a meeting that was held.
REPORTING_TYPES = {"thông báo", "kết luận", "biên bản", "thông cáo"}

# Beginnings of a body's name: a line of a header that begins so begins a body.
BODY_NAMES = (
    *("ủy ban", "uỷ ban", "ubnd", "ubmttq", "ub mttq", "hội đồng", "hđnd", "mttq"),
    *("ban", "bộ", "sở", "cục", "tổng cục", "chi cục", "vụ", "văn phòng", "phòng"),
    *("đảng ủy", "đảng uỷ", "đảng bộ", "đảng đoàn", "chi bộ", "tỉnh ủy", "tỉnh uỷ"),
    *("thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ", "quận ủy", "quận uỷ", "thị ủy"),
    *("thị uỷ", "quốc hội", "chính phủ", "thủ tướng", "chủ tịch nước", "tiểu ban"),
    *("tổ công tác", "công an", "quân khu", "bộ đội", "viện", "vksnd", "vks", "tand"),
    *("tòa án", "toà án", "hội", "liên đoàn", "liên minh", "liên hiệp", "đoàn"),
    *("tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "xã đoàn", "phường đoàn"),
    *("công đoàn", "mặt trận", "tổng công ty", "tập đoàn", "công ty", "ngân hàng"),
    *("bảo hiểm", "kho bạc", "thuế", "hải quan", "trường", "đại học", "học viện"),
    *("trung tâm", "bệnh viện", "kiểm toán", "thanh tra", "đài", "báo", "cụm", "khối"),
    *("thường trực", "trung ương", "cơ quan", "nhà xuất bản", "bhxh", "đặc khu"),
    *("bưu điện", "điện lực", "chi nhánh", "trạm", "hạt kiểm lâm", "quân đoàn"),
    *("hiệp hội", "tổ đại biểu", "đội quản lý"),
)
BODY_BEGINNINGS = tuple(dict.fromkeys(fold(name) for name in BODY_NAMES))
# Units without a place in their name: the body they belong to is part of it.
UNITS = (
    "ban thuong truc",
    "ban thuong vu",
    "ban chap hanh",
    "thuong truc",
    "van phong",
    "ban tuyen giao va dan van",
    "ban tuyen giao",
    "ban tuyen huan",
    "ban dan van",
    "ban to chuc",
    "ban noi chinh",
    "ban xay dung dang",
    "ban kinh te - ngan sach",
    "ban kinh te ngan sach",
    "ban phap che",
    "ban van hoa - xa hoi",
    "ban dan toc",
    "ban do thi",
    "uy ban kiem tra",
    "co quan uy ban kiem tra",
)
# Short forms as they are written, and what they stand for.
ABBREVIATIONS = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttqvn", "uy ban mat tran to quoc viet nam"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("ub mttq", "uy ban mat tran to quoc"),
    ("mttqvn", "mat tran to quoc viet nam"),
    ("mttq", "mat tran to quoc"),
    ("dbqh", "dai bieu quoc hoi"),
    ("btgdv", "ban tuyen giao va dan van"),
    ("btgtu", "ban tuyen giao tinh uy"),
    ("btg", "ban tuyen giao"),
    ("bdv", "ban dan van"),
    ("btc", "ban to chuc"),
    ("bnc", "ban noi chinh"),
    ("bchqs", "bo chi huy quan su"),
    ("bch", "ban chap hanh"),
    ("chqs", "chi huy quan su"),
    ("bdbp", "bo doi bien phong"),
    ("bhxh", "bao hiem xa hoi"),
    ("vksnd", "vien kiem sat nhan dan"),
    ("vks", "vien kiem sat"),
    ("tand", "toa an nhan dan"),
    ("ldld", "lien doan lao dong"),
    ("lhpn", "lien hiep phu nu"),
    ("hlhpn", "hoi lien hiep phu nu"),
    ("ccb", "cuu chien binh"),
    ("tncs", "thanh nien cong san"),
    ("htx", "hop tac xa"),
    ("ca", "cong an"),
    ("cqdt", "co quan dieu tra"),
    ("csdt", "canh sat dieu tra"),
    ("csgt", "canh sat giao thong"),
    ("ubkt", "uy ban kiem tra"),
    ("vp", "van phong"),
    ("tt&tt", "thong tin va truyen thong"),
    ("gd&dt", "giao duc va dao tao"),
    ("gddt", "giao duc va dao tao"),
    ("vh,tt&dl", "van hoa, the thao va du lich"),
    ("vhttdl", "van hoa, the thao va du lich"),
    ("vhtt&dl", "van hoa, the thao va du lich"),
    ("tn&mt", "tai nguyen va moi truong"),
    ("nn&mt", "nong nghiep va moi truong"),
    ("nn&ptnt", "nong nghiep va phat trien nong thon"),
    ("kh&cn", "khoa hoc va cong nghe"),
    ("kh&dt", "ke hoach va dau tu"),
    ("ld-tb&xh", "lao dong - thuong binh va xa hoi"),
    ("ldtbxh", "lao dong - thuong binh va xa hoi"),
    ("gtvt", "giao thong van tai"),
    ("vn", "viet nam"),
    ("tp hcm", "thanh pho ho chi minh"),
    ("tp.hcm", "thanh pho ho chi minh"),
    ("tphcm", "thanh pho ho chi minh"),
    ("tp.", "thanh pho"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("tu", "tinh uy"),
    ("tw", "trung uong"),
)

# Offices as they stand above a signature, folded; the first words of one suffice.
OFFICES = (
    "chu tich",
    "pho chu tich",
    "bi thu",
    "pho bi thu",
    "chanh van phong",
    "pho chanh van phong",
    "giam doc",
    "pho giam doc",
    "tong giam doc",
    "pho tong giam doc",
    "truong",
    "pho truong",
    "bo truong",
    "thu truong",
    "thu tuong",
    "pho thu tuong",
    "cuc truong",
    "pho cuc truong",
    "tong cuc truong",
    "pho tong cuc truong",
    "chi cuc truong",
    "vu truong",
    "pho vu truong",
    "vien truong",
    "pho vien truong",
    "chanh an",
    "pho chanh an",
    "chanh thanh tra",
    "hieu truong",
    "pho hieu truong",
    "chi huy truong",
    "pho chi huy truong",
    "chinh uy",
    "pho chinh uy",
    "tu lenh",
    "to truong",
    "uy vien",
    "tong bi thu",
    "thuong truc",
    "chu nhiem",
    "pho chu nhiem",
    "tong kiem toan",
    "thong doc",
    "tong thu ky",
    "cum truong",
    "khoi truong",
    "hat truong",
    "doi truong",
    "tram truong",
    # Of minutes: who signs for a side, who presided, who wrote them.
    "dai dien",
    "chu tri",
    "chu toa",
    "thu ky",
    "nguoi ghi",
    "nguoi lap",
)

# Family names, in full letters: with one of them a row of capitals is a person.
_FAMILY_NAMES = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Đinh Trịnh
Trương Lâm Mai Đào Cao Hà Lương Tô Tạ Lưu Thái Châu Triệu Quách Kiều La Lò Lường Vương
Chu Hứa Đàm Nông Ma Giàng Vàng Sùng Thào Vừ Lầu Mùa Cầm Quàng Bế Bàn Chẩu Chảo Phùng
Tống Thạch Sơn Kim Danh Đồng Khúc Doãn Nghiêm Từ Viên Bạch Ninh Tăng Giang Khuất Âu
Đậu Đầu Cù Phí Văn Trà Hầu Lục Mạc Mã Quan Tòng Lan Điêu Xa Đèo Tráng Lộc Vi Vy Lữ Ngân
Rơ Ksor Nay Siu Hồng Thân Cấn Úy Uông Mông Khổng Nhữ Thiều Lại Tiêu Đổng Diệp Ôn Hàn
Viết Ca Mẫn Đường Ngọ Tôn Cung Lăng Kha Lều Liễu Nhâm Sầm Ty Ung Vạn Vòng Xồng Lù Cư
Cháng Chử Đới Giáp Kỷ Lai Lạc Lã
"""
FAMILY_NAMES = frozenset(_FAMILY_NAMES.split())
