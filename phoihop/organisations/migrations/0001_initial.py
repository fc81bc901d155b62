"""The first tables of this room."""

import django.db.models.deletion
import phoihop.organisations.roles
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
            name="Organisation",
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
                    "type",
                    models.CharField(
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
                ("founded_on", models.DateField(verbose_name="thành lập từ ngày")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="kết thúc từ ngày"
                    ),
                ),
                (
                    "desk",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "party",
                                    "state",
                                    "council",
                                    "front",
                                    "armed_forces",
                                    "enterprise",
                                    "association",
                                    "joint",
                                ],
                            )
                        ),
                        name="organisation_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "level__in",
                                ["central", "province", "district", "commune"],
                            )
                        ),
                        name="organisation_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("founded_on")),
                            _connector="OR",
                        ),
                        name="organisation_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipVersion",
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
                    "role",
                    models.CharField(
                        choices=[
                            (
                                phoihop.organisations.roles.Role["OFFICER"],
                                "chuyên viên",
                            ),
                            (phoihop.organisations.roles.Role["LEADER"], "lãnh đạo"),
                            (
                                phoihop.organisations.roles.Role["DEPUTY"],
                                "người được ủy quyền",
                            ),
                            (
                                phoihop.organisations.roles.Role["ADMIN"],
                                "quản trị của đơn vị",
                            ),
                            (
                                phoihop.organisations.roles.Role["OBSERVER"],
                                "người theo dõi",
                            ),
                            (
                                phoihop.organisations.roles.Role["AUDITOR"],
                                "người kiểm tra nhật ký",
                            ),
                            (
                                phoihop.organisations.roles.Role["OPERATOR"],
                                "vận hành hệ thống",
                            ),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "vai trò của người dùng",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="membership_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="membership_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                    "role",
                    models.CharField(
                        choices=[
                            (
                                phoihop.organisations.roles.Role["OFFICER"],
                                "chuyên viên",
                            ),
                            (phoihop.organisations.roles.Role["LEADER"], "lãnh đạo"),
                            (
                                phoihop.organisations.roles.Role["DEPUTY"],
                                "người được ủy quyền",
                            ),
                            (
                                phoihop.organisations.roles.Role["ADMIN"],
                                "quản trị của đơn vị",
                            ),
                            (
                                phoihop.organisations.roles.Role["OBSERVER"],
                                "người theo dõi",
                            ),
                            (
                                phoihop.organisations.roles.Role["AUDITOR"],
                                "người kiểm tra nhật ký",
                            ),
                            (
                                phoihop.organisations.roles.Role["OPERATOR"],
                                "vận hành hệ thống",
                            ),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "vai trò của người dùng",
                "indexes": [
                    models.Index(fields=["person", "since"], name="membership_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "officer",
                                    "leader",
                                    "deputy",
                                    "admin",
                                    "observer",
                                    "auditor",
                                    "operator",
                                ],
                            )
                        ),
                        name="membership_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("organisation", None), ("role", "operator")),
                            models.Q(
                                models.Q(("role", "operator"), _negated=True),
                                ("organisation__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="membership_only_operator_without_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "deputy"), _negated=True),
                            ("until__isnull", False),
                            _connector="OR",
                        ),
                        name="membership_deputy_has_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointTermVersion",
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
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
                ),
                ("decided_on", models.DateField(verbose_name="ngày ban hành")),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
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
            ],
            options={
                "verbose_name": "nhiệm kỳ của ban chỉ đạo, tổ liên ngành",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="jointterm_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="jointterm_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JointTerm",
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
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
                ),
                ("decided_on", models.DateField(verbose_name="ngày ban hành")),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhiệm kỳ của ban chỉ đạo, tổ liên ngành",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), _negated=True),
                        name="joint_term_by_decision",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "valid_from"),
                        name="joint_term_one_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="joint_term_ends_after_start",
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
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
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
                    "person",
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
            name="FocalPointVersion",
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
                    "duty",
                    models.CharField(max_length=120, verbose_name="việc phụ trách"),
                ),
                (
                    "mailbox",
                    models.EmailField(
                        max_length=120, verbose_name="hộp thư của đầu mối"
                    ),
                ),
                (
                    "deputy_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="thay đến trước ngày"
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thay",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người phụ trách",
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
            ],
            options={
                "verbose_name": "đầu mối của đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="focalpoint_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="focalpoint_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FocalPoint",
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
                    "duty",
                    models.CharField(max_length=120, verbose_name="việc phụ trách"),
                ),
                (
                    "mailbox",
                    models.EmailField(
                        max_length=120, verbose_name="hộp thư của đầu mối"
                    ),
                ),
                (
                    "deputy_until",
                    models.DateField(
                        blank=True, null=True, verbose_name="thay đến trước ngày"
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties_as_deputy",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thay",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người phụ trách",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focal_points",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "đầu mối của đơn vị",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("organisation", "duty"),
                        name="focal_point_one_open",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "duty", "since"),
                        name="focal_point_one_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="focal_point_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deputy", None), ("deputy_until", None)),
                            models.Q(
                                ("deputy__isnull", False),
                                ("deputy_until__gt", models.F("since")),
                            ),
                            _connector="OR",
                        ),
                        name="focal_point_deputy_has_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deputy", None),
                            models.Q(("deputy", models.F("holder")), _negated=True),
                            _connector="OR",
                        ),
                        name="focal_point_deputy_is_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DesignationVersion",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("symbol", "ký hiệu"),
                            ("agency_code", "mã định danh"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "text",
                    models.CharField(max_length=40, verbose_name="ký hiệu hoặc mã"),
                ),
                (
                    "compared",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        max_length=40,
                        verbose_name="dạng để so sánh",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="văn bản quyết định"
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
            ],
            options={
                "verbose_name": "ký hiệu, mã định danh",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="designation_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="designation_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Designation",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("symbol", "ký hiệu"),
                            ("agency_code", "mã định danh"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "text",
                    models.CharField(max_length=40, verbose_name="ký hiệu hoặc mã"),
                ),
                (
                    "compared",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        max_length=40,
                        verbose_name="dạng để so sánh",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="văn bản quyết định"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="designations",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "ký hiệu, mã định danh",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["symbol", "agency_code"])),
                        name="designation_kind_known",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "kind", "valid_from"),
                        name="designation_one_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="designation_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChannelVersion",
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
                            ("website", "trang, cổng thông tin điện tử"),
                            ("facebook", "trang Facebook"),
                            ("zalo", "Zalo OA"),
                            ("youtube", "kênh YouTube"),
                            ("tiktok", "kênh TikTok"),
                            ("radio", "phát thanh, truyền hình trực tuyến"),
                            ("other", "kênh khác"),
                        ],
                        max_length=20,
                        verbose_name="loại kênh",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên kênh")),
                ("url", models.CharField(max_length=300, verbose_name="địa chỉ")),
                ("registered_on", models.DateField(verbose_name="đăng ký từ ngày")),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="thôi dùng từ ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
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
            ],
            options={
                "verbose_name": "kênh của đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="channel_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="channel_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Channel",
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
                            ("website", "trang, cổng thông tin điện tử"),
                            ("facebook", "trang Facebook"),
                            ("zalo", "Zalo OA"),
                            ("youtube", "kênh YouTube"),
                            ("tiktok", "kênh TikTok"),
                            ("radio", "phát thanh, truyền hình trực tuyến"),
                            ("other", "kênh khác"),
                        ],
                        max_length=20,
                        verbose_name="loại kênh",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên kênh")),
                ("url", models.CharField(max_length=300, verbose_name="địa chỉ")),
                ("registered_on", models.DateField(verbose_name="đăng ký từ ngày")),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="thôi dùng từ ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="channels",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "kênh của đơn vị",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "website",
                                    "facebook",
                                    "zalo",
                                    "youtube",
                                    "tiktok",
                                    "radio",
                                    "other",
                                ],
                            )
                        ),
                        name="channel_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("url__startswith", "https://")),
                        name="channel_by_https",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), _negated=True),
                        name="channel_by_decision",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("url",),
                        name="channel_of_one_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on", None),
                            ("withdrawn_on__gt", models.F("registered_on")),
                            _connector="OR",
                        ),
                        name="channel_ends_after_start",
                    ),
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
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.bodylist",
                        verbose_name="list",
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
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="organisations.bodylist",
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
            name="AliasVersion",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="tên gọi khác")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên gọi khác",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="alias_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="alias_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Alias",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="tên gọi khác")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aliases",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên gọi khác",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "text"), name="alias_once_per_body"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationName",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="tên")),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="văn bản quyết định"
                    ),
                ),
                (
                    "sort_key",
                    models.CharField(
                        editable=False, max_length=500, verbose_name="khóa sắp xếp"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên đơn vị",
                "indexes": [
                    models.Index(
                        fields=["sort_key", "organisation"], name="name_in_order"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "valid_from"), name="name_one_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="name_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationNameVersion",
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
                    "folded",
                    models.CharField(
                        editable=False, max_length=300, verbose_name="chữ để tìm"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="tên")),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="văn bản quyết định"
                    ),
                ),
                (
                    "sort_key",
                    models.CharField(
                        editable=False, max_length=500, verbose_name="khóa sắp xếp"
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
            ],
            options={
                "verbose_name": "tên đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"],
                        name="organisationname_version_at",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="organisationname_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationVersion",
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
                    "type",
                    models.CharField(
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
                ("founded_on", models.DateField(verbose_name="thành lập từ ngày")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="kết thúc từ ngày"
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                        verbose_name="desk",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="organisation_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="organisation_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Relation",
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
                            ("superior", "cấp trên trực tiếp"),
                            ("same_level", "cùng cấp"),
                            ("cluster", "thành viên cụm, khối thi đua"),
                            ("group_standing", "cơ quan thường trực của nhóm"),
                            ("group_member", "thành viên của nhóm"),
                        ],
                        max_length=20,
                        verbose_name="quan hệ",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "above",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_down",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "below",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_up",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "quan hệ giữa đơn vị",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "superior",
                                    "same_level",
                                    "cluster",
                                    "group_standing",
                                    "group_member",
                                ],
                            )
                        ),
                        name="relation_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("below", models.F("above")), _negated=True),
                        name="relation_not_to_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "same_level"), _negated=True),
                            ("below__lt", models.F("above")),
                            _connector="OR",
                        ),
                        name="relation_same_level_once",
                    ),
                    models.UniqueConstraint(
                        fields=("kind", "below", "above", "valid_from"),
                        name="relation_one_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="relation_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelationVersion",
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
                            ("superior", "cấp trên trực tiếp"),
                            ("same_level", "cùng cấp"),
                            ("cluster", "thành viên cụm, khối thi đua"),
                            ("group_standing", "cơ quan thường trực của nhóm"),
                            ("group_member", "thành viên của nhóm"),
                        ],
                        max_length=20,
                        verbose_name="quan hệ",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "above",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="above",
                    ),
                ),
                (
                    "below",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="below",
                    ),
                ),
            ],
            options={
                "verbose_name": "quan hệ giữa đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="relation_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="relation_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScopeMember",
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
                    "place",
                    models.CharField(
                        choices=[
                            (
                                phoihop.organisations.roles.Place["STANDING"],
                                "cơ quan thường trực",
                            ),
                            (phoihop.organisations.roles.Place["MEMBER"], "thành viên"),
                        ],
                        max_length=20,
                        verbose_name="vị trí",
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="scopes.scope",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên vòng phối hợp",
                "indexes": [
                    models.Index(
                        fields=["organisation", "scope"], name="circles_of_body"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("scope", "organisation"),
                        name="scope_member_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["standing", "member"])),
                        name="scope_member_place_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="scope_member_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScopeMemberVersion",
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
                    "place",
                    models.CharField(
                        choices=[
                            (
                                phoihop.organisations.roles.Place["STANDING"],
                                "cơ quan thường trực",
                            ),
                            (phoihop.organisations.roles.Place["MEMBER"], "thành viên"),
                        ],
                        max_length=20,
                        verbose_name="vị trí",
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                (
                    "until",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
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
                "verbose_name": "thành viên vòng phối hợp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="scopemember_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="scopemember_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
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
                            ("rename", "tổ chức lại thành đơn vị mới"),
                            ("merge", "hợp nhất"),
                            ("split", "chia"),
                            ("absorb", "sáp nhập"),
                            ("dissolve", "giải thể"),
                        ],
                        max_length=20,
                        verbose_name="hình thức",
                    ),
                ),
                ("day", models.DateField(verbose_name="từ ngày")),
                (
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inheritances",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa giữa các đơn vị",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["rename", "merge", "split", "absorb", "dissolve"],
                            )
                        ),
                        name="succession_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "dissolve"), ("successor", None)),
                            models.Q(
                                models.Q(("kind", "dissolve"), _negated=True),
                                ("successor__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="succession_only_dissolved_without_heir",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor", None),
                            models.Q(
                                ("predecessor", models.F("successor")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="succession_not_by_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), _negated=True),
                        name="succession_by_decision",
                    ),
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"), name="succession_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuccessionVersion",
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
                            ("rename", "tổ chức lại thành đơn vị mới"),
                            ("merge", "hợp nhất"),
                            ("split", "chia"),
                            ("absorb", "sáp nhập"),
                            ("dissolve", "giải thể"),
                        ],
                        max_length=20,
                        verbose_name="hình thức",
                    ),
                ),
                ("day", models.DateField(verbose_name="từ ngày")),
                (
                    "decision",
                    models.CharField(max_length=200, verbose_name="văn bản quyết định"),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa giữa các đơn vị",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="succession_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="succession_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
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
                ("name", models.CharField(max_length=120, verbose_name="tên lĩnh vực")),
                (
                    "code",
                    models.CharField(max_length=60, unique=True, verbose_name="mã"),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="organisations.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "lĩnh vực",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="topic_not_under_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        name="topic_has_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="topic_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompetenceVersion",
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
                    "basis",
                    models.CharField(max_length=300, verbose_name="căn cứ pháp lý"),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="area",
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "thẩm quyền",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="competence_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="competence_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Competence",
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
                    "basis",
                    models.CharField(max_length=300, verbose_name="căn cứ pháp lý"),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competences_here",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competences",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competences",
                        to="organisations.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "thẩm quyền",
                "indexes": [
                    models.Index(fields=["topic", "area"], name="competence_where")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="competence_has_basis",
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "topic", "area", "valid_from"),
                        name="competence_one_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="competence_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicVersion",
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
                ("name", models.CharField(max_length=120, verbose_name="tên lĩnh vực")),
                ("code", models.CharField(max_length=60, verbose_name="mã")),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="đến trước ngày"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.topic",
                        verbose_name="parent",
                    ),
                ),
            ],
            options={
                "verbose_name": "lĩnh vực",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="topic_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="topic_version_open",
                    )
                ],
            },
        ),
    ]
