"""A review: figures from the records of its day, and what the body itself thinks."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.drafting.paper import Form, Heading, Paper, Paragraph, Table
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import tasks
from phoihop.refusals import Stale
from phoihop.reports import paper
from phoihop.reports.actions import reviews
from phoihop.reports.gathering import content_of
from phoihop.reports.models import Block, Judgement, Review, ReviewKind
from tests import kept_confirmations, readings
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.factories import World
from tests.refused import refused
from tests.witness import last_entry, version_faults


def words(world: World, **other: Any) -> dict[str, Any]:
    """The words with which the review of 2026 is begun."""
    return {
        "programme": world.programme,
        "plan": None,
        "kind": ReviewKind.ANNUAL,
        "year": 2026,
        "day": clock.today(),
        "place": "Lam Khê",
        "office": "TRƯỞNG BAN",
        "recipients": "Thường trực Tỉnh ủy",
        "on": clock.today(),
    } | other


def begun(world: World, name: str = "lan", **other: Any) -> Review:
    """A review that this person has begun."""
    with acting(world, name) as by:
        return reviews.begin(by=by, **words(world, **other))


def sentences(world: World, review: Review, name: str = "lan") -> list[str]:
    """What its records say, to this person."""
    with scoped(world.actors[name]):
        return [fact.text for fact in content_of(review).facts]


def composed(world: World, review: Review, **other: Any) -> Paper:
    """Its paper."""
    with acting(world, "lan"):
        own = paper.judgements_of(review)
        return paper.compose(review, content_of(review), own, **other)


@pytest.mark.parametrize("name", ["lan", "hoa", "dung", "minh"])
def test_every_party_may_review_for_itself(name: str, world: World) -> None:
    """On its own desk: the other party does not see it."""
    review = begun(world, name)
    other = "minh" if name != "minh" else "lan"
    with scoped(world.actors[other]):
        seen = Review.objects.filter(pk=review.pk).exists()
    assert not seen
    assert last_entry().did == "review.begun"
    assert version_faults() == []


@pytest.mark.parametrize(("name", "code"), NOT_DRAFTING[:3])
def test_who_only_looks_reviews_nothing(name: str, code: str, world: World) -> None:
    """A role that drafts is needed."""
    with forbidden_to(world, name, code) as by:
        reviews.begin(by=by, **words(world))


def test_a_review_counts_up_to_today_at_most(world: World) -> None:
    """Nothing is known of tomorrow."""
    with refused("review.day_to_come", field="day"):
        begun(world, day=date(2026, 6, 16))


def test_a_review_is_of_a_year_of_its_programme(world: World) -> None:
    """2031 lies beyond it."""
    with refused("review.year_outside", field="year"):
        begun(world, year=2031)


def test_the_plan_is_one_of_the_programme_and_year(world: World) -> None:
    """The plan of 2026 is not looked back on in the review of 2027."""
    with refused("review.plan_elsewhere", field="plan"):
        begun(world, plan=world.plan, year=2027)


def test_the_figures_are_those_of_the_records(world: World) -> None:
    """One of three tasks of the plan is overdue on the day of the tests."""
    found = sentences(world, begun(world))
    assert found[0].startswith("Tính đến hết ngày 15/06/2026, đã hoàn thành 0/3")
    assert "1 nhiệm vụ quá hạn" in found[0]
    assert "Còn 1 nhiệm vụ quá hạn chưa hoàn thành:" in found


def test_what_is_entered_later_changes_no_review_of_before(world: World) -> None:
    """As was: a task added today is not in a review as of yesterday."""
    review = begun(world, day=date(2026, 6, 14))
    before = sentences(world, review)
    with acting(world, "lan") as lan:
        tasks.create(
            plan=world.plan,
            text="Việc thêm hôm nay",
            lead=world.bodies["so"],
            due_date=date(2026, 6, 1),
            by=lan,
            on=clock.today(),
        )
    assert sentences(world, review) == before


def test_a_final_review_stands_whatever_is_recorded(world: World) -> None:
    """And nothing of it can be changed any more."""
    review = begun(world)
    before = sentences(world, review)
    with acting(world, "lan") as lan:
        reviews.finish(review=review, seen=1, by=lan, on=clock.today())
        tasks.create(
            plan=world.plan,
            text="Việc thêm sau khi chốt",
            lead=world.bodies["so"],
            due_date=None,
            by=lan,
            on=clock.today(),
        )
    assert sentences(world, review) == before
    with refused("review.final"), acting(world, "lan") as lan:
        reviews.say(
            review=review,
            block=Block.CAUSES,
            text="Thêm một câu",
            by=lan,
            on=clock.today(),
        )


def test_the_bodys_own_words_stand_in_their_block(world: World) -> None:
    """With who entered them; the paper itself shows no mark."""
    review = begun(world)
    with acting(world, "lan") as lan:
        said = reviews.say(
            review=review,
            block=Block.PROPOSALS,
            text="Đề nghị cấp thêm kinh phí.",
            by=lan,
            on=clock.today(),
        )
    blocks = composed(world, review).blocks
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads[-1] == "ĐỀ XUẤT, KIẾN NGHỊ"
    assert blocks[-1] == Paragraph("Đề nghị cấp thêm kinh phí.")
    assert said.by == world.user("lan")


def test_a_block_without_records_says_so(world: World) -> None:
    """Product rule 2; what only the body could say is left out, and not numbered."""
    review = begun(world, year=2027)
    heads = [b for b in composed(world, review).blocks if isinstance(b, Heading)]
    assert [(head.marker, head.text) for head in heads] == [
        ("I-", "KẾT QUẢ ĐẠT ĐƯỢC"),
        ("II-", "HẠN CHẾ, TỒN TẠI"),
    ]
    assert composed(world, review).blocks[-1] == Paragraph("Không có số liệu.")
    with acting(world, "lan") as lan:
        reviews.say(
            review=review,
            block=Block.PROPOSALS,
            text="Đề nghị cấp thêm kinh phí.",
            by=lan,
            on=clock.today(),
        )
    heads = [b for b in composed(world, review).blocks if isinstance(b, Heading)]
    assert (heads[-1].marker, heads[-1].text) == ("III-", "ĐỀ XUẤT, KIẾN NGHỊ")


def test_a_heading_over_items_with_tasks_is_no_gap(world: World) -> None:
    """As on the page of the plan: "II" calls for no task where "II.1" has its own."""
    made = kept_confirmations.made_of(world, readings.read(world))
    with acting(world, "lan"):
        programme = made.plan.programme
    found = sentences(world, begun(world, programme=programme))
    assert found
    assert not any("chưa có nhiệm vụ cụ thể" in said for said in found)


def test_a_programme_that_begins_with_a_name_keeps_its_capital(world: World) -> None:
    """Of a kind of paper the capital goes: "thực hiện chương trình ..."."""
    found = composed(world, begun(world))
    assert "thực hiện chương trình" in found.subject
    with acting(world, "lan"):
        world.programme.title = "Sở Nội vụ phối hợp với các bên"
        review = begun(world)
        review.programme = world.programme
        assert "thực hiện Sở Nội vụ" in composed(world, review).subject


def test_sources_name_the_rows_of_the_first_annex(world: World) -> None:
    """And no record by a "số", which is what a paper's number is called."""
    annex = composed(world, begun(world), with_sources=True).annexes[-1]
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert table.rows[0][2] == "kế hoạch; nhiệm vụ 1–3 tại Phụ lục I"
    assert not any(" số " in row[2] for row in table.rows)


def test_two_people_reword_one_judgement(world: World) -> None:
    """The second is shown both."""
    review = begun(world)
    with acting(world, "lan") as lan:
        said = reviews.say(
            review=review, block=Block.CAUSES, text="Một", by=lan, on=clock.today()
        )
        again = Judgement.objects.get(pk=said.pk)
        reviews.reword(
            judgement=said,
            seen=1,
            block=Block.CAUSES,
            text="Hai",
            by=lan,
            on=clock.today(),
        )
        with pytest.raises(Stale):
            reviews.unsay(judgement=again, seen=1, by=lan, on=clock.today())


def test_the_annex_of_sources_can_be_left_off(world: World) -> None:
    """The official copy is clean (product rule 8)."""
    review = begun(world)
    clean = composed(world, review)
    sourced = composed(world, review, with_sources=True)
    assert [annex.title for annex in clean.annexes] == [
        "TÌNH HÌNH THỰC HIỆN TỪNG NHIỆM VỤ"
    ]
    assert sourced.annexes[-1].title == "CĂN CỨ CỦA SỐ LIỆU"
    assert sourced.blocks == clean.blocks


def test_the_form_follows_the_body_that_issues(world: World) -> None:
    """ban is a body of the Party, so one of the state."""
    assert composed(world, begun(world)).form is Form.PARTY
    with acting(world, "minh"):
        assert paper.form_of(world.bodies["so"]) is Form.STATE
