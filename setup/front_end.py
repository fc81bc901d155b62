"""The front-end files: fetched by npm from its lock, the few we serve copied out."""

import os
import re
import shutil
from pathlib import Path

from setup.commands import answers, run, system_certificates
from setup.places import Places
from setup.python_side import make_node_venv
from setup.steps import Step, digest_of
from setup.words import Trouble, say

OLDEST_NODE = 18

FONTS = "@fontsource/be-vietnam-pro"
TINOS = "@expo-google-fonts/tinos"

# (file in node_modules, its place in static/vendor): nothing else is served.
FILES = (
    ("bootstrap/dist/css/bootstrap.min.css", "bootstrap/bootstrap.min.css"),
    ("bootstrap/LICENSE", "bootstrap/LICENSE"),
    *(
        (f"{FONTS}/files/{name}", f"be-vietnam-pro/{name}")
        for subset in ("vietnamese", "latin", "latin-ext")
        for weight in (400, 600)
        for name in [f"be-vietnam-pro-{subset}-{weight}-normal.woff2"]
    ),
    (f"{FONTS}/LICENSE", "be-vietnam-pro/LICENSE"),
    *(
        (f"{TINOS}/{face}/Tinos_{face}.ttf", f"tinos/Tinos_{face}.ttf")
        for face in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
    ),
    (f"{TINOS}/LICENSE", "tinos/LICENSE"),
    (f"{TINOS}/LICENSE_FONT", "tinos/LICENSE_FONT"),
)

# npm by itself waits more than a minute before it says that there is no network.
PATIENCE = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")

SOURCE_MAP = re.compile(rb"\s*/\*# sourceMappingURL=.*?\*/\s*$")


def step(places: Places) -> Step:
    """The step that fills static/vendor."""
    return Step(
        "front_end",
        do=lambda: fill_vendor(places),
        digest=lambda: digest_of(
            places.root / "package.json",
            places.root / "package-lock.json",
            places.root / ".npmrc",
            Path(__file__),
        ),
        makes=tuple(places.vendor / place for _, place in FILES),
    )


def fill_vendor(places: Places) -> None:
    """Fetch the packages by the lock and copy out the files we serve."""
    npm_ci(places, npm_environment(places))
    copy_files(places.root / "node_modules", places.vendor)


def npm_environment(places: Places) -> dict[str, str]:
    """An environment whose PATH has a Node that works: the machine's, or our own."""
    environment = dict(os.environ)
    machine = system_certificates()
    if machine:
        # Added to Node's own list, not put in its place. Without it npm tries a
        # refused certificate for more than a minute before it says so.
        environment.setdefault("NODE_EXTRA_CA_CERTS", machine)
    if not usable_node():
        bin_folder = places.node_venv / "bin"
        if answers([bin_folder / "npm", "--version"]) is None:
            print(say("step.node"), end=" ", flush=True)
            bin_folder = make_node_venv(places)
        environment["PATH"] = f"{bin_folder}{os.pathsep}{environment.get('PATH', '')}"
    return environment


def usable_node() -> bool:
    """Whether this machine has a Node new enough, with an npm that runs."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or answers([npm, "--version"]) is None:
        return False
    version = re.match(r"v(\d+)\.", answers([node, "--version"]) or "")
    return version is not None and int(version[1]) >= OLDEST_NODE


def npm_ci(places: Places, environment: dict[str, str]) -> None:
    """Install exactly the lock; no package may run a script of its own."""
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *PATIENCE],
        log=places.log("front_end"),
        cwd=places.root,
        env=environment,
    )


def copy_files(packages: Path, vendor: Path) -> None:
    """Copy the served files into a fresh folder, then put it in the old one's place."""
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for source, place in FILES:
        if not (packages / source).is_file():
            raise Trouble("front_end.missing", file=source)
        target = fresh / place
        target.parent.mkdir(parents=True, exist_ok=True)
        content = (packages / source).read_bytes()
        if target.suffix == ".css":
            # The map is for people who develop Bootstrap; naming a file that is
            # not served makes collectstatic stop.
            content = SOURCE_MAP.sub(b"\n", content)
        target.write_bytes(content)
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
