"""The first tables of this room."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
        ("scopes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                ("title", models.CharField(max_length=500, verbose_name="tên văn bản")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã SHA-256")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="document",
                        to="files.storedfile",
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
                "verbose_name": "văn bản",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope", "sha256"), name="document_once_on_a_desk"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
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
                ("title", models.CharField(max_length=500, verbose_name="tên văn bản")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã SHA-256")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
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
                "verbose_name": "văn bản",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="document_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="document_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
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
                            ("asked", "đang đọc"),
                            ("ready", "chờ xác nhận"),
                            ("confirmed", "đã xác nhận"),
                            ("failed", "không đọc được"),
                            ("set_aside", "để riêng"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("job_id", models.BigIntegerField(null=True, verbose_name="việc nền")),
                (
                    "fault",
                    models.CharField(
                        blank=True, default="", max_length=100, verbose_name="lỗi"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="documents.document",
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
                "verbose_name": "lần đọc văn bản",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["asked", "ready", "confirmed", "failed", "set_aside"],
                            )
                        ),
                        name="reading_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "failed"),
                                models.Q(("fault", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "failed"), _negated=True),
                                ("fault", ""),
                            ),
                            _connector="OR",
                        ),
                        name="reading_failed_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftVersion",
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
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("number", "number"),
                            ("symbol", "symbol"),
                            ("type", "type"),
                            ("issuer", "issuer"),
                            ("place", "place"),
                            ("issued_on", "issued_on"),
                            ("subject", "subject"),
                            ("signer", "signer"),
                            ("party", "party"),
                            ("period", "period"),
                            ("reference", "reference"),
                            ("clause", "clause"),
                            ("task", "task"),
                            ("meeting", "meeting"),
                        ],
                        max_length=20,
                        verbose_name="mục",
                    ),
                ),
                ("found", models.JSONField(null=True, verbose_name="máy đọc")),
                ("value", models.JSONField(verbose_name="nội dung xác nhận")),
                (
                    "start",
                    models.PositiveIntegerField(null=True, verbose_name="từ ký tự"),
                ),
                (
                    "end",
                    models.PositiveIntegerField(null=True, verbose_name="đến ký tự"),
                ),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(verbose_name="mức chắc chắn"),
                ),
                (
                    "because",
                    models.CharField(max_length=60, verbose_name="quy tắc đọc"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "chưa xem"),
                            ("accepted", "nhận"),
                            ("corrected", "đã sửa"),
                            ("added", "thêm"),
                            ("dropped", "bỏ"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="trạng thái",
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
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.reading",
                        verbose_name="reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "nháp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="draft_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="draft_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
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
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("number", "number"),
                            ("symbol", "symbol"),
                            ("type", "type"),
                            ("issuer", "issuer"),
                            ("place", "place"),
                            ("issued_on", "issued_on"),
                            ("subject", "subject"),
                            ("signer", "signer"),
                            ("party", "party"),
                            ("period", "period"),
                            ("reference", "reference"),
                            ("clause", "clause"),
                            ("task", "task"),
                            ("meeting", "meeting"),
                        ],
                        max_length=20,
                        verbose_name="mục",
                    ),
                ),
                ("found", models.JSONField(null=True, verbose_name="máy đọc")),
                ("value", models.JSONField(verbose_name="nội dung xác nhận")),
                (
                    "start",
                    models.PositiveIntegerField(null=True, verbose_name="từ ký tự"),
                ),
                (
                    "end",
                    models.PositiveIntegerField(null=True, verbose_name="đến ký tự"),
                ),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(verbose_name="mức chắc chắn"),
                ),
                (
                    "because",
                    models.CharField(max_length=60, verbose_name="quy tắc đọc"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "chưa xem"),
                            ("accepted", "nhận"),
                            ("corrected", "đã sửa"),
                            ("added", "thêm"),
                            ("dropped", "bỏ"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="trạng thái",
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
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="documents.reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "nháp",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["reading", "position"], name="draft_order"),
                    models.Index(
                        condition=models.Q(("state__in", ("corrected", "dropped"))),
                        fields=["scope", "field", "because"],
                        name="draft_found_wrong",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["open", "accepted", "corrected", "added", "dropped"],
                            )
                        ),
                        name="draft_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None)),
                            ("end__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="draft_span_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__lte", 100)),
                        name="draft_confidence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("found__isnull", True),
                                ("state__in", ("added", "dropped")),
                            ),
                            models.Q(
                                models.Q(("state", "added"), _negated=True),
                                ("found__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="draft_added_by_a_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingVersion",
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
                            ("asked", "đang đọc"),
                            ("ready", "chờ xác nhận"),
                            ("confirmed", "đã xác nhận"),
                            ("failed", "không đọc được"),
                            ("set_aside", "để riêng"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("job_id", models.BigIntegerField(null=True, verbose_name="việc nền")),
                (
                    "fault",
                    models.CharField(
                        blank=True, default="", max_length=100, verbose_name="lỗi"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="document",
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
                "verbose_name": "lần đọc văn bản",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="reading_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="reading_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadText",
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
                    "text",
                    models.TextField(max_length=4000000, verbose_name="văn bản gốc"),
                ),
                (
                    "parts",
                    models.JSONField(default=list, verbose_name="các phần của tệp"),
                ),
                (
                    "remarks",
                    models.JSONField(default=list, verbose_name="chỗ cần lưu ý"),
                ),
                (
                    "reading",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="read_text",
                        to="documents.reading",
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
                "verbose_name": "văn bản đã đọc",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RuleCount",
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
                    "field",
                    models.CharField(
                        choices=[
                            ("number", "number"),
                            ("symbol", "symbol"),
                            ("type", "type"),
                            ("issuer", "issuer"),
                            ("place", "place"),
                            ("issued_on", "issued_on"),
                            ("subject", "subject"),
                            ("signer", "signer"),
                            ("party", "party"),
                            ("period", "period"),
                            ("reference", "reference"),
                            ("clause", "clause"),
                            ("task", "task"),
                            ("meeting", "meeting"),
                        ],
                        max_length=20,
                        verbose_name="mục",
                    ),
                ),
                (
                    "because",
                    models.CharField(max_length=60, verbose_name="quy tắc đọc"),
                ),
                (
                    "shown",
                    models.PositiveIntegerField(
                        default=0, verbose_name="số mục máy đọc"
                    ),
                ),
                (
                    "accepted",
                    models.PositiveIntegerField(default=0, verbose_name="nhận nguyên"),
                ),
                (
                    "corrected",
                    models.PositiveIntegerField(default=0, verbose_name="đã sửa"),
                ),
                ("dropped", models.PositiveIntegerField(default=0, verbose_name="bỏ")),
                ("added", models.PositiveIntegerField(default=0, verbose_name="thêm")),
                (
                    "documents",
                    models.PositiveIntegerField(default=0, verbose_name="số văn bản"),
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
                "verbose_name": "số đếm của quy tắc đọc",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope", "field", "because"), name="rule_counted_once"
                    )
                ],
            },
        ),
    ]
