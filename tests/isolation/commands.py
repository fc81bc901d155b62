"""The commands as doors: what each of them prints, held against who asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO

from django.core.management import call_command
from django.core.management.base import CommandError

from phoihop import clock
from phoihop.files import actions as files
from phoihop.files.models import StoredFile
from phoihop.jobs.reading import whole
from phoihop.jobs.transport import deliver
from phoihop.organisations.actions import oversight
from phoihop.organisations.roles import Role
from phoihop.scopes.context import unscoped
from tests.isolation import cast
from tests.isolation.browsers import CANARY, undone
from tests.isolation.cast import Part
from tests.isolation.province import Province, acting
from tests.isolation.rows import rows_of, watched


def printed(*arguments: str) -> str:
    """What a command prints; whatever it writes is undone."""
    out = StringIO()
    # Some say their verdict by the exit status.
    with undone(), suppress(SystemExit):
        call_command(*arguments, stdout=out, stderr=out)
    return out.getvalue()


def strange_exports(province: Province) -> list[str]:
    """What the export of any auditor holds that is not theirs to see, or lacks."""
    found = []
    for part in cast.IN_BODIES:
        if part.role is not Role.AUDITOR:
            continue
        text = printed("export_trail", "--by", part.account, "--purpose", "kiểm tra")
        found += strange_in(province, part, text, entries_of(province, part))
    return found


def strange_in(
    province: Province, part: Part, text: str, theirs: set[int]
) -> list[str]:
    """What lines taken out for an auditor hold that is not theirs to see, or lack."""
    shown = {canary.upper() for canary in CANARY.findall(text)}
    strange = sorted(shown - province.may_see(part))
    found = [f"{part}: export shows {canary}" for canary in strange]
    entries = {json.loads(line)["seq"] for line in text.splitlines()}
    if entries != theirs:
        wrong = sorted(entries ^ theirs)
        found.append(f"{part}: export has or lacks the entries {wrong[:5]}")
    return found


def strange_jobs(province: Province) -> list[str]:
    """The same of the files that a worker makes for any auditor."""
    found = []
    for part in cast.IN_BODIES:
        if part.role is Role.AUDITOR:
            theirs = entries_of(province, part)
            with undone():
                text = made_by_worker(province, part)
            found += strange_in(province, part, text, theirs)
    return found


def made_by_worker(province: Province, part: Part) -> str:
    """An auditor asks, a worker does it; the lines of the file that comes of it."""
    with acting(province, part.account, part.body) as by:
        job = oversight.export(purpose="kiểm tra", by=by, on=clock.today())
    deliver.call(job.pk)
    with unscoped(because="a test looks at what is stored"):
        made = StoredFile.objects.get(uuid=whole().get(pk=job.pk).outcome)
    with files.open_bytes(file=made) as file:
        return file.read().decode()


def entries_of(province: Province, part: Part) -> set[int]:
    """The numbers of the trail that lie in the circles of the person's body."""
    mine = {province.scopes[circle] for circle in province.circles_of(part)}
    rows = rows_of("trail_entry").values()
    return {int(str(row["seq"])) for row in rows if row["scope_id"] in mine}


def exports_for_others(province: Province) -> list[str]:
    """Exports that somebody got without being an auditor today."""
    found = []
    for part in cast.PARTS:
        if part.role is Role.AUDITOR or not part.account:
            continue
        with refused() as was:
            printed("export_trail", "--by", part.account, "--purpose", "tò mò")
        found += [] if was else [f"{part}: got an export"]
    return found


@contextmanager
def refused() -> Iterator[list[str]]:
    """Whether what runs inside is refused: empty if it is not."""
    said: list[str] = []
    try:
        yield said
    except CommandError as error:
        said.append(str(error))


def told_by_chores() -> list[str]:
    """Canaries that the commands which act for no body print."""
    found = []
    for command in ("tidy", "verify_trail", "inspect"):
        with watched() as seen:
            text = printed(command)
        found += [f"{command} shows {canary}" for canary in CANARY.findall(text)]
        found += [f"{command} opens a scope"] if seen.scope_was_open else []
    return found
