"""Lists of bodies from sheets, and their lines."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0003_over_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="BodyList",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preview", "chờ xem và nhập"),
                            ("entered", "đã nhập"),
                            ("undone", "đã hoàn tác"),
                        ],
                        default="preview",
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="nhận ngày")),
            ],
            options={
                "verbose_name": "danh sách đơn vị",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["preview", "entered", "undone"])
                        ),
                        name="body_list_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyListVersion",
            fields=[
                ("record", models.BigAutoField(primary_key=True, serialize=False)),
                ("id", models.BigIntegerField()),
                ("recorded_from", models.DateTimeField(verbose_name="ghi nhận từ")),
                (
                    "recorded_to",
                    models.DateTimeField(null=True, verbose_name="ghi nhận đến"),
                ),
                (
                    "recorded_by",
                    models.BigIntegerField(null=True, verbose_name="người ghi nhận"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preview", "chờ xem và nhập"),
                            ("entered", "đã nhập"),
                            ("undone", "đã hoàn tác"),
                        ],
                        default="preview",
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="nhận ngày")),
            ],
            options={
                "verbose_name": "danh sách đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="bodylist_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="bodylist_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyListLine",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="dòng")),
                (
                    "name",
                    models.CharField(blank=True, max_length=300, verbose_name="tên"),
                ),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("party", "cơ quan Đảng"),
                            ("state", "cơ quan nhà nước"),
                            ("council", "Hội đồng nhân dân"),
                            ("front", "Mặt trận và đoàn thể"),
                            ("armed_forces", "lực lượng vũ trang"),
                            ("enterprise", "doanh nghiệp"),
                            ("association", "hội"),
                            ("joint", "ban chỉ đạo, tổ liên ngành"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "trung ương"),
                            ("province", "tỉnh"),
                            ("district", "huyện (trước 01/7/2025)"),
                            ("commune", "xã"),
                        ],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
                (
                    "symbol",
                    models.CharField(blank=True, max_length=60, verbose_name="ký hiệu"),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="mã định danh"
                    ),
                ),
                ("aliases", models.TextField(blank=True, verbose_name="tên gọi khác")),
                (
                    "superior",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="cấp trên trực tiếp"
                    ),
                ),
                (
                    "founded_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="có tên này từ ngày"
                    ),
                ),
                (
                    "faults",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="chỗ sai"
                    ),
                ),
                (
                    "known",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="organisations.bodylist",
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của danh sách đơn vị",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("list", "number"), name="body_list_line_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyListLineVersion",
            fields=[
                ("record", models.BigAutoField(primary_key=True, serialize=False)),
                ("id", models.BigIntegerField()),
                ("recorded_from", models.DateTimeField(verbose_name="ghi nhận từ")),
                (
                    "recorded_to",
                    models.DateTimeField(null=True, verbose_name="ghi nhận đến"),
                ),
                (
                    "recorded_by",
                    models.BigIntegerField(null=True, verbose_name="người ghi nhận"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="dòng")),
                (
                    "name",
                    models.CharField(blank=True, max_length=300, verbose_name="tên"),
                ),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("party", "cơ quan Đảng"),
                            ("state", "cơ quan nhà nước"),
                            ("council", "Hội đồng nhân dân"),
                            ("front", "Mặt trận và đoàn thể"),
                            ("armed_forces", "lực lượng vũ trang"),
                            ("enterprise", "doanh nghiệp"),
                            ("association", "hội"),
                            ("joint", "ban chỉ đạo, tổ liên ngành"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("central", "trung ương"),
                            ("province", "tỉnh"),
                            ("district", "huyện (trước 01/7/2025)"),
                            ("commune", "xã"),
                        ],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
                (
                    "symbol",
                    models.CharField(blank=True, max_length=60, verbose_name="ký hiệu"),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="mã định danh"
                    ),
                ),
                ("aliases", models.TextField(blank=True, verbose_name="tên gọi khác")),
                (
                    "superior",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="cấp trên trực tiếp"
                    ),
                ),
                (
                    "founded_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="có tên này từ ngày"
                    ),
                ),
                (
                    "faults",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="chỗ sai"
                    ),
                ),
                (
                    "known",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="known",
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.bodylist",
                        verbose_name="list",
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="made",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của danh sách đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="bodylistline_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="bodylistline_version_open",
                    )
                ],
            },
        ),
    ]
