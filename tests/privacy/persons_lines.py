"""Labelled lines with something of a person in them, invented, disguised in each way.

``LINES`` maps a kind to its lines. Numbers are drawn from a fixed seed, so that the
set is the same in each run; nobody's number is meant.
"""

from random import Random

from tests.privacy import disguises as d

Lines = dict[str, list[str]]


def _digits(random: Random, size: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(size))


def _phones(random: Random) -> list[str]:
    heads = ["032", "056", "070", "081", "086", "090", "091", "098", "097", "035"]
    frames = [
        "Gọi {} để biết thêm",
        "{}",
        "Số máy của hộ là {}.",
        "Bà con báo qua {} trước 17 giờ",
        "SĐT {}; báo cáo trước ngày 15/6/2026",
    ]
    lines = []
    for n, disguise in enumerate(d.ALL * 2):
        number = heads[n % len(heads)] + _digits(random, 7)
        lines.append(frames[n % len(frames)].format(disguise(number)))
    lines += [
        "+84 912 345 678",
        "(+84) 912345678",
        "0084912345678",
        "84.912.345.678",
        "+84-91-234-5678",
        "0203.3835.678",
        "(0203) 3835 678",
        "024 3825 1234",
        "ĐT bàn: 3.835.678",
        "tel: 38251234",
        "điện thoại 0912/345/678",
        "+1 415 555 2671",
        "0912_345_678",
        "0912 345 678 hoặc 0987 654 321",
        "liên hệ:0912345678.",
        "khong chin mot hai ba bon nam sau bay tam",
        "zalo 0912345678",
    ]
    return lines


def _citizen_ids(random: Random) -> list[str]:
    frames = [
        "{}",
        "CCCD {}",
        "số định danh cá nhân: {}",
        "căn cước số {} cấp năm 2021",
    ]
    lines = []
    for n, disguise in enumerate((*d.ALL, *d.ALL)):
        number = f"0{random.randint(10, 96)}{random.choice('0123')}{_digits(random, 8)}"
        lines.append(frames[n % len(frames)].format(disguise(number)))
    return lines


def _old_ids(random: Random) -> list[str]:
    lines = []
    for n, disguise in enumerate((*d.ALL, *d.ALL)):
        number = random.choice("0123") + _digits(random, 8)
        frame = "CMND {}" if disguise not in (d.plain, *d.UNSEEN) or n % 2 else "{}"
        lines.append(frame.format(disguise(number)))
    return lines


def _passports(random: Random) -> list[str]:
    lines = []
    for n in range(36):
        number = _digits(random, 7)
        letter = "BCEKNP"[n % 6]
        form = [
            f"{letter}{number}",
            f"hộ chiếu {letter}{number}",
            f"Hộ chiếu số {letter} {number}",
            f"passport: {letter.lower()}{number}",
            d.full_width(f"{letter}{number}"),
            d.zero_width(f"{letter}{number}"),
            f"số hộ chiếu {letter}{number[:3]} {number[3:]}",
            f"{letter}-{number}",
            f"người giữ hộ chiếu {d.soft_hyphens(letter + number)} đã báo",
        ][n % 9]
        lines.append(form)
    return lines


def _accounts(random: Random) -> list[str]:
    banks = ["Vietcombank", "BIDV", "Agribank", "Techcombank", "MB Bank", "ACB"]
    words = ["STK", "Số tài khoản:", "tài khoản số", "TK", "so tai khoan"]
    lines = []
    for n, disguise in enumerate((*d.ALL, *d.ALL)):
        number = "1" + _digits(random, random.choice((9, 11, 12, 13)))
        lines.append(f"{words[n % 5]} {disguise(number)} {banks[n % 6]}")
    lines += [f"{bank} {'1' + _digits(random, 11)}" for bank in banks]
    lines += [f"{'1' + _digits(random, 12)} tại {bank}" for bank in banks]
    return lines


def _licences(random: Random) -> list[str]:
    frames = ["GPLX số {}", "giấy phép lái xe {}", "bằng lái: {}"]
    return [
        frames[n % 3].format(disguise(random.choice("1379") + _digits(random, 11)))
        for n, disguise in enumerate((*d.ALL, *d.ALL))
    ]


def _insurance(random: Random) -> list[str]:
    lines = []
    for n, disguise in enumerate(d.ALL):
        frame = ("BHXH số {}", "mã số bảo hiểm xã hội {}")[n % 2]
        lines.append(frame.format(disguise("7" + _digits(random, 9))))
    for n in range(20):
        card = ("DN", "HS", "GD", "HN", "TE")[n % 5] + "4" + _digits(random, 12)
        forms = (
            card,
            f"thẻ BHYT {card}",
            d.full_width(card),
            d.zero_width(card),
            f"{card[:2]} {card[2]} {card[3:5]} {card[5:]}",
        )
        lines.append(forms[n % 5])
    return lines


def _tax_codes(random: Random) -> list[str]:
    return [
        f"{('MST', 'mã số thuế', 'MST cá nhân:')[n % 3]} "
        f"{disguise('8' + _digits(random, 9))}"
        for n, disguise in enumerate((*d.ALL, *d.ALL))
    ]


def _plates(random: Random) -> list[str]:
    lines = []
    for n in range(40):
        place, letter = random.choice(("14", "29", "30", "51", "75", "99")), "ABCDEHK"
        series, number = letter[n % 7], _digits(random, 5)
        lines.append(
            (
                f"{place}{series}-{number[:3]}.{number[3:]}",
                f"xe biển số {place}{series} {number}",
                f"{place}-{series}1 {number[:3]}.{number[3:]}",
                f"BKS {place}{series.lower()}-{number}",
                f"{place}{series}{number}",
                d.full_width(f"{place}{series}-{number[:3]}.{number[3:]}"),
                d.zero_width(f"{place}{series}-{number}"),
                f"{place}{series}–{number[:3]}.{number[3:]}",
            )[n % 8]
        )
    return lines


NUMERIC: Lines = {
    "phone": _phones(Random(1)),
    "citizen_id": _citizen_ids(Random(2)),
    "old_id": _old_ids(Random(3)),
    "passport": _passports(Random(4)),
    "bank_account": _accounts(Random(5)),
    "driving_licence": _licences(Random(6)),
    "insurance": _insurance(Random(7)),
    "tax_code": _tax_codes(Random(8)),
    "plate": _plates(Random(9)),
}
