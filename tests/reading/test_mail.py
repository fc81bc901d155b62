"""An e-mail gives its files and nothing else: no sender, no subject, no word of it."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from phoihop.reading import caps
from phoihop.reading.jail import Jail
from phoihop.reading.sources.mail import attached
from phoihop.refusals import Refused
from tests.hostile.papers import TEXT, docx, pdf
from tests.reading.mails import CANARIES, NAME, mail, message

pytestmark = pytest.mark.pure


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        attached(data)
    assert not any(word in str(caught.value.values) for word in CANARIES)
    return caught.value.code


def test_the_files_of_a_mail_come_with_the_endings_of_their_names() -> None:
    files = [
        (f"{NAME} phối hợp.docx", docx()),
        (f"{NAME}.PDF", pdf()),
        (f"{NAME}.txt", TEXT.encode()),
    ]
    found = attached(mail(files))
    assert [ending for ending, _ in found] == ["docx", "pdf", "txt"]
    assert [data for _, data in found[:2]] == [files[0][1], files[1][1]]


def test_through_the_jail_nothing_of_the_mail_itself_comes_out(jail: Jail) -> None:
    found = jail.attached(mail([(f"{NAME}.docx", docx())]))
    assert found == [("docx", docx())]
    assert not any(word in repr(found) for word in CANARIES)


def test_a_mail_is_no_paper_to_the_reader_of_papers(jail: Jail) -> None:
    with pytest.raises(Refused, match=r"file\.type_unknown"):
        jail.extract(mail([("a.docx", docx())]), name="thu.eml")


def test_a_mail_within_a_mail_gives_its_files_too() -> None:
    outer = EmailMessage(policy=SMTP)
    outer["Subject"] = "Fwd"
    outer.set_content("chuyển tiếp")
    outer.add_attachment(message([("a.docx", docx())]))
    assert [ending for ending, _ in attached(bytes(outer))] == ["docx"]


def test_pictures_and_unknown_files_are_left_where_they_are() -> None:
    files = [("logo.png", b"\x89PNG"), ("a.exe", b"MZ"), ("a.docx", docx())]
    assert [ending for ending, _ in attached(mail(files))] == ["docx"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (mail([]), "file.mail_empty"),
        (mail([("logo.png", b"\x89PNG"), ("winmail.dat", b"TNEF")]), "file.mail_empty"),
        (b"%PDF-1.7", "file.type_lies"),
        ("Kính gửi: Sở Nội vụ".encode(), "file.type_lies"),
        (mail([("a.txt", b"a")] * (caps.MAIL_FILES + 1)), "file.mail_many"),
        (mail([("a.png", b"a")] * (caps.MAIL_PARTS + 1)), "file.mail_deep"),
        (
            b"Subject: a\nContent-Type: application/pkcs7-mime; name=smime.p7m\n"
            b"Content-Transfer-Encoding: base64\n\nYQ==\n",
            "file.mail_locked",
        ),
        (
            b"Subject: a\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n"
            b"Content-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n",
            "file.mail_locked",
        ),
    ],
)
def test_what_gives_no_paper_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_mails_in_mails_end_somewhere() -> None:
    data = b"a"
    for number in range(caps.MAIL_DEPTH + 3):
        data = (
            b"Content-Type: multipart/mixed; boundary=b%d\n\n" % number
            + b"--b%d\n%s\n--b%d--\n" % (number, data, number)
        )
    assert refused(data) == "file.mail_deep"


def test_names_written_in_every_way_have_their_ending() -> None:
    for name in (
        b'filename="=?utf-8?B?a+G6vyBob+G6oWNoLnR4dA==?="',
        b"filename*=utf-8''k%E1%BA%BF%20ho%E1%BA%A1ch.txt",
        b"filename*0=ke; filename*1=.txt",
        b'filename="../../etc/a.txt"',
    ):
        head = b"Subject: a\nContent-Disposition: attachment; " + name
        assert attached(head + b"\n\nx\n") == [("txt", b"x\n")]


def test_a_name_in_an_unknown_alphabet_is_no_name() -> None:
    head = b'Subject: a\nContent-Disposition: attachment; filename="=?no-such?B?YQ==?="'
    assert refused(head + b"\n\nx\n") == "file.mail_empty"
