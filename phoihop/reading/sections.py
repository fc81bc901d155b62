"""What a heading says of the items under it: tasks, plans, or never either."""

import re
from enum import StrEnum


class Section(StrEnum):
    """What the items under a heading are."""

    # Purposes, requirements, forms of work, results: never tasks.
    NEVER = "never"
    # What somebody is given to do.
    ASSIGN = "assign"
    # What is planned for a time to come, named or not who does it.
    PLAN = "plan"
    # What is to be done, without saying that anybody must.
    CONTENT = "content"


_SECTIONS = (
    (
        Section.ASSIGN,
        re.compile(
            r"(?:công tác )?(?:tổ chức|triển khai) (?:thực hiện|triển khai)|phân công"
            r"|(?:điều khoản|tổ chức) thi hành"
            r"|giao nhiệm vụ"
            r"|trách nhiệm (?:của|thực hiện|các|thi hành|tổ chức|phối hợp)"
            r"|trách nhiệm\W*$"
            r"|nhiệm vụ (?:của|các|cụ thể|được giao|từng)|nhiệm vụ\W*$"
            r"|chế độ (?:thông tin|báo cáo|trao đổi|giao ban|hội họp)"
            r"|thông tin,? báo cáo"
            r"|nhiệm vụ,? quyền hạn|nhiệm vụ và quyền hạn|trách nhiệm,? quyền hạn"
        ),
    ),
    (
        Section.NEVER,
        re.compile(
            r"(?:về )?(?:mục đích|mục tiêu|yêu cầu\W*(?:$|chung|và|về|-|–)|quan điểm"
            r"|nguyên tắc"
            r"|phạm vi|đối tượng|hình thức|phương pháp|phương thức|cách thức|thành phần"
            r"|thời gian|địa điểm|kinh phí|nguồn kinh phí|khẩu hiệu|chỉ tiêu"
            r"|(?:những |một số )?(?:kết quả|tồn tại|hạn chế|khó khăn|thuận lợi"
            r"|ưu điểm)"
            r"|tình hình|thực trạng|đánh giá(?: chung| tình hình| kết quả|\W*$)"
            r"|nguyên nhân"
            r"|bài học|căn cứ\W*$|căn cứ pháp lý|cơ sở (?:pháp lý|chính trị|thực tiễn)"
            r"|sự cần thiết"
            r"|giải thích|chương trình (?:hội nghị|làm việc|họp|chi tiết|nghị sự)"
            r"|(?:trình tự|diễn biến)(?: tổ chức)? (?:hội nghị|cuộc họp|buổi|lễ|phiên)"
            r"|lịch |tiêu chuẩn|tiêu chí(?! số| \d)|cơ cấu|điều kiện|hồ sơ|quyền (?:hạn"
            r"|lợi|và)"
            r"|mức chi|nội dung chi|hiệu lực|(?:các )?hành vi"
            r"|(?:những )?(?:điều )?nghiêm cấm"
            r"|lưu ý|ghi chú|khen thưởng|kỷ luật|xử lý vi phạm|ý nghĩa|đặc điểm"
            r"|bối cảnh"
            r"|dự báo|kính gửi|tham dự|chủ trì\W|chế độ|định mức|tổ chức bộ máy"
            r"|quy định chung"
            r"|đặc điểm|công tác chuẩn bị\W*$|nội dung hội nghị|nội dung cuộc họp"
            r"|phần i\W|kết quả thực hiện)"
        ),
    ),
    (
        Section.PLAN,
        re.compile(
            r"(?:một số |các |những )?(?:phương hướng|dự kiến chương trình)"
            r"|(?:một số |các |những )?(?:nhiệm vụ|công tác|nội dung)"
            r"(?:, giải pháp| và giải pháp)? (?:trọng tâm|chủ yếu)"
            r"|(?:một số |các |những )?(?:nhiệm vụ|chương trình công tác|kế hoạch"
            r"|công việc)"
            r"[^.;:]{0,40}(?:tháng|quý|tuần|năm|thời gian tới)"
        ),
    ),
    (
        Section.CONTENT,
        re.compile(
            r"(?:một số |các |những )?(?:nội dung|nhiệm vụ|giải pháp|lộ trình"
            r"|định hướng"
            r"|biện pháp|quy trình|trình tự|các bước|tiến độ)"
        ),
    ),
)


def section_of(low: str) -> Section | None:
    """What a heading says of the items under it; None where it says nothing."""
    for section, pattern in _SECTIONS:
        if pattern.match(low):
            return section
    return None
