"""The sentences of files that are not taken: what is wrong with one, what to do.

Limits stand here as people read them; a test holds them to ``reading.caps``.
"""

from django.utils.translation import gettext_lazy as _

FILE_SENTENCES = {
    "file.activex": _(
        "Tệp có thành phần điều khiển ActiveX, có thể tự chạy khi mở. Xóa thành phần "
        "đó trong Word hoặc Excel, lưu lại rồi gửi lần nữa."
    ),
    "file.altchunk": _(
        "Tệp Word chứa nguyên một tệp khác được nhúng vào nội dung. Mở tệp bằng Word, "
        "lưu lại thành tệp .docx mới rồi gửi tệp đó."
    ),
    "file.archive_entries": _(
        "Tệp gồm hơn 2.000 thành phần, nhiều hơn một văn bản thông thường. Mở tệp bằng "
        "Word hoặc Excel, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_lies": _(
        "Cấu trúc tệp không khớp với những gì tệp tự khai. Mở tệp bằng Word hoặc "
        "Excel, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_link": _(
        "Tệp chứa liên kết tới tệp khác trên máy. Mở tệp bằng Word hoặc Excel, lưu lại "
        "thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_name": _(
        "Tệp có thành phần mang tên không an toàn. Mở tệp bằng Word hoặc Excel, lưu "
        "lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_overlap": _(
        "Các thành phần của tệp nằm chồng lên nhau, không phải do Word hay Excel tạo "
        "ra. Mở tệp, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_ratio": _(
        "Tệp bung ra lớn gấp hơn %(most)s lần, giống tệp dùng để làm treo máy. Mở tệp "
        "bằng Word hoặc Excel, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_too_large": _(
        "Phần chữ của tệp khi bung ra lớn hơn %(most)s MB. Tách thành nhiều tệp nhỏ "
        "rồi gửi từng tệp."
    ),
    "file.archive_twice": _(
        "Tệp có hai thành phần trùng tên, nên không biết đọc phần nào. Mở tệp bằng "
        "Word hoặc Excel, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.archive_zip_large": _(
        "Tệp được nén theo kiểu dành cho tệp rất lớn (zip64). Mở tệp bằng Word hoặc "
        "Excel, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.busy": _(
        "Hệ thống đang đọc nhiều tệp của người khác. Giữ trang này và gửi lại sau ít "
        "phút."
    ),
    "file.mail_deep": _(
        "Thư có quá nhiều phần hoặc lồng quá nhiều thư bên trong nên không mở. Tải tệp "
        "đính kèm về máy rồi gửi chính tệp đó."
    ),
    "file.mail_empty": _(
        "Thư không có tệp đính kèm nào đọc được. Phối Hợp chỉ lấy tệp đính kèm, không "
        "đọc nội dung thư; tải văn bản về máy rồi gửi, hoặc dán nội dung văn bản."
    ),
    "file.mail_locked": _(
        "Thư được mã hóa nên không mở được ở đây. Mở thư bằng chương trình thư của "
        "bạn, tải tệp đính kèm về máy rồi gửi chính tệp đó."
    ),
    "file.mail_many": _(
        "Thư có hơn %(most)s tệp đính kèm. Tải các văn bản cần nhận về máy rồi gửi "
        "từng tệp."
    ),
    "file.corrupt": _(
        "Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Thử mở tệp trên máy của bạn; nếu mở "
        "được, lưu lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.dde": _(
        "Tệp có trường hoặc công thức gọi chương trình khác (DDE). Xóa trường hoặc "
        "công thức đó, lưu lại rồi gửi lần nữa."
    ),
    "file.embedded": _(
        "Tệp có nhúng tệp khác bên trong (bảng tính, đối tượng OLE hoặc tệp đính kèm). "
        "Thay bằng hình ảnh hoặc bảng thường, lưu lại rồi gửi; tệp nhúng thì gửi riêng."
    ),
    "file.empty": _("Tệp trống, không có nội dung. Kiểm tra lại và chọn đúng tệp."),
    "file.encrypted": _(
        "Tệp có đặt mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi lần nữa."
    ),
    "file.image_too_large": _(
        "Tệp có hình ảnh trên %(most)s triệu điểm ảnh. Thu nhỏ hình ảnh đó, lưu lại "
        "rồi gửi lần nữa."
    ),
    "file.macros": _(
        "Tệp có macro (chương trình tự chạy). Lưu lại thành .docx hoặc .xlsx không có "
        "macro rồi gửi tệp đó."
    ),
    "file.memory": _(
        "Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép. Tách thành nhiều tệp nhỏ, hoặc "
        "lưu lại thành tệp mới rồi gửi lần nữa."
    ),
    "file.old_excel": _(
        "Tệp ở định dạng Excel cũ (.xls). Mở bằng Excel, chọn Lưu thành .xlsx rồi gửi "
        "tệp đó."
    ),
    "file.old_word": _(
        "Tệp .doc này do Word từ trước năm 1997 lập ra nên máy không đọc được. Mở bằng "
        "Word, chọn Lưu thành .docx rồi gửi tệp đó."
    ),
    "file.not_opened": _(
        "Không mở được tệp. Kiểm tra tên tệp, đường dẫn và quyền đọc tệp."
    ),
    "file.part_too_large": _(
        "Một phần của tệp lớn hơn %(most)s MB khi bung ra. Tách thành nhiều tệp nhỏ "
        "rồi gửi từng tệp."
    ),
    "file.pdf_attachment": _(
        "Tệp PDF có đính kèm tệp khác. Gửi riêng tệp đính kèm, và in lại văn bản thành "
        "PDF mới không có đính kèm."
    ),
    "file.pdf_form": _(
        "Tệp PDF là biểu mẫu động (XFA). In biểu mẫu thành PDF thường rồi gửi tệp đó."
    ),
    "file.pdf_launch": _(
        "Tệp PDF có lệnh mở chương trình hoặc tệp khác. In lại văn bản thành PDF mới "
        "rồi gửi tệp đó."
    ),
    "file.pdf_media": _(
        "Tệp PDF có phim, âm thanh hoặc nội dung động. In lại văn bản thành PDF mới "
        "rồi gửi tệp đó."
    ),
    "file.pdf_objects": _(
        "Tệp PDF gồm quá nhiều thành phần để đọc an toàn. Tách thành nhiều tệp nhỏ, "
        "hoặc in lại thành PDF mới rồi gửi."
    ),
    "file.pdf_pages": _(
        "Tệp PDF có hơn 1.000 trang. Tách thành nhiều tệp rồi gửi từng tệp."
    ),
    "file.pdf_script": _(
        "Tệp PDF có mã JavaScript tự chạy. In lại văn bản thành PDF mới rồi gửi tệp đó."
    ),
    "file.reader_ended": _(
        "Chương trình đọc tệp dừng giữa chừng vì tệp này. Mở tệp trên máy của bạn, lưu "
        "lại thành tệp mới rồi gửi; nếu vẫn không được, báo người vận hành hệ thống."
    ),
    "file.remote": _(
        "Tệp tự lấy nội dung từ nơi khác (mẫu, hình ảnh hoặc dữ liệu liên kết). Bỏ các "
        "liên kết đó, lưu lại rồi gửi lần nữa."
    ),
    "file.sheet_cells": _(
        "Bảng tính có hơn 400.000 ô. Xóa phần không cần hoặc tách thành nhiều tệp rồi "
        "gửi từng tệp."
    ),
    "file.sheet_count": _(
        "Bảng tính có hơn %(most)s trang. Tách thành nhiều tệp rồi gửi từng tệp."
    ),
    "file.sheet_rows": _(
        "Bảng tính có hơn 20.000 dòng. Xóa phần không cần hoặc tách thành nhiều tệp "
        "rồi gửi từng tệp."
    ),
    "file.slow": _(
        "Đọc tệp này mất quá nhiều thời gian nên đã dừng. Tách thành nhiều tệp nhỏ, "
        "hoặc lưu lại thành tệp mới rồi gửi lần nữa."
    ),
    "file.text_encoding": _(
        "Không đọc được chữ trong tệp: tệp không dùng bảng mã Unicode. Mở tệp, lưu lại "
        "với bảng mã UTF-8 (hoặc lưu thành .docx) rồi gửi lần nữa."
    ),
    "file.text_too_long": _(
        "Tệp có quá nhiều chữ để đọc một lần. Tách thành nhiều tệp rồi gửi từng tệp."
    ),
    "file.too_large": _(
        "Tệp lớn hơn %(most)s MB. Giảm kích thước hình ảnh hoặc tách thành nhiều tệp "
        "rồi gửi lần nữa."
    ),
    "file.type_lies": _(
        "Nội dung tệp không phải là loại %(ending)s như tên tệp. Mở tệp bằng chương "
        "trình đã tạo ra nó, lưu lại đúng loại rồi gửi lần nữa."
    ),
    "file.type_unknown": _(
        "Chưa nhận loại tệp này. Gửi tệp .docx, .doc, .pdf, .html, .txt, .xlsx hoặc "
        ".csv."
    ),
    "file.xml_depth": _(
        "Nội dung tệp lồng nhau quá nhiều lớp để đọc an toàn. Mở tệp, lưu lại thành "
        "tệp mới rồi gửi lần nữa."
    ),
    "file.xml_doctype": _(
        "Tệp khai báo thực thể XML, không phải do Word hay Excel tạo ra. Mở tệp, lưu "
        "lại thành tệp mới rồi gửi tệp đó."
    ),
    "file.xml_elements": _(
        "Nội dung tệp gồm hơn 200.000 thành phần. Tách thành nhiều tệp nhỏ rồi gửi "
        "từng tệp."
    ),
    "file.xml_encoding": _(
        "Nội dung tệp dùng bảng mã không được nhận. Mở tệp, lưu lại với bảng mã UTF-8 "
        "rồi gửi lần nữa."
    ),
    # By what was read in it, by its name, and by the folder of files.
    "file.classified": _(
        "Tệp có dấu chỉ mức độ mật. Hệ thống không được phép lưu tài liệu bí mật nhà "
        "nước: tệp đã bị bỏ, không có gì của tệp được giữ lại. Xử lý tài liệu này theo "
        "quy định về bảo vệ bí mật nhà nước, không qua hệ thống. Nếu dấu đó bị nhầm, "
        "nhờ văn thư của đơn vị xem lại bản gốc trước khi nhận lần nữa."
    ),
    "file.name_missing": _("Tệp không có tên đọc được. Đặt lại tên tệp rồi chọn lại."),
    "file.not_checked": _(
        "Trong tệp có trang là ảnh chụp hoặc bản quét mà máy không đọc được chữ (ảnh "
        "mờ, quá giờ, hoặc máy chủ chưa có chương trình đọc ảnh) nên chưa kiểm tra "
        "được dấu chỉ mức độ mật. Xem lại toàn bộ tệp; nếu không có bí mật nhà nước, "
        "chọn lại tệp, đánh dấu cam kết rồi gửi lần nữa."
    ),
    "storage.away": _(
        "Hệ thống tạm thời không đọc, ghi được kho tệp. Thử lại sau ít phút; nếu vẫn "
        "không được, báo người vận hành hệ thống."
    ),
    "storage.damaged": _(
        "Tệp trong kho không còn đúng như lúc nhận nên không được đưa ra. Báo người "
        "vận hành hệ thống khôi phục tệp từ bản sao lưu."
    ),
    "storage.full": _(
        "Kho tệp đã hết chỗ nên chưa nhận được tệp. Giữ tệp ở máy của bạn và báo ngay "
        "người vận hành hệ thống."
    ),
    "storage.read_only": _(
        "Kho tệp đang ở chế độ chỉ đọc nên chưa nhận được tệp. Giữ tệp ở máy của bạn, "
        "thử lại sau hoặc hỏi người vận hành hệ thống."
    ),
}
