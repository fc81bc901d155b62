"""What is said of what the directory refuses; a part of ``phoihop.sentences``."""

from django.utils.translation import gettext_lazy as _

DIRECTORY_SENTENCES = {
    "channel.no_decision": _(
        "Nhập văn bản xác nhận đây là kênh của đơn vị: số, ký hiệu, ngày ban hành."
    ),
    "channel.not_https": _(
        "Nhập địa chỉ đầy đủ, bắt đầu bằng https://, ví dụ https://lamkhe.gov.vn."
    ),
    "channel.not_own": _(
        "Địa chỉ này không phải trang riêng của một đơn vị (nhóm, bài viết hoặc trang "
        "chủ của mạng xã hội). Nhập địa chỉ trang của chính đơn vị."
    ),
    "channel.other_kind": _(
        "Địa chỉ không đúng với loại kênh “%(kind)s”. Chọn lại loại kênh hoặc sửa địa "
        "chỉ."
    ),
    "channel.taken": _(
        "Địa chỉ này đã được đăng ký là kênh của %(name)s từ ngày %(start)s. Kiểm tra "
        "lại địa chỉ, hoặc đề nghị đơn vị đó thôi đăng ký trước."
    ),
    "competence.no_basis": _("Nhập căn cứ pháp lý: tên văn bản, điều, khoản."),
    "competence.overlaps": _(
        "Thẩm quyền này đã được ghi từ ngày %(start)s cho một phần thời gian đó. Chọn "
        "ngày khác hoặc kết thúc thẩm quyền cũ trước."
    ),
    "competence.topic_ended": _(
        "Lĩnh vực này không còn dùng từ ngày %(end)s. Chọn lĩnh vực khác."
    ),
    "designation.code_taken": _(
        "Mã định danh “%(text)s” đang là của %(name)s (từ %(start)s). Mỗi ngày một mã "
        "chỉ thuộc một đơn vị: kiểm tra lại mã, hoặc kết thúc mã của đơn vị kia trước."
    ),
    "designation.not_a_code": _(
        "“%(text)s” không đúng dạng mã định danh. Nhập theo Quyết định 20/2020/QĐ-TTg, "
        "ví dụ H99.12, hoặc dạng cũ 000.00.12.H99."
    ),
    "designation.not_a_symbol": _(
        "“%(text)s” không dùng làm ký hiệu văn bản được. Nhập liền, không có dấu cách, "
        "ví dụ UBND hoặc BTGDVTU."
    ),
    "designation.overlaps": _(
        "Khoảng thời gian này trùng với “%(text)s” (từ %(start)s). Chọn ngày bắt đầu "
        "khác, hoặc nhập ngày kết thúc."
    ),
    "directory.already_ended": _(
        "Mục này đã kết thúc từ ngày %(end)s. Chọn ngày sớm hơn nếu cần sửa."
    ),
    "focal_point.deputy_is_holder": _(
        "Người thay phải là người khác với người phụ trách. Chọn lại."
    ),
    "focal_point.deputy_needs_end": _(
        "Người thay phải có ngày kết thúc. Nhập cả người thay và ngày hết hạn thay, "
        "hoặc để trống cả hai."
    ),
    "focal_point.mailbox_personal": _(
        "Đây là hộp thư của cá nhân. Nhập hộp thư chung của đầu mối, để người kế nhiệm "
        "dùng tiếp, ví dụ phoihop@lamkhe.gov.vn."
    ),
    "focal_point.not_of_body": _(
        "%(name)s không có vai trò trong đơn vị vào ngày %(day)s. Chọn người khác, "
        "hoặc cấp vai trò trước."
    ),
    "focal_point.overlaps": _(
        "Việc này đã có %(name)s phụ trách từ ngày %(start)s. Chọn ngày bắt đầu muộn "
        "hơn."
    ),
    "joint_group.apart": _(
        "Ban chỉ đạo, tổ liên ngành cần có quyết định thành lập và nhiệm kỳ. Dùng biểu "
        "mẫu “Thêm ban chỉ đạo, tổ liên ngành”."
    ),
    "joint_group.no_decision": _(
        "Nhập quyết định thành lập hoặc kiện toàn: số, ký hiệu, trích yếu."
    ),
    "joint_group.not_one": _(
        "Đơn vị này không phải ban chỉ đạo, tổ liên ngành nên không có nhiệm kỳ."
    ),
    "joint_group.term_overlaps": _(
        "Khoảng thời gian này trùng với nhiệm kỳ theo “%(decision)s” (từ %(start)s). "
        "Chọn ngày bắt đầu khác."
    ),
    "relation.levels_differ": _(
        "Hai đơn vị khác cấp nên không ghi là cùng cấp được. Chọn đơn vị cùng cấp."
    ),
    "relation.not_a_group": _(
        "%(name)s không phải ban chỉ đạo, tổ liên ngành hay cụm, khối. Chọn một nhóm."
    ),
    "relation.overlaps": _(
        "Hai đơn vị đã có quan hệ “%(kind)s” từ ngày %(start)s trong một phần thời "
        "gian đó. Chọn ngày khác, hoặc kết thúc quan hệ cũ trước."
    ),
    "relation.standing_overlaps": _(
        "Nhóm đã có cơ quan thường trực là %(name)s từ ngày %(start)s. Kết thúc quan "
        "hệ đó trước, hoặc chọn ngày khác."
    ),
    "relation.to_itself": _(
        "Một đơn vị không có quan hệ với chính mình. Chọn đơn vị khác."
    ),
    "succession.already_ended": _(
        "Đơn vị đã kết thúc hoạt động từ ngày %(end)s. Kiểm tra lại danh sách."
    ),
    "succession.by_itself": _(
        "Một đơn vị không kế thừa chính mình. Bỏ đơn vị đó khỏi một trong hai danh "
        "sách."
    ),
    "succession.circle": _(
        "Không lưu được: các đơn vị sẽ kế thừa lẫn nhau thành vòng. Kiểm tra lại các "
        "đơn vị kế thừa và ngày."
    ),
    "succession.counts": _(
        "Số đơn vị không đúng với hình thức “%(kind)s”. Hợp nhất: từ hai đơn vị thành "
        "một; chia: một thành nhiều; sáp nhập hoặc tổ chức lại: vào một đơn vị; giải "
        "thể: không có đơn vị kế thừa."
    ),
    "succession.heir_not_living": _(
        "%(name)s không hoạt động vào ngày đó nên không kế thừa được. Chọn đơn vị khác "
        "hoặc sửa ngày."
    ),
    "succession.no_decision": _("Nhập văn bản quyết định: số, ký hiệu, ngày ban hành."),
    "succession.not_begun": _(
        "%(name)s thành lập từ ngày %(start)s. Chọn ngày kết thúc sau ngày đó."
    ),
    "succession.starts_later": _(
        "Không kết thúc %(name)s từ ngày này được: còn mục “%(what)s” bắt đầu từ "
        "%(start)s. Chọn ngày muộn hơn, hoặc sửa mục đó trước."
    ),
    "topic.bad_code": _(
        "Mã lĩnh vực “%(code)s” chưa đúng. Dùng chữ thường không dấu, chữ số và gạch "
        "nối, ví dụ y-te; mỗi lĩnh vực phải có tên."
    ),
    "topic.code_taken": _("Mã lĩnh vực “%(code)s” đã dùng. Chọn mã khác."),
    "topic.has_parts": _(
        "Lĩnh vực còn phần “%(name)s” đang dùng. Kết thúc các phần của nó trước."
    ),
    "topic.list_unreadable": _(
        "Không đọc được danh sách lĩnh vực. Mỗi mục là một bảng [[topic]] có code, "
        "name và có thể có parent."
    ),
    "topic.parent_unknown": _(
        "Lĩnh vực “%(code)s” nằm trong “%(parent)s”, nhưng mục đó không đứng trước nó "
        "trong danh sách. Sửa thứ tự hoặc mã."
    ),
    "topic.too_deep": _(
        "Cây lĩnh vực có nhiều nhất %(most)s bậc. Chọn lĩnh vực cấp trên khác."
    ),
}
