"""Somebody with the whole database in hand, and with the file of the head.

Every kind of tampering is a function that changes something by plain SQL, as an
attacker would who has dropped the guards first. ``KINDS`` lists them all.
"""

import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from django.db import connection

from phoihop.trail import rules
from phoihop.trail.rules import Link

COLUMNS = [*Link._fields, "hash"]
GUARDS = {
    "sqlite": "SELECT name, '' FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, ' ON ' || tgrelid::regclass FROM pg_trigger "
    "WHERE NOT tgisinternal",
}
Row = dict[str, Any]


def sql(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run one statement past everything that the product is made of."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return list(cursor.fetchall()) if cursor.description else []


def drop_guards() -> None:
    """What whoever owns the database does first."""
    for name, on_table in sql(GUARDS[connection.vendor]):
        sql(f"DROP TRIGGER {name}{on_table}")


@dataclass(frozen=True)
class Attacker:
    """What one tampering starts from: the trail as it is, its file, the dice."""

    dice: Random
    file: Path
    rows: list[Row]
    payloads: dict[int, tuple[str, str]]
    erased: set[int]

    @classmethod
    def at(cls, file: Path, dice: Random) -> "Attacker":
        """Read everything first."""
        found = sql(f"SELECT {', '.join(COLUMNS)} FROM trail_entry ORDER BY seq")
        told = sql("SELECT seq, salt, text FROM trail_payload")
        payloads = {seq: (salt, text) for seq, salt, text in told}
        return cls(
            dice,
            file,
            [dict(zip(COLUMNS, row, strict=True)) for row in found],
            payloads,
            {seq for seq, (salt, text) in payloads.items() if not text},
        )

    def link(self) -> Row:
        """Any link."""
        return dict(self.dice.choice(self.rows))

    def told(self) -> int:
        """The number of any link that still says something."""
        return self.dice.choice(sorted(set(self.payloads) - self.erased))

    def two(self) -> tuple[Row, Row]:
        """Two links, the earlier one first."""
        one, other = sorted(self.dice.sample(range(len(self.rows)), 2))
        return self.rows[one], self.rows[other]

    def last(self) -> Row:
        """The last link."""
        return self.rows[-1]

    def put(self, seq: int, column: str, value: object) -> None:
        """Set one column of one link."""
        sql(f"UPDATE trail_entry SET {column} = %s WHERE seq = %s", value, seq)

    def insert(self, row: Row) -> None:
        """Add a link."""
        marks = ", ".join(["%s"] * len(COLUMNS))
        values = [row[column] for column in COLUMNS]
        sql(f"INSERT INTO trail_entry ({', '.join(COLUMNS)}) VALUES ({marks})", *values)

    def head(self, row: Row) -> None:
        """Let the one-row head name this link as the last one."""
        sql(
            "UPDATE trail_head SET seq = %s, at_us = %s, hash = %s",
            row["seq"],
            row["at_us"],
            row["hash"],
        )

    def rechain(self, rows: list[Row], previous: str) -> None:
        """Write these links with freshly computed hashes, as if recorded so."""
        for row in rows:
            sql("DELETE FROM trail_entry WHERE seq = %s", row["seq"])
            row["previous"] = previous
            row["hash"] = rules.link_hash(
                Link(**{name: row[name] for name in Link._fields})
            )
            self.insert(row)
            previous = row["hash"]
        self.head(rows[-1])


def edit_column(by: Attacker) -> None:
    """One column of one link says something else."""
    row, column = by.link(), by.dice.choice(COLUMNS)
    held: Any = row[column]
    new: Any = None
    if column in ("commitment", "previous", "hash"):
        new = hashlib.sha256(by.dice.randbytes(8)).hexdigest()
    elif column in ("did", "kind"):
        new = by.dice.choice([f"{held}s", "", "task.created", "trail.erased", "x\ny"])
        new = f"{held}." if new == held else new
    elif column == "pretended":
        new = not held
    elif column in ("seq", "at_us"):
        new = held + by.dice.choice([-1_000_000, 1_000_000, 10**9])
    else:
        new = by.dice.choice([None, 0, 1, 7, 10**12])
        new = 99 if new == held else new
    by.put(row["seq"], column, new)


def delete_link(by: Attacker) -> None:
    """A link goes, with what it said."""
    seq = by.link()["seq"]
    sql("DELETE FROM trail_entry WHERE seq = %s", seq)
    sql("DELETE FROM trail_payload WHERE seq = %s", seq)


def delete_several(by: Attacker) -> None:
    """All links between two go."""
    first, last = by.two()
    for table in ("trail_entry", "trail_payload"):
        sql(
            f"DELETE FROM {table} WHERE seq BETWEEN %s AND %s",
            first["seq"],
            last["seq"],
        )


def swap_links(by: Attacker) -> None:
    """Two links change places, with what they said."""
    one, other = by.two()
    for table in ("trail_entry", "trail_payload"):
        move = f"UPDATE {table} SET seq = %s WHERE seq = %s"
        sql(move, -1, one["seq"])
        sql(move, one["seq"], other["seq"])
        sql(move, other["seq"], -1)


def insert_copy(by: Attacker) -> None:
    """A link stands there twice, the second time behind the last."""
    row = by.link()
    seq = by.last()["seq"] + 1
    salt, text = by.payloads[row["seq"]]
    by.insert({**row, "seq": seq})
    sql(
        "INSERT INTO trail_payload (seq, salt, text) VALUES (%s, %s, %s)",
        seq,
        salt,
        text,
    )


def renumber(by: Attacker) -> None:
    """A link gets a number that nobody has."""
    seq = by.link()["seq"]
    new = by.dice.choice([-seq, 0, by.last()["seq"] + by.dice.randint(1, 50)])
    sql("UPDATE trail_entry SET seq = %s WHERE seq = %s", new, seq)
    sql("UPDATE trail_payload SET seq = %s WHERE seq = %s", new, seq)


def change_payload(by: Attacker) -> None:
    """A link says another thing than was recorded."""
    seq = by.told()
    text = by.payloads[seq][1]
    new = by.dice.choice(
        [text.replace("a", "ă", 1) + " ", "", '{"after":null}', text[:-1]]
    )
    sql("UPDATE trail_payload SET text = %s WHERE seq = %s", new, seq)


def change_salt(by: Attacker) -> None:
    """The salt is another one, or none."""
    new = by.dice.choice(["", secrets.token_hex(16)])
    sql("UPDATE trail_payload SET salt = %s WHERE seq = %s", new, by.told())


def swap_payloads(by: Attacker) -> None:
    """Two links say each other's words."""
    one, other = by.two()
    move = "UPDATE trail_payload SET seq = %s WHERE seq = %s"
    sql(move, -1, one["seq"])
    sql(move, one["seq"], other["seq"])
    sql(move, other["seq"], -1)


def empty_payload(by: Attacker) -> None:
    """What a link said is erased, and no erasure is recorded."""
    sql("UPDATE trail_payload SET text = '', salt = '' WHERE seq = %s", by.told())


def delete_payload(by: Attacker) -> None:
    """What a link said is gone."""
    sql("DELETE FROM trail_payload WHERE seq = %s", by.link()["seq"])


def stray_payload(by: Attacker) -> None:
    """Something is said by a link that is not there."""
    seq = by.dice.choice([0, -5, by.last()["seq"] + by.dice.randint(1, 9)])
    sql("INSERT INTO trail_payload (seq, salt, text) VALUES (%s, 'x', '{}')", seq)


def undo_erasure(by: Attacker) -> None:
    """Words that were erased stand there again."""
    seq = by.dice.choice(sorted(by.erased))
    sql("UPDATE trail_payload SET text = 'lại', salt = 'x' WHERE seq = %s", seq)


def disown_erasure(by: Attacker) -> None:
    """The recorded erasure no longer names what it emptied, or is emptied itself."""
    seq = next(r["seq"] for r in by.rows if r["did"] == rules.ERASED)
    text = by.payloads[seq][1]
    said = json.loads(text)
    said["after"]["seqs"] = []
    new, salt = by.dice.choice(
        [(rules.canonical(said), by.payloads[seq][0]), ("", ""), ("{}", "x")]
    )
    sql("UPDATE trail_payload SET text = %s, salt = %s WHERE seq = %s", new, salt, seq)


def cut_tail(by: Attacker) -> None:
    """The last links go and the head follows: only the file outside can tell."""
    cut_behind(by, by.dice.randint(max(0, len(by.rows) - 40), len(by.rows) - 1))


def cut_behind(by: Attacker, keep: int) -> None:
    """Only so many links stay."""
    for table in ("trail_entry", "trail_payload"):
        sql(f"DELETE FROM {table} WHERE seq > %s", keep)
    by.head(by.rows[keep - 1])


def rewrite_tail(by: Attacker) -> None:
    """From one link on another story, every hash computed anew, the head as well."""
    start = by.dice.randrange(len(by.rows))
    tail = [dict(row) for row in by.rows[start:]]
    salt, text = secrets.token_hex(16), '{"after":{"text":"khác"},"before":null}'
    tail[0]["commitment"] = rules.commitment(salt, text)
    sql(
        "UPDATE trail_payload SET salt = %s, text = %s WHERE seq = %s",
        salt,
        text,
        tail[0]["seq"],
    )
    by.rechain(tail, by.rows[start - 1]["hash"] if start else rules.START)


def blame_another(by: Attacker) -> None:
    """From one link on somebody else did it, every hash computed anew."""
    start = by.dice.randrange(len(by.rows))
    tail = [dict(row) for row in by.rows[start:]]
    tail[0]["actor_id"] = (tail[0]["actor_id"] or 0) + 1
    by.rechain(tail, by.rows[start - 1]["hash"] if start else rules.START)


def replace_head(by: Attacker) -> None:
    """The head names another link, another instant, or another trail."""
    row = by.dice.choice(by.rows[:-1])
    column, value = by.dice.choice(
        [
            ("seq", row["seq"]),
            ("at_us", row["at_us"]),
            ("at_us", by.last()["at_us"] + 10**15),
            ("hash", row["hash"]),
            ("origin", uuid4().hex),
        ]
    )
    sql(f"UPDATE trail_head SET {column} = %s", value)


def delete_head(by: Attacker) -> None:
    """There is no head."""
    sql("DELETE FROM trail_head")


def delete_file(by: Attacker) -> None:
    """The file outside is gone."""
    by.file.unlink()


def break_file(by: Attacker) -> None:
    """The file outside is no file of a head."""
    wrong = [b"", b"{}", b"[]", b"\xff\xfe", b'{"origin": 1, "seq": "x", "hash": ""}']
    by.file.write_bytes(by.dice.choice([*wrong, by.file.read_bytes()[:-9]]))


def swap_file(by: Attacker) -> None:
    """The file outside is that of another trail, or of another story."""
    held = json.loads(by.file.read_text())
    held |= by.dice.choice(
        [
            {"origin": str(uuid4())},
            {"hash": hashlib.sha256(by.dice.randbytes(8)).hexdigest()},
            {"seq": held["seq"] + by.dice.randint(1, 9)},
            {"seq": held["seq"] - by.dice.randint(1, 9)},
            {"seq": 0, "hash": ""},
        ]
    )
    by.file.write_text(json.dumps(held))


Kind = Callable[[Attacker], None]
KINDS: tuple[Kind, ...] = (
    edit_column,
    delete_link,
    delete_several,
    swap_links,
    insert_copy,
    renumber,
    change_payload,
    change_salt,
    swap_payloads,
    empty_payload,
    delete_payload,
    stray_payload,
    undo_erasure,
    disown_erasure,
    cut_tail,
    rewrite_tail,
    blame_another,
    replace_head,
    delete_head,
    delete_file,
    break_file,
    swap_file,
)
