"""``phoihop manage tidy``: throw away what no page needs any more. Run it daily."""

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from phoihop import clock
from phoihop.accounts import attempts
from phoihop.files import actions as files
from phoihop.jobs import reaping
from phoihop.posts import actions as posts

# A form that stood open for longer than this is asked again.
KEEP = timedelta(days=30)
# A wrong try counts for minutes; so long one may still ask what happened.
KEEP_ATTEMPTS = timedelta(days=7)
# A row of the queue holds a number only; a day is for whoever looks for a fault.
KEEP_QUEUE = timedelta(days=1)


class Command(BaseCommand):
    """Keys of old posts, and sessions that have ended."""

    help = "Dọn khóa biểu mẫu và phiên đã hết hạn / old form keys and ended sessions"

    def handle(self, *args: Any, **options: Any) -> None:
        """Forget both."""
        forgotten = posts.forget(before=clock.now() - KEEP)
        attempts.forget(before=clock.now() - KEEP_ATTEMPTS)
        call_command("clearsessions")
        mended = reaping.mend()
        carried = reaping.prune(keep=KEEP_QUEUE)
        moved, dropped = files.put_in_order()
        self.stdout.write(
            f"{forgotten} khóa biểu mẫu / form keys, {mended.sent} việc nền gửi lại / "
            f"jobs sent again, {mended.parked} dừng / parked, {carried} dòng hàng đợi "
            f"/ rows of the queue, {moved} tệp về chỗ / files moved, {dropped} bỏ / "
            "dropped"
        )
