"""Typed readers of environment variables, each wrong value answered by a sentence.

Pure. A reader either returns a value of its type or raises ``BadSetting``, which
says the variable, the value, and what may stand there.
"""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")
PREFIX = "PHOIHOP_"
ADDRESSES = "postgres://user:password@host:port/name, sqlite:////path"

# Every variable that a reader was asked for: what was not asked for, but starts
# with PREFIX, is a misspelling (see refuse_unknown).
asked: set[str] = set()


class BadSetting(Exception):
    """An environment variable holds what its setting cannot take."""

    def __init__(self, name: str, value: str, allowed: str) -> None:
        super().__init__(
            f"Biến môi trường {name} đang là “{value}”; giá trị nhận được: {allowed}. "
            f"Sửa biến đó rồi chạy lại. / The environment variable {name} is "
            f'"{value}"; it may be: {allowed}. Correct it and start again.'
        )
        self.name = name


class UnknownSetting(BadSetting):
    """A variable carries our prefix, but no setting has its name."""

    def __init__(self, name: str, close: list[str]) -> None:
        meant = f" Có phải {close[0]}? / Did you mean {close[0]}?" if close else ""
        Exception.__init__(
            self,
            f"Không có thiết lập nào tên {name}: sửa hoặc bỏ biến đó, xem "
            f"docs/settings.md. / There is no setting {name}: correct or unset it, "
            f"see docs/settings.md.{meant}",
        )
        self.name = name


def _raw(name: str) -> str | None:
    asked.add(name)
    value = os.environ.get(name)
    return value.strip() if value is not None else None


def envstr(name: str, default: str) -> str:
    """The text in ``name``, or ``default``."""
    return _raw(name) or default


def envbool(name: str, default: bool) -> bool:
    """A yes or a no."""
    value = _raw(name)
    if value is None or value == "":
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise BadSetting(name, value, ", ".join(TRUE + FALSE))


def envint(name: str, default: int, *, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``, both included."""
    value = _raw(name)
    if value is None or value == "":
        return default
    # isdecimal also takes digits of other scripts, and int() reads them right; it
    # refuses thousands of them by an error of its own.
    if not value.isdecimal() or len(value) > 18 or not low <= int(value) <= high:
        raise BadSetting(name, value, f"{low}–{high}")
    return int(value)


def envlist(name: str, default: Sequence[str]) -> list[str]:
    """Words between commas."""
    value = _raw(name)
    if value is None or value == "":
        return list(default)
    words = [word.strip() for word in value.split(",") if word.strip()]
    if not words:
        raise BadSetting(name, value, "từ cách nhau bằng dấu phẩy / words, words")
    return words


def envpath(name: str, default: Path) -> Path:
    """An absolute path."""
    value = _raw(name)
    if value is None or value == "":
        return default
    if not value.startswith("/"):
        raise BadSetting(name, value, "một đường dẫn tuyệt đối / an absolute path")
    return Path(value)


def envsecret(name: str, default_file: Path | None = None) -> str:
    """A secret of 32 characters or more, from ``name``, ``name_FILE``, or a file."""
    value = _raw(name)
    file = _raw(f"{name}_FILE")
    if not value:
        source = Path(file) if file else default_file
        try:
            value = source.read_text(encoding="utf-8").strip() if source else ""
        except (OSError, UnicodeDecodeError):
            # Not chained: the error of a wrong encoding repeats what it read.
            value = ""
        if not value:
            raise BadSetting(
                name,
                "",
                "ít nhất 32 ký tự, hoặc đặt trong tệp nêu ở / at least 32 "
                f"characters, or in the file named by {name}_FILE",
            )
    if len(value) < 32:
        # The secret itself is never repeated on a screen or in a log.
        raise BadSetting(name, "•" * len(value), "≥ 32 ký tự / characters")
    return value


def envpassword(name: str, name_of_file: str) -> str:
    """A password that another program gave us, of any length; empty if there is none.

    It stands in ``name``, or in the file that ``name_of_file`` names.
    """
    value = os.environ.get(name, "")
    asked.add(name)
    file = _raw(name_of_file)
    if value or not file:
        return value
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        # Not chained: the error of a wrong encoding repeats what it read.
        allowed = "một tệp đọc được / a file that can be read"
        raise BadSetting(name_of_file, file, allowed) from None


def envchoice(name: str, default: str, allowed: Sequence[str]) -> str:
    """One of a few words."""
    value = _raw(name) or default
    if value not in allowed:
        raise BadSetting(name, value, ", ".join(allowed))
    return value


def envaddress(name: str, default: str) -> str:
    """An e-mail address: one @ between two words, nothing that breaks a line."""
    value = _raw(name)
    if not value:
        return default
    before, _, after = value.partition("@")
    words = (before, after)
    if not (value.isascii() and value.isprintable() and all(words)) or any(
        set(word) & set('@ <>,;:"()[]\\') for word in words
    ):
        raise BadSetting(name, value, "phoihop@co-quan.vn")
    return value


def envsite(name: str, default: str) -> str:
    """Where people reach the site: ``https://phoihop.tinh.vn``, without a path."""
    value = (_raw(name) or "").rstrip("/")
    if not value:
        return default
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname)
        # Reading the port refuses one that is none.
        fits = fits and parts.port != 0 and value == f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        fits = False
    if not (fits and value.isascii() and value.isprintable()) or "@" in value:
        raise BadSetting(name, value, "https://phoihop.tinh.vn")
    return value


def envdatabase(name: str, default_file: Path) -> dict[str, str]:
    """A database: ``postgres://user:password@host:port/name`` or ``sqlite:///path``.

    Returns ``ENGINE``, ``NAME`` and, for PostgreSQL, ``USER``, ``PASSWORD``,
    ``HOST``, ``PORT`` and the options of the query string under their own names.
    """
    value = _raw(name)
    if value is None or value == "":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default_file)}
    try:
        return database_at(value)
    except ValueError as error:
        raise BadSetting(name, str(error), ADDRESSES) from None


def database_at(address: str) -> dict[str, str]:
    """The database that an address names, in the words of ``envdatabase``.

    Raises ``ValueError`` with what of a wrong address may be shown.
    """
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError:
        # Not chained: the error repeats what may be a piece of the password.
        raise ValueError("…") from None
    if parts.scheme == "sqlite" and parts.path.startswith("/") and not parts.netloc:
        path = unquote(parts.path[1:] if parts.path.startswith("//") else parts.path)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    database = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not database:
        # A password may stand in the value: only a scheme that we know is repeated.
        known = parts.scheme in ("sqlite", "postgres", "postgresql")
        raise ValueError(f"{parts.scheme}:…" if known else "…")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        **dict(parse_qsl(parts.query)),
    }


def of_a_child(**told: str) -> dict[str, str]:
    """The environment for a program that this one starts: this one's, and ``told``."""
    return {**os.environ, **told}


def refuse_unknown() -> None:
    """Refuse a variable with our prefix that no reader asked for: a misspelling.

    To be called when every setting has been read. Raises ``BadSetting``.
    """
    ours = (name for name in os.environ if name.startswith(PREFIX))
    for name in sorted(name for name in ours if name not in asked):
        raise UnknownSetting(name, get_close_matches(name, asked, n=1))
