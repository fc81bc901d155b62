"""By what a report is shown to be so: typed, and refused where it is none."""

from datetime import timedelta
from typing import Any

import pytest

from phoihop.programmes.actions import progress
from phoihop.programmes.actions.progress import NewEvidence
from phoihop.programmes.models import Evidence
from phoihop.programmes.models.progress import EvidenceKind
from tests import kept
from tests.actions.stage import acting
from tests.agreed import of_so, reported, words
from tests.conftest import NOW
from tests.factories import World
from tests.refused import refused
from tests.witness import dump, every, last_entry, said, version_faults

LATER = NOW + timedelta(days=10)
LAN_AND_DEPUTIES = ["lan", "hoa", "dung"]


def of_kind(kind: EvidenceKind, **other: Any) -> NewEvidence:
    """One proof of this kind that would do."""
    fit: dict[EvidenceKind, dict[str, Any]] = {
        EvidenceKind.PAPER: {"text": "Số 3/BC"},
        EvidenceKind.LINK: {"text": "Tin bài", "link": "https://lamkhe.gov.vn/tin/3"},
        EvidenceKind.COUNT: {"text": "hội nghị", "amount": 3},
        EvidenceKind.FILE: {},
    }
    return NewEvidence(kind, **{**fit[kind], **other})


@pytest.mark.parametrize(
    ("kind", "other", "code", "field"),
    [
        (EvidenceKind.PAPER, {"text": " "}, "evidence.no_text", "paper_text"),
        (EvidenceKind.COUNT, {"text": ""}, "evidence.no_text", "count_text"),
        (EvidenceKind.COUNT, {"amount": None}, "evidence.amount", "amount"),
        (EvidenceKind.COUNT, {"amount": -1}, "evidence.amount", "amount"),
        (EvidenceKind.COUNT, {"amount": 10**16}, "evidence.amount", "amount"),
        (EvidenceKind.LINK, {"text": ""}, "evidence.no_text", "link_text"),
        (EvidenceKind.LINK, {"link": ""}, "evidence.link", "link"),
        (EvidenceKind.LINK, {"link": "http://lamkhe.gov.vn/3"}, "evidence.link", ""),
        (EvidenceKind.LINK, {"link": "https://tin.vn/3"}, "evidence.link", "link"),
        (
            EvidenceKind.LINK,
            {"link": "https://facebook.com/ai.do/posts/3"},
            "evidence.link",
            "link",
        ),
        (EvidenceKind.LINK, {"link": "javascript:alert(1)"}, "evidence.link", "link"),
        (EvidenceKind.FILE, {}, "evidence.no_file", "file"),
    ],
)
def test_evidence_that_is_none_is_refused(
    world: World, kind: EvidenceKind, other: dict[str, Any], code: str, field: str
) -> None:
    before = dump()
    with refused(code, field=field or None):
        reported(world, of_so(world), evidence=[of_kind(kind, **other)])
    assert dump() == before


def test_a_link_to_a_channel_of_the_body_counts_while_it_is_its_own(
    world: World,
) -> None:
    """Of the reporting body, not of another party."""
    channel = kept.channel(world)
    link = f"{channel.url}/posts/12"
    proof = of_kind(EvidenceKind.LINK, link=link)
    with refused("evidence.link", field="link"):
        reported(world, of_so(world), evidence=[proof])
    reported(world, world.task, who="lan", evidence=[proof])
    assert [one.link for one in every(Evidence)] == [link]


def test_each_kind_keeps_what_it_has_and_nothing_else(world: World) -> None:
    task = of_so(world)
    with acting(world, "minh") as minh:
        examined = progress.examine(
            task=task, data=b"Danh sach", name="danh-sach.txt", **words(minh)
        )
    reported(
        world, task,
        evidence=[
            of_kind(EvidenceKind.PAPER, link="https://x.vn", amount=4),
            of_kind(EvidenceKind.LINK, amount=4),
            of_kind(EvidenceKind.COUNT, amount=0, link="https://x.vn"),
            of_kind(EvidenceKind.FILE, examined=examined),
        ],
    )  # fmt: skip
    rows = every(Evidence)
    assert [(row.kind, row.text, row.link, row.amount) for row in rows] == [
        ("paper", "Số 3/BC", "", None),
        ("link", "Tin bài", "https://lamkhe.gov.vn/tin/3", None),
        ("count", "hội nghị", "", 0),
        ("file", "danh-sach.txt", "", None),
    ]
    with acting(world, "lan"):
        # In the circle of the plan, so that whoever accepts can open it.
        assert rows[3].file.scope_id == world.plan.scope_id
    assert said(last_entry())["after"]["evidence"] == [
        "Số 3/BC", "Tin bài", "hội nghị", "danh-sach.txt",
    ]  # fmt: skip
    assert version_faults() == []


def test_a_report_has_a_few_proofs_not_hundreds(world: World) -> None:
    proofs = [of_kind(EvidenceKind.PAPER)] * (progress.MOST_EVIDENCE + 1)
    with refused("evidence.too_many"):
        reported(world, of_so(world), evidence=proofs)
