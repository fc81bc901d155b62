"""What the desk says of a draft: labels, why, until when. Words only."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from phoihop.formats import day
from phoihop.pages.dues import RHYTHMS
from phoihop.programmes.rules.due import last_day
from phoihop.reading.findings import Bound, DueKind, Field
from phoihop.reading.fitting import Doubt

LABELS = {
    Field.NUMBER: gettext_lazy("Số, ký hiệu"),
    Field.SYMBOL: gettext_lazy("Ký hiệu, chưa có số"),
    Field.TYPE: gettext_lazy("Loại văn bản"),
    Field.ISSUER: gettext_lazy("Cơ quan ban hành"),
    Field.PLACE: gettext_lazy("Nơi ban hành"),
    Field.ISSUED_ON: gettext_lazy("Ngày ban hành"),
    Field.SUBJECT: gettext_lazy("Trích yếu"),
    Field.SIGNER: gettext_lazy("Người ký"),
    Field.PARTY: gettext_lazy("Bên phối hợp"),
    Field.PERIOD: gettext_lazy("Thời gian áp dụng"),
    Field.REFERENCE: gettext_lazy("Văn bản dẫn chiếu"),
    Field.CLAUSE: gettext_lazy("Mục của văn bản"),
    Field.TASK: pgettext_lazy("one", "Nhiệm vụ"),
    Field.MEETING: gettext_lazy("Cuộc họp"),
}
# Parts of a value, by the name under which it is stored.
PARTS = {
    "text": gettext_lazy("Nội dung"),
    "name": gettext_lazy("Họ tên"),
    "position": gettext_lazy("Chức vụ"),
    "first": gettext_lazy("Từ"),
    "last": gettext_lazy("Đến"),
    "number": gettext_lazy("Số"),
    "type": gettext_lazy("Loại"),
    "date": gettext_lazy("Ngày"),
    "kind": gettext_lazy("Loại cuộc họp"),
    "place": gettext_lazy("Nơi họp"),
    "chair": gettext_lazy("Chủ trì"),
}
# Why the reader took it for this, by the word of its rule.
WHY = {
    "assigned_item": gettext_lazy("mục nằm dưới dòng giao việc cho đơn vị"),
    "carried_subject": gettext_lazy("câu nối tiếp việc của đơn vị nêu ngay trước"),
    "cited.bare_number": gettext_lazy("số, ký hiệu đứng riêng"),
    "cited.day": gettext_lazy("loại văn bản và ngày ban hành"),
    "cited.law": gettext_lazy("tên luật, bộ luật"),
    "cited.number": gettext_lazy("loại văn bản và số, ký hiệu"),
    "cited.symbol": gettext_lazy("loại văn bản và ký hiệu"),
    "doer_colon": gettext_lazy("tên đơn vị, dấu hai chấm rồi nội dung việc"),
    "doer_verb": gettext_lazy("tên đơn vị rồi động từ giao việc"),
    "governed_item": gettext_lazy("mục nằm trong phần giao việc"),
    "header.day": gettext_lazy("dòng địa danh, ngày tháng"),
    "header.day_line": gettext_lazy("dòng chỉ ghi ngày tháng"),
    "header.day_unreadable": gettext_lazy("ngày tháng ghi thiếu"),
    "header.heading": gettext_lazy("dòng tên loại văn bản"),
    "header.no_such_day": gettext_lazy("ngày không có trong lịch"),
    "header.not_numbered": gettext_lazy("văn bản chưa ghi số"),
    "header.number": gettext_lazy("dòng “Số:” ở đầu văn bản"),
    "header.number_misread": gettext_lazy("dòng “Số:” có chữ đứng ở chỗ chữ số"),
    "header.place": gettext_lazy("dòng địa danh, ngày tháng"),
    "header.words": gettext_lazy("loại văn bản nhắc trong lời văn"),
    "issuer.header": gettext_lazy("góc trái ở đầu văn bản"),
    "issuer.speaks": gettext_lazy("đơn vị tự nhắc tên mình"),
    "labelled_block": gettext_lazy("khối “chủ trì”, “phối hợp”, “thời gian”"),
    "lead_verb": gettext_lazy("từ “chủ trì, phối hợp”"),
    "meeting.held": gettext_lazy("câu kể về cuộc họp đã diễn ra"),
    "news_commitment": gettext_lazy("việc các bên thống nhất trong tin"),
    "numbered_item": gettext_lazy("số thứ tự đầu dòng"),
    "ordered_item": gettext_lazy("mục trong danh sách việc cần làm"),
    "party.and_others": gettext_lazy("câu kể “cùng với” các đơn vị khác"),
    "party.between": gettext_lazy("từ “giữa ... và ...”"),
    "party.cluster": gettext_lazy("tên cụm, khối thi đua và thành viên"),
    "party.giao_ban": gettext_lazy("các bên dự giao ban"),
    "party.hosts": gettext_lazy("các đơn vị cùng tổ chức hội nghị phối hợp, giao ban"),
    "party.issuer": gettext_lazy("cơ quan cùng ban hành"),
    "party.session": gettext_lazy("các bên của buổi làm việc"),
    "party.sides": gettext_lazy("các bên ghi trong biên bản"),
    "party.signed": gettext_lazy("các bên ký kết"),
    "party.signed_with": gettext_lazy("bên đứng ra ký kết và các bên cùng ký"),
    "period.first_sentence": gettext_lazy("câu đầu của văn bản"),
    "period.title": gettext_lazy("năm ghi ở trích yếu"),
    "person": gettext_lazy("người xác nhận thêm"),
    "planned_item": gettext_lazy("mục trong phần kế hoạch thực hiện"),
    "request": gettext_lazy("từ “yêu cầu”, “đề nghị”, “giao”"),
    "signature.glued": gettext_lazy("chức vụ và họ tên ở cuối văn bản"),
    "signature.office": gettext_lazy("chức vụ rồi họ tên ở cuối văn bản"),
    "subject.about": gettext_lazy("dòng “về việc”"),
    "subject.first_line": gettext_lazy("dòng đầu của văn bản"),
    "subject.headline": gettext_lazy("đầu đề của tin"),
    "subject.heading": gettext_lazy("dòng dưới tên loại văn bản"),
    "subject.same_line": gettext_lazy("cùng dòng với tên loại văn bản"),
    "table_row": gettext_lazy("một dòng của bảng giao việc"),
}
# Why a body may be meant by a name.
LIKENESS = {
    "name": gettext_lazy("đúng tên"),
    "alias": gettext_lazy("khớp tên gọi khác"),
    "symbol": gettext_lazy("khớp ký hiệu"),
    "former": gettext_lazy("khớp tên cũ"),
    "short": gettext_lazy("viết tắt"),
    "local": gettext_lazy("tên ngắn"),
    "list": gettext_lazy("viết gọn trong danh sách"),
    "near": gettext_lazy("gần giống"),
    "part": gettext_lazy("một phần của tên"),
    "heir": gettext_lazy("kế thừa"),
}
# Why a body that is called so is not taken by itself.
DOUBTS = {
    Doubt.ELSEWHERE: gettext_lazy("văn bản của nơi khác"),
    Doubt.UNPLACED: gettext_lazy("chưa rõ văn bản của nơi nào"),
    Doubt.LEVEL: gettext_lazy("có thể là đơn vị cấp khác"),
    Doubt.INSIDE: gettext_lazy("cơ quan nào cũng có đơn vị tên này"),
    Doubt.FORMER: gettext_lazy("ngày ban hành không còn tên này"),
    Doubt.LATER: gettext_lazy("ngày ban hành chưa có tên này"),
    Doubt.SEVERAL: gettext_lazy("văn bản ghi nhiều đơn vị"),
}


def why(because: str) -> str:
    """Which rule of the reader fired, in words."""
    return str(WHY.get(because, because))


def day_of(text: str | None) -> str:
    """``2026-06-30`` as papers write it; months, years and all else as they are."""
    year, _dash, rest = (text or "").partition("-")
    month, _dash, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit()):
        return text or ""
    return f"{number}/{month}/{year}" if number.isdigit() else f"{month}/{year}"


def due_words(due: dict[str, Any], read: str) -> str:
    """Until when, as computed and as read: 29/06/2026 (đọc: «trước 30/6/2026»)."""
    said = _until(due)
    words = " ".join((read or due["note"] or "").split())
    if not words:
        return said
    return _("%(said)s (đọc: «%(words)s»)") % {"said": said, "words": words}


def _until(due: dict[str, Any]) -> str:
    if due["date"]:
        return day_of(due["date"])
    kind = DueKind(due["kind"])
    if kind is DueKind.RECURRING:
        return str(RHYTHMS.get(due["value"], due["value"]))
    if kind in (DueKind.EVENT, DueKind.RELATIVE):
        return _("chưa thành ngày; nhập ngày khi sửa nếu đã biết")
    try:
        found = last_day(kind, due["value"], Bound(due["bound"]))
    except ValueError:
        found = None
    if found is not None:
        return day(found)
    return _("không tính được hạn") if due["note"] else _("không có hạn")
