"""The first tables of this room."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import uuid
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
            name="StoredFile",
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
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        unique=True,
                        verbose_name="mã tệp",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên tệp")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("doc", "Word cũ (.doc)"),
                            ("docx", "Word (.docx)"),
                            ("xlsx", "Excel (.xlsx)"),
                            ("pdf", "PDF"),
                            ("html", "trang web (.html)"),
                            ("txt", "văn bản thuần (.txt)"),
                            ("csv", "bảng (.csv)"),
                            ("jsonl", "dữ liệu (.jsonl)"),
                        ],
                        max_length=10,
                        verbose_name="loại tệp",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="dung lượng")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã SHA-256")),
                (
                    "origin",
                    models.CharField(
                        choices=[("received", "nhận vào"), ("made", "hệ thống lập")],
                        max_length=10,
                        verbose_name="nguồn gốc",
                    ),
                ),
                (
                    "checked",
                    models.CharField(
                        choices=[
                            ("machine", "máy đã đọc và kiểm tra"),
                            ("picture", "máy đã đọc ảnh trang đầu và trang cuối"),
                            ("person", "máy chưa kiểm tra được; người gửi cam kết"),
                        ],
                        max_length=10,
                        verbose_name="kiểm tra",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="thời điểm nhận")),
                (
                    "received_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
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
                "verbose_name": "tệp",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "doc",
                                    "docx",
                                    "xlsx",
                                    "pdf",
                                    "html",
                                    "txt",
                                    "csv",
                                    "jsonl",
                                ],
                            )
                        ),
                        name="file_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["received", "made"])),
                        name="file_origin_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked__in", ["machine", "picture", "person"])
                        ),
                        name="file_checked_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("origin", "received"),
                            ("checked", "machine"),
                            _connector="OR",
                        ),
                        name="file_declared_by_who_sent_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="file_not_empty"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            django.db.models.functions.text.Length("sha256"), 64
                        ),
                        name="file_sha256_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name__gt", ""),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 200
                            ),
                        ),
                        name="file_name_fits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredFileVersion",
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
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, verbose_name="mã tệp"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên tệp")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("doc", "Word cũ (.doc)"),
                            ("docx", "Word (.docx)"),
                            ("xlsx", "Excel (.xlsx)"),
                            ("pdf", "PDF"),
                            ("html", "trang web (.html)"),
                            ("txt", "văn bản thuần (.txt)"),
                            ("csv", "bảng (.csv)"),
                            ("jsonl", "dữ liệu (.jsonl)"),
                        ],
                        max_length=10,
                        verbose_name="loại tệp",
                    ),
                ),
                ("size", models.PositiveIntegerField(verbose_name="dung lượng")),
                ("sha256", models.CharField(max_length=64, verbose_name="mã SHA-256")),
                (
                    "origin",
                    models.CharField(
                        choices=[("received", "nhận vào"), ("made", "hệ thống lập")],
                        max_length=10,
                        verbose_name="nguồn gốc",
                    ),
                ),
                (
                    "checked",
                    models.CharField(
                        choices=[
                            ("machine", "máy đã đọc và kiểm tra"),
                            ("picture", "máy đã đọc ảnh trang đầu và trang cuối"),
                            ("person", "máy chưa kiểm tra được; người gửi cam kết"),
                        ],
                        max_length=10,
                        verbose_name="kiểm tra",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="thời điểm nhận")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
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
                "verbose_name": "tệp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="storedfile_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="storedfile_version_open",
                    )
                ],
            },
        ),
    ]
