"""The command that sends the digests says what it did."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.factories import World
from tests.notices.sink import Sink
from tests.notices.stage import told_of_plan


def test_the_command_says_what_it_did(
    addressed: World, mail: Sink, settings: Any, capsys: Any
) -> None:
    told_of_plan(addressed, "lan")
    call_command("send_digest")
    assert "1 thư đã gửi / sent" in capsys.readouterr().out
    settings.MAIL_HOST = ""
    with pytest.raises(CommandError, match="PHOIHOP_MAIL_HOST"):
        call_command("send_digest")


def test_the_command_says_that_the_server_is_away(addressed: World, mail: Sink) -> None:
    told_of_plan(addressed, "lan")
    mail.says["MAIL"] = "421 closing"
    with pytest.raises(CommandError, match="không mất gì"):
        call_command("send_digest")
