"""``phoihop manage send_digest``: the day's letters, now, and not at their hour."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from phoihop import clock
from phoihop.chores import digests


class Command(BaseCommand):
    """Whoever has had a letter today gets no other."""

    help = "Gửi thư tổng hợp của hôm nay / send today's digest"

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many; exit status 1 where the server was not reached."""
        if not settings.MAIL_HOST:
            raise CommandError(
                "Chưa đặt máy chủ thư (PHOIHOP_MAIL_HOST): thông báo chỉ hiện trên "
                "trang. / No mail server is set (PHOIHOP_MAIL_HOST): notices stand on "
                "their page only."
            )
        gone = digests.send(on=clock.today())
        self.stdout.write(
            f"{gone.sent} thư đã gửi / sent, {gone.refused} bị từ chối / refused, "
            f"{gone.unclear} không rõ / unclear, {gone.withheld} thông báo giữ lại / "
            "notices withheld"
        )
        if gone.away:
            raise CommandError(
                "Không kết nối được máy chủ thư: thư chờ lần sau, không mất gì. / The "
                "mail server was not reached: the letters wait, nothing is lost."
            )
