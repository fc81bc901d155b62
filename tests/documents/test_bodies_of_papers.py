"""Whom the names of a received paper mean, with the directory of the day."""

from phoihop import clock
from phoihop.documents import directory as directories
from phoihop.documents.surely import sure_bodies
from phoihop.reading.findings import Field
from tests.documents.stage import PLAN, drafts_of, ended, read
from tests.factories import World

SHORT = PLAN.replace("Sở Nội vụ tỉnh Lam Khê", "Sở Nội vụ")
FAR = SHORT.replace("Lam Khê", "Bình Phong").replace("LAM KHÊ", "BÌNH PHONG")


def test_a_short_name_is_known_at_home_and_waits_in_a_paper_from_elsewhere(
    world: World,
) -> None:
    """A wrong lead would see a plan that is none of its business."""
    home, far = (read(world, data=text.encode()) for text in (SHORT, FAR))
    [here], [there] = (drafts_of(one, Field.TASK)[:1] for one in (home, far))
    assert here.value["lead"]["organisation"] == world.bodies["so"].pk
    assert there.value["lead"]["organisation"] is None
    assert {name["organisation"] for name in there.value["supporting"]} == {None}
    known = directories.of(clock.today())
    drafts = drafts_of(far)
    assert sure_bodies(drafts, known.for_drafts(drafts, FAR)) == set()


def test_a_body_that_has_ended_leads_to_its_heirs(world: World) -> None:
    """Product rule 10: it is shown and not taken; who came after it can be chosen."""
    gone, heir = ended(world, "so"), world.bodies["ban"].pk
    known = directories.of(clock.today())
    first, second = known.candidates("Sở Nội vụ tỉnh Lam Khê")[:2]
    assert (first.organisation, first.ended) == (gone, True)
    assert (second.organisation, second.because, second.ended) == (heir, "heir", False)
    assert known.known("Sở Nội vụ tỉnh Lam Khê") is None
