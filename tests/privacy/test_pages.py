"""A telephone number typed into a task: told at its field, and stored nowhere."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from phoihop.accounts.models import User
from phoihop.organisations.actions import oversight, people
from phoihop.organisations.models import Topic
from phoihop.organisations.permissions import command_line, scoped
from phoihop.programmes.models import Task
from phoihop.trail.models import Entry
from tests.conftest import SignIn
from tests.factories import BEGAN, World
from tests.own_database import OwnDatabase
from tests.pages.visiting import by_name, send
from tests.privacy import walk
from tests.refused import refused

pytestmark = pytest.mark.anywhere

CANARY = "0912 746 358"
TEXT = f"Gọi số {CANARY} trước ngày 15/6"


def add(client: Client, world: World, text: str, **other: Any) -> Any:
    typed = {"text": text, "lead": world.bodies["so"].pk, "due_date": "", **other}
    return send(client, by_name("task_create").address(world), **typed)


def everything_stored() -> str:
    """Every value of every table, as text."""
    found: list[str] = []
    with connection.cursor() as cursor:
        for table in sorted({column.split(".")[0] for column in walk.columns()}):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_a_phone_number_is_refused_at_its_field_and_stays_typed(
    world: World, sign_in: SignIn
) -> None:
    answer = add(sign_in("lan"), world, TEXT)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bỏ số điện thoại khỏi ô này" in page
    assert f"Đã thấy: “{CANARY}” (số điện thoại)." in page
    # Still in its field, for the person to mend.
    assert f"{TEXT}</textarea>" in page
    wrong = page.index("field-wrong")
    assert wrong < page.index(f"{TEXT}</textarea>") < page.index("Đã thấy")


def test_it_is_said_in_english_too(world: World, sign_in: SignIn) -> None:
    client = sign_in("lan")
    User.objects.filter(pk=world.user("lan").pk).update(language="en")
    page = add(client, world, TEXT).content.decode()
    assert "Take the telephone number out of this field" in page
    assert f"Seen: “{CANARY}” (telephone number)." in page


def test_nothing_of_it_is_stored_or_logged(
    world: World, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    client = sign_in("lan")
    with caplog.at_level(logging.DEBUG):
        add(client, world, TEXT)
        # The positive control: what may come in is found by the same search.
        assert add(client, world, "Canary 77310 ở bản Nà Lau").status_code == 302
    stored = everything_stored()
    assert "Canary 77310" in stored
    digits = CANARY.replace(" ", "")
    for where in (stored, caplog.text, str(dict(client.session.items()))):
        assert CANARY not in where
        assert digits not in where


def test_nothing_of_it_lies_in_the_files_of_the_database(
    own_database: OwnDatabase, own_world: World
) -> None:
    client = Client()
    client.force_login(own_world.user("lan"))
    add(client, own_world, TEXT)
    assert add(client, own_world, "Canary 77311").status_code == 302
    if own_database.vendor != "sqlite":
        pytest.skip("The files of PostgreSQL are not ours to read.")
    folder = Path(own_database.name).parent
    written = b"".join(
        path.read_bytes() for path in folder.rglob("*") if path.is_file()
    )
    assert b"Canary 77311" in written
    assert CANARY.encode() not in written


def test_the_trail_says_that_something_was_refused_and_no_more(
    world: World, sign_in: SignIn
) -> None:
    add(sign_in("lan"), world, TEXT)
    with scoped(world.actors["lan"]):
        last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert last.did == "refused"
    assert "screening.personal_data" in everything_stored()


def test_the_found_words_are_escaped(world: World, sign_in: SignIn) -> None:
    page = add(sign_in("lan"), world, "fb.com/<b>x</b>\nt.me/a&b").content.decode()
    assert "“t.me/a&amp;b”" in page
    assert "<b>x</b>" not in page


def test_all_wrong_fields_are_told_at_once(world: World, sign_in: SignIn) -> None:
    address = by_name("organisation_found").address(world)
    answer = send(
        sign_in("hanh"),
        address,
        name="Nhà ông Nguyễn Văn An",
        type="state",
        level="commune",
        founded_on="01/01/2026",
        decision="TỐI MẬT",
        aliases="0912746358",
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bỏ họ tên người khỏi ô này" in page
    assert "dấu chỉ mức độ mật" in page
    assert "Bỏ số điện thoại khỏi ô này" in page


def test_the_row_refuses_where_no_form_has_asked(world: World) -> None:
    lan = world.actors["lan"]
    with scoped(lan):
        with refused("screening.personal_data", field="text"):
            Task.objects.create(
                scope=world.task.scope, plan=world.plan, lead=world.task.lead, text=TEXT
            )
        with refused("screening.stamp", field="text"):
            world.task.change(seen=world.task.version, text="TUYỆT MẬT")


def test_a_body_may_be_called_what_no_column_may(world: World, sign_in: SignIn) -> None:
    answer = send(
        sign_in("hanh"),
        by_name("organisation_alias").address(world),
        text="Sở Dân tộc và Tôn giáo",
    )
    assert answer.status_code == 302


def test_reasons_in_the_trail_and_names_of_accounts_are_held(world: World) -> None:
    quang, thu, on = world.actors["quang"], world.actors["thu"], BEGAN
    with scoped(thu), refused("screening.personal_data", field="purpose"):
        oversight.export(purpose=f"Theo đơn của {CANARY}", by=thu, on=on)
    with scoped(quang), refused("screening.personal_data", field="because"):
        oversight.erase(
            seqs=[1],
            because=f"Có số {CANARY}",
            by=quang,
            second=world.actors["hoa"],
            on=on,
        )
    for typed, field in (
        ({"username": "0912746358", "name": "Lê Thị Ba"}, "username"),
        ({"username": "ba", "name": f"Lê Thị Ba {CANARY}"}, "name"),
    ):
        with refused("screening.personal_data", field=field):
            people.open_account(
                password="mot mat khau that dai", by=command_line(), on=on, **typed
            )


def test_a_topic_that_asks_what_people_think_is_refused(world: World) -> None:
    topic = Topic(name="Quan điểm của người dân", code="y-dan", valid_from=BEGAN)
    with refused("screening.label", field="name"):
        topic.save()
