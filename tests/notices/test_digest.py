"""The digest: one letter a person and day, of what they may still read, once."""

import logging
import random
import socket
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.chores import digests
from phoihop.notices import leaving, letters, post_office
from phoihop.notices.models import Digest, Notice
from phoihop.notices.registry import Subject
from phoihop.organisations.actions import people
from phoihop.organisations.models import ScopeMember
from tests.actions.stage import acting
from tests.factories import World
from tests.notices.sink import Sink, Taken
from tests.notices.stage import (
    digest,
    job_of,
    mail_states,
    told,
    told_of_plan,
    tomorrow,
)


class TestLeaving:
    """What leaves, and to whom."""

    def test_one_letter_a_person_however_much_there_is(
        self, addressed: World, mail: Sink
    ) -> None:
        """Three things told, one letter."""
        for event in "123":
            told_of_plan(addressed, "lan", "minh", event=event)
        assert digest().sent == 2
        assert [one.receivers for one in mail.taken] == [
            ["lan@lamkhe.example"],
            ["minh@lamkhe.example"],
        ]
        for one in mail.taken:
            assert one.letter["Subject"] == "Phối Hợp: 3 thông báo mới"
            assert one.text.count("Việc “Xuất nhật ký” đã xong.") == 3
        assert mail_states("lan")[-3:] == ["sent"] * 3

    def test_nobody_is_shown_to_anybody(self, addressed: World, mail: Sink) -> None:
        """One receiver a letter, and nobody else's name or address in it."""
        told_of_plan(addressed, "lan", "minh")
        digest()
        for one in mail.taken:
            (receiver,) = one.receivers
            assert one.letter["To"].addresses[0].addr_spec == receiver
            assert one.letter["Cc"] is None
            others = {"lan", "minh"} - {receiver.split("@", maxsplit=1)[0]}
            for other in others:
                assert addressed.user(other).name not in one.raw.decode()
                assert addressed.user(other).name not in one.text
                assert addressed.user(other).email not in one.raw.decode()

    def test_once_a_day_and_the_rest_tomorrow(
        self, addressed: World, mail: Sink
    ) -> None:
        """Whatever comes after the letter waits for the next."""
        told_of_plan(addressed, "lan")
        assert digest().sent == 1
        told_of_plan(addressed, "lan")
        assert digest().sent == 0
        assert mail_states("lan")[-2:] == ["sent", "waiting"]
        with tomorrow():
            assert digest().sent == 1
        assert len(mail.taken) == 2

    def test_who_has_no_address_is_told_on_the_page_alone(
        self, world: World, mail: Sink
    ) -> None:
        """And so is everybody where mail is off."""
        told_of_plan(world, "lan")
        assert mail_states("lan")[-1] == "none"
        assert digest().sent == 0

    def test_it_leaves_from_its_hour_on(
        self, addressed: World, mail: Sink, settings: Any
    ) -> None:
        """Seven in the morning in Việt Nam unless set otherwise."""
        told_of_plan(addressed, "lan")
        day = clock.today() + timedelta(days=1)
        for hour, sent in ((6, 0), (7, 1), (8, 0)):
            at = datetime(day.year, day.month, day.day, hour, 5, tzinfo=clock.VIETNAM)
            with time_machine.travel(at, tick=False):
                assert digests.at_its_hour().sent == sent

    def test_the_reader_gets_it_in_their_language(
        self, addressed: World, mail: Sink
    ) -> None:
        """The words of the letter, its subject and the names of what it tells."""
        User.objects.filter(username="lan").update(language="en")
        told_of_plan(addressed, "lan")
        digest()
        (one,) = mail.taken
        assert one.letter["Subject"] == "Phối Hợp: 1 new notice"
        assert one.letter["Content-Language"] == "en"
        assert "“Trail export” is done." in one.text
        assert "https://phoihop.lamkhe.example/thong-bao/" in one.text

    def test_the_same_letter_has_the_same_number(self) -> None:
        """So that a mail server knows it again; each day and person has another."""
        day = clock.today()
        first = letters.message_id(7, day)
        assert first == letters.message_id(7, day)
        assert len({first, letters.message_id(8, day)}) == 2
        assert first != letters.message_id(7, day + timedelta(days=1))


class TestRights:
    """They are asked again when it leaves."""

    def test_whose_role_has_ended_gets_nothing_of_the_body(
        self, addressed: World, mail: Sink
    ) -> None:
        """But that it has ended."""
        told_of_plan(addressed, "minh")
        role = addressed.user("minh").memberships.get()
        with acting(addressed, "hanh") as by:
            people.end_role(membership=role, seen=1, by=by, on=clock.today())
        gone = digest()
        assert (gone.sent, gone.withheld) == (1, 1)
        (one,) = mail.taken
        assert "Vai trò chuyên viên của bạn đã được kết thúc." in one.text
        assert "Xuất nhật ký" not in one.text
        assert mail_states("minh")[-2:] == ["withheld", "sent"]

    def test_whose_body_has_left_the_circle_gets_nothing(
        self, addressed: World, mail: Sink
    ) -> None:
        """Between the telling and the leaving."""
        told_of_plan(addressed, "minh")
        place = ScopeMember.objects.get(
            scope=addressed.plan.scope, organisation=addressed.bodies["so"]
        )
        place.change(seen=place.version, until=clock.today())
        assert (digest().withheld, mail.taken) == (1, [])

    def test_an_account_that_is_shut_gets_nothing(
        self, addressed: World, mail: Sink
    ) -> None:
        """Nor one whose address was taken away."""
        told_of_plan(addressed, "lan", "minh")
        User.objects.filter(username="lan").update(is_active=False)
        User.objects.filter(username="minh").update(email="")
        assert (digest().withheld, mail.taken) == (2, [])

    def test_in_a_generated_cast_nobody_gets_what_is_not_theirs(
        self, addressed: World, mail: Sink
    ) -> None:
        """Everybody is told of everything; letters say what each may see, no more."""
        by_chance = random.Random(26)
        scopes = {
            "ban": addressed.bodies["ban"].desk,
            "so": addressed.bodies["so"].desk,
            "xa": addressed.bodies["xa"].desk,
            "plan": addressed.plan.scope,
        }
        lies_in = {}
        for number in range(60):
            where = by_chance.choice(sorted(scopes))
            job = job_of(addressed, "lan", scopes[where])
            lies_in[job.pk] = where
            told(addressed, *addressed.actors, job=job, event=str(number))
        digest()
        sees = {"ban": {"ban", "plan"}, "so": {"so", "plan"}, "xa": {"xa"}}
        bodies = {body.pk: key for key, body in addressed.bodies.items()}
        checked = 0
        for one in mail.taken:
            who = one.receivers[0].split("@", maxsplit=1)[0]
            body = bodies.get(addressed.actors[who].organisation_id or 0, "")
            links = [line for line in one.text.splitlines() if "/viec-nen/" in line]
            shown = {int(line.rstrip("/").rpartition("/")[2]) for line in links}
            assert {lies_in[pk] for pk in shown} <= sees.get(body, set()), who
            checked += len(shown)
        assert checked >= 200


class TestServers:
    """Mail servers that are away, slow, refuse, or break off."""

    def test_while_the_server_is_away_everything_waits(
        self, addressed: World, mail: Sink, settings: Any, caplog: Any
    ) -> None:
        """And leaves when it is back; the log says so without a word of content."""
        told_of_plan(addressed, "lan", "minh")
        here = settings.MAIL_PORT
        with socket.socket() as shut:
            shut.bind(("127.0.0.1", 0))
            settings.MAIL_PORT = shut.getsockname()[1]
            assert digest().away
        assert mail_states("lan")[-1] == mail_states("minh")[-1] == "waiting"
        assert not Digest.objects.exists()
        assert "away" in caplog.text
        settings.MAIL_PORT = here
        assert digest().sent == 2

    def test_a_slow_server_is_waited_for_and_then_left(
        self, addressed: World, mail: Sink, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """So long, and no longer; nothing had been handed over."""
        told_of_plan(addressed, "lan")
        monkeypatch.setattr(post_office, "PATIENCE_SECONDS", 0.2)
        mail.is_slow = 0.5
        assert digest().away
        assert mail_states("lan")[-1] == "waiting"
        mail.is_slow = 0.0
        assert digest().sent == 1

    @pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "DATA."])
    def test_a_no_for_now_waits(self, addressed: World, mail: Sink, verb: str) -> None:
        """As a server says that knows us not yet, or is full."""
        told_of_plan(addressed, "lan")
        mail.says[verb] = "451 later"
        assert (digest().away, mail.taken) == (True, [])
        mail.says.clear()
        assert digest().sent == 1

    @pytest.mark.parametrize("verb", ["RCPT", "DATA", "DATA."])
    def test_a_no_for_good_is_said_and_tried_tomorrow(
        self, addressed: World, mail: Sink, verb: str
    ) -> None:
        """Not again and again on the same day."""
        told_of_plan(addressed, "lan")
        mail.says[verb] = "550 no such person"
        assert digest().refused == 1
        assert digest().refused == 0
        assert mail_states("lan")[-1] == "waiting"
        mail.says.clear()
        with tomorrow():
            assert digest().sent == 1

    def test_a_line_that_breaks_before_the_text_loses_nothing(
        self, addressed: World, mail: Sink
    ) -> None:
        """Nothing can have been taken."""
        told_of_plan(addressed, "lan")
        mail.hangs_up_at = "RCPT"
        assert digest().away
        mail.hangs_up_at = ""
        assert digest().sent == 1

    def test_a_line_that_breaks_after_the_text_is_unclear_and_never_sent_again(
        self, addressed: World, mail: Sink
    ) -> None:
        """It may have arrived, and here it has: at most once is the promise."""
        told_of_plan(addressed, "lan")
        mail.hangs_up_at = "DATA."
        assert digest().unclear == 1
        mail.hangs_up_at = ""
        assert digest().sent == 0
        with tomorrow():
            assert digest().sent == 0
        assert len(mail.taken) == 1
        assert mail_states("lan")[-1] == "unclear"
        assert leaving.how_many_unclear() == 1
        assert Notice.objects.filter(person=addressed.user("lan")).exists()

    def test_who_is_killed_while_sending_leaves_an_unclear_letter(
        self, addressed: World, mail: Sink, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The claim was committed; a quarter of an hour later it is called unclear."""
        told_of_plan(addressed, "lan")

        def killed(*words: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(post_office, "hand_over", killed)
            with pytest.raises(KeyboardInterrupt):
                digest()
        assert mail_states("lan")[-1] == "leaving"
        assert (digest().sent, leaving.call_unclear()) == (0, 0)
        with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False):
            assert digest().unclear == 1
        assert mail_states("lan")[-1] == "unclear"
        assert mail.taken == []

    def test_of_two_who_send_at_once_one_does(
        self, addressed: World, mail: Sink, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The pair of person and day is the key."""
        told_of_plan(addressed, "lan")
        held, again = post_office.opened, list[int]()

        def overtaken() -> Any:
            if not again:
                again.append(1)
                assert digest().sent == 1
            return held()

        monkeypatch.setattr(post_office, "opened", overtaken)
        assert digest().sent == 0
        assert len(mail.taken) == 1


NAMES = ["Lan", "Lan\r\n", "\nBcc: x@evil.example", "a\r\n\r\nbody", "“", "<b>", "\t"]
BREAKS = ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\0"]
HEADERS = ["Bcc: evil@evil.example", "To: evil@evil.example", "Subject: x", "X-A: b"]


# A line break inside of an encoded word: the standard library unwraps it on folding.
ENCODED = [
    "=?utf-8?q?a=0ABcc:_x?=",
    "=?utf-8?b?YQpCY2M6IHg=?=",
    "=?utf-8?q?a=0D=0ABcc:_x?= b",
    "x =?us-ascii?q?=0ABcc:_x?=",
]


def payloads() -> list[str]:
    """Two hundred ways to smuggle a line into a header."""
    made = [
        f"{name}{smuggled}{header}"
        for name in NAMES
        for smuggled in BREAKS
        for header in HEADERS
    ]
    return [*made, *ENCODED, "a" * 500]


def test_no_name_smuggles_a_line_into_a_letter(addressed: World, mail: Sink) -> None:
    found = payloads()
    assert len(found) >= 200
    plain = written_to(addressed, "Lan")
    lines = len(plain.get_content().splitlines())
    for payload in found:
        read = written_to(addressed, payload)
        assert sorted(read.keys()) == sorted(plain.keys()), payload
        receivers = [address.addr_spec for address in read["To"].addresses]
        assert receivers == [addressed.user("lan").email], payload
        assert len(read.get_content().splitlines()) == lines, payload


def written_to(world: World, name: str) -> Any:
    """A letter to somebody of this name about a body of this name, as it is read."""
    lan = world.user("lan")
    lan.name = name
    notice = Notice(kind="membership.given", subject=1)
    line = letters.Line(notice, Subject({"role": name}, "/thong-bao/", name))
    return mail_read(
        letters.letter(lan, clock.today(), [line], written="15/06/2026").as_bytes()
    )


def mail_read(raw: bytes) -> Any:
    """A letter as a mail program reads it."""
    return Taken("", [], raw).letter


@pytest.mark.parametrize(
    "email",
    [
        "a@b\r\nBcc: c@d.example",
        "a",
        "@",
        "ä@b.example",
        "a@b, c@d.example",
        "=?utf-8?q?a=0ABcc:?=@b.example",
    ],
)
def test_an_address_that_is_none_is_no_address(
    addressed: World, mail: Sink, email: str
) -> None:
    """However it got into the row."""
    User.objects.filter(username="lan").update(email=email)
    addressed.user("lan").refresh_from_db()
    told_of_plan(addressed, "lan")
    assert digest().refused == 1
    assert mail.taken == []


def test_nothing_of_a_letter_is_in_the_log(
    addressed: World, mail: Sink, caplog: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    told_of_plan(addressed, "lan")
    mail.says["DATA."] = "550 lan@lamkhe.example is unknown"
    digest()
    assert "lan@" not in caplog.text
    assert "Nguyễn" not in caplog.text
