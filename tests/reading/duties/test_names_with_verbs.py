"""Names of bodies that hold a verb: they end where the name ends, whatever follows."""

import pytest

from tests.reading.duties.papers import PLAN, lead, tasks

pytestmark = pytest.mark.pure

KINDS = """
Sở Xây dựng|Sở Kế hoạch và Đầu tư|Sở Giáo dục và Đào tạo|Sở Thông tin và Truyền thông
Ban Tổ chức Tỉnh ủy|Ban Tuyên giáo và Dân vận Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy
Ban Chỉ đạo phòng chống thiên tai tỉnh|Ban Chỉ huy Quân sự huyện|Ban Tiếp công dân tỉnh
Ban Quản lý dự án đầu tư xây dựng tỉnh|Ban Quản lý rừng phòng hộ|Ban Dân vận Huyện ủy
Ban Giám sát đầu tư của cộng đồng|Ban Biên soạn lịch sử Đảng bộ
Ban Thi đua - Khen thưởng tỉnh
Bảo hiểm xã hội tỉnh|Cục Kiểm soát thủ tục hành chính|Cục Quản lý thị trường tỉnh
Cục Thi hành án dân sự tỉnh|Chi cục Bảo vệ môi trường|Đội Quản lý thị trường số 2
Trung tâm Kiểm soát bệnh tật tỉnh|Trung tâm Phục vụ hành chính công xã
Trung tâm Xúc tiến đầu tư tỉnh|Trung tâm Giới thiệu việc làm tỉnh|Trung tâm Y tế huyện
Trung tâm Trợ giúp pháp lý tỉnh|Trung tâm Điều hành thông minh|Thanh tra tỉnh
Phòng Quản lý đô thị|Phòng Lao động - Thương binh và Xã hội|Phòng Tổ chức - Hành chính
Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh|Văn phòng Điều phối nông thôn mới
Văn phòng Đăng ký đất đai tỉnh|Quỹ Bảo vệ môi trường tỉnh|Kiểm toán nhà nước khu vực
Đoàn kiểm tra liên ngành|Tổ giúp việc Ban Chỉ đạo|cơ quan soạn thảo
Bộ phận Tiếp nhận và Trả kết quả|Đài Truyền thanh xã|Báo và Phát thanh, truyền hình tỉnh
Trường Chính trị tỉnh|Bệnh viện Điều dưỡng tỉnh|Trạm Kiểm soát liên hợp
Hội Bảo vệ quyền trẻ em tỉnh|Liên đoàn Lao động tỉnh|Ngân hàng Chính sách xã hội tỉnh
"""
NAMES = [name for line in KINDS.strip().splitlines() for name in line.split("|")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "does",
    ["chủ trì tổ chức hội nghị", "hướng dẫn các xã", "rà soát sách", "lập danh mục"],
)
def test_a_name_is_whole(name: str, does: str) -> None:
    paper = f"{PLAN}II. TỔ CHỨC THỰC HIỆN\n1. Giao {name} {does} trong năm 2031.\n"
    assert [lead(task) for task in tasks(paper)] == [name]
