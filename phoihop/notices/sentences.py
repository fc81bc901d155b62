"""The sentence of each kind of notice, in Vietnamese; English in ``locale/en``."""

from django.utils.translation import gettext_lazy as _

from phoihop.notices.registry import Subject

SENTENCES = {
    "job.done": _("Việc “%(job)s” đã xong."),
    "job.parked": _(
        "Việc “%(job)s” gặp lỗi nhiều lần nên đã dừng. Người vận hành hệ thống đã "
        "thấy và sẽ cho chạy lại; không cần gửi yêu cầu khác."
    ),
    "job.refused": _("Việc “%(job)s” không làm được. Mở việc đó để xem lý do."),
    "membership.ended": _("Vai trò %(role)s của bạn đã được kết thúc."),
    "membership.given": _("Bạn được cấp vai trò %(role)s."),
    "progress.final": _(
        "“%(task)s” đã được báo cáo hoàn thành, chờ đơn vị bạn nghiệm thu."
    ),
    "task.accepted": _("“%(task)s” đã được nghiệm thu."),
    "task.returned": _("Báo cáo hoàn thành “%(task)s” bị trả lại. Mở để xem lý do."),
    "trail.broken": _(
        "Lần kiểm tra vừa rồi cho thấy nhật ký không còn nguyên vẹn. Chạy phoihop "
        "verify-trail trên máy chủ để biết từng chỗ."
    ),
}


def sentence(kind: str, subject: Subject) -> str:
    """What the reader is told, in the language that is active."""
    return str(SENTENCES[kind]) % subject.values
