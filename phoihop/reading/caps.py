"""How much a file may be, each limit with what it guards against.

A 108 KiB .docx of empty paragraphs unpacks to 50 MB and would cost 2.8 GB to parse;
whatever passes these limits stays far below the memory that a child may take.
"""

MB = 1024 * 1024

# The whole file, as it comes.
FILE_BYTES = 20 * MB

# Archives (.docx, .xlsx): what the directory claims, before anything is unpacked.
ENTRIES = 2_000
RATIO = 100
RATIO_FROM_BYTES = 64 * 1024
UNPACKED_BYTES = 200 * MB

# XML parts, as unpacked with a hard stop at these sizes whatever is claimed. Three
# hundred pages of a paper without much formatting are a part of 4 MB.
XML_BYTES = 8 * MB
PART_BYTES = 6 * MB
ELEMENTS = 200_000

# Pictures are never decoded here; what they say of their own size is asked, because
# others will decode them. An A0 sheet at 300 dots an inch has 140 million.
PIXELS = 200_000_000
IMAGE_HEAD_BYTES = 256 * 1024

# .html and .txt as they come, .pdf by what it is made of.
HTML_BYTES = 8 * MB
TEXT_BYTES = 8 * MB
PDF_PAGES = 1_000
PDF_OBJECTS = 300_000
# The picture of a page: what a browser is given, and what drawing it may cost.
PICTURE_DOTS = 4_000_000
# Pages that are pictures: some four seconds each, while others wait for the worker.
SCANNED_PAGES = 100

# Sheets.
SHEETS = 200
ROWS = 20_000
CELLS = 400_000

# E-mails: how many parts and files one may have, how deep mails may lie within it.
MAIL_PARTS = 500
MAIL_FILES = 20
MAIL_DEPTH = 12

# Text of all parts together, in characters.
CHARACTERS = 8_000_000

# What is read for findings, in lines with words: a thousand full pages have a fifth of
# it. Each may be a task, so that lines cost more than their letters.
LINES = 250_000
