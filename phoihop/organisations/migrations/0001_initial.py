"""The first tables of this room."""

import django.db.models.deletion
import phoihop.organisations.roles
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("scopes", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        choices=[("superior", "cấp trên trực tiếp")],
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
                        choices=[("superior", "cấp trên trực tiếp")],
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
            },
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("level__in", ["central", "province", "district", "commune"])
                ),
                name="organisation_level_known",
            ),
        ),
        migrations.AddIndex(
            model_name="membershipversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="membership_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="membership_version_open",
            ),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["person", "since"], name="membership_of"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "deputy"), _negated=True),
                    ("until__isnull", False),
                    _connector="OR",
                ),
                name="membership_deputy_has_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="membership_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="aliasversion",
            index=models.Index(fields=["id", "recorded_from"], name="alias_version_at"),
        ),
        migrations.AddConstraint(
            model_name="aliasversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="alias_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                fields=("organisation", "text"), name="alias_once_per_body"
            ),
        ),
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(fields=["text", "organisation"], name="name_by_text"),
        ),
        migrations.AddConstraint(
            model_name="organisationname",
            constraint=models.UniqueConstraint(
                fields=("organisation", "valid_from"), name="name_one_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="name_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="organisationnameversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="organisationname_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationnameversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="organisationname_version_open",
            ),
        ),
        migrations.AddIndex(
            model_name="organisationversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="organisation_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="organisation_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["superior"])),
                name="relation_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("below", models.F("above")), _negated=True),
                name="relation_not_to_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="relation_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="relationversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="relation_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="relationversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="relation_version_open",
            ),
        ),
        migrations.AddIndex(
            model_name="scopemember",
            index=models.Index(
                fields=["organisation", "scope"], name="circles_of_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="scopemember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)),
                fields=("scope", "organisation"),
                name="scope_member_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="scopemember",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__in", ["standing", "member"])),
                name="scope_member_place_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="scopemember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="scope_member_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="scopememberversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="scopemember_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="scopememberversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="scopemember_version_open",
            ),
        ),
    ]
