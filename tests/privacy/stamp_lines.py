"""Forms of the stamps of secrecy (C40, as text), and lines that only speak of them."""

from itertools import product

from tests.privacy import disguises as d

LEVELS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")


def _spaced(text: str) -> str:
    return "  ".join(" ".join(word) for word in text.split())


_FORMS = (
    "{}",
    "   {}   ",
    "[{}]",
    "** {} **",
    "{}.",
    "({})",
    "Tỉnh ủy Lam Khê\n{}\nSố 12",
    "ô một | {} | ô ba",
    "UBND XÃ\t{}\tCỘNG HÒA",
    "Độ mật: {}",
    "ĐỘ MẬT: {}",
    "Độ mật : {}, hỏa tốc",
    "Mức độ mật: {}",
    "{} (Thời hạn bảo vệ: 10 năm)",
    "{} (bản số 03)",
    "(Tài liệu {})",
    "TÀI LIỆU {}",
    "Số: 12-BC/TU ({})",
    "Báo cáo số 45/BC-UBND ({}) ngày 01/6/2026",
)

POSITIVE = [
    *(form.format(level) for form, level in product(_FORMS, LEVELS)),
    *(_spaced(level) for level in LEVELS),
    *(d.zero_width(level) for level in LEVELS),
    *(d.soft_hyphens(level) for level in LEVELS if len(level) > 4),
    "Mật",
    "Tối mật",
    "Tuyệt mật",
    "TOI MAT",
    "TUYET MAT",
    "MAT",
    "TỐI MÂT",
    "TUYÊT MẬT",
    "MÂT",
    "Ｍ Ậ Ｔ",
    "Do mat: Toi mat",
    "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ",
    "Dấu chỉ độ mật: Mật",
    "M\u0302\u0323A\u0302\u0323T".replace("M\u0302\u0323", "M"),
]

# The degrees in a law, a form not filled in, other words, the word in a sentence.
NEGATIVE = [
    "Luật Bảo vệ bí mật nhà nước",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "GIẢI MẬT",
    "Giải mật tài liệu năm 2020",
    "mật độ dân số",
    "MẬT ĐỘ DÂN SỐ",
    "Mật độ xây dựng: 40%",
    "Độ mật: Không",
    "Độ mật: Thường",
    "Độ mật: ……",
    "Độ mật: Tuyệt mật, Tối mật, Mật",
    "Độ mật (Tuyệt mật/Tối mật/Mật): ……",
    "Độ mật: Mật/Tối mật/Tuyệt mật",
    "Độ mật gồm: Tuyệt mật, Tối mật và Mật",
    "a) Tuyệt mật;",
    "1. Tuyệt mật",
    "- Mật",
    "- Tối mật",
    "mật",
    "mật ong",
    "Mật ong rừng Nà Lau",
    "MẬT ONG",
    "Tài liệu mật",
    "Không soạn thảo tài liệu mật trên máy có nối mạng",
    "đóng dấu Mật lên văn bản",
    "Văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT không gửi qua hệ thống",
    "Bảo mật thông tin",
    "AN TOÀN, BẢO MẬT",
    "Mật khẩu",
    "MẬT KHẨU",
    "mật mã dân sự",
    "BAN CƠ YẾU, MẬT MÃ",
    "Mặt trận Tổ quốc",
    "MẶT TRẬN",
    "MẶT",
    "MẤT",
    "MẮT",
    "Tôi mất",
    "Hội nghị kín, thân mật",
    "Gặp mặt thân mật",
    "Số: 12-BC/TU (bản sao)",
    "Số: 12/KH-UBND (Hỏa tốc)",
    "MAT TRAN TO QUOC",
    "Báo Mặt trận",
    "Mật",
    "Kế hoạch bảo vệ bí mật nhà nước năm 2026 (10 năm)",
]
NEGATIVE.remove("Mật")
