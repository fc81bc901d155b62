"""``phoihop manage new_password``: a password for somebody who forgot theirs."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.permissions import command_line, scoped
from phoihop.refusals import Refused
from phoihop.sentences import sentence


class Command(BaseCommand):
    """For the operator above all: others get a link from their body's admin."""

    help = "Đặt mật khẩu mới cho một tài khoản / give an account a new password"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose; the password is asked for, or read from a pipe, never an argument."""
        parser.add_argument("--username", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Set it, record that it was set, and end every session of the account."""
        username = options["username"].strip().lower()
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"{username}: không có tài khoản này / no such account")
        if sys.stdin.isatty():
            password = getpass.getpass("Mật khẩu mới / new password: ")
        else:
            password = sys.stdin.readline().rstrip("\n")
        by, on = command_line(), clock.today()
        try:
            with scoped(by):
                people.new_password(person=person, password=password, by=by, on=on)
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        self.stdout.write(f"{person.username}: {person.name}")
