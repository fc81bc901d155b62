"""A paper on every desk of the province, read, with drafts that say whose they are."""

from phoihop import clock
from phoihop.documents.actions import reading as readings
from phoihop.documents.actions import receiving
from phoihop.documents.models import Draft, Reading
from phoihop.documents.read_paper import DraftToBe, PaperRead
from phoihop.organisations.actions import papers
from phoihop.organisations.permissions import Actor
from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import Kind, Province, acting


def fill_desks(province: Province) -> None:
    """Let an officer of every body receive a paper, which is read at once."""
    for body in cast.BODIES:
        officer = account_of(body, Role.OFFICER)
        with acting(province, officer, body, body) as by:
            _receive(province, body, by)


def _receive(province: Province, body: str, by: Actor) -> None:
    on = clock.today()
    text = province.canary(body, body, "papertext")
    examined = papers.examine(
        data=f"{text}\n".encode(),
        name=province.canary(body, body, "papername") + ".txt",
        by=by,
        on=on,
    )
    document = receiving.receive(
        examined=examined,
        title=province.canary(body, body, "papertitle"),
        by=by,
        on=on,
    )
    reading: Reading = document.readings.select_related("scope").get()
    value = {"text": province.canary(body, body, "draft"), "organisation": None}
    draft = DraftToBe("issuer", value, 0, len(text), 90, "issuer.header")
    item = {"number": "1", "text": "Mục", "level": 1, "path": ["1"]}
    clause = DraftToBe("clause", item, None, None, 90, "numbered_item")
    paper = PaperRead(f"{text}\n", (draft, clause))
    readings.keep(reading=reading, paper=paper, by=by, on=on)
    province.add(Kind.DOCUMENT, f"{body}-document", document, body)
    province.add(Kind.READING, f"{body}-reading", reading, body)
    draft_row = Draft.objects.get(reading=reading, field="issuer")
    province.add(Kind.DRAFT, f"{body}-draft", draft_row, body)
