"""Settings from the environment: the value, or a sentence that says what may stand."""

import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop import environment
from phoihop.environment import (
    BadSetting,
    envbool,
    envdatabase,
    envint,
    envlist,
    envpath,
    envsecret,
    envstr,
    refuse_unknown,
)

pytestmark = pytest.mark.pure

NAME = "PHOIHOP_OF_A_TEST"
HERE = Path("/var/lib/phoihop")
SECRET = "k" * 40
Read = Callable[[], Any]


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests ask for is forgotten."""
    monkeypatch.setattr(environment, "asked", set(environment.asked))


def number() -> int:
    """A number from 5 to 60."""
    return envint(NAME, 10, low=5, high=60)


@pytest.mark.parametrize(
    ("read", "value", "found"),
    [
        (lambda: envstr(NAME, "x"), " a b ", "a b"),
        (lambda: envbool(NAME, False), "Yes", True),
        (lambda: envbool(NAME, True), "off", False),
        (number, "5", 5),
        (number, " 60 ", 60),
        (number, "３０", 30),
        (lambda: envlist(NAME, []), "a, b,,c ", ["a", "b", "c"]),
        (lambda: envpath(NAME, HERE), "/srv/a b", Path("/srv/a b")),
        (lambda: envsecret(NAME), SECRET, SECRET),
    ],
)
def test_a_value_is_read_as_what_it_is(
    read: Read, value: str, found: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blanks around it do not count."""
    monkeypatch.setenv(NAME, value)
    assert read() == found


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize(
    ("read", "found"),
    [
        (lambda: envstr(NAME, "x"), "x"),
        (lambda: envbool(NAME, True), True),
        (number, 10),
        (lambda: envlist(NAME, ("a",)), ["a"]),
        (lambda: envpath(NAME, HERE), HERE),
        (lambda: envdatabase(NAME, HERE)["NAME"], str(HERE)),
    ],
)
def test_nothing_there_is_the_default(
    read: Read, found: object, value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not set, or set to nothing."""
    if value is None:
        monkeypatch.delenv(NAME, raising=False)
    else:
        monkeypatch.setenv(NAME, value)
    assert read() == found


WRONG: list[tuple[Read, str, str]] = [
    (lambda: envbool(NAME, True), "maybe", "1, true, yes, on, 0, false, no, off"),
    (lambda: envbool(NAME, True), "2", "true"),
    (number, "4", "5–60"),
    (number, "61", "5–60"),
    (number, "ten", "5–60"),
    (number, "-7", "5–60"),
    (number, "7.5", "5–60"),
    (number, "²", "5–60"),
    (number, "9" * 5000, "5–60"),
    (lambda: envlist(NAME, ["a"]), " , ,", "words"),
    (lambda: envpath(NAME, HERE), "var/here", "an absolute path"),
    (lambda: envpath(NAME, HERE), "~/here", "an absolute path"),
]


@pytest.mark.parametrize(("read", "value", "allowed"), WRONG)
def test_a_wrong_value_is_answered_by_a_sentence(
    read: Read, value: str, allowed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In both languages: the variable, the value, and what may stand there."""
    monkeypatch.setenv(NAME, value)
    with pytest.raises(BadSetting) as told:
        read()
    sentence = str(told.value)
    assert told.value.name == NAME
    for said in (NAME, value.strip(), allowed, "Sửa biến đó", "Correct it"):
        assert said in sentence


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_a_number_is_within_its_bounds_or_refused(value: str) -> None:
    """Whatever stands there: never another error, never another number."""
    with pytest.MonkeyPatch.context() as patch, suppress(BadSetting):
        patch.setenv(NAME, value)
        assert 5 <= number() <= 60


class TestSecrets:
    """A secret is read from the variable or from a file, and never repeated."""

    def test_it_may_stand_in_a_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The one that is named, before the one that the set-up made."""
        named, made = tmp_path / "named", tmp_path / "made"
        made.write_text("m" * 32)
        assert envsecret(NAME, made) == "m" * 32
        named.write_text("n" * 32 + "\n")
        monkeypatch.setenv(f"{NAME}_FILE", str(named))
        assert envsecret(NAME, made) == "n" * 32
        monkeypatch.setenv(NAME, "v" * 32)
        assert envsecret(NAME, made) == "v" * 32

    @pytest.mark.parametrize("length", [1, 31])
    def test_a_short_one_is_refused_without_being_said(
        self, length: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """How long it is, is said."""
        monkeypatch.setenv(NAME, "w" * length)
        with pytest.raises(BadSetting) as told:
            envsecret(NAME)
        assert "•" * length in str(told.value)
        assert "ww" not in str(told.value)
        assert f"{NAME}" in str(told.value)

    @pytest.mark.parametrize("there", ["nothing", "a folder", "no text", "blank"])
    def test_a_file_that_cannot_be_read_is_said(
        self, there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With what to do; nothing of what stands in it."""
        file = tmp_path / "key"
        if there == "a folder":
            file.mkdir()
        elif there == "no text":
            file.write_bytes(b"hunter2\xff\xfe" * 9)
        elif there == "blank":
            file.write_text("\n\n")
        monkeypatch.setenv(f"{NAME}_FILE", str(file))
        with pytest.raises(BadSetting) as told:
            envsecret(NAME)
        assert f"{NAME}_FILE" in str(told.value)
        assert "hunter2" not in "".join(traceback.format_exception(told.value))

    def test_without_any_it_is_said(self) -> None:
        """No default secret: a known key signs for everybody."""
        with pytest.raises(BadSetting):
            envsecret(NAME)


PASSWORD = "hunter2-mật-khẩu"


class TestDatabases:
    """A database is an address; its password is never repeated."""

    @pytest.mark.parametrize(
        ("address", "found"),
        [
            ("sqlite:////srv/p.sqlite3", {"NAME": "/srv/p.sqlite3"}),
            ("sqlite:////srv/t%E1%BB%87p.db", {"NAME": "/srv/tệp.db"}),
            (
                "postgres://u:p%40ss@db.local:5433/phoihop?sslmode=verify-full",
                {
                    "NAME": "phoihop",
                    "USER": "u",
                    "PASSWORD": "p@ss",
                    "HOST": "db.local",
                    "PORT": "5433",
                    "sslmode": "verify-full",
                },
            ),
            ("postgresql:///phoihop", {"NAME": "phoihop", "HOST": "", "PORT": ""}),
        ],
    )
    def test_an_address_is_taken_apart(
        self, address: str, found: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Letters that an address reserves are written as % and two digits."""
        monkeypatch.setenv(NAME, address)
        read = envdatabase(NAME, HERE)
        assert found.items() <= read.items()
        engine = "sqlite3" if address.startswith("sqlite") else "postgresql"
        assert read["ENGINE"] == f"django.db.backends.{engine}"

    @pytest.mark.parametrize(
        "address",
        [
            f"mysql://u:{PASSWORD}@h/d",
            f"postgres://u:{PASSWORD}@h",  # no database
            f"postgres://u:{PASSWORD}@h:port/d",
            f"postgres://u:{PASSWORD}@h:99999/d",
            f"postgres://u:{PASSWORD}@[h/d",
            f"postgres://u:{PASSWORD}#x@h/d",  # a letter that is reserved
            f"postgres://u:{PASSWORD}/x@h/d",
            f"postgres://u:{PASSWORD}@h℀/d",
            f"sqlite://{PASSWORD}/x",
            PASSWORD,
            f"{PASSWORD}:x",
            "sqlite:",
            "sqlite:relative.db",
        ],
    )
    def test_a_wrong_address_is_answered_without_the_password(
        self, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Neither in the sentence nor in what a log shows of the error."""
        monkeypatch.setenv("DATABASE_URL", address)
        with pytest.raises(BadSetting) as told:
            envdatabase("DATABASE_URL", HERE)
        logged = "".join(traceback.format_exception(told.value))
        for piece in ("hunter2", "mật-khẩu"):
            assert piece not in str(told.value)
            assert piece not in logged
        for said in ("DATABASE_URL", "postgres://user:password@host:port/name"):
            assert said in str(told.value)


class TestMisspellings:
    """A variable with our prefix that is no setting is refused at the start."""

    def test_a_name_that_nobody_asked_for_is_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the name that was meant; its value may be a secret and is not said."""
        envint("PHOIHOP_SESSION_MINUTES", 480, low=5, high=1440)
        monkeypatch.setenv("PHOIHOP_SESION_MINUTES", "ba mươi")
        with pytest.raises(BadSetting) as told:
            refuse_unknown()
        assert "PHOIHOP_SESION_MINUTES" in str(told.value)
        assert "PHOIHOP_SESSION_MINUTES" in str(told.value)
        assert "ba mươi" not in str(told.value)

    def test_other_programs_keep_their_variables(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Only our prefix is ours."""
        monkeypatch.setenv("PHOI_HOP", "x")
        monkeypatch.setenv("MY_PHOIHOP_X", "x")
        for name in ("PHOIHOP_VAR", "PHOIHOP_HTTPS"):
            envstr(name, "")
        refuse_unknown()


@pytest.mark.parametrize(
    "value",
    ["phoihop", "@a.vn", "a@b@c", "a b@c.vn", "a@b.vn\nX: y", "ä@b.vn", "<a@b>"],
)
def test_an_address_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("PHOIHOP_X", value)
    with pytest.raises(BadSetting):
        environment.envaddress("PHOIHOP_X", "")
    monkeypatch.setenv("PHOIHOP_X", "phoihop@lamkhe.gov.vn")
    assert environment.envaddress("PHOIHOP_X", "") == "phoihop@lamkhe.gov.vn"


@pytest.mark.parametrize(
    "value",
    ["lamkhe.vn", "ftp://a.vn", "https://a.vn/x", "https://a:b@c.vn", "https://"],
)
def test_a_site_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("PHOIHOP_X", value)
    with pytest.raises(BadSetting):
        environment.envsite("PHOIHOP_X", "")
    monkeypatch.setenv("PHOIHOP_X", "https://phoihop.lamkhe.vn:8443/")
    assert environment.envsite("PHOIHOP_X", "") == "https://phoihop.lamkhe.vn:8443"


def test_one_of_a_few_words_is_taken_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PHOIHOP_X", "tls")
    assert environment.envchoice("PHOIHOP_X", "none", ("tls", "none")) == "tls"
    monkeypatch.setenv("PHOIHOP_X", "ssl")
    with pytest.raises(BadSetting, match="tls, none"):
        environment.envchoice("PHOIHOP_X", "none", ("tls", "none"))


def test_a_password_stands_in_the_variable_or_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = tmp_path / "mail"
    held.write_text("bí mật\n", encoding="utf-8")
    monkeypatch.setenv("PHOIHOP_X_FILE", str(held))
    assert environment.envpassword("PHOIHOP_X", "PHOIHOP_X_FILE") == "bí mật"
    monkeypatch.setenv("PHOIHOP_X", "khác")
    assert environment.envpassword("PHOIHOP_X", "PHOIHOP_X_FILE") == "khác"
    monkeypatch.delenv("PHOIHOP_X")
    monkeypatch.setenv("PHOIHOP_X_FILE", str(tmp_path / "gone"))
    with pytest.raises(BadSetting):
        environment.envpassword("PHOIHOP_X", "PHOIHOP_X_FILE")
