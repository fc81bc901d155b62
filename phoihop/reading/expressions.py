"""What official papers say again and again, to see where glued words part."""

EXPRESSIONS = tuple(
    line.strip()
    for line in """
    cộng hòa xã hội chủ nghĩa việt nam
    cộng hoà xã hội
    độc lập tự do hạnh phúc
    đảng cộng sản việt nam
    ủy ban nhân dân tỉnh
    uỷ ban nhân dân xã
    nhân dân thành phố
    nhân dân phường
    nhân dân huyện
    hội đồng nhân dân
    ủy ban mặt trận tổ quốc việt nam tỉnh
    uỷ ban mặt trận
    ban thường trực hội đồng
    ban thường vụ tỉnh ủy
    ban chấp hành trung ương
    ban tuyên giáo và dân vận
    thường vụ đảng ủy
    ban tổ chức
    ban chỉ đạo
    ban quản lý
    sở nội vụ
    sở tài chính
    sở tư pháp
    sở y tế
    sở giáo dục và đào tạo
    sở nông nghiệp và môi trường
    sở văn hóa thể thao và du lịch
    sở khoa học và công nghệ
    sở công thương
    sở xây dựng
    bộ chỉ huy quân sự
    công an tỉnh
    công an xã
    liên đoàn lao động
    hội nông dân
    hội cựu chiến binh
    hội liên hiệp phụ nữ
    đoàn thanh niên
    văn phòng
    kế hoạch phối hợp
    quyết định
    nghị quyết
    chỉ thị
    thông báo
    hướng dẫn
    báo cáo
    tờ trình
    kết luận
    công điện
    công văn
    quy chế phối hợp
    quy định
    chương trình phối hợp
    phụ lục
    biên bản
    giấy mời
    nghị định
    thông tư
    chính phủ
    thủ tướng chính phủ
    quốc hội
    chủ tịch
    phó chủ tịch
    giám đốc
    phó giám đốc
    trưởng ban
    phó trưởng ban
    bí thư
    phó bí thư
    chánh văn phòng
    nơi nhận
    như trên
    kính gửi
    căn cứ luật
    căn cứ nghị quyết
    căn cứ kế hoạch
    theo đề nghị của
    về việc ban hành
    ban hành kèm theo
    thực hiện
    tổ chức thực hiện
    triển khai thực hiện
    phân công nhiệm vụ
    mục đích yêu cầu
    nội dung
    giải pháp
    trách nhiệm thi hành
    tuyên truyền
    phối hợp với
    chủ trì phối hợp
    đơn vị chủ trì
    cơ quan chủ trì
    cơ quan phối hợp
    thời gian hoàn thành
    giai đoạn
    nhiệm kỳ
    nhiệm vụ
    hoạt động
    công tác
    tăng cường
    kiểm tra giám sát
    chuyển đổi số
    cải cách hành chính
    an ninh trật tự
    phát triển kinh tế xã hội
    """.splitlines()
    if line.strip()
)
