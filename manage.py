#!/usr/bin/env python3
"""Django's own commands, as ``phoihop manage``; the product's verbs: ``phoihop``."""

import sys

from phoihop.cli import main

if __name__ == "__main__":
    sys.exit(main(["manage", *sys.argv[1:]]))
