"""Words that detectors go by: surnames, names of the dead, offices, codes."""

from phoihop.screening.plain import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SURNAMES = _words("""
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn
    vương trịnh trương đinh lâm phùng mai tô hà tạ cao lương lưu thái châu tăng
    quách chu từ kiều la lại triệu nông hứa vi ma lò lường quàng cầm tòng giàng vàng
    sùng thào hạng lầu mùa vừ tráng ly bàn đèo ninh nghiêm tống thạch kim danh thân
    khúc khuất doãn mạc âu bạch cù diệp đàm đồng giáp hàn hạ khổng lục lã lữ mã nhâm
    phí tiêu tôn trình siu ksor rơ kpă lù chẻo tẩn phàn phà cháng sằm lèng thiều tào
    cung chử biện bế sầm mông lộc ấu trang hầu khương
""")

# Where a text is written without marks, only names that are no other word.
SURNAMES_BARE = _words("""
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan
    vuong trinh truong dinh lam phung mai ta luong luu thai chau quach kieu trieu
""")

# Names of the dead that papers keep: anniversaries, movements, learning from them.
REMEMBERED = frozenset(
    fold(name.strip())
    for name in """
    Hồ Chí Minh
    Trần Phú
    Lê Hồng Phong
    Hà Huy Tập
    Nguyễn Văn Cừ
    Lê Duẩn
    Nguyễn Văn Linh
    Đỗ Mười
    Lê Khả Phiêu
    Nguyễn Phú Trọng
    Tôn Đức Thắng
    Võ Chí Công
    Phạm Văn Đồng
    Phạm Hùng
    Võ Văn Kiệt
    Võ Nguyên Giáp
    Lê Đức Thọ
    Hoàng Văn Thụ
    Hoàng Quốc Việt
    Nguyễn Thị Minh Khai
    Ngô Gia Tự
    Nguyễn Đức Cảnh
    Nguyễn Lương Bằng
    Nguyễn Thị Định
    Nguyễn Hữu Thọ
    Nguyễn Chí Thanh
    Phan Đăng Lưu
    Lý Tự Trọng
    Võ Thị Sáu
    Chu Huy Mân
    Hoàng Đình Giong
    Phùng Chí Kiên
    Lê Văn Lương
    Lê Quang Đạo
    Trần Quốc Hoàn
    Huỳnh Thúc Kháng
    Văn Tiến Dũng
    Hoàng Hoa Thám
    """.strip().splitlines()
)

# What may stand between a word of address and the name: offices, syllable by syllable.
OFFICES = _words(
    fold("""
    bí thư phó chủ tịch thường trực tỉnh ủy uỷ huyện xã phường đảng viên ban vụ giám
    đốc trưởng phòng sở ubnd hđnd mttq ubmttq nhân dân hội đồng mặt trận tổ quốc
    việt nam chánh văn cục viện chi công an quân sự chỉ huy chính đoàn thanh niên
    phụ nữ nông cựu chiến binh liên hiệp tuyên giáo và vận chức nội kiểm tra thôn
    khu phố hiệu thành chuyên cán bộ tư pháp cơ quan hộ ngành nguyên cố bà ông
    """)
)

# The two letters that a health insurance card begins with: who pays for whom.
HEALTH_CODES = _words("""
    dn hx ch nn hc xk tb no ct xb tn cs qn ca cy xn mb bt cc ck cb kc hn dt dk xd
    ts nd tc tq ta ty te hg ls cn hs sv gb gd
""")
