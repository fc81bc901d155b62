"""The labelled papers that may lie beside the project, and how they are counted."""

import importlib.util
from types import ModuleType

from setup.places import HERE

CORPUS = HERE.root.parent / "shared" / "corpus"


def judge() -> ModuleType:
    """The scorer that lies beside the papers; only where ``CORPUS`` is there."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
