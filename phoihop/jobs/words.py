"""What each kind of job is called; pages, notices and letters print it."""

from django.utils.translation import pgettext_lazy

LABELS = {
    "document.read": pgettext_lazy("job", "Đọc văn bản"),
    "trail.export": pgettext_lazy("job", "Xuất nhật ký"),
    "trail.verify": pgettext_lazy("job", "Kiểm tra nhật ký"),
}


def label(kind: str) -> str:
    """The name of a kind in the reader's language; a kind without one as its word."""
    return str(LABELS.get(kind, kind))
