"""``python -m bench [NAME ...]``: print the lines, or those that begin with a NAME.

``SIZE=full`` in the environment measures a million tasks instead of ten thousand.
"""

import os
import signal
import sys
import time
from importlib import import_module

import django

from bench.databases import own_place

FAMILIES = ("reading", "pages", "trail", "tasks", "report")
# Tasks: in the database that is measured, and in the one that growth starts from.
SIZES = {"": (10_000, 1_000), "full": (1_000_000, 10_000)}


def main(wanted: list[str]) -> int:
    """Measure and print; what is being done meanwhile is told on stderr."""
    asked = os.environ.get("SIZE", "").strip()
    if asked not in SIZES:
        print(f'SIZE is "{asked}"; it may be: full, or nothing.', file=sys.stderr)
        return 2
    # Stopped from outside, it takes its databases away as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.perf_counter()
    with own_place():
        # Models can be imported only once Django stands on this run's own settings,
        # so the families, which import them, are fetched by name.
        django.setup()
        large, small = SIZES[asked]
        import_module("bench.seed").provinces(large=large, small=small)
        for family in FAMILIES:
            for name, measured in import_module(f"bench.{family}").LINES.items():
                if not wanted or name.startswith(tuple(wanted)):
                    print(measured(name), flush=True)
    took, load = time.perf_counter() - began, os.getloadavg()[0]
    print(f"{took:.0f} s; load {load:.1f} on {os.cpu_count()} cores", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
