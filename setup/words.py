"""Every sentence of the set-up, in Vietnamese and in English.

The product's own catalogues are not compiled yet when these are needed, so they
stand in one table here. A test holds both sides to the same blanks.
"""

from __future__ import annotations

import os


def language() -> str:
    """The language of whoever runs the set-up: "vi" or "en", as the locale says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    return "en"


def say(code: str, **values: object) -> str:
    """The sentence of a code in the reader's language, its blanks filled."""
    vietnamese, english = SENTENCES[code]
    text = vietnamese if language() == "vi" else english
    return text.format(**values)


class Trouble(Exception):
    """An expected failure: what happened and what to do, never a traceback."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return say(self.code, **self.values)


SENTENCES = {
    # the steps, as the person sees them pass
    "step.venv": ("Môi trường Python riêng (.venv)", "Python environment (.venv)"),
    "step.uv": ("Công cụ cài gói (uv)", "Package installer (uv)"),
    "step.packages": ("Các gói Python", "Python packages"),
    "step.fuzz": ("Công cụ dò lỗi", "What seeks faults"),
    "step.house": ("Bản thân Phối Hợp", "Phối Hợp itself"),
    "step.front_end": ("Giao diện và phông chữ", "Style sheet and fonts"),
    "step.secret": ("Khóa bí mật của máy này", "This machine's secret key"),
    "step.catalogues": ("Danh mục câu chữ", "Message catalogues"),
    "step.static": ("Gom tệp tĩnh", "Static files gathered"),
    "step.done": ("xong, {seconds:.1f} giây", "done, {seconds:.1f} s"),
    "step.fresh": ("đã có", "up to date"),
    "step.waiting": (
        "Đang có một lần cài đặt khác chạy trong thư mục này, xin chờ...",
        "Another set-up is running in this folder, waiting for it...",
    ),
    "step.node": (
        "(máy này chưa có Node dùng được: tải một bản riêng, khoảng 60 MB)",
        "(no usable Node on this machine: fetching a private one, about 60 MB)",
    ),
    "ready": ("Cài đặt xong sau {seconds:.1f} giây.", "Set up in {seconds:.1f} s."),
    "stopped": (
        "Đã dừng theo yêu cầu. Chạy lại lệnh cũ, việc dở sẽ được làm tiếp.",
        "Stopped on request. Run the same command again: it goes on from here.",
    ),
    # what can go wrong, and what to do
    "python.old": (
        "Máy đang dùng Python {have}, Phối Hợp cần Python {need} trở lên.\n"
        "Cách xử lý: cài Python mới hơn rồi chạy lại, thêm PYTHON={found} vào "
        "lệnh, ví dụ: make demo PYTHON={found}",
        "This is Python {have}; Phối Hợp needs Python {need} or newer.\n"
        "What to do: install a newer Python and name it, for example: "
        "make demo PYTHON={found}",
    ),
    "python.no_venv": (
        "Python này thiếu phần “{module}”, không tạo được môi trường riêng.\n"
        "Cách xử lý: chạy apt-get install python3-venv (bằng quyền quản trị) rồi "
        "chạy lại.",
        "This Python lacks its “{module}” module, so no environment can be made.\n"
        "What to do: run apt-get install python3-venv (as root), then run again.",
    ),
    "port.not_a_number": (
        "PORT={port} không phải là số cổng. Cách xử lý: chọn một số từ 1 đến "
        "65535, ví dụ: make demo PORT=8001",
        "PORT={port} is not a port number. What to do: choose a number from 1 to "
        "65535, for example: make demo PORT=8001",
    ),
    "port.busy": (
        "Cổng {port} đang có chương trình khác dùng. Cách xử lý: tắt chương trình "
        "đó, hoặc chọn cổng khác: make demo PORT={free}",
        "Port {port} is in use by another program. What to do: stop that program, "
        "or choose another port: make demo PORT={free}",
    ),
    "port.forbidden": (
        "Tài khoản này không được mở cổng {port} (cổng dưới 1024 dành cho quản "
        "trị). Cách xử lý: make demo PORT={free}",
        "This account may not open port {port} (ports under 1024 are root's). "
        "What to do: make demo PORT={free}",
    ),
    "why.network": (
        "Không tải được gói từ mạng.\n"
        "Cách xử lý: kiểm tra đường truyền và máy chủ ủy quyền (HTTPS_PROXY), rồi "
        "chạy lại; việc đã xong không phải làm lại. Chi tiết: {log}",
        "The packages could not be fetched from the network.\n"
        "What to do: check the connection and the proxy (HTTPS_PROXY), then run "
        "again; finished steps are not repeated. Details: {log}",
    ),
    "why.certificate": (
        "Chứng thư của máy chủ gói không được máy này tin.\n"
        "Cách xử lý: cài ca-certificates và chứng thư gốc của cơ quan, hoặc đặt "
        "SSL_CERT_FILE, PIP_CERT và NODE_EXTRA_CA_CERTS trỏ tới tệp chứng thư. "
        "Chi tiết: {log}",
        "This machine does not trust the certificate of the package server.\n"
        "What to do: install ca-certificates and your office's root certificate, "
        "or point SSL_CERT_FILE, PIP_CERT and NODE_EXTRA_CA_CERTS at its file. "
        "Details: {log}",
    ),
    "why.hash": (
        "Một gói tải về không khớp mã băm đã khóa, nên không được cài.\n"
        "Cách xử lý: chạy lại một lần (có thể do tải dở); nếu vẫn thế, đừng bỏ "
        "qua: báo cho người giữ mã nguồn. Chi tiết: {log}",
        "A fetched package does not match its locked hash and was not installed.\n"
        "What to do: run once more (a download may have been cut short); if it "
        "stays, do not get round it: tell the maintainers. Details: {log}",
    ),
    "why.disk": (
        "Hết chỗ trên đĩa. Cách xử lý: giải phóng ít nhất 1 GB rồi chạy lại. "
        "Chi tiết: {log}",
        "The disk is full. What to do: free at least 1 GB, then run again. "
        "Details: {log}",
    ),
    "why.permission": (
        "Không có quyền ghi. Cách xử lý: kiểm tra chủ sở hữu của thư mục này "
        "(ls -l), tránh lẫn lộn chạy bằng root và bằng tài khoản thường. "
        "Chi tiết: {log}",
        "Writing is not permitted. What to do: see who owns this folder (ls -l) "
        "and do not mix runs as root with runs as yourself. Details: {log}",
    ),
    "why.other": (
        "Lệnh {command} không thành công:\n{tail}\n"
        "Cách xử lý: đọc toàn bộ ở {log}, sửa rồi chạy lại; việc đã xong không "
        "phải làm lại.",
        "The command {command} failed:\n{tail}\n"
        "What to do: read the whole of it in {log}, mend it and run again; "
        "finished steps are not repeated.",
    ),
    "front_end.missing": (
        "Gói npm không còn tệp {file}. Cách xử lý: nếu vừa đổi phiên bản trong "
        "package.json thì sửa danh sách trong setup/front_end.py cho khớp; nếu "
        "không, xóa node_modules rồi chạy lại.",
        "The npm package no longer holds {file}. What to do: after a change of "
        "version in package.json mend the list in setup/front_end.py; otherwise "
        "remove node_modules and run again.",
    ),
    "catalogue.broken": (
        "Danh mục câu chữ bị hỏng: {file}, dòng {line}: {what}\n"
        "Cách xử lý: sửa dòng đó (bản dịch phải giữ nguyên các chỗ trống như "
        "%(name)s) rồi chạy lại.",
        "A message catalogue is broken: {file}, line {line}: {what}\n"
        "What to do: mend that line (a translation keeps every blank such as "
        "%(name)s), then run again.",
    ),
    "catalogue.none": (
        "Chưa có danh mục nào để cập nhật. Cách xử lý: tạo thư mục "
        "phoihop/locale/en/LC_MESSAGES rồi chạy lại.",
        "There is no catalogue to bring up to date. What to do: make the folder "
        "phoihop/locale/en/LC_MESSAGES, then run again.",
    ),
    "catalogue.updated": (
        "{file}: {total} câu, {empty} câu chưa dịch, {doubtful} câu cần xem lại",
        "{file}: {total} messages, {empty} untranslated, {doubtful} to look at",
    ),
    # what is off for want of a program
    "off.heading": (
        "Máy này còn thiếu (không cần cho phần cốt lõi):",
        "Off on this machine (not needed for the core):",
    ),
    "off.line": (
        "  {program}: {lost}. Cài bằng: apt-get install {packages}",
        "  {program}: {lost}. To install: apt-get install {packages}",
    ),
    "off.chromium": (
        "không chạy được các bài thử bằng trình duyệt",
        "browser tests do not run",
    ),
    "off.libreoffice": (
        "không chạy được các bài thử mở tệp Word bằng LibreOffice",
        "the tests that open Word files in LibreOffice do not run",
    ),
    "off.tesseract": (
        "không nhận dạng được chữ trong bản quét",
        "scanned papers cannot be read",
    ),
    "off.tesseract_vie": (
        "nhận dạng bản quét thiếu tiếng Việt",
        "scanned papers are not read as Vietnamese",
    ),
    # the browser for the tests
    "browser.installing": (
        "Cài Chromium cho các bài thử bằng trình duyệt...",
        "Installing Chromium for the browser tests...",
    ),
    "browser.off": (
        "Bài thử bằng trình duyệt: TẮT, không tìm thấy Chromium. Cài bằng: "
        "apt-get install chromium (bằng quyền quản trị).",
        "Browser tests: OFF, no Chromium found. To install: "
        "apt-get install chromium (as root).",
    ),
    "reader.installing": (
        "Cài chương trình đọc chữ trong bản quét (tesseract)...",
        "Installing the reader of scanned papers (tesseract)...",
    ),
    "browser.required": (
        "CI=true đòi bài thử bằng trình duyệt nhưng không có Chromium và không "
        "cài được. Cách xử lý: apt-get install chromium (bằng quyền quản trị).",
        "CI=true requires the browser tests, but there is no Chromium and it could "
        "not be installed. What to do: apt-get install chromium (as root).",
    ),
    # the test runs
    "tests.start": ("== Thử trên {where}", "== Tests on {where}"),
    "tests.passed": ("{where}: đạt", "{where}: passed"),
    "tests.failed": ("{where}: KHÔNG đạt", "{where}: FAILED"),
    "tests.none": ("{where}: không có bài thử nào", "{where}: no such tests"),
    "tests.not_run": ("{where}: KHÔNG chạy, {why}", "{where}: NOT run, {why}"),
    "tests.summary": ("Tóm tắt:", "Summary:"),
    "tests.browser": ("Trình duyệt", "Browser"),
    "postgres.silent": (
        "không có PostgreSQL trả lời tại {url} ({why}); muốn thử: cài PostgreSQL "
        "15 trở lên, hoặc đặt TEST_DATABASE_URL",
        "no PostgreSQL answers at {url} ({why}); to have it run, install "
        "PostgreSQL 15 or newer, or set TEST_DATABASE_URL",
    ),
    "postgres.required": (
        "CI=true đòi PostgreSQL nhưng không có máy chủ nào trả lời tại {url} "
        "({why}).\nCách xử lý: khởi động PostgreSQL, hoặc đặt TEST_DATABASE_URL.",
        "CI=true requires PostgreSQL, but none answers at {url} ({why}).\n"
        "What to do: start PostgreSQL, or set TEST_DATABASE_URL.",
    ),
    # the checks
    "checks.start": ("== Kiểm tra: {name}", "== Check: {name}"),
    "checks.skipped": ("{name}: bỏ qua, {why}", "{name}: skipped, {why}"),
    "checks.passed": ("{name}: đạt", "{name}: passed"),
    "checks.failed": ("{name}: KHÔNG đạt", "{name}: FAILED"),
    "checks.nothing": ("chưa có gì để kiểm tra", "nothing to look at yet"),
    "checks.unknown": (
        "Không có bước kiểm tra “{name}”. Các bước có: {names}",
        "There is no check “{name}”. The checks are: {names}",
    ),
    "checks.mend": (
        "Có bước không đạt. Nhiều lỗi được sửa tự động bằng: make fix",
        "Some checks failed. Many faults are mended by: make fix",
    ),
    "locks.stale": (
        "Tệp khóa không khớp. Cách xử lý: chạy make lock rồi xem lại thay đổi.",
        "The locks do not agree. What to do: run make lock and look at the change.",
    ),
    "locks.made": ("Đã làm lại: {file}", "Made again: {file}"),
}
