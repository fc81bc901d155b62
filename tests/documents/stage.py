"""What the tests of papers share: a plan to be read, received, read by a worker."""

from typing import Any

from phoihop import clock
from phoihop.chores import jobs as chores
from phoihop.documents.actions import receiving
from phoihop.documents.models import Document, Draft, Reading
from phoihop.jobs.models import Job
from phoihop.jobs.reading import whole
from phoihop.organisations.actions import papers, successions
from phoihop.organisations.models import SuccessionKind
from phoihop.scopes.context import unscoped
from tests.actions.stage import acting
from tests.factories import World
from tests.jobs.stage import worked

NAME = "ke-hoach-phoi-hop.txt"
PLAN = """TỈNH ỦY LAM KHÊ
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 84-KH/BTGDVTU
ĐẢNG CỘNG SẢN VIỆT NAM

Lam Khê, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
phối hợp công tác năm 2026

Căn cứ Chương trình phối hợp số 05-CTr/BTGDVTU ngày 20/02/2025.

I. NỘI DUNG PHỐI HỢP
1. Sở Nội vụ tỉnh Lam Khê chủ trì, phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy \
Lam Khê tổ chức hội nghị báo cáo viên, hoàn thành trước ngày 30/6/2026.
2. Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê chủ trì biên soạn tài liệu tuyên truyền, \
xong trong quý III/2026.

Nơi nhận:
- Thường trực Tỉnh ủy;
- Lưu.

TRƯỞNG BAN
Trần Thị Hoa
"""

# Shown as the paper has it, whatever the language of the page.
# What a paper is called that nobody called otherwise: its kind, number and subject.
TITLE = "Kế hoạch 84-KH/BTGDVTU phối hợp công tác năm 2026"
WRITTEN = (TITLE, *(line for line in PLAN.splitlines() if line))


def received(
    world: World,
    who: str = "lan",
    *,
    data: bytes = PLAN.encode(),
    name: str = NAME,
    title: str = "",
    declared: bool = False,
) -> Document:
    """A paper on the desk of who acts, its reading asked for."""
    with acting(world, who) as by:
        on = clock.today()
        examined = papers.examine(data=data, name=name, declared=declared, by=by, on=on)
        return receiving.receive(examined=examined, title=title, by=by, on=on)


def reading_of(document: Document) -> Reading:
    """The newest reading of a paper, as it is stored."""
    with unscoped(because="a test looks at what is stored"):
        rows = Reading.objects.select_related("document__file", "scope")
        found: Reading = rows.filter(document=document).latest("pk")
        return found


def read(world: World, who: str = "lan", **paper: Any) -> Reading:
    """A paper that a worker has read."""
    chores.fill()
    document = received(world, who, **paper)
    worked()
    return reading_of(document)


def job_of(reading: Reading) -> Job:
    """The job that read it, whoever may see it."""
    assert reading.job_id is not None
    return whole().get(pk=reading.job_id)


def drafts_of(reading: Reading, field: str = "") -> list[Draft]:
    """The drafts of a reading in their order, of one field or all."""
    with unscoped(because="a test looks at what is stored"):
        rows = Draft.objects.filter(reading=reading).select_related("reading", "scope")
        rows = rows.filter(field=field) if field else rows
        return list(rows.order_by("position"))


def ended(world: World, key: str) -> int:
    """A body that is no more from today on; ban came after it."""
    body = world.bodies[key]
    with acting(world, "hanh") as by:
        successions.succeed(
            predecessors=[body],
            successors=[world.bodies["ban"]],
            kind=SuccessionKind.ABSORB,
            day=clock.today(),
            decision="12/QĐ-UBND",
            by=by,
            on=clock.today(),
        )
    return body.pk
