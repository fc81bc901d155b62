"""The samples are what their texts say: binary and text never part."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from setup import samples

pytestmark = pytest.mark.pure


def members(data: bytes) -> dict[str, bytes]:
    """What lies in an archive: another zlib packs the same otherwise."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_samples_are_what_their_texts_make() -> None:
    """To renew them: .venv/bin/python -m setup.samples."""
    made = samples.made(samples.FONTS)
    plan, rules = (
        (samples.SAMPLES / name).read_bytes() for name in (samples.PLAN, samples.RULES)
    )
    assert members(plan) == members(made[samples.PLAN])
    assert rules == made[samples.RULES]


def test_each_sample_is_one_of_those_three_and_told_of() -> None:
    names = {path.name for path in samples.SAMPLES.iterdir()}
    papers = {samples.PLAN, samples.RULES, "tin-hoi-nghi-phoi-hop.txt"}
    assert names == {*papers, "README.md"}
    told = (samples.SAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(name in told for name in papers)
