"""The first tables of this room."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("scopes", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Programme",
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
                    "title",
                    models.CharField(max_length=500, verbose_name="tên chương trình"),
                ),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="từ năm")),
                ("last_year", models.PositiveSmallIntegerField(verbose_name="đến năm")),
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
                "verbose_name": "chương trình phối hợp",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope",), name="programme_owns_scope"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_year__gte", models.F("first_year"))),
                        name="programme_years_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
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
                    "title",
                    models.CharField(max_length=500, verbose_name="tên kế hoạch"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "dự thảo")],
                        default="draft",
                        max_length=20,
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.programme",
                        verbose_name="programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch phối hợp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["id", "recorded_from"], name="plan_version_at")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="plan_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                    "title",
                    models.CharField(max_length=500, verbose_name="tên kế hoạch"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "dự thảo")],
                        default="draft",
                        max_length=20,
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch phối hợp",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("scope",), name="plan_owns_scope"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft"])),
                        name="plan_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyVersion",
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
                            ("standing", "cơ quan thường trực"),
                            ("member", "bên tham gia"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
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
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.programme",
                        verbose_name="programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "bên tham gia chương trình",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="party_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="party_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
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
                            ("standing", "cơ quan thường trực"),
                            ("member", "bên tham gia"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "bên tham gia chương trình",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "organisation"), name="party_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "standing")),
                        fields=("programme",),
                        name="party_one_standing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["standing", "member"])),
                        name="party_role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeVersion",
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
                    "title",
                    models.CharField(max_length=500, verbose_name="tên chương trình"),
                ),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="từ năm")),
                ("last_year", models.PositiveSmallIntegerField(verbose_name="đến năm")),
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
                "verbose_name": "chương trình phối hợp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="programme_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="programme_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                ("text", models.TextField(max_length=2000, verbose_name="nội dung")),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị chủ trì",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="programmes.plan",
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
                "verbose_name": "nhiệm vụ",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["scope", "due_date", "id"], name="task_by_due"
                    ),
                    models.Index(
                        fields=["lead", "due_date", "id", "scope"], name="task_of_lead"
                    ),
                    models.Index(fields=["plan", "due_date"], name="task_of_plan"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskVersion",
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
                ("text", models.TextField(max_length=2000, verbose_name="nội dung")),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị chủ trì",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="plan",
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
                "verbose_name": "nhiệm vụ",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["id", "recorded_from"], name="task_version_at")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="task_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanParty",
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
                            ("standing", "cơ quan thường trực"),
                            ("member", "bên tham gia"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="programmes.plan",
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
                "verbose_name": "bên tham gia kế hoạch",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "organisation"), name="plan_party_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "standing")),
                        fields=("plan",),
                        name="plan_party_one_standing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["standing", "member"])),
                        name="plan_party_role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanPartyVersion",
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
                            ("standing", "cơ quan thường trực"),
                            ("member", "bên tham gia"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="plan",
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
                "verbose_name": "bên tham gia kế hoạch",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="planparty_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="planparty_version_open",
                    )
                ],
            },
        ),
    ]
