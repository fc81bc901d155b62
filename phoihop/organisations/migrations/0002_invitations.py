"""Invitations by link."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
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
                            ("join", "vai trò trong đơn vị"),
                            ("password", "mật khẩu mới"),
                        ],
                        max_length=20,
                        verbose_name="loại lời mời",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("officer", "chuyên viên"),
                            ("leader", "lãnh đạo"),
                            ("deputy", "người được ủy quyền"),
                            ("admin", "quản trị của đơn vị"),
                            ("observer", "người theo dõi"),
                            ("auditor", "người kiểm tra nhật ký"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("since", models.DateField(null=True, verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "token_hash",
                    models.CharField(editable=False, max_length=64, unique=True),
                ),
                ("expires_on", models.DateField(verbose_name="dùng được đến hết ngày")),
                (
                    "accepted_on",
                    models.DateField(null=True, verbose_name="ngày nhận lời"),
                ),
                (
                    "revoked_on",
                    models.DateField(null=True, verbose_name="ngày thu hồi"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lời mời",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "join"),
                                (
                                    "role__in",
                                    [
                                        "officer",
                                        "leader",
                                        "deputy",
                                        "admin",
                                        "observer",
                                        "auditor",
                                    ],
                                ),
                                ("since__isnull", False),
                            ),
                            models.Q(
                                ("kind", "password"),
                                ("person__isnull", False),
                                ("role", ""),
                                ("since", None),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_says_to_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "deputy"), _negated=True),
                            ("until__isnull", False),
                            _connector="OR",
                        ),
                        name="invitation_deputy_has_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="invitation_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_on", None),
                            models.Q(("person__isnull", False), ("revoked_on", None)),
                            _connector="OR",
                        ),
                        name="invitation_accepted_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvitationVersion",
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
                            ("join", "vai trò trong đơn vị"),
                            ("password", "mật khẩu mới"),
                        ],
                        max_length=20,
                        verbose_name="loại lời mời",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("officer", "chuyên viên"),
                            ("leader", "lãnh đạo"),
                            ("deputy", "người được ủy quyền"),
                            ("admin", "quản trị của đơn vị"),
                            ("observer", "người theo dõi"),
                            ("auditor", "người kiểm tra nhật ký"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("since", models.DateField(null=True, verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64)),
                ("expires_on", models.DateField(verbose_name="dùng được đến hết ngày")),
                (
                    "accepted_on",
                    models.DateField(null=True, verbose_name="ngày nhận lời"),
                ),
                (
                    "revoked_on",
                    models.DateField(null=True, verbose_name="ngày thu hồi"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "lời mời",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="invitation_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="invitation_version_open",
                    )
                ],
            },
        ),
    ]
