"""The trail in words: who changed what from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.formats import day
from phoihop.organisations.models import (
    Organisation,
    RelationKind,
    SuccessionKind,
    name_of,
)
from phoihop.trail import reading
from phoihop.trail.reading import Told

# What was done, by the word that the action recorded. English says it in the past,
# where the button of the same name says what to do.
DID = {
    "account.language": pgettext_lazy("did", "Đổi ngôn ngữ"),
    "account.opened": pgettext_lazy("did", "Mở tài khoản"),
    "account.password_changed": pgettext_lazy("did", "Đổi mật khẩu"),
    "account.password_set": pgettext_lazy("did", "Đặt mật khẩu mới"),
    "body_list.entered": pgettext_lazy("did", "Nhập danh sách đơn vị"),
    "body_list.received": pgettext_lazy("did", "Đọc danh sách đơn vị"),
    "body_list.undone": pgettext_lazy("did", "Hoàn tác danh sách đơn vị"),
    "channel.registered": pgettext_lazy("did", "Đăng ký kênh của đơn vị"),
    "channel.withdrawn": pgettext_lazy("did", "Thôi dùng kênh của đơn vị"),
    "competence.ended": pgettext_lazy("did", "Kết thúc thẩm quyền"),
    "competence.given": pgettext_lazy("did", "Ghi thẩm quyền"),
    "document.expunged": pgettext_lazy("did", "Bỏ văn bản có dấu mật"),
    "document.read_again": pgettext_lazy("did", "Yêu cầu đọc lại văn bản"),
    "document.received": pgettext_lazy("did", "Nhận văn bản"),
    "draft.accepted": pgettext_lazy("did", "Nhận mục đã đọc"),
    "draft.added": pgettext_lazy("did", "Thêm mục"),
    "draft.body_chosen": pgettext_lazy("did", "Chọn đơn vị cho mục"),
    "draft.corrected": pgettext_lazy("did", "Sửa mục đã đọc"),
    "draft.dropped": pgettext_lazy("did", "Bỏ mục đã đọc"),
    "draft.outside": pgettext_lazy("did", "Đánh dấu phạm vi hỗ trợ của mục"),
    "draft.reopened": pgettext_lazy("did", "Xem lại mục đã đọc"),
    "file.expunged": pgettext_lazy("did", "Bỏ tệp có dấu mật"),
    "file.made": pgettext_lazy("did", "Lập tệp"),
    "file.received": pgettext_lazy("did", "Nhận tệp vào hệ thống"),
    "focal_point.appointed": pgettext_lazy("did", "Cử đầu mối"),
    "focal_point.ended": pgettext_lazy("did", "Kết thúc đầu mối"),
    "invitation.accepted": pgettext_lazy("did", "Nhận lời mời"),
    "invitation.made": pgettext_lazy("did", "Mời"),
    "invitation.revoked": pgettext_lazy("did", "Thu hồi lời mời"),
    "job.retried": pgettext_lazy("did", "Cho chạy lại việc nền"),
    "judgement.reworded": pgettext_lazy("did", "Sửa nhận định"),
    "judgement.said": pgettext_lazy("did", "Thêm nhận định"),
    "judgement.withdrawn": pgettext_lazy("did", "Bỏ nhận định"),
    "membership.ended": pgettext_lazy("did", "Kết thúc vai trò"),
    "membership.given": pgettext_lazy("did", "Cấp vai trò"),
    "organisation.alias_added": pgettext_lazy("did", "Thêm tên gọi khác"),
    "organisation.designated": pgettext_lazy("did", "Đặt ký hiệu, mã định danh"),
    "organisation.designation_ended": pgettext_lazy(
        "did", "Kết thúc ký hiệu, mã định danh"
    ),
    "organisation.ended": pgettext_lazy("did", "Kết thúc hoạt động"),
    "organisation.founded": pgettext_lazy("did", "Thêm đơn vị"),
    "organisation.placed_under": pgettext_lazy("did", "Đặt cấp trên trực tiếp"),
    "organisation.related": pgettext_lazy("did", "Ghi quan hệ giữa đơn vị"),
    "organisation.relation_ended": pgettext_lazy("did", "Kết thúc quan hệ giữa đơn vị"),
    "organisation.renamed": pgettext_lazy("did", "Đổi tên đơn vị"),
    "organisation.succeeded": pgettext_lazy("did", "Kế thừa đơn vị khác"),
    "organisation.term_renewed": pgettext_lazy(
        "did", "Kiện toàn ban chỉ đạo, tổ liên ngành"
    ),
    "reading.confirmed": pgettext_lazy("did", "Xác nhận văn bản"),
    "reading.unconfirmed": pgettext_lazy("did", "Hoàn tác xác nhận văn bản"),
    "plan.changed": pgettext_lazy("did", "Sửa kế hoạch"),
    "plan.created": pgettext_lazy("did", "Lập kế hoạch"),
    "plan.filled": pgettext_lazy("did", "Xác nhận kế hoạch từ văn bản"),
    "plan.withdrawn": pgettext_lazy("did", "Hoàn tác xác nhận kế hoạch"),
    "programme.changed": pgettext_lazy("did", "Sửa chương trình"),
    "programme.created": pgettext_lazy("did", "Lập chương trình"),
    "programme.joined": pgettext_lazy("did", "Thêm bên vào chương trình"),
    "reading.accepted_several": pgettext_lazy("did", "Nhận nhiều mục một lần"),
    "reading.dropped_several": pgettext_lazy("did", "Bỏ nhiều mục một lần"),
    "reading.failed": pgettext_lazy("did", "Không đọc được văn bản"),
    "reading.lead_chosen": pgettext_lazy("did", "Chọn chủ trì cho nhiều nhiệm vụ"),
    "reading.ready": pgettext_lazy("did", "Đọc xong văn bản"),
    "reading.set_aside": pgettext_lazy("did", "Để riêng bản đọc"),
    "reading.taken_up": pgettext_lazy("did", "Lấy lại bản đọc để xác nhận"),
    "refused": pgettext_lazy("did", "Bị từ chối"),
    "progress.final": pgettext_lazy("did", "Báo cáo hoàn thành"),
    "progress.reported": pgettext_lazy("did", "Báo tiến độ"),
    "support.added": pgettext_lazy("did", "Thêm đơn vị phối hợp"),
    "support.changed": pgettext_lazy("did", "Sửa phần việc phối hợp"),
    "support.finished": pgettext_lazy("did", "Đánh dấu xong phần việc phối hợp"),
    "support.withdrawn": pgettext_lazy("did", "Bỏ đơn vị phối hợp"),
    "task.accepted": pgettext_lazy("did", "Nghiệm thu nhiệm vụ"),
    "review.begun": pgettext_lazy("did", "Lập báo cáo"),
    "review.changed": pgettext_lazy("did", "Sửa báo cáo"),
    "review.finished": pgettext_lazy("did", "Chốt báo cáo"),
    "task.changed": pgettext_lazy("did", "Sửa nhiệm vụ"),
    "task.created": pgettext_lazy("did", "Thêm nhiệm vụ"),
    "task.dropped": pgettext_lazy("did", "Bỏ nhiệm vụ"),
    "task.finished_outside": pgettext_lazy("did", "Đánh dấu xong nhiệm vụ"),
    "task.paused": pgettext_lazy("did", "Tạm dừng nhiệm vụ"),
    "task.resumed": pgettext_lazy("did", "Tiếp tục nhiệm vụ"),
    "task.returned": pgettext_lazy("did", "Trả lại báo cáo hoàn thành"),
    "task_sheet.entered": pgettext_lazy("did", "Nhập nhiệm vụ từ bảng"),
    "task_sheet.matched": pgettext_lazy("did", "Chọn đơn vị cho bảng nhiệm vụ"),
    "task_sheet.received": pgettext_lazy("did", "Đọc bảng nhiệm vụ"),
    "task_sheet.undone": pgettext_lazy("did", "Hoàn tác bảng nhiệm vụ"),
    "topic.created": pgettext_lazy("did", "Thêm lĩnh vực"),
    "topic.ended": pgettext_lazy("did", "Kết thúc lĩnh vực"),
    "topic.list_loaded": pgettext_lazy("did", "Nạp danh sách lĩnh vực"),
    "trail.check_asked": pgettext_lazy("did", "Yêu cầu kiểm tra nhật ký"),
    "trail.erased": pgettext_lazy("did", "Xóa nội dung nhật ký"),
    "trail.exported": pgettext_lazy("did", "Xuất nhật ký"),
}
# What a change may name besides the columns of its model.
ALSO = {
    "alias": gettext_lazy("Tên gọi khác"),
    "aliases": gettext_lazy("Tên gọi khác"),
    "because": gettext_lazy("Lý do"),
    "bodies": gettext_lazy("Các đơn vị"),
    "clauses": gettext_lazy("Số điều khoản"),
    "unseen": gettext_lazy("Số chỗ mắt thường không thấy, đã xem"),
    "code": gettext_lazy("Lý do từ chối"),
    "decision": gettext_lazy("Văn bản quyết định"),
    "drafts": gettext_lazy("Số mục"),
    "entered": gettext_lazy("Nhiệm vụ đã nhập"),
    "entries": gettext_lazy("Số mục"),
    "lines": gettext_lazy("Số dòng"),
    "name": gettext_lazy("Tên"),
    "parties": gettext_lazy("Các bên"),
    "purpose": gettext_lazy("Mục đích"),
    "route": gettext_lazy("Trang"),
    "relation": gettext_lazy("Quan hệ"),
    "seqs": gettext_lazy("Số thứ tự"),
    "tasks": gettext_lazy("Số nhiệm vụ"),
    "taken": gettext_lazy("Nhiệm vụ lấy theo bảng"),
    "withdrawn": gettext_lazy("Nhiệm vụ đã bỏ"),
    "valid_from": gettext_lazy("Từ ngày"),
    "valid_to": gettext_lazy("Đến trước ngày"),
    "above": gettext_lazy("Đơn vị cấp trên"),
    "below": gettext_lazy("Đơn vị cấp dưới"),
    "organisation": gettext_lazy("đơn vị"),
    "person": gettext_lazy("Người"),
    "invited_by": gettext_lazy("Người mời"),
    "agency_code": gettext_lazy("Mã định danh"),
    "area": gettext_lazy("Địa bàn"),
    "codes": gettext_lazy("Mã lĩnh vực"),
    "day": gettext_lazy("Từ ngày"),
    "deputy": gettext_lazy("Người thay"),
    "holder": gettext_lazy("Người phụ trách"),
    "members": gettext_lazy("Thành viên"),
    "predecessors": gettext_lazy("Đơn vị trước"),
    "standing": gettext_lazy("Cơ quan thường trực"),
    "succession_kind": gettext_lazy("Hình thức"),
    "successors": gettext_lazy("Đơn vị kế thừa"),
    "symbol": gettext_lazy("Ký hiệu"),
    "topic": gettext_lazy("Lĩnh vực"),
    "deliverable": gettext_lazy("Phần việc"),
    "support_due": gettext_lazy("Hạn của phần việc"),
    "support_done": gettext_lazy("Xong phần việc ngày"),
    "reported": gettext_lazy("Tiến độ (%)"),
    "note": gettext_lazy("Kết quả"),
    "paper": gettext_lazy("Thay mặt, theo văn bản"),
    "evidence": gettext_lazy("Minh chứng"),
    "facts": gettext_lazy("Số câu có số liệu"),
    # Of a review its own word, where others say from which day on.
    "review.day": gettext_lazy("Số liệu đến hết ngày"),
}
# Words that stand for a choice of another model than the one that was changed.
CHOSEN = {
    "relation": dict(RelationKind.choices),
    "succession_kind": dict(SuccessionKind.choices),
}
# Not for a person's eyes: keys whose row the page itself shows, kinds and phases, which
# what was done says by itself, and how a due was read, where its day is told.
UNTOLD = (
    "desk", "plan", "programme", "kind", "clause", "source", "task", "progress", "file",
    "phase", "percent", "due_kind", "due_value", "due_bound", "review",
)  # fmt: skip
# The page of each kind of row.
PAGES = {
    **{kind: kind for kind in ("job", "organisation", "plan", "programme", "task")},
    "tasksheet": "task_sheet",
}
PEOPLE = ("person", "invited_by", "holder", "deputy", "made_by", "by")
BODIES = (
    "lead", "organisation", "above", "below", "parties", "area", "members",
    "predecessors", "standing", "successors", "bodies",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One field: what it said and what it says."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One entry of the trail as a page shows it; ``url`` leads to what it is about."""

    seq: int
    did: str
    at: datetime
    who: str
    body: str
    url: str
    made: bool
    changes: list[Change]


PERSON, BODY = "person", "body"


@dataclass(frozen=True)
class Names:
    """The names that a piece of the trail speaks of, by id."""

    people: dict[int, str]
    bodies: dict[int, str]

    def of(self, field: str, value: object) -> str:
        """The people or bodies in ``value``, which stands in a field of them."""
        known = self.bodies if field in BODIES else self.people
        return ", ".join(known.get(pk, f"#{pk}") for pk in _ids(value))


def history(row: models.Model) -> list[Line]:
    """The newest changes of a row, as far as the open scope shows them."""
    return lines(reading.history(row))


def lines(entries: list[Told]) -> list[Line]:
    """Entries in words: one query more, for the names of people and bodies."""
    names = _names(entries)
    return [
        Line(
            seq=entry.seq,
            did=_did(entry),
            at=entry.at,
            who=names.people.get(entry.actor_id or 0, _("dòng lệnh của máy chủ")),
            body=names.bodies.get(entry.body_id or 0, ""),
            url=_url(entry),
            made=entry.made,
            changes=_changes(entry, names),
        )
        for entry in entries
    ]


def _url(entry: Told) -> str:
    known = entry.kind in PAGES and entry.object_id
    return reverse(PAGES[entry.kind], args=[entry.object_id]) if known else ""


def _did(entry: Told) -> str:
    said = str(DID.get(entry.did, entry.did))
    if entry.erased:
        return _("%(did)s (nội dung đã xóa)") % {"did": said}
    return _("%(did)s (dữ liệu minh họa)") % {"did": said} if entry.pretended else said


def _names(entries: list[Told]) -> Names:
    people = {entry.actor_id for entry in entries if entry.actor_id}
    bodies = {entry.body_id for entry in entries if entry.body_id}
    for entry in entries:
        for field, before, after in entry.changes:
            if field in PEOPLE:
                people.update(_ids(before), _ids(after))
            elif field in BODIES:
                bodies.update(_ids(before), _ids(after))
    columns = ("of", "pk", "called")
    accounts = User.objects.filter(pk__in=people).order_by()
    named = Organisation.objects.filter(pk__in=bodies).order_by()
    today = clock.today()
    known = (
        accounts.annotate(of=Value(PERSON), called=F("name"))
        .values_list(*columns)
        .union(
            named.annotate(of=Value(BODY), called=name_of("pk", today)).values_list(
                *columns
            ),
            all=True,
        )
    )
    names = Names(people={}, bodies={})
    for of, pk, called in known:
        (names.people if of == PERSON else names.bodies)[pk] = called
    return names


def _ids(value: object) -> Iterable[int]:
    found = value if isinstance(value, list) else [value]
    return [pk for pk in found if isinstance(pk, int)]


def _changes(entry: Told, names: Names) -> list[Change]:
    model = _model(entry.kind)
    # As on the forms: first what a thing is called, then its years and dates.
    fields = [field.name for field in model._meta.fields] if model else []
    place = {name: number for number, name in enumerate(fields)}
    told = sorted(entry.changes, key=lambda change: place.get(change[0], len(place)))
    changes = [
        Change(
            field=_label(model, field),
            before=_value(model, field, before, names),
            after=_value(model, field, after, names),
        )
        for field, before, after in told
        if field not in UNTOLD
    ]
    return [change for change in changes if change.before or change.after]


@cache
def _model(kind: str) -> Any:
    """The model of that name: asked for every entry, and the same for ever."""
    return next((m for m in apps.get_models() if m._meta.model_name == kind), None)


def _label(model: Any, field: str) -> str:
    own = ALSO.get(f"{model._meta.model_name}.{field}") if model else None
    try:
        label = str(own or ALSO.get(field) or model._meta.get_field(field).verbose_name)
    except (AttributeError, FieldDoesNotExist):
        return field
    return label[:1].upper() + label[1:]


def _value(model: Any, field: str, value: object, names: Names) -> str:
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return _("có")
    if field in BODIES or field in PEOPLE:
        return names.of(field, value)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    choices = _choices(model, field)
    if str(value) in choices:
        return str(choices[str(value)])
    return _day(str(value))


def _choices(model: Any, field: str) -> dict[str, object]:
    if field in CHOSEN:
        return {**CHOSEN[field]}
    try:
        found = model._meta.get_field(field).choices or []
    except (AttributeError, FieldDoesNotExist):
        return {}
    return dict(found)


def _day(text: str) -> str:
    """A day as it is written here; any other text as it is."""
    try:
        found = date.fromisoformat(text) if len(text) == len("2026-06-30") else None
    except ValueError:
        return text
    return day(found) if found else text
