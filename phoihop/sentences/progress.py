"""The sentences of tasks, their supports, progress, evidence and acceptance."""

from django.utils.translation import gettext_lazy as _

PROGRESS_SENTENCES = {
    "acceptance.by_another": _(
        "Nhiệm vụ do cơ quan thường trực chủ trì thì một bên khác của kế hoạch nghiệm "
        "thu. Đề nghị bên đó nghiệm thu."
    ),
    "acceptance.by_standing": _(
        "Nhiệm vụ này do cơ quan thường trực của kế hoạch nghiệm thu."
    ),
    "acceptance.no_reason": _(
        "Nhập lý do trả lại, để đơn vị báo cáo biết cần bổ sung gì."
    ),
    "acceptance.not_waiting": _(
        "Báo cáo này không còn chờ nghiệm thu: đã được nghiệm thu, trả lại, hoặc đã có "
        "báo cáo mới hơn. Tải lại trang để xem."
    ),
    "acceptance.own_report": _(
        "Người nhập báo cáo không tự nghiệm thu. Nhờ người khác trong đơn vị bạn "
        "nghiệm thu."
    ),
    "evidence.amount": _("Nhập số lượng là số nguyên từ 0 trở lên, ví dụ 1250."),
    "evidence.link": _(
        "Chỉ nhận đường dẫn https:// trên trang của cơ quan nhà nước, Đảng, Mặt trận, "
        "hoặc trên kênh đã đăng ký của đơn vị báo cáo. Dùng đường dẫn khác, đăng ký "
        "kênh đó cho đơn vị, hoặc chọn loại minh chứng khác."
    ),
    "evidence.no_file": _("Chọn tệp làm minh chứng, hoặc bỏ trống phần này."),
    "evidence.no_text": _(
        "Ghi nội dung minh chứng: số và tên văn bản, đường dẫn cho thấy điều gì, hoặc "
        "đã đếm gì."
    ),
    "evidence.too_many": _("Một báo cáo có nhiều nhất %(most)s minh chứng."),
    "progress.final_by_lead": _(
        "Chỉ đơn vị chủ trì đề nghị nghiệm thu. Đơn vị phối hợp đánh dấu xong phần "
        "việc của mình."
    ),
    "progress.final_is_whole": _(
        "Đề nghị nghiệm thu khi tiến độ là 100 %%. Sửa tiến độ, hoặc bỏ chọn đề nghị "
        "nghiệm thu."
    ),
    "progress.for_another": _(
        "Chỉ cơ quan thường trực của kế hoạch được báo cáo thay mặt đơn vị khác."
    ),
    "progress.has_account": _(
        "Đơn vị này đã có người dùng tự báo cáo được, nên không báo cáo thay mặt. Đề "
        "nghị đơn vị đó báo cáo."
    ),
    "progress.no_note": _("Ghi kết quả đã làm được đến nay."),
    "progress.no_paper": _(
        "Báo cáo thay mặt phải theo một văn bản của đơn vị đó. Nhập số và ngày văn bản."
    ),
    "progress.not_a_doer": _(
        "Chỉ đơn vị chủ trì hoặc đơn vị phối hợp của nhiệm vụ báo cáo tiến độ."
    ),
    "progress.own_needs_no_paper": _(
        "Văn bản chỉ nhập khi báo cáo thay mặt đơn vị khác. Xóa ô này, hoặc chọn đơn "
        "vị được thay mặt."
    ),
    "progress.percent": _("Tiến độ là một số từ 0 đến 100."),
    "support.done": _("Phần việc này đã được đánh dấu xong ngày %(day)s."),
    "support.is_lead": _(
        "Đơn vị này đang chủ trì nhiệm vụ nên không đồng thời là đơn vị phối hợp. Chọn "
        "đơn vị khác."
    ),
    "support.known": _(
        "Đơn vị này đã phối hợp trong nhiệm vụ. Sửa phần việc đang có của đơn vị."
    ),
    "support.not_party": _(
        "Đơn vị phối hợp phải là một bên của kế hoạch. Chọn lại trong danh sách."
    ),
    "task.clause_elsewhere": _(
        "Điều khoản không thuộc kế hoạch này. Chọn lại trong danh sách."
    ),
    "task.due_value": _(
        "Thời hạn không đúng loại đã chọn. Tháng ghi 06/2026, quý hoặc nửa năm ghi "
        "II/2026, năm ghi 2026; định kỳ thì chọn chu kỳ; ngày thì nhập một ngày có "
        "thật."
    ),
    "task.lead_supports": _(
        "Đơn vị này đang phối hợp trong nhiệm vụ. Bỏ phần phối hợp của đơn vị trước, "
        "rồi giao chủ trì."
    ),
    "task.no_reason": _("Nhập lý do; lý do được ghi lại cùng nhiệm vụ."),
    "task.not_outside": _(
        "Nhiệm vụ này được theo dõi đầy đủ: báo cáo hoàn thành để được nghiệm thu."
    ),
    "task.outside": _(
        "Nhiệm vụ ngoài phạm vi hỗ trợ chỉ có nội dung và đã xong hay chưa: không có "
        "hạn, đơn vị phối hợp, tiến độ, tạm dừng hay bỏ."
    ),
    "task.settled": _(
        "Nhiệm vụ %(phase)s nên không đổi đơn vị chủ trì, hạn hay phạm vi nữa. Chỉ sửa "
        "được nội dung, điều khoản và loại nhiệm vụ."
    ),
    "task.step": _(
        "Nhiệm vụ %(phase)s nên không làm được việc này. Tải lại trang để xem."
    ),
}
