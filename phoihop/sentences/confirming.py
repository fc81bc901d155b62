"""The sentences of confirming a reading and taking the confirmation back."""

from django.utils.translation import gettext_lazy as _

CONFIRMING_SENTENCES = {
    "confirm.built_on": _(
        "Không hoàn tác được: đã có %(count)s thay đổi sau khi xác nhận (báo cáo tiến "
        "độ, sửa đổi, nhiệm vụ thêm sau). Bỏ từng nhiệm vụ không cần, kèm lý do."
    ),
    "confirm.lead_missing": _(
        "%(count)s nhiệm vụ chưa có đơn vị chủ trì, đầu tiên là nhiệm vụ "
        "%(number)s. Trở lại bàn xác nhận, chọn đơn vị chủ trì hoặc bỏ mục đó."
    ),
    "confirm.nothing": _(
        "Không có mục nào thuộc về các bên đã chọn. Chọn thêm bên chủ trì nhiệm vụ, "
        "hoặc trở lại bàn xác nhận để nhận nhiệm vụ."
    ),
    "confirm.personal_data": _(
        "Nhiệm vụ %(number)s có thông tin cá nhân nên không lưu được. Trở "
        "lại bàn xác nhận, sửa mục đó và cắt phần thông tin cá nhân."
    ),
    "confirm.text_missing": _(
        "Nhiệm vụ %(number)s chưa có nội dung. Trở lại bàn xác nhận, ghi nội dung "
        "hoặc bỏ mục đó."
    ),
    "confirm.undecided": _(
        "Còn %(count)s nhiệm vụ chưa xem, đầu tiên là nhiệm vụ %(number)s. Trở lại "
        "bàn xác nhận, nhận hoặc bỏ từng mục."
    ),
    "confirm.unseen": _(
        "Văn bản có %(count)s chỗ mắt thường không thấy. Mở bàn xác nhận, xem từng chỗ "
        "rồi đánh dấu vào ô này."
    ),
    "confirm.undone": _("Lần xác nhận này đã được hoàn tác."),
}
