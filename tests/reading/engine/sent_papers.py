"""Four invented papers, of the state, of the Party, of both, and a letter."""

PLAN = """ỦY BAN NHÂN DÂN
XÃ AN PHÚC
Số: 84/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phúc, ngày 15 tháng 03 năm 2031

KẾ HOẠCH
Phối hợp tuyên truyền, hòa giải ở cơ sở năm 2031

Căn cứ Luật Mở thư viện số 12/2030/QH19 ngày 15 tháng 11 năm 2030;
Thực hiện Kế hoạch số 105/KH-UBND ngày 10/01/2031 của Ủy ban nhân dân tỉnh Lam Khê về \
công tác tuyên truyền, Ủy ban nhân dân xã An Phúc ban hành kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của nhân dân về hòa giải ở cơ sở, quý trọng tình làng nghĩa xóm.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã, Hội Nông dân xã tổ chức \
hội \
nghị tuyên truyền; hoàn thành trước ngày 15 tháng 05 năm 2031.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động nhân dân tham gia các buổi hòa \
giải, báo cáo kết quả trước ngày 30/6/2031.
3. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, đôn đốc việc thực \
hiện kế \
hoạch, hoàn thành trong quý III năm 2031.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
"""

PARTY = """TỈNH ỦY LAM KHÊ
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 402-HD/BTGDVTU
ĐẢNG CỘNG SẢN VIỆT NAM
Lam Khê, ngày 05 tháng 10 năm 2031

HƯỚNG DẪN
Tuyên truyền kỷ niệm ngày thành lập tỉnh

Thực hiện Chỉ thị số 15-CT/TU ngày 01 tháng 10 năm 2031 của Ban Thường vụ Tỉnh ủy \
Lam Khê, \
Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê hướng dẫn như sau:

I. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Báo Lam Khê tổ chức triển lãm \
ảnh, hoàn thành trước ngày 20 tháng 11 năm 2031.
2. Tỉnh đoàn chủ trì, phối hợp với Sở Giáo dục và Đào tạo tổ chức cuộc thi viết về quê \
hương, hoàn thành trước ngày 25/11/2031.

Nơi nhận:
- Như trên,
- Lưu.
TRƯỞNG BAN

Trần Thị Mẫu
"""

JOINT = """ỦY BAN NHÂN DÂN - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
XÃ BÌNH KHÊ
Số: 01/QCPH/UBND-UBMTTQ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Khê, ngày 25 tháng 10 năm 2031

QUY CHẾ
Phối hợp công tác giữa Ủy ban nhân dân xã và Ủy ban Mặt trận Tổ quốc Việt Nam xã

Căn cứ Nghị định số 15/2031/NĐ-CP ngày 10 tháng 5 năm 2031 của Chính phủ;

Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp công tác giữa hai bên.
"""

LETTER = """SỞ NỘI VỤ
TỈNH LAM KHÊ
Số: 120/SNV-TCHC
V/v phối hợp rà soát danh sách hòa giải viên
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Khê, ngày 10 tháng 12 năm 2031

Kính gửi: Ủy ban nhân dân các xã, phường

Thực hiện Công văn số 15/UBND-NC ngày 01 tháng 12 năm 2031 của Ủy ban nhân dân \
tỉnh, Sở \
Nội vụ đề nghị Ủy ban nhân dân các xã, phường rà soát danh sách hòa giải viên, gửi \
về Sở \
Nội vụ trước ngày 25 tháng 12 năm 2031.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC

Lê Thị Mẫu
"""

PAPERS = {"plan": PLAN, "party": PARTY, "joint": JOINT, "letter": LETTER}
