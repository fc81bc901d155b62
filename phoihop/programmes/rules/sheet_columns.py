"""The columns of a task sheet, the same on the way in and on the way out. Pure.

They are headed in Vietnamese in both languages: a sheet goes out and comes in again.
"""

from collections.abc import Mapping
from enum import StrEnum

from phoihop.reading import headed


class Column(StrEnum):
    """What a column says of a task."""

    NUMBER = "number"
    PLAN = "plan"
    CLAUSE = "clause"
    TEXT = "text"
    LEAD = "lead"
    SUPPORT = "support"
    DUE = "due"
    DUE_DATE = "due_date"
    STATE = "state"
    PROGRESS = "progress"
    DONE_ON = "done_on"
    NOTE = "note"
    PRODUCT = "product"


# The heading of every task list that leaves, in this order.
HEADS: Mapping[Column, str] = {
    Column.NUMBER: "TT",
    Column.PLAN: "Kế hoạch",
    Column.CLAUSE: "Điều khoản",
    Column.TEXT: "Nội dung nhiệm vụ",
    Column.LEAD: "Đơn vị chủ trì",
    Column.SUPPORT: "Đơn vị phối hợp",
    Column.DUE: "Thời hạn",
    Column.DUE_DATE: "Hạn hoàn thành",
    Column.STATE: "Tình trạng",
    Column.PROGRESS: "Tiến độ (%)",
    Column.DONE_ON: "Hoàn thành ngày",
    Column.NOTE: "Ghi chú",
}
# What is read besides: the paper may name a product, and the plan keeps its words.
PRODUCT = "Sản phẩm"

# As sheets in use head them; without marks, brackets and commas they are compared.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NUMBER: (HEADS[Column.NUMBER], "STT", "Số TT", "Số thứ tự"),
    Column.PLAN: (HEADS[Column.PLAN], "Tên kế hoạch"),
    Column.CLAUSE: (
        HEADS[Column.CLAUSE],
        "Mục",
        "Nội dung phối hợp",
        "Căn cứ",
        "Khoản mục",
    ),
    Column.TEXT: (
        HEADS[Column.TEXT],
        "Tên nhiệm vụ",
        "Nhiệm vụ",
        "Nội dung",
        "Nội dung công việc",
        "Nội dung thực hiện",
        "Nhiệm vụ, giải pháp",
        "Nhiệm vụ cụ thể",
        "Nhiệm vụ trọng tâm",
        "Nhiệm vụ được giao",
        "Công việc",
        "Tên công việc",
        "Nội dung hoạt động",
        "Hoạt động",
    ),
    Column.LEAD: (
        HEADS[Column.LEAD],
        "Cơ quan chủ trì",
        "Cơ quan/Đơn vị chủ trì",
        "Cơ quan chủ trì thực hiện",
        "Đơn vị chủ trì thực hiện",
        "Đơn vị chủ trì tham mưu",
        "Cơ quan chủ trì tham mưu",
        "Chủ trì",
        "Chủ trì thực hiện",
        "Cơ quan, đơn vị thực hiện",
        "Đơn vị thực hiện",
        "Cơ quan thực hiện",
    ),
    Column.SUPPORT: (
        HEADS[Column.SUPPORT],
        "Cơ quan phối hợp",
        "Cơ quan/Đơn vị phối hợp",
        "Cơ quan phối hợp thực hiện",
        "Đơn vị phối hợp thực hiện",
        "Phối hợp",
        "Phối hợp thực hiện",
    ),
    Column.DUE: (
        HEADS[Column.DUE],
        "Thời gian hoàn thành",
        "Hạn theo văn bản",
        "Thời hạn hoàn thành",
        "Thời gian thực hiện",
        "Thời hạn thực hiện",
        "Thời gian",
        "Tiến độ thực hiện",
        "Tiến độ hoàn thành",
        "Hạn",
        "Hạn xử lý",
        "Hạn thực hiện",
    ),
    Column.DUE_DATE: (HEADS[Column.DUE_DATE], "Ngày hết hạn", "Ngày đến hạn"),
    Column.STATE: (HEADS[Column.STATE], "Trạng thái"),
    Column.PROGRESS: (
        HEADS[Column.PROGRESS],
        "Tỷ lệ hoàn thành",
        "Kết quả thực hiện",
        "Tình hình thực hiện",
    ),
    Column.DONE_ON: (HEADS[Column.DONE_ON], "Ngày hoàn thành"),
    Column.NOTE: (HEADS[Column.NOTE],),
    Column.PRODUCT: (
        PRODUCT,
        "Kết quả",
        "Sản phẩm, kết quả",
        "Sản phẩm đầu ra",
        "Kết quả, sản phẩm",
        "Sản phẩm hoàn thành",
        "Dự kiến sản phẩm",
        "Kết quả đầu ra",
    ),
}
NAMED = headed.names(HEADINGS)
# Without these nothing can be entered.
NEEDED = (Column.TEXT, Column.LEAD)
