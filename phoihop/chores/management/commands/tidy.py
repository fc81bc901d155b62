"""``phoihop manage tidy``: throw away what no page needs any more. Run it daily."""

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from phoihop import clock
from phoihop.posts import actions as posts

# A form that stood open for longer than this is asked again.
KEEP = timedelta(days=30)


class Command(BaseCommand):
    """Keys of old posts, and sessions that have ended."""

    help = "Dọn khóa biểu mẫu và phiên đã hết hạn / old form keys and ended sessions"

    def handle(self, *args: Any, **options: Any) -> None:
        """Forget both."""
        forgotten = posts.forget(before=clock.now() - KEEP)
        call_command("clearsessions")
        self.stdout.write(f"{forgotten} khóa biểu mẫu / form keys")
