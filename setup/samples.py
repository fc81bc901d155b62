"""samples/: the papers that a newcomer tries first, written from setup/sample_texts/.

`.venv/bin/python -m setup.samples` writes them again; a test holds the files to their
texts. The .txt is its own text.
"""

import sys
import tomllib
from pathlib import Path

from phoihop.chores.demo_papers import paper_of
from phoihop.drafting import docx, pdf
from setup.places import HERE

TEXTS = HERE.root / "setup" / "sample_texts"
SAMPLES = HERE.root / "samples"
FONTS = HERE.vendor / "tinos"
PLAN, RULES = "ke-hoach-phoi-hop-2027.docx", "quy-che-phoi-hop.pdf"


def made(fonts: Path) -> dict[str, bytes]:
    """The bytes of each sample by its name; ``fonts`` is the folder of the faces."""
    plan, rules = (
        paper_of(tomllib.loads((TEXTS / name).read_text(encoding="utf-8")))
        for name in ("plan.toml", "rules.toml")
    )
    return {PLAN: docx.write(plan), RULES: pdf.write(rules, fonts=fonts)}


def main() -> int:
    """Write the samples."""
    for name, data in made(FONTS).items():
        (SAMPLES / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
