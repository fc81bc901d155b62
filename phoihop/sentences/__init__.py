"""The sentence of each refusal, in Vietnamese; English in ``locale/en``.

A sentence says what is wrong and what to do. A test holds every code in the house to
having one, in both languages, and every sentence here to being used.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from phoihop.formats import day
from phoihop.refusals import Refused
from phoihop.sentences.confirming import CONFIRMING_SENTENCES
from phoihop.sentences.directory import DIRECTORY_SENTENCES
from phoihop.sentences.documents import DOCUMENT_SENTENCES
from phoihop.sentences.files import FILE_SENTENCES
from phoihop.sentences.progress import PROGRESS_SENTENCES
from phoihop.sentences.reviews import REVIEW_SENTENCES
from phoihop.sentences.screening import SCREENING_SENTENCES, kinds_in_words
from phoihop.sentences.task_sheets import TASK_SHEET_SENTENCES

SENTENCES = {
    **CONFIRMING_SENTENCES,
    **DIRECTORY_SENTENCES,
    **DOCUMENT_SENTENCES,
    **FILE_SENTENCES,
    **PROGRESS_SENTENCES,
    **REVIEW_SENTENCES,
    **SCREENING_SENTENCES,
    **TASK_SHEET_SENTENCES,
    "account.email_wrong": _(
        "Địa chỉ thư điện tử không đúng. Nhập như ten@coquan.vn, hoặc để trống."
    ),
    "account.language_unknown": _(
        "Không có ngôn ngữ “%(language)s”. Chọn Tiếng Việt hoặc Tiếng Anh."
    ),
    "account.locked": _(
        "Đã nhập sai quá nhiều lần. Đợi %(minutes)s phút rồi thử lại; nếu quên mật "
        "khẩu, nhờ quản trị của đơn vị gửi liên kết đặt mật khẩu mới."
    ),
    "account.name_taken": _(
        "Tên đăng nhập “%(username)s” đã có người dùng. Chọn một tên khác."
    ),
    "account.no_role": _(
        "Tài khoản này chưa có vai trò nào đang hiệu lực. Nhờ quản trị của đơn vị "
        "hoặc người vận hành hệ thống cấp vai trò rồi đăng nhập lại."
    ),
    "account.passwords_differ": _(
        "Hai lần nhập mật khẩu mới không giống nhau. Nhập lại cả hai."
    ),
    "account.password_weak": _(
        "Mật khẩu quá dễ đoán. Dùng ít nhất 12 ký tự, không phải từ thông dụng."
    ),
    "account.password_wrong": _(
        "Mật khẩu đang dùng không đúng. Nhập lại; nếu quên, nhờ quản trị của đơn vị "
        "gửi liên kết đặt mật khẩu mới."
    ),
    "account.signed_out": _(
        "Phiên làm việc đã kết thúc nên chưa lưu. Nội dung bạn vừa nhập còn ở dưới "
        "đây: chép lại, đăng nhập rồi nhập lần nữa."
    ),
    "body_list.columns_missing": _(
        "Bảng thiếu cột %(columns)s. Thêm cột có tiêu đề đúng như vậy, hoặc tải tệp "
        "mẫu và chép danh sách vào."
    ),
    "body_list.empty": _(
        "Dưới dòng tiêu đề không có đơn vị nào. Mỗi đơn vị ghi trên một dòng."
    ),
    "body_list.in_use": _(
        "Không hoàn tác được: đã có dữ liệu khác gắn với “%(name)s”. Nếu đơn vị không "
        "còn, ghi nhận việc kết thúc trên trang của đơn vị."
    ),
    "body_list.no_heading": _(
        "Không thấy dòng tiêu đề có cột “Tên đơn vị”. Ghi tiêu đề các cột trên một "
        "dòng, hoặc tải tệp mẫu và chép danh sách vào."
    ),
    "body_list.not_a_sheet": _(
        "Danh sách đơn vị phải là bảng Excel (.xlsx). Lưu lại thành .xlsx rồi chọn tệp."
    ),
    "body_list.not_entered": _("Danh sách này chưa nhập hoặc đã hoàn tác."),
    "body_list.not_waiting": _("Danh sách này đã được nhập hoặc đã hoàn tác."),
    "body_list.nothing_new": _(
        "Không có đơn vị mới để nhập: các dòng đều đã có trong danh bạ hoặc còn chỗ "
        "sai. Sửa trong tệp rồi tải lên lại."
    ),
    "body_list.overtaken": _(
        "“%(name)s” (dòng %(number)s) vừa có trong danh bạ. Tải danh sách lên lại để "
        "xem những gì còn mới."
    ),
    "body_list.superior_left_out": _(
        "Dòng %(number)s có cấp trên “%(name)s”, nhưng dòng của cấp trên còn chỗ sai "
        "nên không được nhập. Sửa trong tệp rồi tải lên lại."
    ),
    "body_list.too_many": _(
        "Một danh sách có nhiều nhất %(most)s đơn vị. Chia thành nhiều tệp."
    ),
    "database.away": _(
        "Hệ thống tạm thời không kết nối được cơ sở dữ liệu, nên chưa lưu. Nội dung "
        "vẫn còn bên dưới: giữ trang này và gửi lại sau ít phút."
    ),
    "database.busy": _(
        "Hệ thống đang bận ghi dữ liệu của người khác, nên chưa lưu. Nội dung vẫn "
        "còn bên dưới: bấm gửi lại sau vài giây."
    ),
    "database.full": _(
        "Máy chủ đã hết chỗ lưu, nên chưa lưu được. Nội dung vẫn còn bên dưới: chép "
        "lại để giữ và báo ngay người vận hành hệ thống."
    ),
    "database.read_only": _(
        "Hệ thống đang ở chế độ chỉ đọc, nên chưa lưu được. Nội dung vẫn còn bên "
        "dưới: giữ trang này và gửi lại sau, hoặc hỏi người vận hành hệ thống."
    ),
    "form.no_key": _(
        "Biểu mẫu thiếu mã chống gửi trùng nên chưa được lưu. Nội dung vẫn còn bên "
        "dưới: xem lại rồi gửi lần nữa."
    ),
    "form.too_large": _(
        "Yêu cầu không hợp lệ hoặc quá lớn (nội dung trên 1 MB, hay có tệp ở trang "
        "không nhận tệp) nên chưa được nhận. Quay lại trang trước, rút gọn nội dung "
        "rồi gửi lại."
    ),
    "form.too_old": _(
        "Trang chứa biểu mẫu đã quá cũ hoặc được gửi từ nơi khác, nên chưa lưu. "
        "Quay lại trang, tải lại rồi gửi lần nữa; nội dung đã nhập còn ở dưới đây."
    ),
    "invitation.closed": _("Lời mời này đã được dùng hoặc đã thu hồi từ trước."),
    "invitation.days": _(
        "Lời mời dùng được từ %(low)s đến %(high)s ngày. Nhập lại số ngày."
    ),
    "invitation.elsewhere": _(
        "%(name)s còn làm việc cho đơn vị khác, nên chỉ người vận hành hệ thống được "
        "gửi liên kết đặt mật khẩu mới. Nhờ người vận hành gửi."
    ),
    "invitation.expired": _(
        "Lời mời này chỉ dùng được đến hết ngày %(until)s. Nhờ người gửi tạo lời mời "
        "mới."
    ),
    "invitation.not_of_body": _(
        "%(name)s không có vai trò nào đang hiệu lực trong đơn vị này. Chọn người "
        "trong danh sách."
    ),
    "invitation.own_password": _(
        "Bạn đang đăng nhập: đổi mật khẩu của mình ở trang tài khoản."
    ),
    "invitation.revoked": _(
        "Lời mời này không còn hiệu lực: người gửi đã thu hồi hoặc không còn quyền "
        "mời. Nhờ quản trị của đơn vị tạo lời mời mới."
    ),
    "invitation.used": _(
        "Lời mời này đã được dùng. Nếu chính bạn vừa dùng, hãy đăng nhập; nếu không, "
        "nhờ người gửi tạo lời mời mới và cho họ biết việc này."
    ),
    "job.circle_left": _(
        "Việc không chạy được: đơn vị đã ra khỏi phạm vi mà việc này cần đọc."
    ),
    "job.not_parked": _(
        "Việc này không còn dừng nữa: đã có người cho chạy lại. Tải lại trang để xem."
    ),
    "job.role_ended": _(
        "Việc không chạy được: vai trò của người yêu cầu đã kết thúc. Người đang giữ "
        "vai trò phù hợp hãy yêu cầu lại."
    ),
    "membership.already_ended": _("Vai trò này đã kết thúc từ ngày %(until)s."),
    "membership.deputy_needs_end": _(
        "Người được ủy quyền phải có ngày kết thúc. Nhập ngày ủy quyền hết hiệu lực."
    ),
    "membership.operator_without_body": _(
        "Vai trò vận hành không thuộc đơn vị nào; mọi vai trò khác phải thuộc một "
        "đơn vị. Chọn lại vai trò hoặc đơn vị."
    ),
    "membership.overlaps": _(
        "%(name)s đã có vai trò này trong một phần thời gian đó. Chọn ngày khác hoặc "
        "kết thúc vai trò cũ trước."
    ),
    "membership.span_empty": _(
        "Ngày kết thúc phải sau ngày bắt đầu (%(start)s). Sửa một trong hai ngày."
    ),
    "membership.to_oneself": _(
        "Không ai tự cấp vai trò cho mình. Nhờ một quản trị khác của đơn vị hoặc "
        "người vận hành hệ thống cấp."
    ),
    "organisation.alias_known": _("Đơn vị đã có tên gọi khác “%(text)s”."),
    "organisation.ended": _(
        "Có đơn vị đã kết thúc hoạt động trong danh sách. Chọn đơn vị kế thừa."
    ),
    "organisation.ended_on": _(
        "%(name)s kết thúc hoạt động từ ngày %(end)s. Chọn đơn vị kế thừa, hoặc nhập "
        "ngày kết thúc không muộn hơn ngày đó."
    ),
    "organisation.name_overlaps": _(
        "Khoảng thời gian này trùng với tên “%(name)s” (từ %(start)s). Mỗi ngày một "
        "đơn vị chỉ có một tên: chọn ngày bắt đầu khác, hoặc nhập ngày kết thúc."
    ),
    "organisation.relation_circle": _(
        "Không lưu được: hai đơn vị sẽ là cấp trên của nhau. Kiểm tra lại đơn vị "
        "cấp trên."
    ),
    "organisation.span_empty": _(
        "Ngày kết thúc phải sau ngày bắt đầu (%(start)s). Sửa một trong hai ngày."
    ),
    "organisation.superior_overlaps": _(
        "Đơn vị đã có cấp trên trực tiếp là %(name)s từ ngày %(start)s. Chọn ngày "
        "khác, hoặc kết thúc quan hệ đó trước."
    ),
    "permission.not_member": _(
        "Đơn vị của bạn không phải thành viên ở đây, nên không làm được việc này."
    ),
    "permission.place": _(
        "Việc này do cơ quan thường trực làm. Hãy đề nghị cơ quan thường trực."
    ),
    "permission.role": _(
        "Vai trò của bạn không làm được việc này. Hãy nhờ người có vai trò phù hợp "
        "trong đơn vị."
    ),
    "plan.partner_not_party": _(
        "Kế hoạch cần ít nhất một bên khác, và chỉ gồm các bên của chương trình. "
        "Chọn lại trong danh sách."
    ),
    "plan.year_outside": _(
        "Năm của kế hoạch phải nằm trong thời gian của chương trình: từ %(first)s "
        "đến %(last)s."
    ),
    "post.sent_with_other_content": _(
        "Biểu mẫu này đã được gửi một lần với nội dung khác và đã lưu. Nội dung bạn "
        "vừa nhập còn ở dưới: xem lại, rồi gửi nếu đúng là một lần mới."
    ),
    "programme.no_partner": _(
        "Chương trình cần ít nhất một bên tham gia khác. Chọn trong danh sách."
    ),
    "programme.plans_outside": _(
        "Đã có kế hoạch năm %(year)s; thời gian của chương trình phải gồm năm đó."
    ),
    "programme.years": _(
        "Năm đầu phải không sau năm cuối, và cả hai từ %(low)s đến %(high)s."
    ),
    "row.stale": _(
        "Có người vừa lưu trước bạn. So sánh hai nội dung dưới đây, sửa nếu cần, rồi "
        "gửi lại; chưa có gì của bạn bị mất."
    ),
    "task.lead_not_party": _(
        "Đơn vị chủ trì phải là một bên của kế hoạch. Chọn lại trong danh sách."
    ),
    "trail.erase_needs_two": _(
        "Xóa nội dung nhật ký phải có hai người cùng làm. Mời người thứ hai xác nhận."
    ),
    "trail.purpose_missing": _(
        "Nhập mục đích xuất nhật ký; mục đích được ghi lại cùng lần xuất."
    ),
    "trail.reason_missing": _("Nhập lý do xóa; lý do được ghi lại trong nhật ký."),
}


def sentence(refused: Refused) -> str:
    """The sentence of a refusal in the language of the page."""
    values = {name: _shown(value) for name, value in refused.values.items()}
    return str(SENTENCES[refused.code]) % values


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return kinds_in_words(value)
    return "" if value is None else str(value)
