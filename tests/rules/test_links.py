"""How a link of the trail is hashed, what it says, and what a word is."""

import hashlib
import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phoihop.trail.rules import (
    START,
    Link,
    canonical,
    changes,
    commitment,
    is_word,
    link_hash,
)

pytestmark = pytest.mark.pure

FIRST = Link(1, 1_700_000_000_000_000, 3, 2, 1, "task.created", "task", 5, False,
             "c" * 64, START)  # fmt: skip
NUMBERS = st.integers(-(2**63), 2**63 - 1)
WORDS = st.from_regex(r"[a-z][a-z_.]{0,20}", fullmatch=True)
HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
LINKS = st.builds(
    Link,
    seq=NUMBERS,
    at_us=NUMBERS,
    actor_id=st.none() | NUMBERS,
    body_id=st.none() | NUMBERS,
    scope_id=st.none() | NUMBERS,
    did=WORDS,
    kind=st.just("") | WORDS,
    object_id=st.none() | NUMBERS,
    pretended=st.booleans(),
    commitment=HASHES,
    previous=HASHES,
)


def test_the_hash_of_a_link_is_what_it_was_in_the_first_version() -> None:
    """Written out: whoever holds the rows can compute it with any SHA-256."""
    text = (
        f"phoihop-trail-v1\n1\n{START}\n1700000000000000\n3\n2\n1\n"
        f"task.created\ntask\n5\n0\n{'c' * 64}"
    )
    assert link_hash(FIRST) == hashlib.sha256(text.encode()).hexdigest()


@given(LINKS, LINKS)
def test_two_links_never_hash_alike(one: Link, other: Link) -> None:
    """Any two that differ, in whatever column."""
    assume(one != other)
    assert link_hash(one) != link_hash(other)


@given(LINKS, st.data())
def test_every_column_is_under_the_hash(link: Link, data: st.DataObject) -> None:
    """One column changed is another hash."""
    column = data.draw(st.sampled_from(Link._fields))
    other = data.draw(
        LINKS.filter(lambda o: getattr(o, column) != getattr(link, column))
    )
    changed = link._replace(**{column: getattr(other, column)})
    assert link_hash(changed) != link_hash(link)


def test_no_account_is_another_thing_than_account_0() -> None:
    """None is none, not a number."""
    assert link_hash(FIRST._replace(actor_id=None)) != link_hash(
        FIRST._replace(actor_id=0)
    )


SALTS = st.binary(min_size=16, max_size=16).map(bytes.hex)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(SALTS, TEXTS, SALTS, TEXTS)
def test_a_commitment_is_to_one_salt_and_one_text(
    salt: str, text: str, other_salt: str, other: str
) -> None:
    """Either of them another is another commitment."""
    assume((salt, text) != (other_salt, other))
    assert commitment(salt, text) != commitment(other_salt, other)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=5))
def test_a_payload_is_the_same_text_for_the_same_values(
    payload: dict[str, object],
) -> None:
    """In whatever order they stand; and it is JSON."""
    turned = dict(reversed(list(payload.items())))
    assert canonical(turned) == canonical(payload)
    assert json.loads(canonical(payload)).keys() == payload.keys()


def test_a_payload_says_days_instants_and_vietnamese_plainly() -> None:
    """Readable by whoever opens the table."""
    said = canonical(
        {
            "hạn": date(2026, 6, 30),
            "lúc": datetime(2026, 6, 15, 2, 30, tzinfo=UTC),
            "gốc": UUID(int=1),
            "lời": "Đôn đốc",
        }
    )
    assert '"hạn":"2026-06-30"' in said
    assert '"lúc":"2026-06-15T02:30:00+00:00"' in said
    assert '"gốc":"00000000-0000-0000-0000-000000000001"' in said
    assert '"lời":"Đôn đốc"' in said


@pytest.mark.parametrize("word", ["refused", "task.created", "trail.erased", "a_b.c2"])
def test_a_word_is_small_letters_and_dots(word: str) -> None:
    """As every ``did`` in the house."""
    assert is_word(word)


@pytest.mark.parametrize(
    "word", ["", ".", "_", "Task", "đã", "a b", "a\n", "a-b", "a\x00", "ａ", "a;"]
)
def test_nothing_else_is_a_word(word: str) -> None:
    """No line break, no sentence, no look-alike."""
    assert not is_word(word)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (None, None, []),
        (None, {"a": 1}, [("a", None, 1)]),
        ({"a": 1}, None, [("a", 1, None)]),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [("b", 2, 3)]),
        ({"a": 1}, {"b": 1}, [("a", 1, None), ("b", None, 1)]),
        ({"a": None}, {}, []),
    ],
)
def test_what_changed_is_told_field_by_field(
    before: dict[str, object] | None,
    after: dict[str, object] | None,
    changed: list[tuple[str, object, object]],
) -> None:
    """In the order of the fields; what is the same is left out."""
    assert changes(before, after) == changed
