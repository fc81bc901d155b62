"""What the tests of papers stand on: the faces, and an office where there is one."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from phoihop.drafting import pdf
from phoihop.drafting.paper import Paper
from setup.machine import OFFICES

MISSING = "There is no LibreOffice here: apt-get install libreoffice-writer-nogui"
VENDOR = Path(__file__).parents[2] / "phoihop/pages/static/vendor"


@pytest.fixture(scope="session")
def fonts() -> Path:
    """The folder in which the set-up puts Tinos."""
    return VENDOR / "tinos"


@pytest.fixture
def made(fonts: Path) -> Callable[[Paper], bytes]:
    """``made(paper)``: its .pdf."""
    return lambda paper: pdf.write(paper, fonts=fonts)


@pytest.fixture(scope="session")
def opened(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, bytes]], dict[str, bytes]]:
    """``opened(papers)``: the .pdf LibreOffice makes of each .docx, or a skip."""
    office = next(filter(None, map(shutil.which, OFFICES)), None)
    if office is None:
        pytest.skip(MISSING)
    place = tmp_path_factory.mktemp("office")

    def convert(papers: Mapping[str, bytes]) -> dict[str, bytes]:
        for name, data in papers.items():
            (place / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        files = [f"{name}.docx" for name in papers]
        subprocess.run(
            [office, profile, "--headless", "--convert-to", "pdf", *files],
            cwd=place,
            check=True,
            capture_output=True,
            timeout=120,
        )
        return {name: (place / f"{name}.pdf").read_bytes() for name in papers}

    return convert
