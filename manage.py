#!/usr/bin/env python3
"""Django's own commands; the product's verbs are in ``phoihop.cli``."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    execute_from_command_line(sys.argv)
