"""``phoihop demo``: a fictional province, made by the real actions."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from phoihop.chores import demo_people, demo_province
from phoihop.organisations.models import Organisation


class Command(BaseCommand):
    """Makes the tables and, once, the province; then says how to sign in."""

    help = "Tạo tỉnh minh họa / make the demo province"

    def handle(self, *args: Any, **options: Any) -> None:
        """Safe to run again: a province that stands is left as it is."""
        if settings.HTTPS:
            # Its passwords are known to all: never on a site that others can reach.
            raise CommandError(
                "Tỉnh minh họa chỉ chạy trên máy này: đặt PHOIHOP_HTTPS=false. / The "
                "demo is for this machine only: set PHOIHOP_HTTPS=false."
            )
        if not settings.STATIC_ROOT.exists():
            call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", verbosity=0)
        if Organisation.objects.exists():
            self.stdout.write("Tỉnh minh họa đã có sẵn / the demo province stands.")
        else:
            self.stdout.write("Đang tạo tỉnh minh họa / making the demo province …")
            demo_province.make()
            # What was asked for is done before anybody looks.
            call_command("worker", batch=True)
        self.stdout.write("")
        for username, who in demo_people.SIGN_INS:
            self.stdout.write(f"  {username:<10} {demo_people.PASSWORD}   {who}")
        self.stdout.write("")
