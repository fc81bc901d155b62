"""The first tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Post",
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
                ("route", models.CharField(max_length=200, verbose_name="địa chỉ")),
                ("key", models.UUIDField(verbose_name="mã chống gửi trùng")),
                (
                    "fingerprint",
                    models.CharField(max_length=64, verbose_name="dấu vân nội dung"),
                ),
                ("answer", models.CharField(max_length=200, verbose_name="kết quả")),
                ("posted_at", models.DateTimeField(verbose_name="thời điểm")),
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
                "verbose_name": "lần gửi biểu mẫu",
                "indexes": [models.Index(fields=["posted_at"], name="post_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "route", "key"), name="post_once_per_key"
                    )
                ],
            },
        ),
    ]
