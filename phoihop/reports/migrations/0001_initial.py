"""The first tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("organisations", "0001_initial"),
        ("programmes", "0001_initial"),
        ("scopes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("half_year", "sơ kết 6 tháng đầu năm"),
                            ("annual", "tổng kết năm"),
                        ],
                        max_length=10,
                        verbose_name="loại báo cáo",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("day", models.DateField(verbose_name="số liệu đến hết ngày")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "đang soạn"), ("final", "đã chốt")],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="địa danh")),
                (
                    "office",
                    models.CharField(max_length=300, verbose_name="chức vụ người ký"),
                ),
                (
                    "recipients",
                    models.TextField(
                        blank=True, default="", max_length=1000, verbose_name="nơi nhận"
                    ),
                ),
                (
                    "frozen",
                    models.JSONField(default=dict, verbose_name="số liệu đã chốt"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người lập",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị báo cáo",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="programmes.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="programmes.programme",
                        verbose_name="chương trình",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo sơ kết, tổng kết",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["half_year", "annual"])),
                        name="review_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "final"])),
                        name="review_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JudgementVersion",
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                (
                    "block",
                    models.CharField(
                        choices=[
                            ("results", "Kết quả đạt được"),
                            ("limits", "Hạn chế, tồn tại"),
                            ("causes", "Nguyên nhân"),
                            ("direction", "Phương hướng, nhiệm vụ thời gian tới"),
                            ("proposals", "Đề xuất, kiến nghị"),
                        ],
                        max_length=10,
                        verbose_name="phần",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        max_length=4000, verbose_name="nhận định của đơn vị"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                        verbose_name="scope",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.review",
                        verbose_name="review",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhận định của đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="judgement_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="judgement_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                (
                    "block",
                    models.CharField(
                        choices=[
                            ("results", "Kết quả đạt được"),
                            ("limits", "Hạn chế, tồn tại"),
                            ("causes", "Nguyên nhân"),
                            ("direction", "Phương hướng, nhiệm vụ thời gian tới"),
                            ("proposals", "Đề xuất, kiến nghị"),
                        ],
                        max_length=10,
                        verbose_name="phần",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        max_length=4000, verbose_name="nhận định của đơn vị"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="reports.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhận định của đơn vị",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "block__in",
                                [
                                    "results",
                                    "limits",
                                    "causes",
                                    "direction",
                                    "proposals",
                                ],
                            )
                        ),
                        name="judgement_block_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewVersion",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("half_year", "sơ kết 6 tháng đầu năm"),
                            ("annual", "tổng kết năm"),
                        ],
                        max_length=10,
                        verbose_name="loại báo cáo",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("day", models.DateField(verbose_name="số liệu đến hết ngày")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "đang soạn"), ("final", "đã chốt")],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="địa danh")),
                (
                    "office",
                    models.CharField(max_length=300, verbose_name="chức vụ người ký"),
                ),
                (
                    "recipients",
                    models.TextField(
                        blank=True, default="", max_length=1000, verbose_name="nơi nhận"
                    ),
                ),
                (
                    "frozen",
                    models.JSONField(default=dict, verbose_name="số liệu đã chốt"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người lập",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị báo cáo",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="kế hoạch",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.programme",
                        verbose_name="chương trình",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                        verbose_name="scope",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo sơ kết, tổng kết",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="review_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="review_version_open",
                    )
                ],
            },
        ),
    ]
