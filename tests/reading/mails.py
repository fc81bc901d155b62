"""E-mails made by hand; every word of their own is a canary that may rest nowhere."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

CANARIES = (
    "nguoi-gui-kin",
    "nguoi-nhan-kin",
    "tieu-de-kin",
    "loi-thu-kin",
    "ten-tep-kin",
)
SENDER, RECIPIENT, SUBJECT, BODY, NAME = CANARIES
SUBTYPES = {"txt": ("text", "plain"), "html": ("text", "html")}


def mail(files: Sequence[tuple[str, bytes]]) -> bytes:
    """A mail with these files, (name, bytes) each."""
    return bytes(message(files))


def message(files: Sequence[tuple[str, bytes]]) -> EmailMessage:
    """The same before it is bytes."""
    made = EmailMessage(policy=SMTP)
    made["From"] = f"{SENDER}@example.invalid"
    made["To"] = f"{RECIPIENT}@example.invalid"
    made["Subject"] = SUBJECT
    made.set_content(f"{BODY}\n")
    made.add_alternative(f"<p>{BODY}</p>", subtype="html")
    for name, data in files:
        main, sub = SUBTYPES.get(
            name.rpartition(".")[2], ("application", "octet-stream")
        )
        made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made
