"""The first tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("scopes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Digest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("leaving", "đang gửi"),
                            ("sent", "đã gửi"),
                            ("refused", "máy chủ thư từ chối"),
                            ("unclear", "không rõ đã đến chưa"),
                        ],
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("claim", models.UUIDField()),
                ("left_at", models.DateTimeField(verbose_name="bắt đầu gửi lúc")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "thư tổng hợp",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "day"), name="digest_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["leaving", "sent", "refused", "unclear"])
                        ),
                        name="digest_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(max_length=40, verbose_name="loại thông báo"),
                ),
                ("subject", models.BigIntegerField(verbose_name="đối tượng")),
                (
                    "event",
                    models.CharField(blank=True, max_length=40, verbose_name="lần"),
                ),
                ("said_at", models.DateTimeField(verbose_name="thời điểm")),
                ("seen_at", models.DateTimeField(null=True, verbose_name="đã đọc lúc")),
                (
                    "mail",
                    models.CharField(
                        choices=[
                            ("none", "không gửi thư"),
                            ("waiting", "chờ gửi thư"),
                            ("leaving", "đang gửi thư"),
                            ("sent", "đã gửi thư"),
                            ("withheld", "không còn quyền xem"),
                            ("unclear", "không rõ đã đến chưa"),
                        ],
                        default="none",
                        max_length=10,
                        verbose_name="thư",
                    ),
                ),
                (
                    "digest",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="notices.digest",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo",
                "indexes": [
                    models.Index(fields=["person", "-id"], name="notice_of_person"),
                    models.Index(
                        condition=models.Q(("mail__in", ("waiting", "leaving"))),
                        fields=["mail", "person"],
                        name="notice_to_leave",
                    ),
                    models.Index(
                        condition=models.Q(("seen_at", None)),
                        fields=["person", "scope"],
                        name="notice_unseen",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "kind", "subject", "event"),
                        name="notice_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mail__in",
                                [
                                    "none",
                                    "waiting",
                                    "leaving",
                                    "sent",
                                    "withheld",
                                    "unclear",
                                ],
                            )
                        ),
                        name="notice_mail_known",
                    ),
                ],
            },
        ),
    ]
