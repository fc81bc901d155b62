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
            name="Timer",
            fields=[
                (
                    "name",
                    models.CharField(max_length=40, primary_key=True, serialize=False),
                ),
                ("last_run", models.DateTimeField(verbose_name="lần chạy gần nhất")),
            ],
            options={
                "verbose_name": "bộ hẹn giờ",
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                ("kind", models.CharField(max_length=40, verbose_name="loại việc")),
                (
                    "subject",
                    models.BigIntegerField(null=True, verbose_name="đối tượng"),
                ),
                ("body_id", models.BigIntegerField(null=True, verbose_name="đơn vị")),
                ("role", models.CharField(max_length=20, verbose_name="vai trò")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "đang chờ"),
                            ("running", "đang chạy"),
                            ("done", "đã xong"),
                            ("refused", "bị từ chối"),
                            ("parked", "đã dừng, chờ người vận hành"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "attempt",
                    models.PositiveIntegerField(
                        default=0, verbose_name="lần nhận việc"
                    ),
                ),
                (
                    "tries",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="số lần thử"
                    ),
                ),
                ("transport", models.UUIDField(null=True)),
                (
                    "worker",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="tiến trình"
                    ),
                ),
                (
                    "lease_until",
                    models.DateTimeField(null=True, verbose_name="giữ việc đến"),
                ),
                (
                    "progress_done",
                    models.PositiveIntegerField(default=0, verbose_name="đã làm"),
                ),
                (
                    "progress_total",
                    models.PositiveIntegerField(default=0, verbose_name="tổng số"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="kết quả"
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="yêu cầu lúc")),
                (
                    "started_at",
                    models.DateTimeField(null=True, verbose_name="bắt đầu lúc"),
                ),
                (
                    "finished_at",
                    models.DateTimeField(null=True, verbose_name="kết thúc lúc"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
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
                "verbose_name": "việc nền",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["scope", "-id"], name="job_of_scope"),
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["state", "lease_until"],
                        name="job_unfinished",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["waiting", "running", "done", "refused", "parked"],
                            )
                        ),
                        name="job_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lease_until__isnull", False), ("state", "running")
                            ),
                            models.Q(
                                models.Q(("state", "running"), _negated=True),
                                ("lease_until", None),
                            ),
                            _connector="OR",
                        ),
                        name="job_leased_while_running",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at", None),
                                ("state__in", ("waiting", "running")),
                            ),
                            models.Q(
                                ("finished_at__isnull", False),
                                ("state__in", ("done", "refused", "parked")),
                            ),
                            _connector="OR",
                        ),
                        name="job_finished_when_over",
                    ),
                ],
            },
        ),
    ]
