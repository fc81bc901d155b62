"""Codes, links, mailboxes, heirs and lists of topics: pure rules of the directory."""

from pathlib import Path

import pytest

from phoihop.organisations import rules
from phoihop.organisations.rules import codes, heirs, links, mailboxes, topics
from phoihop.screening import labels
from tests.refused import refused

pytestmark = pytest.mark.pure

SHIPPED = Path(rules.__file__).parent.parent / "topics.toml"
CHANNELS = [
    "https://facebook.com/tuyengiaolamkhe",
    "https://youtube.com/@lamkhe",
    "https://dulichlamkhe.vn",
    "https://facebook.com/profile.php?id=100012345",
]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("H99", "H99"),
        ("H99.12", "H99.12"),
        ("H99.12.03", "H99.12.03"),
        ("000.00.00.H99", "H99"),
        ("000.00.12.H99", "H99.12"),
        ("000.03.12.H99", "H99.12.03"),
        ("001.00.12.H99", "H99.12.00.001"),
        ("G22.00.00", "G22"),
    ],
)
def test_both_forms_of_an_agency_code_are_one(text: str, one: str) -> None:
    assert codes.is_agency_code(text)
    assert codes.one_agency_code(text) == one


@pytest.mark.parametrize(
    "text", ["", "H9", "99.H", "H99.", ".H99", "h99", "H99.1234", "H99-12", "0.H99.0"]
)
def test_what_is_no_agency_code(text: str) -> None:
    assert not codes.is_agency_code(text)
    assert codes.one_agency_code(text) == text


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("UBND", True),
        ("BTGDVTU", True),
        ("HĐND-VP", True),
        ("TT.HĐND", True),
        ("BCĐ138", True),
        ("U BND", False),
        ("-UBND", False),
        ("138", False),
        ("", False),
    ],
)
def test_a_symbol_stands_in_a_number(text: str, fits: bool) -> None:
    assert codes.is_symbol(text) == fits


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("https://LamKhe.gov.vn/", "https://lamkhe.gov.vn"),
        ("https://www.lamkhe.gov.vn:443/tin//moi/", "https://lamkhe.gov.vn/tin/moi"),
        ("https://lamkhe.gov.vn/Tin?x=1#a", "https://lamkhe.gov.vn/Tin"),
        ("https://m.facebook.com/LamKhe?ref=y", "https://facebook.com/lamkhe"),
        ("https://fb.com/LamKhe", "https://facebook.com/lamkhe"),
        (
            "https://www.facebook.com/profile.php?ref=x&id=1000",
            "https://facebook.com/profile.php?id=1000",
        ),
        ("https://youtube.com/@LamKhe", "https://youtube.com/@lamkhe"),
        ("https://youtube.com/channel/UCa-B", "https://youtube.com/channel/UCa-B"),
    ],
)
def test_an_address_has_one_form(text: str, one: str) -> None:
    assert str(links.link_of(text)) == one


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lamkhe.gov.vn",
        "http://lamkhe.gov.vn",
        "ftp://lamkhe.gov.vn",
        "https://",
        "https://lan@lamkhe.gov.vn",
        "https://lamkhe.gov.vn@ke-khac.example",
        "https://lamkhe.gov.vn:8443",
        "https://lamkhe.gov.vn:cong",
        "https://127.0.0.1",
        "https://[::1]",
        "https://localhost",
        "https://lamkhe.gov.vn\\@ke-khac.example",
        "https://lam khe.gov.vn",
        "https://lâmkhê.vn",
        "https://facebook.com/a/../b",
        "https://facebook.com/a/%2e%2e/b",
        "https://facebook.com/a%2f..%2fb",
        "javascript:alert(1)",
        "https://lamkhe.gov.vn/\x00",
    ],
)
def test_what_is_no_plain_https_address(text: str) -> None:
    assert links.link_of(text) is None
    assert not links.is_own(text, CHANNELS)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("https://lamkhe.gov.vn/tin-tuc/123", True),
        ("https://snv.lamkhe.gov.vn/van%20ban", True),
        ("https://quochoi.vn/ky-hop", True),
        ("https://lamkhe.gov.vn.ke-khac.example/", False),
        ("https://khonggov.vn/", False),
        ("https://www.facebook.com/TuyenGiaoLamKhe/posts/12", True),
        ("https://facebook.com/tuyengiaolamkhe", True),
        ("https://facebook.com/tuyengiaolamkhe2", False),
        ("https://facebook.com/", False),
        ("https://facebook.com/groups/tuyengiaolamkhe", False),
        ("https://facebook.com/profile.php?id=100012345", True),
        ("https://facebook.com/profile.php?id=100012346", False),
        ("https://facebook.com/profile.php", False),
        ("https://youtube.com/@lamkhe/videos", True),
        # It says nothing of whose channel it lies on.
        ("https://youtube.com/watch?v=abc", False),
        ("https://dulichlamkhe.vn/le-hoi", True),
        ("https://tin.dulichlamkhe.vn/le-hoi", False),
        ("https://tiktok.com/@lamkhe", False),
    ],
)
def test_a_link_counts_on_official_sites_and_own_channels(text: str, own: bool) -> None:
    assert links.is_own(text, CHANNELS) == own


def test_a_network_itself_never_counts_as_a_channel() -> None:
    # Even if such a row were ever stored.
    bare = ["https://facebook.com", "https://facebook.com/groups/x"]
    assert not links.is_own("https://facebook.com/anybody", bare)
    assert not links.is_own("https://facebook.com/groups/x/posts/1", bare)


@pytest.mark.parametrize(
    ("kind", "url", "fits"),
    [
        ("facebook", "https://facebook.com/lamkhe", True),
        ("facebook", "https://lamkhe.gov.vn", False),
        ("zalo", "https://oa.zalo.me/123", True),
        ("website", "https://lamkhe.gov.vn", True),
        ("website", "https://facebook.com/lamkhe", False),
        ("radio", "https://lamkhe.vn/phat-thanh", True),
        ("other", "https://vn.tiktok.com/@lamkhe", False),
    ],
)
def test_a_kind_of_channel_is_on_its_host(kind: str, url: str, fits: bool) -> None:
    link = links.link_of(url)
    assert link is not None
    assert links.fits(kind, link) == fits


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("lan.nguyen@lamkhe.gov.vn", True),
        ("NguyenThiLan@lamkhe.gov.vn", True),
        ("lannt@lamkhe.gov.vn", True),
        ("nt.lan@lamkhe.gov.vn", True),
        ("lan_nguyenthi@lamkhe.gov.vn", True),
        ("phoihop@lamkhe.gov.vn", False),
        ("lan@lamkhe.gov.vn", False),
        ("vanphong@lamkhe.gov.vn", False),
    ],
)
def test_a_mailbox_is_named_after_a_person(address: str, personal: bool) -> None:
    assert mailboxes.is_personal(address, "Nguyễn Thị Lan") == personal


def test_one_word_names_nobody() -> None:
    assert not mailboxes.is_personal("mai@lamkhe.gov.vn", "Mai")


def test_heirs_are_followed_to_the_end_and_circles_seen() -> None:
    after = {1: [2], 2: [3, 4], 4: [5], 6: [6]}
    assert heirs.last_heirs(1, after) == [3, 5]
    assert heirs.last_heirs(3, after) == []
    assert heirs.last_heirs(6, after) == []
    assert heirs.comes_back(5, [1], after)
    assert not heirs.comes_back(1, [3], after)
    assert not heirs.comes_back(9, [6], after)


def test_the_shipped_topics_are_read_and_pass_the_deny_list() -> None:
    lines = topics.read(SHIPPED.read_text(encoding="utf-8"))
    assert len(lines) >= 40
    assert [line.name for line in lines if labels.find(line.name)] == []


def listed(*tables: str) -> str:
    return "".join(f"[[topic]]\n{table}\n" for table in tables)


LAND = 'code = "dat"\nname = "Đất đai"'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[topic", "topic.list_unreadable"),
        (listed('code = "dat"'), "topic.list_unreadable"),
        ("topic = 3", "topic.list_unreadable"),
        (listed('code = "Đất"\nname = "Đất"'), "topic.bad_code"),
        (listed('code = "dat"\nname = " "'), "topic.bad_code"),
        (listed(LAND, LAND), "topic.code_taken"),
        (
            listed('code = "so"\nname = "Sổ"\nparent = "dat"', LAND),
            "topic.parent_unknown",
        ),
        (
            listed(LAND, *(
                f'code = "d{n}"\nname = "Bậc"\nparent = "{f"d{n - 1}" if n else "dat"}"'
                for n in range(4)
            )),
            "topic.too_deep",
        ),
    ],
)  # fmt: skip
def test_a_faulty_list_of_topics_is_refused(text: str, code: str) -> None:
    with refused(code):
        topics.read(text)
