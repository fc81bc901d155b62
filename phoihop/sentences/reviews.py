"""The sentences of reviews."""

from django.utils.translation import gettext_lazy as _

REVIEW_SENTENCES = {
    "review.day_to_come": _(
        "Ngày chốt số liệu chưa tới. Chọn hôm nay hoặc một ngày đã qua."
    ),
    "review.final": _(
        "Báo cáo đã chốt nên không sửa được nữa. Nếu số liệu thay đổi, lập báo cáo mới."
    ),
    "review.plan_elsewhere": _(
        "Kế hoạch này không thuộc chương trình hoặc năm đã chọn. Chọn lại kế hoạch."
    ),
    "review.year_outside": _(
        "Năm của báo cáo phải nằm trong thời gian của chương trình: từ %(first)s "
        "đến %(last)s."
    ),
}
