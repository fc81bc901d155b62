"""Where things stand in the tree: every path the set-up touches, named once."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The paths of one checkout. Tests make one over a scratch folder."""

    root: Path

    @property
    def venv(self) -> Path:
        """The one Python environment of the house."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.venv / "bin" / "python"

    @property
    def uv(self) -> Path:
        """The package installer, inside the environment."""
        return self.venv / "bin" / "uv"

    @property
    def node_venv(self) -> Path:
        """A private Node, only on machines that have none of their own."""
        return self.root / ".venv-node"

    @property
    def locks(self) -> Path:
        """The hashed locks of the Python side."""
        return self.root / "requirements"

    @property
    def stamps(self) -> Path:
        """What has been done, one small file a step, and the logs beside them."""
        return self.root / "var" / "setup"

    @property
    def vendor(self) -> Path:
        """Third-party style sheets and fonts; made, never committed."""
        return self.root / "phoihop" / "pages" / "static" / "vendor"

    def log(self, name: str) -> Path:
        """The file that keeps the whole output of a command."""
        return self.stamps / f"{name}.log"


HERE = Places(Path(__file__).resolve().parent.parent)
