"""The sentences of papers: why one is not taken or not read, and what to do."""

from django.utils.translation import gettext_lazy as _

DOCUMENT_SENTENCES = {
    "document.both_given": _(
        "Đã chọn tệp và cũng đã dán nội dung. Giữ lại một: bỏ tệp, hoặc xóa phần "
        "nội dung đã dán."
    ),
    "document.mail_part": _(
        "Tệp thứ %(number)s trong %(all)s tệp đính kèm không nhận được: %(why)s Chưa "
        "tệp nào được giữ; tải các tệp cần nhận về máy rồi gửi từng tệp."
    ),
    "document.nothing_given": _(
        "Chưa có văn bản nào. Chọn tệp, hoặc dán nội dung văn bản vào ô bên dưới."
    ),
    "document.not_a_paper": _(
        "Bảng tính này không có bảng giao nhiệm vụ: cần một dòng tiêu đề có cột nhiệm "
        "vụ và cột cơ quan chủ trì. Sửa dòng tiêu đề rồi gửi lại; nhiệm vụ của kế "
        "hoạch đã có thì nhập từ Excel ở trang của kế hoạch đó."
    ),
    "document.no_text": _(
        "Trong tệp không có chữ nào để đọc. Mở tệp để kiểm tra; nếu là bản chụp, gửi "
        "bản Word, hoặc dán nội dung văn bản vào trang nhận văn bản."
    ),
    "document.old_font": _(
        "Văn bản gõ bằng phông chữ cũ (TCVN3, VNI ...) mà máy không nhận ra chắc chắn. "
        "Chuyển sang Unicode bằng công cụ chuyển mã của Word hoặc Unikey, lưu lại rồi "
        "gửi tệp mới."
    ),
    "document.no_ocr": _(
        "Văn bản là bản quét, mà máy chủ chưa cài chương trình đọc chữ trong ảnh. Tệp "
        "vẫn được giữ. Nhờ người vận hành cài hai gói tesseract-ocr và "
        "tesseract-ocr-vie rồi yêu cầu đọc lại, hoặc gửi bản Word hay PDF có chữ."
    ),
    "document.page_unread": _(
        "Máy không đọc được ảnh ở trang %(page)s nên đã dừng. Tệp vẫn được giữ. Yêu "
        "cầu đọc lại; nếu vẫn không được, quét lại trang đó hoặc gửi bản Word."
    ),
    "document.scan": _(
        "Văn bản chỉ gồm ảnh mà máy không đọc ra chữ nào. Tệp vẫn được giữ. Quét lại "
        "rõ hơn thành PDF, gửi bản Word hoặc PDF có chữ, hoặc dán nội dung vào trang "
        "nhận văn bản."
    ),
    "document.scan_too_long": _(
        "Bản quét có hơn 100 trang ảnh nên máy không đọc hết. Tệp vẫn được giữ. Tách "
        "thành nhiều tệp, mỗi tệp một văn bản, rồi nhận từng tệp."
    ),
    "document.under_way": _(
        "Văn bản đang được đọc. Chờ đọc xong rồi mới yêu cầu đọc lại."
    ),
    "draft.empty": _("Ô này còn trống. Nhập nội dung, hoặc bỏ cả mục."),
    "draft.no_such_day": _(
        "Ngày này không có trong lịch. Xem lại văn bản; nếu văn bản ghi sai, để trống "
        "ô này và ghi rõ trong nội dung."
    ),
    "draft.no_such_place": _(
        "Mục này vừa được người khác sửa nên không còn chỗ để chọn đơn vị. Tải lại "
        "trang rồi chọn lại."
    ),
    "draft.not_a_task": _("Chỉ nhiệm vụ mới đánh dấu được là ngoài phạm vi hỗ trợ."),
    "draft.one_by_one": _(
        "%(count)s mục trong nhóm phải nhận từng mục: quy tắc đọc chưa đủ bằng chứng "
        "là đúng, hoặc còn phải chọn đơn vị. Tải lại trang rồi xem và nhận từng mục."
    ),
    "draft.span_outside": _(
        "Đoạn chọn không nằm trong văn bản. Tải lại trang rồi chọn lại đoạn chữ."
    ),
    "draft.too_long": _("Nội dung dài quá %(most)s ký tự. Rút gọn lại."),
    "draft.too_many_bodies": _(
        "Nhiều hơn %(most)s đơn vị phối hợp. Gộp các đơn vị cùng loại thành một cụm từ."
    ),
    "reading.not_open": _(
        "Bản đọc này không còn chờ xác nhận: đã được xác nhận hoặc để riêng. Tải lại "
        "trang để xem trạng thái hiện nay."
    ),
}
