"""The first tables of this room."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Payload",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("salt", models.CharField(max_length=32)),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "nội dung nhật ký",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "seq",
                    models.BigIntegerField(
                        primary_key=True, serialize=False, verbose_name="số thứ tự"
                    ),
                ),
                ("at_us", models.BigIntegerField(verbose_name="thời điểm")),
                (
                    "actor_id",
                    models.BigIntegerField(null=True, verbose_name="người thực hiện"),
                ),
                ("body_id", models.BigIntegerField(null=True, verbose_name="đơn vị")),
                (
                    "scope_id",
                    models.BigIntegerField(null=True, verbose_name="vòng phối hợp"),
                ),
                ("did", models.CharField(max_length=60, verbose_name="việc đã làm")),
                (
                    "kind",
                    models.CharField(max_length=40, verbose_name="loại đối tượng"),
                ),
                (
                    "object_id",
                    models.BigIntegerField(null=True, verbose_name="đối tượng"),
                ),
                (
                    "pretended",
                    models.BooleanField(default=False, verbose_name="dữ liệu minh họa"),
                ),
                (
                    "commitment",
                    models.CharField(max_length=64, verbose_name="cam kết nội dung"),
                ),
                (
                    "previous",
                    models.CharField(max_length=64, verbose_name="mã băm trước"),
                ),
                ("hash", models.CharField(max_length=64, verbose_name="mã băm")),
            ],
            options={
                "verbose_name": "nhật ký",
                "indexes": [
                    models.Index(
                        fields=["kind", "object_id", "seq"], name="trail_of_object"
                    ),
                    models.Index(fields=["scope_id", "seq"], name="trail_of_scope"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Head",
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
                ("origin", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("at_us", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "đầu nhật ký",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="trail_one_head"
                    )
                ],
            },
        ),
    ]
