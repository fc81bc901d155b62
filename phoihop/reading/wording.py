"""The vocabulary of duties: who is told, what is done, which sections assign.

All of it is of the language of official papers, in small letters as ``plain.small``
leaves them. Nothing here names a place or a person.
"""

import re
from itertools import islice

# --- who ------------------------------------------------------------------------------

_BEFORE_DOERS = (
    r"(?:(?:các|những|mỗi|từng|hai|ba|bốn|một số|toàn thể|tất cả|riêng|cả|tập thể"
    r"|lãnh đạo"
    r"|đại diện|thủ trưởng|người đứng đầu|đồng chí|đ/c|đ/chí|ông|bà|quý|mọi)\s+)*"
)
# Beginnings of names of bodies and offices. What looks like one and is none stands
# behind (?!…).
_DOERS = (
    r"ủy ban|ubnd|ubmttq|ubmt|ubbc|mttq|mặt trận|hđnd|hội đồng|thường trực|bch|btv|btt"
    r"|ban(?! hành| đầu| bố| tặng| đêm| ngày)|bộ(?! luật| máy| hồ sơ| tài liệu| mặt"
    r"| phim| câu hỏi| tiêu chí| chỉ số| thủ tục| quy tắc| công cụ| dữ liệu| nhận diện)"
    r"|sở(?! hữu| dĩ| thích| trường)|ngành|văn phòng(?! phẩm)"
    r"|phòng(?!,| ngừa| chống| cháy| bệnh| dịch| tránh| vệ)|cục(?! bộ| diện)"
    r"|vụ(?! việc| án| mùa| đông| xuân| lợi| tai| kiện| trưởng)|vụ trưởng"
    r"|tổng cục|chi cục|công an|quân sự|quân đội|cảnh sát|bộ đội|biên phòng"
    r"|tổ(?! quốc| hợp| ấm| chức)|tổ chức(?=,)"
    r"|tổ chức(?= chính trị| thành viên| đảng| đoàn| cơ sở| xã hội| công đoàn"
    r"| hành nghề)"
    r"|đoàn(?! kết| viên)|hội(?! nghị| thảo| họp| nhập| trường| thi| chợ| viên| đàm)"
    r"|liên đoàn|liên minh|hiệp hội|nghiệp đoàn|công đoàn|trung tâm"
    r"|viện(?! trợ| dẫn| phí)|trường(?! hợp| kỳ)|nhà trường|học viện|bệnh viện"
    r"|tập đoàn|tổng công ty|công ty|doanh nghiệp|hợp tác xã|liên hiệp"
    r"|đài(?! thọ)|báo(?! cáo| động| hiệu| hỷ| chí)|cơ quan|đơn vị(?! tính)|địa phương"
    r"|ngân hàng|bảo hiểm xã hội|bhxh|kho bạc|tòa án|toà án|tand|viện kiểm sát|vksnd"
    r"|cqđt|thanh tra (?:tỉnh|bộ|sở|huyện|thành|chính|xã|quận)|bộ phận|tiểu ban"
    r"|khối(?! lượng)"
    r"|cụm(?! từ)|chi bộ|chi hội|chi đoàn|chi ủy|đảng ủy|đảng bộ|đảng đoàn|ban cán sự"
    r"|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|xã đoàn|huyện đoàn|tỉnh đoàn"
    r"|thành đoàn|chính phủ|thủ tướng|phó|trưởng(?! thành)|bộ trưởng|thứ trưởng"
    r"|tổng giám đốc|giám đốc|chánh|chủ tịch|bí thư|ủy viên|thành viên|chuyên viên"
    r"|cán bộ|công chức|viên chức|giáo viên|hiệu trưởng|gvcn|cục trưởng|tổng cục trưởng"
    r"|kiểm sát viên|điều tra viên|chủ nhiệm|tư lệnh|chính ủy|chỉ huy|thư ký|kế toán"
    r"|đoàn thể|lực lượng|hải quan|quản lý thị trường|kiểm lâm|trạm(?! dừng)"
    r"|đội(?! ngũ)|nhóm|câu lạc bộ|tạp chí|thông tấn xã|cổng thông tin|các cấp|các bên"
    r"|hai bên|hai đơn vị|hai cơ quan|hai ngành|các bên|đội trưởng|nhà văn hóa"
    r"|phụ huynh|cha mẹ học sinh|chính quyền"
    r"|cơ sở(?= kcb| khám| giáo| y| đào| sản| kinh| đoàn| đảng)|tổng biên tập"
    r"|xã(?! hội)|phường|thị trấn|thị xã|huyện(?! vọng)|quận|thôn|khu phố|khu dân cư"
    r"|lãnh đạo|thủ trưởng|người đứng đầu|vtv|vov|ttxvn|người (?:chủ trì|phụ trách)"
    r"|đồng chí|chủ đầu tư|đại biểu|bên (?:a|b)|thầy|cô(?! lập| đọng| đơn)"
    r"|tổng phụ trách|nhân viên|người phát ngôn|bưu điện|điện lực|chi nhánh"
    r"|kiểm toán (?:nhà nước|khu vực)|thuế(?= tỉnh| thành phố| cơ sở| huyện| khu vực)"
    r"|hạt kiểm lâm|quỹ(?= )"
    r"|trang (?:thông tin|tin) điện tử"
)
DOER = re.compile(rf"{_BEFORE_DOERS}(?:{_DOERS})(?!\w)")
# The words before a name that are no part of it.
COURTESY = re.compile(
    r"(?:(?:các|từng|mỗi)\s+)?(?:đồng chí|đ/c|đ/chí)\s+(?=\w)", re.IGNORECASE
)
# Bodies that are many: a name with these is a group, not one of several.
GROUP = re.compile(r"(?:các|những|một số|mọi|từng|mỗi)\s")
PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà|thầy|cô)\s")

# --- what -----------------------------------------------------------------------------

_VERBS = """
an toàn|áp dụng|báo cáo|bảo đảm|bảo vệ|ban hành|bàn giao|bám sát|bao gồm|biên soạn
biên tập|biểu dương|bố trí|bổ sung|bồi dưỡng|cải thiện|cải tiến|cải cách|cân đối
cân nhắc|cập nhật|cấp phát|cấp thêm|cấp bổ|cấp phép|chấn chỉnh|chấp hành|chỉ đạo
chỉnh sửa|chỉnh lý|chỉnh trang|chia sẻ|cho ý|chủ trì|chủ tham|chuẩn bị|chuẩn hóa
chuyển đổi|chuyển giao|chuyển ngay|chuyển đơn|chuyển đến|chuyển tiếp|chuyển danh
chuyển hồ|chuyển kinh|chuyển kết|chuyển số|chuyển cho|công bố|công khai|cung cấp
cung ứng|cắm biển|cắm mốc|cắm bổ|củng cố|cụ thể|cử cán|cử đại|cử thành|cử người
dành thời|dự thảo|dự toán|dự trù|duy trì|duyệt binh|đa dạng|đánh giá|đào tạo|đảm bảo
đảm nhiệm|đàm phán|đăng ký|đăng tải|đặt hàng|đấu tranh|đẩy lùi|đẩy mạnh|đẩy nhanh
đề cao|đề ra|đề xuất|đề nghị|điều chỉnh|điều hành|điều phối|điều tra|định hướng
đôn đốc|đổi mới|động viên|đối chiếu|đồng hành|đưa nội|đưa các|đưa tin|gắn kết|giải đáp
giải quyết|giải thích|giải trình|giám sát|gia tăng|gìn giữ|giới thiệu|giữ vững|giữ gìn
góp ý|gửi báo|gửi về|gửi văn|gửi giấy|gửi hồ|gửi kết|gửi dự|gương mẫu|hoàn chỉnh
hoàn thành|hoàn thiện|hòa giải|hỗ trợ|huấn luyện|họp giao|họp liên|họp kiểm|họp định
họp đánh|họp rút|huy động|hướng dẫn|họp bàn|hưởng ứng|in ấn|kế hoạch hóa|kết thúc
kết hợp|kết nối|khai thác|khảo sát|khắc phục|khen thưởng|khôi phục|khuyến cáo
khuyến khích|kiểm kê|kiểm soát|kiểm tra|kiện toàn|kiến nghị|ký kết|là đầu|là cơ
làm đầu|làm cơ|làm mấy|làm những|làm các|làm ngay|làm thường|làm nhiệm|làm rõ|làm tốt
làm việc|lãnh đạo|lấy ý|lập danh|lập dự|lập kế|lập hồ|lập báo|lập sổ|lắng nghe|liên hệ
lồng ghép|lưu trữ|lựa chọn|lượng hóa|mở rộng|mở các|mở lớp|mời cử|mời báo|nắm bắt
nắm chắc|nắm tình|nâng cao|nâng cấp|nâng tỷ|nêu gương|nêu cao|nêu rõ|ngăn chặn
nghiên cứu|nghiệm thu|nhắc nhở|nhân rộng|nộp hồ|ổn định|phản ánh|phản bác|phản biện
phân bổ|phân cấp|phân công|phân loại|phân tích|phân định|phát hành|phát động|phát hiện
phát huy|phát sóng|phát triển|phấn đấu|phê duyệt|phổ biến|phối hợp|phòng chống
phòng ngừa|phục vụ|phụ trách|quan tâm|quán triệt|quản lý|quảng bá|quyết định
quyết toán|rà soát|ra mắt|ra quân|ra soát|rút kinh|rút ngắn|sắp xếp|sưu tầm|sử dụng
sửa chữa|sửa đổi|soạn thảo|soạn công|sơ kết|số hóa|tạo điều|tạo thuận|tạo mọi|tạo môi
tạo sự|tập hợp|tập huấn|tập trung|tăng cường|tăng thời|tăng thêm|tăng số|tăng tần
tham gia|tham mưu|thay mặt|thay thế|thanh toán|thanh tra|tháo gỡ|thành lập|theo dõi
thẩm định|thẩm tra|thi hành|thí điểm|thiết lập|thiết kế|thông báo|thông qua|thông tin
thống kê|thống nhất|thu hút|thu hồi|thu thập|thúc đẩy|thực hành|thực hiện|thường trực
tích hợp|tiến hành|tiếp cận|tiếp nhận|tiếp thu|tiếp công|tiết kiệm|tìm hiểu|tổ chức
tổng hợp|tổng kết|trang bị|trang trí|trao đổi|triển khai|triệt phá|triệu tập|trình thủ
trình ủy|trình ubnd|trình chính|trình hđnd|trình hội|trình ban|trình cấp|trình bộ
truy xuất|truyền tải|truyền thông|tuần tra|tuyên truyền|tuyên dương|tuyển chọn
tuyển dụng|tôn vinh|ứng dụng|ưu tiên|vận dụng|vận động|vận hành|vinh danh|xác định
xác minh|xây dựng|xem xét|xét duyệt|xin ý|xúc tiến|xử lý|xử phạt|yêu cầu|cụ thể hóa
giao chỉ|giao nhiệm|giao ban|giao cho|bình xét|bình chọn|mở đợt|mua sắm|niêm yết
ngăn ngừa|khởi công|thẩm quyền|đầu tư|đấu thầu|di dời|đền bù|bồi thường|giải phóng
giải ngân|hạch toán|cấp kinh|cấp giấy|cấp mã|cấp thẻ|chi trả|điểm danh|trực tiếp hòa
phòng, chống|chủ động|kịp thời|khẩn trương|chịu trách|có trách|có nhiệm|có kế|có giải
có văn|có biện|giúp ban|giúp ubnd|giúp ủy|giúp thường|hiệp thương|thương thảo|xuất bản
dự báo|cảnh báo|tiếp xúc|chất vấn|khai mạc|bế mạc|cấm|kết luận|ghi nhận|ghi chép
giao lưu|giáo dục|rèn luyện|học tập|bảo quản|bảo trì|bảo dưỡng|đổi tên|sáp nhập
giải thể|quy hoạch|luân chuyển|bổ nhiệm|miễn nhiệm|tặng thưởng|thăm hỏi|chăm lo
chăm sóc|hưởng lợi|quyên góp|vay vốn|tiêu thụ|tiêm phòng|khoanh vùng|dập dịch|trả lời
phản hồi|đối thoại|tọa đàm|thảo luận|kiểm điểm|kiểm đếm|kê khai|khai báo|thụ lý
tiếp dân|đón tiếp|đưa đón|ứng phó|ứng trực|sơ tán|cứu trợ|cứu nạn|tìm kiếm|khơi thông
thu gom|thu nộp|nạo vét|tu bổ|tu sửa|tôn tạo|duy tu|trồng cây|tháo dỡ|giải tỏa
cưỡng chế|đo đạc|định giá|đấu giá|thu phí|miễn giảm|hạn chế|khống chế|kiềm chế
kéo giảm|giảm thiểu|xóa bỏ|bãi bỏ|hủy bỏ|đình chỉ|tạm dừng|chấm dứt|chấm điểm|diễn tập
tư vấn|xếp loại|bình bầu|điều động|tinh giản|phối kết|liên kết|hợp tác|trao tặng
trao quà|trao giải|tri ân|tưởng niệm|dâng hương|phát thanh|tiếp sóng|trưng bày
triển lãm|sưu tập|biên dịch|sao gửi|đóng góp|nhập liệu|đồng bộ|kết xuất|vận chuyển
dự trữ|bình ổn|kiểm dịch|truy vết|khám sàng|khám sức|khám chữa|điều trị|khởi tố
truy tố|xét xử|bắt giữ|nhận diện|hiến kế|đề đạt|phân luồng|chỉnh đốn|ký ban|bàn biện
bàn giải|tổng rà|tự kiểm|tự đánh|tự rà|lấy phiếu|ghi hình|quay phim|viết tin|đăng báo
đăng bài|phát tờ|cấp bản|cấp đổi|hiệu chỉnh|bảo mật|sao lưu|khóa sổ
"""
_VERB_WORDS = {
    "lập", "cử", "gửi", "nộp", "trình", "mời", "in", "ký", "giao", "giúp", "đưa", "giữ",
    "nắm", "mở", "làm", "họp", "chuyển", "treo", "góp", "chọn", "viết", "sửa", "mua",
    "dừng", "ngừng", "soạn", "rà", "soát", "gom", "chốt", "dựng", "nhập", "gắn", "đo",
    "cài", "tiêm", "phát", "buộc", "ghi", "gọi", "dành", "thảo",
}  # fmt: skip
_ADVERBS = """
tiếp tục|chủ động|khẩn trương|kịp thời|thường xuyên|định kỳ|tích cực|trực tiếp
tập trung|chú trọng|nghiêm túc|kiên quyết|từng bước|đồng thời|hằng năm|hàng năm
hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|hằng ngày|hàng ngày
phấn đấu|quyết liệt|quyết tâm|khuyến khích|bên cạnh|luân phiên|thay phiên|lần lượt
mỗi tuần|mỗi tháng|mỗi quý|mỗi ngày|sáu tháng|một năm|ngoài ra|nhanh chóng|đặc biệt
trước mắt|thực sự|nhất trí|sẵn sàng|phối hợp|đề cao|trước hết|nâng cao|ngay sau
ngay từ|luôn luôn|không ngừng|chặt chẽ|mỗi năm|cùng phối|cùng tham|cùng thực|cùng nhau
"""
_ADVERB_WORDS = {
    "phải", "cần", "sẽ", "sớm", "luôn", "cũng", "nên", "hãy",
}  # fmt: skip


def _pairs(words: str) -> dict[str, frozenset[str]]:
    """The first syllable of each expression with the second ones it can have."""
    found: dict[str, set[str]] = {}
    for expression in re.split(r"[|\n]", words.strip()):
        first, _, rest = expression.strip().partition(" ")
        found.setdefault(first.rstrip(","), set()).add(rest.split(" ")[0])
    return {first: frozenset(seconds) for first, seconds in found.items()}


_VERB_PAIRS = _pairs(_VERBS)
_ADVERB_PAIRS = _pairs(_ADVERBS)
_SIGNS = ",.;:()“”\"'…-–"
_WORD = re.compile(r"\w+(?:/\w+)?")


def _is_verb(first: str, second: str) -> bool:
    return second in _VERB_PAIRS.get(first, ())


def _is_adverb(first: str, second: str) -> bool:
    return first in _ADVERB_WORDS or second in _ADVERB_PAIRS.get(first, ())


def acts(low: str) -> bool:
    """Whether words begin with what is to be done, with or without how."""
    words = [*low[:120].split(None, 14)[:14], ""]
    place = 0
    while place < len(words) - 1:
        # Most are answered by the first two: the others are not stripped.
        first, second = words[place].strip(_SIGNS), words[place + 1].strip(_SIGNS)
        if _is_verb(first, second) or first in _VERB_WORDS:
            return True
        if not _is_adverb(first, second):
            return False
        place += 1 if first in _ADVERB_WORDS else 2
    return False


# Verbs that stand behind a bare "cơ quan", "đoàn", "tổ" as part of its name.
_NAMING = {
    "kiểm tra", "giám sát", "soạn thảo", "tiếp nhận", "chủ trì", "phối hợp", "thẩm"
    " định",
    "thẩm tra", "quản lý", "chỉ đạo", "tổ chức", "vận động", "tuyên truyền", "thanh"
    " tra",
    "phụ trách", "tham mưu", "kiểm soát", "thi hành", "tiếp công", "xử lý", "biên tập",
    "điều tra", "kiểm kê", "điều hành", "lãnh đạo", "thực hiện", "thường trực",
    "tư vấn", "giải quyết", "huy động", "phòng chống", "cung cấp", "thông tin", "kế"
    " hoạch",
    "bảo vệ", "hướng dẫn", "thống kê", "đào tạo", "nghiên cứu", "tổng hợp", "chấp hành",
}  # fmt: skip
# "Ban Quản lý bảo trì đường bộ", "dự án đầu tư xây dựng": the second belongs to the
# name that the first is in.
_NAMED_BY = {
    "quản lý": {"bảo trì", "khai thác", "vận hành", "bảo tồn", "bảo vệ", "duy tu"},
    "đầu tư": {"xây dựng", "phát triển"},
    "phối hợp": {"phổ biến"},
    "chỉ đạo": {"phòng chống", "phòng, chống", "thi hành", "cải cách", "chuyển đổi"},
}
# Verbs that are oftener part of a name than its end.
_WEAK = {
    "phát triển", "phục vụ", "đầu tư", "giáo dục", "an toàn", "phòng chống", "quy"
    " hoạch",
    "thông tin", "phụ trách", "học tập", "thường trực", "tư vấn", "tài trợ", "tiết"
    " kiệm",
}  # fmt: skip
_BARE = {
    "quan", "đoàn", "tổ", "ban", "phận", "đồng", "vị", "bộ", "người", "đội", "phòng",
    "tâm", "lượng", "chức", "viện", "vực", "về", "của", "sát",
}  # fmt: skip
_NO_KIND = {"văn", "điều", "liên"}
_BARE_BEHIND = {"bộ": "cán", "đồng": "hội", "vực": "lĩnh"}
# Verbs of one syllable that end a name.
_ENDING = {
    "lập", "cử", "gửi", "nộp", "trình", "mở", "góp", "chọn", "mời", "đưa", "giúp",
    "viết", "họp", "dừng", "ngừng", "soạn", "rà", "soát", "gom", "chốt",
}  # fmt: skip
_BEFORE_ENDING = {
    "bầu", "ứng", "đề", "độc", "thành", "chương", "quy", "công", "tiến", "lựa",
    "kiểm", "biên", "thu", "trạm", "phòng", "cuộc", "kỳ", "buổi", "phiên", "trợ",
    "cởi", "đóng", "kính", "giấy", "thư", "khách",
}  # fmt: skip
# Behind these stands a noun, whatever it looks like.
# Before "cơ quan": bodies that were named before, not a kind of body.
_COUNTS = {"hai", "ba", "bốn", "2", "3", "4", "02", "03", "04"}
_COUNTING = {"các", "những", "mỗi", "từng", "mọi"}
_STOPS = re.compile(
    r"\s(?:theo|căn cứ|(?<!cấp )trên cơ sở|khi|trong (?:quá trình|thời gian|tháng|quý"
    r"|năm|tuần"
    r"|thời hạn|phạm vi)|trước (?:ngày|khi)|sau khi|ngay sau|để|nhằm|đã|đang|được|bị"
    r"|phải|cần"
    r"|sẽ|là|gồm|bao gồm|nếu|tự|nên|không|về việc)(?!\w)"
)


def end_of_doer(text: str, low: str, start: int, end: int) -> int | None:
    """Where a name that begins at ``start`` ends: before its verb; None without one.

    ``text`` keeps its capitals: a verb in capitals is part of a name.
    """
    stop = _STOPS.search(low, start, end)
    stop_at = stop.start() if stop else end
    words = list(islice(_WORD.finditer(low, start, min(end, stop_at + 12)), 60))
    head = DOER.match(low, start, end)
    name_end, named = (head.end() if head else start), False
    for place, word in enumerate(words):
        if word.start() > stop_at:
            return stop_at
        if place and low[word.start() - 2 : word.start()] == ", ":
            # Another name of the list, whatever verb it looks like.
            head = DOER.match(low, word.start(), end)
            name_end = max(name_end, head.end()) if head else name_end
        if word.start() < name_end:
            continue
        behind = words[place + 1] if place + 1 < len(words) else None
        if place and text[word.start()].islower() and _ends_name(words, place):
            goes_on = named and low[name_end : word.start()] in {", ", " và "}
            if not behind or not _names(low, words, place, goes_on=goes_on):
                return name_end
            named, name_end = True, behind.end()
        elif word.start() >= name_end:
            name_end = word.end()
    return stop_at if stop else None


def _ends_name(words: list[re.Match[str]], place: int) -> bool:
    """Whether a verb, or how it is done, begins here."""
    first = words[place].group()
    second = words[place + 1].group() if place + 1 < len(words) else ""
    before = words[place - 1].group()
    # Behind "tỉnh", "huyện" a name is complete: what follows is done.
    weak = f"{first} {second}" in _WEAK and before not in _LEVELS
    if weak or before in _COUNTING:
        return False
    if first in _ENDING:
        # "Tổ giúp việc" is a group, not one that helps.
        return before not in _BEFORE_ENDING and (first, second) != ("giúp", "việc")
    return _is_verb(first, second) or _is_adverb(first, second)


def _names(low: str, words: list[re.Match[str]], place: int, *, goes_on: bool) -> bool:
    """Whether a verb belongs to the name: đoàn kiểm tra, cơ quan soạn thảo."""
    pair = f"{words[place].group()} {words[place + 1].group()}"
    before = words[place - 1].group()
    ahead = words[place - 2].group() if place > 1 else ""
    if pair in _NAMED_BY.get(f"{ahead} {before}", ()):
        return True
    behind = low[words[place + 1].end() :][:7]
    if pair not in _NAMING or before in _LEVELS or _does_so(pair, before, behind):
        return False
    # "Hai cơ quan phối hợp tổ chức": two that are known do it. "Tỉnh đoàn chủ trì": a
    # name of its own, not a group that does something.
    counted = place > 2 and words[place - 3].group() in _COUNTS
    if counted or (before == "đoàn" and ahead in _LEVELS):
        return False
    # "cán bộ phụ trách", not "Đảng bộ hướng dẫn".
    kind = ahead == _BARE_BEHIND.get(before, ahead)
    return goes_on or (before in _BARE and kind and ahead not in _NO_KIND)


def _does_so(pair: str, before: str, behind: str) -> bool:
    """Whether a verb that may belong to a name is done here, by what stands around."""
    if pair == "tổ chức":
        # "… đường bộ tổ chức …", "đơn vị tổ chức thực hiện": to hold, to carry out.
        return before == "bộ" or behind.startswith((" thực", " triể", " các "))
    if pair == "chủ trì":
        return behind.startswith((",", " phối", " tổ ch", " hướng", " xây", " tham"))
    return pair == "phối hợp" and behind.startswith((",", " với", " cùng"))


_LEVELS = {"tỉnh", "thành", "huyện", "quận", "xã", "phường"}
