"""Labels that may not be: a column, figure or topic that asks who somebody is or what
they think. Read on folded text, so that ``ho_ten`` and "Họ tên" are one.
"""

import re

from phoihop.screening import plain
from phoihop.screening.findings import Finding, apart

# By what is asked for; the words' labels stand in ``phoihop.sentences``.
_DENIED = {
    "label_name": (
        "ho ten|ho va ten|hoten|ten cong dan|ten nguoi|ten chu ho|full name|fullname|"
        "first name|last name|surname|given name|citizen name|person name"
    ),
    "label_identity": (
        "cccd|cmnd|cmt|cmtnd|can cuoc|chung minh nhan dan|so dinh danh|ma dinh danh|"
        "ho chieu|so giay to|passport|national id|citizen id|id card|id number|"
        "ngay sinh|nam sinh|ngay thang nam sinh|birth date|birthdate|date of birth|dob|"
        "que quan|noi sinh|place of birth|anh chan dung|anh the|photo of person|"
        "van tay|fingerprint|biometric|bien so xe|so bhxh|so the bhyt"
    ),
    "label_contact": (
        "sdt|so dien thoai|dien thoai|di dong|phone|phone number|mobile|dia chi nha|"
        "dia chi thuong tru|noi o|ho khau|thuong tru|home address|email|e mail|hop thu"
    ),
    "label_account": (
        "tai khoan|so tai khoan|stk|facebook|zalo|tiktok|telegram|nickname|nick|"
        "username|user account|social account|profile url|mang xa hoi cua"
    ),
    "label_belief": (
        "dan toc|ton giao|tin nguong|thanh phan xuat than|ethnicity|ethnic group|"
        "religion|faith|race"
    ),
    "label_view": (
        "quan diem|tu tuong|tam trang|du luan|thai do|chinh kien|lap truong|xu huong|"
        "cam xuc|muc do ung ho|muc do phan doi|opinion|sentiment|political view|"
        "political views|ideology|attitude|mood|loyalty|stance"
    ),
    "label_party": (
        "la dang vien|ngay vao dang|so the dang|party membership|party member|"
        "dang vien khong|the dang"
    ),
    "label_reporter": (
        "nguoi phan anh|nguoi phat ngon tren mang|nguoi gui|nguoi noi|nguoi dang|"
        "nguoi to cao|nguoi khieu nai|nguoi kien nghi|ten nguoi dan|reporter|"
        "reporter name|complainant|submitter|who said|said by|citizen|informant"
    ),
}
# Bodies, services and duties that only sound like it. A mark (§) stands for them.
_CLEARED = re.compile(
    r"(?:so|ban|phong|vu|uy ban|hoi dong|truong) (?:dan toc(?: va ton giao)?|ton giao)"
    r"|dan toc thieu so|dan toc noi tru|dan toc ban tru|(?:vung|dong bao) dan toc"
    r"|(?:toan|doan ket|van hoa|doan ket toan|khoi dai doan ket) dan toc"
    r"|dan toc va mien nui|dan toc viet nam|cong tac (?:dan toc|ton giao)"
    r"|chinh sach (?:dan toc|ton giao)"
    r"|(?:to chuc|co so|sinh hoat|le hoi|dia diem) (?:ton giao|tin nguong)"
    r"|tu tuong ho chi minh|cong tac tu tuong|chinh tri,? tu tuong|nen tang tu tuong"
    r"|tu tuong,? dao duc|tu tuong van hoa|tuyen truyen,? tu tuong"
    r"|dinh huong du luan xa hoi"
    r"|(?:dich vu|nop|cong) (?:buu chinh )?dien thoai|tai khoan (?:dinh danh|ngan sach)"
    r"|tai khoan dich vu cong|(?:hop thu|thu) cong vu"
)
_WORDS = {
    kind: re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])")
    for kind, words in _DENIED.items()
}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
KINDS = tuple(_DENIED)


def find(text: str) -> list[Finding]:
    """What the label asks for that nobody may ask."""
    read = plain.read(text)
    words = re.sub(r"[_\-]", " ", read.folded)
    words = _CLEARED.sub(lambda found: "§" * len(found[0]), words)
    found = [
        Finding(kind, *read.span(*hit.span()), "a word of the deny list")
        for kind, pattern in _WORDS.items()
        for hit in pattern.finditer(words)
    ]
    return apart(found)


def asked_by(name: str) -> list[str]:
    """What a column or field of this name asks for that nobody may ask."""
    return [one.kind for one in find(_CAMEL.sub("_", name))]
