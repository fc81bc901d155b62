"""What people make of findings is counted by rule; many go at once by proven rules.

Lan looks through papers at ban's desk. Whatever she takes, corrects, drops or adds
counts once her paper is confirmed, and no longer once that is taken back.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse

from phoihop import clock
from phoihop.documents import precision
from phoihop.documents.actions import desk, receiving, several
from phoihop.documents.counting import evidence_of, tallied
from phoihop.documents.models import DraftState, Reading, ReadingState, RuleCount
from phoihop.documents.precision import Tally
from phoihop.programmes.models import Confirmation, Plan
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.scopes.context import unscoped
from tests import readings
from tests.actions.stage import acting
from tests.actions.test_confirmations import confirmed, undone
from tests.at_once import hands
from tests.conftest import SignIn
from tests.documents.evidence import FEWEST, PAPERS, known_of, prove
from tests.documents.stage import PLAN, drafts_of, read, reading_of
from tests.documents.test_desk_pages import again, desk_of, press
from tests.documents.test_several import seen
from tests.factories import World
from tests.jobs.stage import worked
from tests.pages.words import sheet
from tests.refused import refused
from tests.witness import every, version_faults

Counts = dict[tuple[str, str], Tally]


def counted(world: World, who: str = "lan") -> Counts:
    """The table of a desk, without rules of which nothing is left."""
    body = world.actors[who].organisation
    assert body is not None
    with unscoped(because="a test looks at what is stored"):
        told = evidence_of(body.desk_id)
    return {rule: tally for rule, tally in told.items() if tally != Tally()}


def by_hand(*of: Reading) -> Counts:
    """The same, counted anew from the drafts of these readings."""
    total: Counts = {}
    for reading in of:
        rows = ((d.field, d.because, d.state) for d in drafts_of(reading))
        for rule, tally in tallied(rows).items():
            before = total.get(rule, Tally())
            sums = (getattr(before, n) + getattr(tally, n) for n in Tally.__slots__)
            total[rule] = Tally(*sums)
    return total


def looked_through(world: World, reading: Reading) -> Reading:
    """Every duty taken, and a draft of each other state."""
    told = {"on": clock.today()}
    with acting(world, "lan") as by:
        for task in drafts_of(reading, "task"):
            desk.accept(draft=task, seen=task.version, by=by, **told)
        (subject,) = drafts_of(reading, "subject")
        desk.correct(draft=subject, seen=1, value={"text": "đã sửa"}, by=by, **told)
        (reference,) = drafts_of(reading, "reference")
        desk.drop(draft=reference, seen=1, by=by, **told)
        desk.add(
            reading=reading,
            field=Field.PARTY,
            value={"text": "Các hội", "organisation": None},
            start=None,
            end=None,
            by=by,
            **told,
        )
    return reading_of(reading.document)


# --- counted -----------------------------------------------------------------------


def test_nothing_counts_before_it_is_confirmed(world: World) -> None:
    looked_through(world, read(world))
    assert counted(world) == {}


def test_what_became_of_each_finding_is_counted_by_its_rule(world: World) -> None:
    reading = looked_through(world, read(world))
    confirmed(world, reading, "so")
    told = counted(world)
    assert told["task", "lead_verb"] == Tally(2, 2, 0, 0, 0, 1)
    assert told["subject", "subject.heading"] == Tally(1, 0, 1, 0, 0, 1)
    assert told["reference", "cited.number"] == Tally(1, 0, 0, 1, 0, 1)
    assert told["party", "person"] == Tally(0, 0, 0, 0, 1, 1)
    # Left open: shown, and evidence of nothing.
    assert told["number", "header.number"] == Tally(1, 0, 0, 0, 0, 0)
    assert told == by_hand(reading)


def test_what_is_taken_back_counts_no_more(world: World) -> None:
    reading = looked_through(world, read(world))
    for _time in range(2):
        plan = confirmed(world, reading_of(reading.document), "so")
        assert counted(world) == by_hand(reading)
        undone(world, plan)
        assert counted(world) == {}
    assert version_faults() == []


def test_a_paper_confirmed_for_two_plans_counts_once(world: World) -> None:
    reading = readings.read(world)
    first = confirmed(world, reading, "so")
    second = confirmed(world, reading_of(reading.document), "xa")
    assert counted(world) == by_hand(reading)
    undone(world, first)
    assert counted(world) == by_hand(reading)
    undone(world, second)
    assert counted(world) == {}


@pytest.mark.parametrize("first_undone", [0, 1])
def test_a_paper_read_twice_counts_by_its_newest_reading(
    world: World, first_undone: int
) -> None:
    """Whichever of the two is confirmed or taken back first."""
    old = looked_through(world, read(world))
    with acting(world, "lan") as by:
        receiving.read_again(document=old.document, by=by, on=clock.today())
    worked()
    new = reading_of(old.document)
    with acting(world, "lan") as by:
        for task in drafts_of(new, "task"):
            desk.accept(draft=task, seen=1, by=by, on=clock.today())
    plans = [confirmed(world, old, "so")]
    assert counted(world) == by_hand(old)
    plans.append(confirmed(world, new, "so"))
    assert counted(world) == by_hand(new)
    undone(world, plans[first_undone])
    assert counted(world) == by_hand((new, old)[first_undone])
    undone(world, plans[1 - first_undone])
    assert counted(world) == {}


def test_each_desk_counts_for_itself(world: World) -> None:
    confirmed(world, looked_through(world, read(world)), "so")
    assert counted(world, "lan") != {}
    assert counted(world, "minh") == {}


@pytest.mark.races
def test_of_two_who_confirm_at_once_both_are_counted(own_world: World) -> None:
    """And both are gone when both take it back at once: nothing lost or doubled."""
    world = own_world
    papers = [readings.read(world), readings.read(world)]

    def confirm(reading: Reading, who: str) -> Callable[[], Plan]:
        return lambda: confirmed(world, reading_of(reading.document), "so", by=who)

    def undo(plan: Plan, who: str) -> Callable[[], None]:
        return lambda: undone(world, plan, by=who)

    with hands(2) as two:
        for _round in range(6):
            plans = two.at_once(confirm(papers[0], "lan"), confirm(papers[1], "hoa"))
            assert counted(world) == by_hand(*papers)
            two.at_once(undo(plans[0], "hoa"), undo(plans[1], "lan"))
            assert counted(world) == {}
    assert {one.undone_on is None for one in every(Confirmation)} == {False}
    assert {r.state for r in every(Reading)} == {ReadingState.READY}


# --- many at once ------------------------------------------------------------------


def taken_at_once(world: World, reading: Reading) -> bool:
    """Whether all duties of a reading go by one press."""
    tasks = drafts_of(reading, "task")
    try:
        with acting(world, "lan") as by:
            on = clock.today()
            several.accept_several(reading=reading, seen=seen(*tasks), by=by, on=on)
    except Refused:
        assert {again(task).state for task in tasks} == {DraftState.OPEN}
        return False
    assert {again(task).state for task in tasks} == {DraftState.ACCEPTED}
    return True


@pytest.mark.parametrize(
    ("right", "wrong", "papers", "taken"),
    [(FEWEST, 0, PAPERS, True), (FEWEST - 1, 0, PAPERS, False),
     (FEWEST, 0, PAPERS - 1, False), (960, 40, 200, False), (0, 0, 0, False)],
)  # fmt: skip
def test_duties_go_together_by_a_proven_rule_alone(
    world: World, right: int, wrong: int, papers: int, taken: bool
) -> None:
    """A lower bound of 0.97, over fifty confirmed papers; else each is looked at."""
    reading = read(world)
    for task in drafts_of(reading, "task"):
        known_of(task, right, wrong, papers)
    assert taken_at_once(world, reading) is taken


def _no_bound(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(precision, "PROVEN", 0.0)


def _any_number(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(precision, "ENOUGH_DOCUMENTS", 0)


def _plain_share(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(precision, "lower_bound", lambda right, of: right / of)


@pytest.mark.parametrize(
    ("mutant", "right", "wrong", "papers"),
    [(_no_bound, 900, 100, 100), (_any_number, 500, 0, 3), (_plain_share, 60, 0, 60)],
)
def test_the_check_sees_a_bound_that_was_switched_off(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    mutant: Callable[[pytest.MonkeyPatch], None],
    right: int,
    wrong: int,
    papers: int,
) -> None:
    reading = read(world)
    for task in drafts_of(reading, "task"):
        known_of(task, right, wrong, papers)
    assert not taken_at_once(world, reading)
    mutant(monkeypatch)
    assert taken_at_once(world, reading)


def test_who_presses_for_many_is_told_that_they_go_one_by_one(world: World) -> None:
    reading = read(world)
    named = seen(*drafts_of(reading))
    with acting(world, "lan") as by, refused("draft.one_by_one"):
        several.accept_several(reading=reading, seen=named, by=by, on=clock.today())
    assert {draft.state for draft in drafts_of(reading)} == {DraftState.OPEN}


def test_one_duty_alone_needs_no_evidence(world: World) -> None:
    reading = read(world)
    task = drafts_of(reading, "task")[0]
    with acting(world, "lan") as by:
        several.accept_several(
            reading=reading, seen=seen(task), by=by, on=clock.today()
        )
    assert again(task).state == DraftState.ACCEPTED


def test_the_evidence_of_another_desk_is_no_evidence_here(world: World) -> None:
    reading = read(world)
    with unscoped(because="a test sets the stage"):
        other = world.bodies["so"].desk
        for task in drafts_of(reading, "task"):
            RuleCount.objects.get_or_create(
                scope=other,
                field=task.field,
                because=task.because,
                defaults={"shown": 999, "accepted": 999, "documents": 99},
            )
    assert not taken_at_once(world, reading)


def test_a_duty_whose_lead_nobody_knows_never_goes_with_others(world: World) -> None:
    text = PLAN.replace("Sở Nội vụ tỉnh Lam Khê chủ trì", "Tổ công tác số 1 chủ trì")
    reading = read(world, data=text.encode())
    prove(*drafts_of(reading, "task"))
    assert not taken_at_once(world, reading)


def test_the_head_of_a_paper_goes_by_one_press(world: World, sign_in: SignIn) -> None:
    """Short lines that stand on the screen at once; what it cites goes the same way."""
    reading, client = read(world), sign_in("lan")
    html = client.get(desk_of(reading)).content.decode()
    head = [d for d in drafts_of(reading) if d.field not in ("task", "clause")]
    named = ",".join(f"{draft.pk}.1" for draft in head)
    press(client, reading, f"accept_all {named}")
    assert {again(draft).state for draft in head} == {DraftState.ACCEPTED}
    tasks = ",".join(f"{task.pk}.1" for task in drafts_of(reading, "task"))
    assert f"accept_all {tasks}" not in html
    answer = press(client, reading, f"accept_all {tasks}")
    assert answer.status_code == 422
    assert "2 mục trong nhóm phải nhận từng mục" in sheet(answer)


def test_the_desk_says_how_often_a_rule_was_right(
    world: World, sign_in: SignIn
) -> None:
    """And offers the press for the whole group once its rule is proven."""
    reading, client = read(world), sign_in("lan")
    shown = sheet(client.get(desk_of(reading)))
    assert "2 nhiệm vụ xem và nhận từng mục" in shown
    assert "quy tắc này đúng" not in shown
    tasks = drafts_of(reading, "task")
    known_of(tasks[0], 97, 2)
    shown = sheet(client.get(desk_of(reading)))
    assert "chủ trì, phối hợp”; quy tắc này đúng 97/99 lần" in shown
    prove(*tasks)
    page = client.get(desk_of(reading))
    named = ",".join(f"{task.pk}.{task.version}" for task in tasks)
    assert f'value="accept_all {named}"' in page.content.decode()
    assert "nhận từng mục" not in sheet(page)


def test_proven_duties_of_every_group_go_by_one_press(
    world: World, sign_in: SignIn
) -> None:
    """Behind the last of them; a group by itself has its own button."""
    text = PLAN.replace("2. Ban Tuyên giáo", "II. TỔ CHỨC THỰC HIỆN\n1. Ban Tuyên giáo")
    reading, client = read(world, data=text.encode()), sign_in("lan")
    tasks = drafts_of(reading, "task")
    named = ",".join(f"{task.pk}.{task.version}" for task in tasks)
    assert f"accept_all {named}" not in client.get(desk_of(reading)).content.decode()
    prove(*tasks)
    page = client.get(desk_of(reading))
    assert "Nhận cả 2 nhiệm vụ theo quy tắc đã kiểm chứng" in sheet(page)
    press(client, reading, f"accept_all {named}")
    assert {again(task).state for task in tasks} == {DraftState.ACCEPTED}
    assert "đã kiểm chứng" not in sheet(client.get(desk_of(reading)))


def test_a_rule_that_was_often_wrong_makes_its_findings_doubtful(
    world: World, sign_in: SignIn
) -> None:
    """The reader's own word stays in the draft: what is shown follows the evidence."""
    reading, client = read(world), sign_in("lan")
    task = drafts_of(reading, "task")[0]
    article = f'id="nhap-{task.pk}" tabindex="-1" data-step data-state="open" '
    html = client.get(desk_of(reading)).content.decode()
    assert f'{article}data-doubtful="0"' in html
    known_of(task, 20, 20)
    html = client.get(desk_of(reading)).content.decode()
    assert f'{article}data-doubtful="1"' in html
    assert again(task).confidence == task.confidence


# --- the page ----------------------------------------------------------------------


def test_the_cases_of_a_rule_lead_to_their_drafts(
    world: World, sign_in: SignIn
) -> None:
    reading = looked_through(world, read(world))
    address = reverse("reading_quality")
    case = f"{address}?muc=subject&quy_tac=subject.heading"
    lan = sign_in("lan")
    assert lan.get(case).status_code == 404
    confirmed(world, reading, "so")
    page = lan.get(case)
    subject = drafts_of(reading, "subject")[0]
    assert f"{desk_of(reading)}#nhap-{subject.pk}" in page.content.decode()
    assert "phối hợp công tác năm 2026 → đã sửa" in sheet(page)
    dropped = f"{address}?muc=reference&quy_tac=cited.number"
    said = "Nội dung: Chương trình phối hợp số 05-CTr/BTGDVTU ngày 20/02/2025 → -"
    assert said in sheet(lan.get(dropped))


def test_another_body_and_the_operator_see_no_count_of_it(
    world: World, sign_in: SignIn
) -> None:
    confirmed(world, looked_through(world, read(world)), "so")
    address = reverse("reading_quality")
    assert "1/1" not in sheet(sign_in("minh").get(address))
    for who in ("minh", "cuc", "hanh"):
        client = sign_in(who)
        assert "Chưa có số liệu" in sheet(client.get(address))
        case = client.get(f"{address}?muc=subject&quy_tac=subject.heading")
        assert case.status_code == 404


def test_no_person_is_counted() -> None:
    """The counts know rules and papers, and nobody who decided."""
    keys = {field.name for field in RuleCount._meta.get_fields() if field.is_relation}
    assert keys == {"scope"}
