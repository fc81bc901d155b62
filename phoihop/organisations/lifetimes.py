"""What may be said of a body's days: nothing beyond its end."""

from datetime import date

from phoihop.organisations.models import Organisation, OrganisationName
from phoihop.organisations.rules import Span
from phoihop.refusals import Refused


def refuse_beyond_end(
    body: Organisation, span: Span, *, field: str = "", on: date
) -> None:
    """Raise if the span goes on after the body has ended, as known on ``on``.

    An end that is still to come, as of a joint group's term, may yet be put off.
    """
    end = body.ended_on
    if end is None or end > max(on, span.start):
        return
    if span.end is None or span.end > end:
        raise Refused(
            "organisation.ended_on", field=field, name=called(body, end), end=end
        )


def called(body: Organisation, on: date) -> str:
    """What the body is called on a day, to name it in a refusal."""
    names = OrganisationName.objects.shown_on(on)
    return names.get(organisation=body).text
