"""Topics, and which body answers for which of them where."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from phoihop import clock
from phoihop.organisations.actions import competences, directory, topics
from phoihop.organisations.models import Competence, Organisation, Topic
from phoihop.organisations.permissions import command_line
from phoihop.organisations.rules.topics import TopicLine, read
from tests.actions.stage import ROLE, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

NOT_OPERATOR = [name for name in PEOPLE if name != "hanh"]
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
SHIPPED = Path(directory.__file__).parent.parent / "topics.toml"


def topic(code: str = "dat-dai", parent: Topic | None = None, **other: Any) -> Topic:
    """A topic of the tree."""
    words: dict[str, Any] = {"name": f"Lĩnh vực {code}", "valid_from": BEGAN}
    return topics.create(
        code=code, parent=parent, by=command_line(), on=clock.today(), **words | other
    )


def given(world: World, body: str, about: Topic, area: str, **other: Any) -> Competence:
    """A body answers for a topic in an area."""
    words: dict[str, Any] = {"basis": "Luật Đất đai, Điều 123", "valid_from": BEGAN}
    return competences.give(
        body=world.bodies[body],
        topic=about,
        area=world.bodies[area],
        by=command_line(),
        on=clock.today(),
        **words | other,
    )


class TestTopics:
    """The tree of services and decisions."""

    def test_a_topic_stands_under_another(self, world: World) -> None:
        land = topic()
        part = topic("cap-giay", land)
        assert [t.code for t in part.line()] == ["cap-giay", "dat-dai"]
        assert last_entry().did == "topic.created"
        assert version_faults() == []

    @pytest.mark.parametrize("code", ["", "Đất", "dat dai", "-dat", "dat--dai"])
    def test_its_code_is_plain(self, world: World, code: str) -> None:
        with refused("topic.bad_code", field="code"):
            topic(code)

    def test_a_code_names_one_topic(self, world: World) -> None:
        topic()
        with refused("topic.code_taken", field="code"):
            topic()

    def test_the_tree_is_four_deep(self, world: World) -> None:
        above = None
        for number in range(4):
            above = topic(f"bac-{number}", above)
        with refused("topic.too_deep", field="parent"):
            topic("bac-4", above)

    def test_a_topic_ends_after_its_parts(self, world: World) -> None:
        land = topic()
        part = topic("cap-giay", land)
        words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
        with refused("topic.has_parts", field="valid_to"):
            topics.end(topic=land, seen=1, valid_to=JUNE, **words)
        with refused("organisation.span_empty", field="valid_to"):
            topics.end(topic=part, seen=1, valid_to=BEGAN, **words)
        topics.end(topic=part, seen=1, valid_to=JUNE, **words)
        with refused("directory.already_ended"):
            topics.end(topic=part, seen=2, valid_to=JULY, **words)
        topics.end(topic=land, seen=1, valid_to=JUNE, **words)
        assert list(Topic.objects.on(JUNE)) == []
        assert version_faults() == []

    def test_a_list_is_loaded_once(self, world: World) -> None:
        words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
        lines = read(SHIPPED.read_text(encoding="utf-8"))
        made = topics.load(lines=lines, valid_from=BEGAN, **words)
        assert len(made) == len(every(Topic)) == len(lines) >= 40
        more = [*lines, TopicLine("khac", "Việc khác", lines[0].code)]
        (last,) = topics.load(lines=more, valid_from=BEGAN, **words)
        assert last.parent is not None
        assert last.parent.code == lines[0].code
        assert said(last_entry())["after"]["codes"] == ["khac"]
        assert version_faults() == []

    def test_the_command_loads_the_list_that_comes_along(
        self, world: World, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A second time there is nothing new in it."""
        call_command("load_topics")
        count = len(every(Topic))
        assert count >= 40
        assert capsys.readouterr().out == f"{count} lĩnh vực mới / new topics\n"
        call_command("load_topics")
        assert capsys.readouterr().out == "0 lĩnh vực mới / new topics\n"
        assert len(every(Topic)) == count

    @pytest.mark.parametrize(
        "text", [None, b"\xff", b"[[topic]]\n", b'[[topic]]\ncode="A"\nname="B"\n']
    )
    def test_the_command_loads_nothing_of_a_list_that_is_none(
        self, world: World, tmp_path: Path, text: bytes | None
    ) -> None:
        path = tmp_path / "topics.toml"
        if text is not None:
            path.write_bytes(text)
        with pytest.raises(CommandError):
            call_command("load_topics", path)
        assert every(Topic) == []

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_nobody_but_the_operator_keeps_it(self, world: World, name: str) -> None:
        land, on = topic(), clock.today()
        with forbidden_to(world, name, ROLE) as by:
            topics.create(name="Y tế", code="y-te", valid_from=BEGAN, by=by, on=on)
        with forbidden_to(world, name, ROLE) as by:
            topics.end(topic=land, seen=1, valid_to=JUNE, by=by, on=on)
        with forbidden_to(world, name, ROLE) as by:
            topics.load(lines=[], valid_from=BEGAN, by=by, on=on)


class TestCompetences:
    """Field, territory, level: who answers."""

    def test_the_narrowest_answers_first(self, world: World) -> None:
        words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
        so, xa = world.bodies["so"], world.bodies["xa"]
        directory.place_under(below=xa, above=so, valid_from=BEGAN, **words)
        land = topic()
        part = topic("cap-giay", land)
        wide = given(world, "so", land, "so")
        narrow = given(world, "ban", part, "so")
        here = given(world, "xa", land, "xa")
        asked = Competence.objects.competent
        assert list(asked(part, xa, JUNE)) == [here, narrow, wide]
        # What is said of a part says nothing of the whole, nor a commune's of others.
        assert list(asked(land, xa, JUNE)) == [here, wide]
        assert list(asked(part, so, JUNE)) == [narrow, wide]
        assert list(asked(part, world.bodies["ban"], JUNE)) == []

    def test_it_holds_on_its_days_and_while_the_body_lives(self, world: World) -> None:
        land, so = topic(), world.bodies["so"]
        given(world, "so", land, "so", valid_from=JUNE, valid_to=JULY)
        days = (date(2026, 5, 31), JUNE, date(2026, 6, 30), JULY)
        asked = Competence.objects.competent
        assert [asked(land, so, day).count() for day in days] == [0, 1, 1, 0]
        Organisation.objects.filter(pk=so.pk).update(ended_on=JUNE)
        assert asked(land, so, JUNE).count() == 0

    def test_the_same_is_not_said_twice_of_one_day(self, world: World) -> None:
        land = topic()
        held = given(world, "so", land, "so")
        with refused("competence.overlaps", field="valid_from"):
            given(world, "so", land, "so", valid_from=JUNE)
        given(world, "ban", land, "so")
        words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
        with refused("organisation.span_empty", field="valid_to"):
            competences.end(competence=held, seen=1, valid_to=BEGAN, **words)
        competences.end(competence=held, seen=1, valid_to=JUNE, **words)
        with refused("directory.already_ended"):
            competences.end(competence=held, seen=2, valid_to=JULY, **words)
        given(world, "so", land, "so", valid_from=JUNE)
        assert version_faults() == []

    @pytest.mark.parametrize(
        ("other", "code"),
        [
            ({"basis": " "}, "competence.no_basis"),
            ({"valid_to": BEGAN}, "organisation.span_empty"),
        ],
    )
    def test_it_has_a_basis_and_days(
        self, world: World, other: dict[str, Any], code: str
    ) -> None:
        with refused(code):
            given(world, "so", topic(), "so", **other)

    def test_its_topic_has_not_ended(self, world: World) -> None:
        land = topic()
        words: dict[str, Any] = {"by": command_line(), "on": clock.today()}
        topics.end(topic=land, seen=1, valid_to=JUNE, **words)
        with refused("competence.topic_ended", field="topic"):
            given(world, "so", land, "so", valid_from=JUNE)

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_nobody_but_the_operator_keeps_the_map(
        self, world: World, name: str
    ) -> None:
        land, on = topic(), clock.today()
        held = given(world, "so", land, "so")
        with forbidden_to(world, name, ROLE) as by:
            competences.give(
                body=world.bodies["ban"], topic=land, area=world.bodies["so"],
                basis="Luật", valid_from=BEGAN, by=by, on=on,
            )  # fmt: skip
        with forbidden_to(world, name, ROLE) as by:
            competences.end(competence=held, seen=1, valid_to=JUNE, by=by, on=on)

    def test_it_is_the_operators_to_say(self, world: World) -> None:
        with acting(world, "hanh") as by:
            competences.give(
                body=world.bodies["ban"], topic=topic(), area=world.bodies["so"],
                basis="Luật", valid_from=BEGAN, by=by, on=clock.today(),
            )  # fmt: skip
        assert last_entry().did == "competence.given"
