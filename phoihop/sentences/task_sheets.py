"""The refusals of task sheets."""

from django.utils.translation import gettext_lazy as _

TASK_SHEET_SENTENCES = {
    "task_sheet.body_gone": _(
        "Dòng %(number)s nêu đơn vị vừa kết thúc hoạt động hoặc không còn là một bên "
        "của kế hoạch, nên chưa nhập gì. Sửa trong tệp rồi tải lên lại."
    ),
    "task_sheet.built_on": _(
        "Không hoàn tác được: %(count)s nhiệm vụ của bảng đã được sửa hoặc báo cáo sau "
        "khi nhập. Sửa hoặc bỏ từng nhiệm vụ trên trang của nhiệm vụ."
    ),
    "task_sheet.changed": _(
        "Nhiệm vụ ở dòng %(number)s vừa có người sửa, nên chưa nhập gì. Xem lại các "
        "chỗ khác nhau dưới đây, chọn rồi nhập lần nữa."
    ),
    "task_sheet.empty": _(
        "Dưới dòng tiêu đề không có nhiệm vụ nào. Mỗi nhiệm vụ ghi trên một dòng."
    ),
    "task_sheet.foreign": _(
        "Bảng này chưa đọc được: không thấy cột %(missing)s. Cần một dòng tiêu đề có "
        "ít nhất các cột %(wanted)s; sửa tiêu đề, hoặc tải tệp mẫu và chép các dòng "
        "vào."
    ),
    "task_sheet.gone": _(
        "Một chỗ đã chọn lấy theo bảng nay không còn khác kế hoạch, nên chưa nhập gì. "
        "Xem lại các dòng dưới đây rồi nhập lần nữa."
    ),
    "task_sheet.not_a_sheet": _(
        "Bảng nhiệm vụ phải là Excel (.xlsx) hoặc .csv. Lưu lại thành .xlsx rồi "
        "chọn tệp."
    ),
    "task_sheet.not_asked": _(
        "Chọn ít nhất một đơn vị còn hoạt động cho các tên mà bảng hỏi. Bảng vừa có "
        "thay đổi thì xem lại danh sách tên dưới đây."
    ),
    "task_sheet.not_entered": _("Bảng này chưa nhập hoặc đã hoàn tác."),
    "task_sheet.not_waiting": _("Bảng này đã được nhập hoặc đã hoàn tác."),
    "task_sheet.nothing_new": _(
        "Không có gì để nhập: chọn ít nhất một chỗ lấy theo bảng, hoặc sửa các dòng "
        "còn chỗ sai trong tệp rồi tải lên lại."
    ),
    "task_sheet.of_others": _(
        "Bảng này do đơn vị khác tải lên; đơn vị đó nhập hoặc hoàn tác. Cần nhập thì "
        "tải tệp của đơn vị mình lên."
    ),
    "task_sheet.overtaken": _(
        "Kế hoạch vừa thay đổi: bảng có %(now)s nhiệm vụ mới, không phải %(shown)s như "
        "bạn đã xem, nên chưa nhập gì. Xem lại các dòng dưới đây rồi nhập lần nữa."
    ),
    "task_sheet.too_many": _(
        "Một bảng có nhiều nhất %(most)s nhiệm vụ. Chia thành nhiều tệp rồi tải lên "
        "từng tệp."
    ),
}
