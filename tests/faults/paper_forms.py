"""The forms of papers: one handed in, a draft of it corrected, one added."""

from tests.documents.stage import drafts_of, read
from tests.factories import World
from tests.faults.form import LONG, Form, Typed


def _nothing(world: World) -> None:
    return None


def _duty(world: World) -> Typed:
    return {
        "text": LONG * 40,
        "lead": "Sở Nội vụ tỉnh Lam Khê",
        "supporting": "Hội Khuyến học tỉnh\nBan Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        "due_words": "quý IV/2026",
        "due_date": "30/12/2026",
        "outside": "on",
        "seen": 1,
    }


PAPER_FORMS = (
    Form(
        "document_receive",
        "lan",
        _nothing,
        lambda world: {"text": LONG * 200, "title": LONG * 6},
    ),
    Form(
        "draft_edit",
        "lan",
        lambda world: drafts_of(read(world), "task")[0].pk,
        _duty,
    ),
    Form("draft_add", "hoa", lambda world: read(world).pk, _duty, asked="?muc=task"),
)
