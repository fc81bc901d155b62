"""``phoihop report``: the review of a programme's year, for one of its bodies."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.chores.bodies import body_called
from phoihop.drafting import docx, pdf
from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.organisations.permissions import command_line_of, scoped
from phoihop.programmes.models import Plan, Programme
from phoihop.reports import paper
from phoihop.reports.gathering import content_of
from phoihop.reports.models import Review, ReviewKind

KINDS = {"annual": ReviewKind.ANNUAL, "half-year": ReviewKind.HALF_YEAR}


class Command(BaseCommand):
    """Reads the plans that the body is in; writes one file, stores nothing."""

    help = "Lập báo cáo sơ kết, tổng kết ra tệp / the review report as a file"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Of what, for whom, and where to."""
        parser.add_argument("--list", action="store_true")
        parser.add_argument("--as", dest="body", metavar="BODY")
        parser.add_argument("--programme", type=int)
        parser.add_argument("--year", type=int)
        parser.add_argument("--kind", choices=list(KINDS), default="annual")
        parser.add_argument("--sources", action="store_true")
        parser.add_argument("--out", type=Path, metavar="FILE.docx|FILE.pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each review that can be asked for, or the one asked for."""
        if options["list"]:
            for line in _lines(options["body"]):
                self.stdout.write(line)
            return
        wanted = ("body", "programme", "year", "out")
        missing = [f"--{'as' if w == 'body' else w}" for w in wanted if not options[w]]
        if missing:
            raise CommandError(f"Thiếu {', '.join(missing)} / missing")
        out: Path = options["out"]
        if out.suffix not in (".docx", ".pdf"):
            raise CommandError("--out phải là tệp .docx hoặc .pdf / .docx or .pdf")
        body = body_called(options["body"])
        with scoped(command_line_of(body)):
            review = _review(body, options)
            composed = paper.compose(
                review,
                content_of(review),
                paper.judgements_of(review) if review.pk else {},
                with_sources=options["sources"],
            )
        if out.suffix == ".pdf":
            data = pdf.write(composed, fonts=paper.FONTS)
        else:
            data = docx.write(composed)
        out.write_bytes(data)
        self.stdout.write(str(out))


def _review(body: Organisation, options: dict[str, Any]) -> Review:
    """The body's own review of this year if it has begun one, else a fresh one."""
    programme = Programme.objects.filter(pk=options["programme"]).first()
    if programme is None:
        raise CommandError(
            f"Đơn vị không tham gia chương trình {options['programme']} / not a party"
        )
    if not programme.plans.filter(year=options["year"]).exists():
        raise CommandError(f"Không có kế hoạch năm {options['year']} / no such plan")
    kind, year = KINDS[options["kind"]], options["year"]
    begun = Review.objects.filter(
        organisation=body, programme=programme, plan=None, kind=kind, year=year
    )
    found: Review | None = begun.select_related("programme", "organisation").last()
    return found or Review(
        scope=body.desk,
        organisation=body,
        programme=programme,
        kind=kind,
        year=year,
        day=_last_day(year),
        place="",
        office="",
    )


def _last_day(year: int) -> date:
    """Today, or the last day of a year that is over."""
    return min(clock.today(), date(year, 12, 31))


def _lines(words: str | None) -> Iterator[str]:
    """``BODY PROGRAMME YEAR title``: numbers, and the title of the programme."""
    if words:
        bodies = [body_called(words)]
    else:
        members = ScopeMember.objects.active(clock.today())
        ids = members.values_list("organisation_id", flat=True).distinct()
        living = Organisation.objects.living(clock.today())
        bodies = list(living.filter(pk__in=ids).order_by("pk"))
    for body in bodies:
        with scoped(command_line_of(body)):
            rows = Plan.objects.select_related("programme").order_by(
                "programme", "year"
            )
            asked = {(row.programme_id, row.year): row.programme.title for row in rows}
        for (programme, year), title in asked.items():
            yield f"{body.pk} {programme} {year} {title}"
