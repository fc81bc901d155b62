"""``phoihop manage open_operator``: the first account of an installation."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.organisations.actions import people
from phoihop.organisations.permissions import command_line, scoped
from phoihop.refusals import Refused
from phoihop.sentences import sentence


class Command(BaseCommand):
    """Whoever can run commands on the server may make an operator."""

    help = "Mở tài khoản người vận hành / open an operator's account"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who; the password is asked for, or read from a pipe, never an argument."""
        parser.add_argument("--username", required=True)
        parser.add_argument("--name", required=True, help="họ và tên / full name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Open the account and give it the operator's role from today."""
        if sys.stdin.isatty():
            password = getpass.getpass("Mật khẩu / password: ")
        else:
            password = sys.stdin.readline().rstrip("\n")
        by, on = command_line(), clock.today()
        try:
            with scoped(by):
                opened = people.open_operator(
                    username=options["username"],
                    name=options["name"],
                    password=password,
                    by=by,
                    on=on,
                )
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        self.stdout.write(f"{opened.person.username}: {opened.person.name}")
