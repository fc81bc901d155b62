"""A paper of three hundred pages is read within the memory that one file may take."""

import subprocess
import sys

import pytest

from tests.hostile.papers import docx

pytestmark = [pytest.mark.pure, pytest.mark.long]

PAGES, LINES = 300, 30
MOST_MB = 200
READ = (
    "import resource, sys\n"
    "from phoihop.reading import sources\n"
    "read = sources.read(sys.stdin.buffer.read(), ending='docx')\n"
    "print(read.parts[0].text.count(chr(10)))\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
)


def line(number: int) -> str:
    """A line with a size, a colour and a place, as Word writes each."""
    return (
        f'<w:p w:rsidR="{number * 2_654_435_761 % 2**32:08X}"><w:pPr><w:jc '
        'w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/><w:color '
        f'w:val="000000"/></w:rPr><w:t>Việc {number}: Sở Nội vụ chủ trì, phối hợp với '
        f"Sở Tư pháp mở lớp số {number * 7_919 % 10_007}; xong trước ngày 30/6/2026."
        "</w:t></w:r></w:p>"
    )


def test_three_hundred_pages_stay_under_the_limit() -> None:
    data = docx("".join(map(line, range(PAGES * LINES))))
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    lines, most = map(int, done.stdout.split())
    assert lines == PAGES * LINES
    assert most < MOST_MB
