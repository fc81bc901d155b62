"""What is said of a text that may not come in: the kinds found, and what to do."""

from django.utils.translation import gettext_lazy as _

SCREENING_SENTENCES = {
    "screening.label": _(
        "Tên này hỏi về %(kinds)s của cá nhân. Hệ thống chỉ tổng hợp theo dịch vụ, địa "
        "bàn và thời gian: chọn tên khác."
    ),
    "screening.personal_data": _(
        "Bỏ %(kinds)s khỏi ô này: hệ thống không lưu thông tin cá nhân. Cần chỉ nơi "
        "liên hệ hoặc người phụ trách thì ghi tên cơ quan, chức danh."
    ),
    "screening.stamp": _(
        "Nội dung có dấu chỉ mức độ mật. Hệ thống không được phép lưu bí mật nhà nước: "
        "bỏ nội dung này và xử lý theo quy định về bảo vệ bí mật nhà nước."
    ),
}

# The kinds that ``phoihop.screening`` tells, as a person calls them.
KINDS = {
    "address": _("nơi ở"),
    "bank_account": _("số tài khoản ngân hàng"),
    "birth_date": _("ngày, năm sinh"),
    "citizen_id": _("số căn cước"),
    "driving_licence": _("số giấy phép lái xe"),
    "email": _("địa chỉ thư điện tử"),
    "handle": _("tên tài khoản mạng xã hội"),
    "insurance": _("số thẻ bảo hiểm"),
    "label_account": _("tài khoản"),
    "label_belief": _("dân tộc, tôn giáo"),
    "label_contact": _("nơi ở, cách liên hệ"),
    "label_identity": _("giấy tờ, ngày sinh"),
    "label_name": _("họ tên"),
    "label_party": _("việc là đảng viên"),
    "label_reporter": _("người nói, người gửi"),
    "label_view": _("quan điểm, tâm trạng"),
    "name": _("họ tên người"),
    "old_id": _("số chứng minh nhân dân"),
    "passport": _("số hộ chiếu"),
    "phone": _("số điện thoại"),
    "plate": _("biển số xe"),
    "profile": _("trang mạng xã hội"),
    "stamp": _("dấu mật"),
    "tax_code": _("mã số thuế cá nhân"),
}


def kinds_in_words(kinds: tuple[str, ...]) -> str:
    """The kinds as a person reads them: "số điện thoại, nơi ở"."""
    return ", ".join(str(KINDS[kind]) for kind in kinds)
