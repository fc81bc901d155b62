"""A review as an official paper: the form of the body that issues it.

The copy is clean: no mark shows which sentence was counted and which the body wrote.
Where each figure comes from stands in an annex that can be left off (product rule 8).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from phoihop.drafting.marks import heading_marker
from phoihop.drafting.paper import (
    Annex,
    Block,
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from phoihop.organisations.models import (
    Designation,
    Organisation,
    OrganisationName,
    Relation,
)
from phoihop.organisations.models.organisation import OrganisationType
from phoihop.reports.models import Block as Part
from phoihop.reports.models import Review, ReviewKind
from phoihop.reports.rules import NO_DATA, Cite, Content, Fact, written
from phoihop.vietnamese import in_a_sentence

# Of a paper, so in Vietnamese whatever the interface.
HEADINGS = {
    Part.RESULTS: "KẾT QUẢ ĐẠT ĐƯỢC",
    Part.LIMITS: "HẠN CHẾ, TỒN TẠI",
    Part.CAUSES: "NGUYÊN NHÂN",
    Part.DIRECTION: "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
    Part.PROPOSALS: "ĐỀ XUẤT, KIẾN NGHỊ",
}
# What only the body can say is left out while it says nothing; of a result or a limit
# the paper says that nothing is on record.
OWN_WORDS = (Part.CAUSES, Part.DIRECTION, Part.PROPOSALS)
KINDS = {
    ReviewKind.HALF_YEAR: "Sơ kết 6 tháng đầu năm {year} thực hiện {what}",
    ReviewKind.ANNUAL: "Tổng kết năm {year} thực hiện {what}",
}
RECORDS = {
    "plan": "kế hoạch",
    "task": "nhiệm vụ",
    "progress": "báo cáo tiến độ",
    "evidence": "minh chứng",
}
TASK_HEADS = ("TT", "Nhiệm vụ", "Chủ trì", "Hạn", "Tình trạng", "Kết quả")
TASK_WIDTHS = (5, 40, 20, 12, 13, 30)
SOURCE_HEADS = ("TT", "Nội dung trong báo cáo", "Bản ghi làm căn cứ")
SOURCE_WIDTHS = (6, 60, 34)

# Filled by the set-up from a package; both writers are given the same faces.
FONTS = Path(__file__).parent.parent / "pages/static/vendor/tinos"


def compose(
    review: Review,
    content: Content,
    judgements: Mapping[str, Iterable[str]],
    *,
    with_sources: bool = False,
) -> Paper:
    """The paper of a review; ``judgements`` are the body's own words by block."""
    body: Organisation = review.organisation
    form = form_of(body)
    superior = _superior(body, review.day)
    annexes = [_tasks(content)] if content.rows else []
    if with_sources:
        annexes.append(_sources(content))
    what = review.plan.title if review.plan_id and review.plan else ""
    what = what or review.programme.title
    return Paper(
        form=form,
        issuers=(Issuer(_name(body, review.day), superior),),
        symbol=_symbol(body, form, review.day),
        place=review.place,
        kind="BÁO CÁO",
        subject=KINDS[ReviewKind(review.kind)].format(
            year=review.year, what=in_a_sentence(what)
        ),
        blocks=tuple(_body(review, what, content.facts, judgements, form)),
        signatures=(Signature(tuple(review.office.splitlines())),),
        recipients=tuple(
            line.strip() for line in review.recipients.splitlines() if line.strip()
        ),
        annexes=tuple(annexes),
    )


def form_of(body: Organisation) -> Form:
    """Bodies of the Party issue in its form, all others in the state's."""
    return Form.PARTY if body.type == OrganisationType.PARTY else Form.STATE


def judgements_of(review: Review) -> dict[str, list[str]]:
    """The body's own words by block, as they were entered."""
    found: dict[str, list[str]] = {}
    for block, text in review.judgements.order_by("pk").values_list("block", "text"):
        found.setdefault(block, []).append(text)
    return found


def _body(
    review: Review,
    what: str,
    facts: tuple[Fact, ...],
    judgements: Mapping[str, Iterable[str]],
    form: Form,
) -> Iterable[Block]:
    name = _name(review.organisation, review.day)
    yield Paragraph(
        f"Thực hiện {in_a_sentence(what)}, {name} báo cáo kết quả tính đến hết ngày "
        f"{written(review.day)} như sau (tình hình từng nhiệm vụ tại Phụ lục kèm theo):"
    )
    numbers = count(1)
    for part in Part:
        own = list(judgements.get(part.value, ()))
        held = [fact for fact in facts if fact.block == part.value]
        if part in OWN_WORDS and not held and not own:
            continue
        marker = heading_marker(Level.SECTION, next(numbers), form)
        yield Heading(HEADINGS[part], Level.SECTION, marker)
        for fact in held:
            yield Paragraph(fact.text, marker="-" if fact.is_item else "")
        for text in own:
            yield from (Paragraph(line) for line in text.splitlines() if line.strip())
        if not held and not own:
            yield Paragraph(NO_DATA)


def _tasks(content: Content) -> Annex:
    table = Table(TASK_HEADS, content.rows, TASK_WIDTHS)
    return Annex("TÌNH HÌNH THỰC HIỆN TỪNG NHIỆM VỤ", (table,), landscape=True)


def _sources(content: Content) -> Annex:
    places = {pk: place for place, (pk, _text) in enumerate(content.titles, 1)}
    rows = tuple(
        (str(number), fact.text, _cited(fact.cites, places))
        for number, fact in enumerate(content.facts, 1)
    )
    table = Table(SOURCE_HEADS, rows, SOURCE_WIDTHS)
    return Annex("CĂN CỨ CỦA SỐ LIỆU", (table,))


def _cited(cites: tuple[Cite, ...], places: Mapping[int, int]) -> str:
    """The records by kind: "nhiệm vụ 1–3, 7 tại Phụ lục I; báo cáo tiến độ mã 40".

    A task is found where the first annex has it; a code is that of its page. None is
    called a "số": a paper's number is something else.
    """
    ids: dict[str, list[int]] = {}
    for cite in cites:
        ids.setdefault(cite.kind, []).append(cite.id)
    said = []
    for kind, found in ids.items():
        if kind == "plan":
            said.append(RECORDS[kind])
        elif kind == "task" and all(pk in places for pk in found):
            listed = _in_runs(sorted({places[pk] for pk in found}))
            said.append(f"{RECORDS[kind]} {listed} tại Phụ lục I")
        else:
            said.append(f"{RECORDS[kind]} mã {', '.join(map(str, found))}")
    return "; ".join(said)


def _in_runs(numbers: list[int]) -> str:
    """1, 2, 3, 7 as "1–3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs
    )


def _name(body: Organisation, on: date) -> str:
    names = OrganisationName.objects.filter(organisation=body).order_by("valid_from")
    held = [row.text for row in names if row.valid_from <= on] or [names[0].text]
    return str(held[-1])


def _superior(body: Organisation, on: date) -> str:
    line = (
        Relation.objects.on(on)
        .filter(kind=Relation.Kind.SUPERIOR, below=body)
        .select_related("above")
    )
    above = line.first()
    return _name(above.above, on) if above else ""


def _symbol(body: Organisation, form: Form, on: date) -> str:
    """What stands behind the number: "BC-SNV" of the state, "BC/BTGTU" of the Party."""
    held = Designation.objects.filter(
        organisation=body, kind=Designation.Kind.SYMBOL
    ).order_by("-valid_from")
    found = next((row for row in held if row.valid_from <= on), None)
    joint = "/" if form is Form.PARTY else "-"
    return f"BC{joint}{found.text}" if found else "BC"
