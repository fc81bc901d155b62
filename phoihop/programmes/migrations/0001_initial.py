"""The first tables of this room."""

import django.db.models.deletion
import phoihop.programmes.rules.state
import phoihop.reading.findings
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_initial"),
        ("files", "0001_initial"),
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                (
                    "title",
                    models.CharField(max_length=500, verbose_name="tên kế hoạch"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=100,
                        verbose_name="số, ký hiệu",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="ngày ban hành"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "dự thảo"), ("active", "đang thực hiện")],
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
                        condition=models.Q(("state__in", ["draft", "active"])),
                        name="plan_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
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
                ("made", models.JSONField(verbose_name="đã lập")),
                ("drafts", models.JSONField(verbose_name="nháp đã dùng")),
                ("day", models.DateField(verbose_name="ngày xác nhận")),
                (
                    "undone_on",
                    models.DateField(null=True, verbose_name="hoàn tác ngày"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xác nhận",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmations",
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
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmation",
                        to="programmes.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xác nhận",
                "abstract": False,
                "base_manager_name": "objects",
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                (
                    "title",
                    models.CharField(max_length=500, verbose_name="tên kế hoạch"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=100,
                        verbose_name="số, ký hiệu",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="ngày ban hành"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "dự thảo"), ("active", "đang thực hiện")],
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("programme", "organisation"),
                        name="party_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("role", "standing"), ("withdrawn_on", None)
                        ),
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
            name="Source",
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
                ("label", models.CharField(max_length=500, verbose_name="tên văn bản")),
                (
                    "passage",
                    models.TextField(max_length=20000, verbose_name="đoạn văn bản"),
                ),
                ("start", models.PositiveIntegerField(verbose_name="từ ký tự")),
                ("end", models.PositiveIntegerField(verbose_name="đến ký tự")),
                (
                    "offset",
                    models.PositiveIntegerField(verbose_name="vị trí trong văn bản"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="văn bản",
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
                "verbose_name": "nguồn",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="source_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Clause",
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
                ("number", models.CharField(max_length=60, verbose_name="số mục")),
                (
                    "text",
                    models.TextField(
                        max_length=4000, verbose_name="nội dung điều khoản"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clauses",
                        to="programmes.plan",
                    ),
                ),
                (
                    "source",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clause",
                        to="programmes.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "điều khoản",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("plan", "position"),
                        name="clause_position_once",
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
                (
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="nội dung")),
                (
                    "lead_words",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="chủ trì theo văn bản",
                    ),
                ),
                (
                    "support_words",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=1000,
                        verbose_name="phối hợp theo văn bản",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assigned", "nhiệm vụ được giao"),
                            ("routine", "việc thường xuyên"),
                        ],
                        default="assigned",
                        max_length=10,
                        verbose_name="loại nhiệm vụ",
                    ),
                ),
                (
                    "due_kind",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.DueKind["DATE"], "ngày"),
                            (phoihop.reading.findings.DueKind["MONTH"], "tháng"),
                            (phoihop.reading.findings.DueKind["QUARTER"], "quý"),
                            (phoihop.reading.findings.DueKind["HALF_YEAR"], "nửa năm"),
                            (phoihop.reading.findings.DueKind["YEAR"], "năm"),
                            (
                                phoihop.reading.findings.DueKind["EVENT"],
                                "trước một sự kiện",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RECURRING"],
                                "định kỳ, thường xuyên",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RELATIVE"],
                                "tính từ một ngày khác",
                            ),
                            (phoihop.reading.findings.DueKind["NONE"], "không có hạn"),
                        ],
                        default=phoihop.reading.findings.DueKind["NONE"],
                        max_length=10,
                        verbose_name="loại hạn",
                    ),
                ),
                (
                    "due_value",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=20,
                        verbose_name="hạn theo văn bản",
                    ),
                ),
                (
                    "due_bound",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.Bound["BY"], "chậm nhất"),
                            (phoihop.reading.findings.Bound["BEFORE"], "trước"),
                        ],
                        default=phoihop.reading.findings.Bound["BY"],
                        max_length=10,
                        verbose_name="mốc",
                    ),
                ),
                (
                    "due_note",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="thời hạn ghi trong văn bản",
                    ),
                ),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            (phoihop.programmes.rules.state.Phase["OPEN"], "đang mở"),
                            (
                                phoihop.programmes.rules.state.Phase["REPORTED"],
                                "chờ nghiệm thu",
                            ),
                            (phoihop.programmes.rules.state.Phase["DONE"], "đã xong"),
                            (
                                phoihop.programmes.rules.state.Phase["PAUSED"],
                                "tạm dừng",
                            ),
                            (phoihop.programmes.rules.state.Phase["DROPPED"], "đã bỏ"),
                        ],
                        default=phoihop.programmes.rules.state.Phase["OPEN"],
                        max_length=10,
                        verbose_name="bước",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        null=True, verbose_name="tiến độ (%)"
                    ),
                ),
                (
                    "done_on",
                    models.DateField(null=True, verbose_name="hoàn thành ngày"),
                ),
                (
                    "paused_on",
                    models.DateField(null=True, verbose_name="tạm dừng từ ngày"),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="lý do bỏ hoặc tạm dừng",
                    ),
                ),
                (
                    "outside",
                    models.BooleanField(
                        default=False, verbose_name="ngoài phạm vi hỗ trợ"
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="programmes.clause",
                        verbose_name="điều khoản",
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
                (
                    "source",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="task",
                        to="programmes.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhiệm vụ",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("withdrawn_on", None),
                            (
                                "phase__in",
                                (
                                    phoihop.programmes.rules.state.Phase["OPEN"],
                                    phoihop.programmes.rules.state.Phase["REPORTED"],
                                    phoihop.programmes.rules.state.Phase["PAUSED"],
                                ),
                            ),
                        ),
                        fields=["scope", "due_date", "id"],
                        name="task_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=["scope", "due_date", "id"],
                        name="task_all_by_due",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("withdrawn_on", None),
                            (
                                "phase__in",
                                (
                                    phoihop.programmes.rules.state.Phase["OPEN"],
                                    phoihop.programmes.rules.state.Phase["REPORTED"],
                                    phoihop.programmes.rules.state.Phase["PAUSED"],
                                ),
                            ),
                        ),
                        fields=["lead", "due_date", "id", "scope", "phase", "percent"],
                        name="task_of_lead",
                    ),
                    models.Index(fields=["plan", "due_date"], name="task_of_plan"),
                    models.Index(
                        condition=models.Q(
                            ("withdrawn_on", None),
                            ("phase", phoihop.programmes.rules.state.Phase["REPORTED"]),
                        ),
                        fields=["scope", "lead", "plan"],
                        name="task_waiting",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "phase__in",
                                [
                                    phoihop.programmes.rules.state.Phase["OPEN"],
                                    phoihop.programmes.rules.state.Phase["REPORTED"],
                                    phoihop.programmes.rules.state.Phase["DONE"],
                                    phoihop.programmes.rules.state.Phase["PAUSED"],
                                    phoihop.programmes.rules.state.Phase["DROPPED"],
                                ],
                            )
                        ),
                        name="task_phase_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["assigned", "routine"])),
                        name="task_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "due_kind__in",
                                [
                                    phoihop.reading.findings.DueKind["DATE"],
                                    phoihop.reading.findings.DueKind["MONTH"],
                                    phoihop.reading.findings.DueKind["QUARTER"],
                                    phoihop.reading.findings.DueKind["HALF_YEAR"],
                                    phoihop.reading.findings.DueKind["YEAR"],
                                    phoihop.reading.findings.DueKind["EVENT"],
                                    phoihop.reading.findings.DueKind["RECURRING"],
                                    phoihop.reading.findings.DueKind["RELATIVE"],
                                    phoihop.reading.findings.DueKind["NONE"],
                                ],
                            )
                        ),
                        name="task_due_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "due_bound__in",
                                [
                                    phoihop.reading.findings.Bound["BY"],
                                    phoihop.reading.findings.Bound["BEFORE"],
                                ],
                            )
                        ),
                        name="task_due_bound_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent", None), ("percent__lte", 100), _connector="OR"
                        ),
                        name="task_percent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("done_on__isnull", False),
                                ("phase", phoihop.programmes.rules.state.Phase["DONE"]),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "phase",
                                        phoihop.programmes.rules.state.Phase["DONE"],
                                    ),
                                    _negated=True,
                                ),
                                ("done_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="task_done_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("paused_on__isnull", False),
                                (
                                    "phase",
                                    phoihop.programmes.rules.state.Phase["PAUSED"],
                                ),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "phase",
                                        phoihop.programmes.rules.state.Phase["PAUSED"],
                                    ),
                                    _negated=True,
                                ),
                                ("paused_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="task_paused_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outside", False),
                            models.Q(
                                ("percent", None),
                                (
                                    "phase__in",
                                    (
                                        phoihop.programmes.rules.state.Phase["OPEN"],
                                        phoihop.programmes.rules.state.Phase["DONE"],
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="task_outside_bare",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Progress",
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
                    "paper",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=300,
                        verbose_name="theo văn bản",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày báo cáo")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(verbose_name="tiến độ (%)"),
                ),
                ("note", models.TextField(max_length=4000, verbose_name="kết quả")),
                (
                    "is_final",
                    models.BooleanField(
                        default=False, verbose_name="đề nghị nghiệm thu"
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
                    "entered_for",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị nhập",
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
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="programmes.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo tiến độ",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)),
                        name="progress_percent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("organisation", models.F("entered_for")), ("paper", "")
                            ),
                            models.Q(
                                models.Q(
                                    ("organisation", models.F("entered_for")),
                                    _negated=True,
                                ),
                                models.Q(("paper", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="progress_on_behalf_names_paper",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceVersion",
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
                            ("paper", "văn bản"),
                            ("link", "đường dẫn"),
                            ("count", "số liệu"),
                            ("file", "tệp"),
                        ],
                        max_length=10,
                        verbose_name="loại minh chứng",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        max_length=500, verbose_name="nội dung minh chứng"
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="đường dẫn"
                    ),
                ),
                ("amount", models.BigIntegerField(null=True, verbose_name="số lượng")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
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
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.progress",
                        verbose_name="progress",
                    ),
                ),
            ],
            options={
                "verbose_name": "minh chứng",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="evidence_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="evidence_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                            ("paper", "văn bản"),
                            ("link", "đường dẫn"),
                            ("count", "số liệu"),
                            ("file", "tệp"),
                        ],
                        max_length=10,
                        verbose_name="loại minh chứng",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        max_length=500, verbose_name="nội dung minh chứng"
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="đường dẫn"
                    ),
                ),
                ("amount", models.BigIntegerField(null=True, verbose_name="số lượng")),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
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
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="programmes.progress",
                    ),
                ),
            ],
            options={
                "verbose_name": "minh chứng",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount", None),
                                ("file", None),
                                ("kind", "paper"),
                                ("link", ""),
                            ),
                            models.Q(
                                ("amount", None),
                                ("file", None),
                                ("kind", "link"),
                                models.Q(("link", ""), _negated=True),
                            ),
                            models.Q(
                                ("amount__gte", 0),
                                ("file", None),
                                ("kind", "count"),
                                ("link", ""),
                            ),
                            models.Q(
                                ("amount", None),
                                ("file__isnull", False),
                                ("kind", "file"),
                                ("link", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_of_its_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AcceptanceVersion",
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
                    "verdict",
                    models.CharField(
                        choices=[
                            ("accepted", "đã nghiệm thu"),
                            ("returned", "trả lại"),
                        ],
                        max_length=10,
                        verbose_name="kết quả nghiệm thu",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=1000,
                        verbose_name="lý do trả lại",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày nghiệm thu")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nghiệm thu",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị nghiệm thu",
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
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.progress",
                        verbose_name="progress",
                    ),
                ),
            ],
            options={
                "verbose_name": "nghiệm thu",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="acceptance_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="acceptance_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
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
                    "verdict",
                    models.CharField(
                        choices=[
                            ("accepted", "đã nghiệm thu"),
                            ("returned", "trả lại"),
                        ],
                        max_length=10,
                        verbose_name="kết quả nghiệm thu",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=1000,
                        verbose_name="lý do trả lại",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày nghiệm thu")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nghiệm thu",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị nghiệm thu",
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
                    "progress",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptance",
                        to="programmes.progress",
                    ),
                ),
            ],
            options={
                "verbose_name": "nghiệm thu",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["accepted", "returned"])),
                        name="acceptance_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason", ""), ("verdict", "returned"), _negated=True
                        ),
                        name="acceptance_return_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseVersion",
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
                ("number", models.CharField(max_length=60, verbose_name="số mục")),
                (
                    "text",
                    models.TextField(
                        max_length=4000, verbose_name="nội dung điều khoản"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "điều khoản",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="clause_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="clause_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceVersion",
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
                ("label", models.CharField(max_length=500, verbose_name="tên văn bản")),
                (
                    "passage",
                    models.TextField(max_length=20000, verbose_name="đoạn văn bản"),
                ),
                ("start", models.PositiveIntegerField(verbose_name="từ ký tự")),
                ("end", models.PositiveIntegerField(verbose_name="đến ký tự")),
                (
                    "offset",
                    models.PositiveIntegerField(verbose_name="vị trí trong văn bản"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="văn bản",
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
                "verbose_name": "nguồn",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="source_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="source_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportVersion",
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
                    "deliverable",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="phần việc"
                    ),
                ),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "done_on",
                    models.DateField(null=True, verbose_name="hoàn thành ngày"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị phối hợp",
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
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.task",
                        verbose_name="task",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần việc phối hợp",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="support_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="support_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Support",
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
                    "deliverable",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="phần việc"
                    ),
                ),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "done_on",
                    models.DateField(null=True, verbose_name="hoàn thành ngày"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị phối hợp",
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
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="programmes.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần việc phối hợp",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("task", "organisation"),
                        name="support_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressVersion",
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
                    "paper",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=300,
                        verbose_name="theo văn bản",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày báo cáo")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(verbose_name="tiến độ (%)"),
                ),
                ("note", models.TextField(max_length=4000, verbose_name="kết quả")),
                (
                    "is_final",
                    models.BooleanField(
                        default=False, verbose_name="đề nghị nghiệm thu"
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
                    "entered_for",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị nhập",
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
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scopes.scope",
                        verbose_name="scope",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.task",
                        verbose_name="task",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo tiến độ",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="progress_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="progress_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskSheet",
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
                ("file_name", models.CharField(max_length=200, verbose_name="tên tệp")),
                (
                    "sheet_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="trang tính"
                    ),
                ),
                (
                    "unread",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="trang tính chưa đọc"
                    ),
                ),
                (
                    "meanings",
                    models.JSONField(default=dict, verbose_name="đơn vị đã chọn"),
                ),
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
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị tải lên",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="task_sheet",
                        to="files.storedfile",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="programmes.plan",
                        verbose_name="kế hoạch",
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
                "verbose_name": "bảng nhiệm vụ",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["preview", "entered", "undone"])
                        ),
                        name="task_sheet_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskSheetLine",
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
                    "text",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="nội dung"
                    ),
                ),
                (
                    "clause_words",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="điều khoản"
                    ),
                ),
                (
                    "lead_words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="chủ trì"
                    ),
                ),
                (
                    "support_words",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="phối hợp"
                    ),
                ),
                (
                    "due_words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="thời hạn"
                    ),
                ),
                (
                    "product",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="sản phẩm"
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="tiến độ theo bảng"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="ghi chú"
                    ),
                ),
                (
                    "supporters",
                    models.JSONField(default=list, verbose_name="đơn vị phối hợp"),
                ),
                (
                    "names_several",
                    models.BooleanField(
                        default=False, verbose_name="nhiều đơn vị chủ trì"
                    ),
                ),
                (
                    "group_words",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="nhóm phối hợp"
                    ),
                ),
                (
                    "due_kind",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.DueKind["DATE"], "ngày"),
                            (phoihop.reading.findings.DueKind["MONTH"], "tháng"),
                            (phoihop.reading.findings.DueKind["QUARTER"], "quý"),
                            (phoihop.reading.findings.DueKind["HALF_YEAR"], "nửa năm"),
                            (phoihop.reading.findings.DueKind["YEAR"], "năm"),
                            (
                                phoihop.reading.findings.DueKind["EVENT"],
                                "trước một sự kiện",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RECURRING"],
                                "định kỳ, thường xuyên",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RELATIVE"],
                                "tính từ một ngày khác",
                            ),
                            (phoihop.reading.findings.DueKind["NONE"], "không có hạn"),
                        ],
                        default=phoihop.reading.findings.DueKind["NONE"],
                        max_length=10,
                        verbose_name="loại hạn",
                    ),
                ),
                (
                    "due_value",
                    models.CharField(
                        blank=True, default="", max_length=20, verbose_name="hạn"
                    ),
                ),
                (
                    "due_bound",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.Bound["BY"], "chậm nhất"),
                            (phoihop.reading.findings.Bound["BEFORE"], "trước"),
                        ],
                        default=phoihop.reading.findings.Bound["BY"],
                        max_length=10,
                        verbose_name="mốc",
                    ),
                ),
                (
                    "due_date",
                    models.DateField(null=True, verbose_name="hạn hoàn thành"),
                ),
                (
                    "faults",
                    models.CharField(
                        blank=True, max_length=800, verbose_name="chỗ sai"
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(default=list, verbose_name="đơn vị gần giống"),
                ),
                (
                    "formulas",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="ô có công thức"
                    ),
                ),
                (
                    "hidden",
                    models.BooleanField(default=False, verbose_name="bị ẩn trong tệp"),
                ),
                ("before", models.JSONField(null=True, verbose_name="trước khi nhập")),
                (
                    "changed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheet_lines",
                        to="programmes.task",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.clause",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "made",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheet_line",
                        to="programmes.task",
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
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="programmes.tasksheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của bảng nhiệm vụ",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "number"), name="task_sheet_line_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "due_kind__in",
                                [
                                    phoihop.reading.findings.DueKind["DATE"],
                                    phoihop.reading.findings.DueKind["MONTH"],
                                    phoihop.reading.findings.DueKind["QUARTER"],
                                    phoihop.reading.findings.DueKind["HALF_YEAR"],
                                    phoihop.reading.findings.DueKind["YEAR"],
                                    phoihop.reading.findings.DueKind["EVENT"],
                                    phoihop.reading.findings.DueKind["RECURRING"],
                                    phoihop.reading.findings.DueKind["RELATIVE"],
                                    phoihop.reading.findings.DueKind["NONE"],
                                ],
                            )
                        ),
                        name="sheet_line_due_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "due_bound__in",
                                [
                                    phoihop.reading.findings.Bound["BY"],
                                    phoihop.reading.findings.Bound["BEFORE"],
                                ],
                            )
                        ),
                        name="sheet_line_bound_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskSheetLineVersion",
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
                    "text",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="nội dung"
                    ),
                ),
                (
                    "clause_words",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="điều khoản"
                    ),
                ),
                (
                    "lead_words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="chủ trì"
                    ),
                ),
                (
                    "support_words",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="phối hợp"
                    ),
                ),
                (
                    "due_words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="thời hạn"
                    ),
                ),
                (
                    "product",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="sản phẩm"
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="tiến độ theo bảng"
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="ghi chú"
                    ),
                ),
                (
                    "supporters",
                    models.JSONField(default=list, verbose_name="đơn vị phối hợp"),
                ),
                (
                    "names_several",
                    models.BooleanField(
                        default=False, verbose_name="nhiều đơn vị chủ trì"
                    ),
                ),
                (
                    "group_words",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="nhóm phối hợp"
                    ),
                ),
                (
                    "due_kind",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.DueKind["DATE"], "ngày"),
                            (phoihop.reading.findings.DueKind["MONTH"], "tháng"),
                            (phoihop.reading.findings.DueKind["QUARTER"], "quý"),
                            (phoihop.reading.findings.DueKind["HALF_YEAR"], "nửa năm"),
                            (phoihop.reading.findings.DueKind["YEAR"], "năm"),
                            (
                                phoihop.reading.findings.DueKind["EVENT"],
                                "trước một sự kiện",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RECURRING"],
                                "định kỳ, thường xuyên",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RELATIVE"],
                                "tính từ một ngày khác",
                            ),
                            (phoihop.reading.findings.DueKind["NONE"], "không có hạn"),
                        ],
                        default=phoihop.reading.findings.DueKind["NONE"],
                        max_length=10,
                        verbose_name="loại hạn",
                    ),
                ),
                (
                    "due_value",
                    models.CharField(
                        blank=True, default="", max_length=20, verbose_name="hạn"
                    ),
                ),
                (
                    "due_bound",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.Bound["BY"], "chậm nhất"),
                            (phoihop.reading.findings.Bound["BEFORE"], "trước"),
                        ],
                        default=phoihop.reading.findings.Bound["BY"],
                        max_length=10,
                        verbose_name="mốc",
                    ),
                ),
                (
                    "due_date",
                    models.DateField(null=True, verbose_name="hạn hoàn thành"),
                ),
                (
                    "faults",
                    models.CharField(
                        blank=True, max_length=800, verbose_name="chỗ sai"
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(default=list, verbose_name="đơn vị gần giống"),
                ),
                (
                    "formulas",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="ô có công thức"
                    ),
                ),
                (
                    "hidden",
                    models.BooleanField(default=False, verbose_name="bị ẩn trong tệp"),
                ),
                ("before", models.JSONField(null=True, verbose_name="trước khi nhập")),
                (
                    "changed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.task",
                        verbose_name="changed",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.clause",
                        verbose_name="clause",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="lead",
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.task",
                        verbose_name="made",
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
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.tasksheet",
                        verbose_name="sheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của bảng nhiệm vụ",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="tasksheetline_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="tasksheetline_version_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskSheetVersion",
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
                ("file_name", models.CharField(max_length=200, verbose_name="tên tệp")),
                (
                    "sheet_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="trang tính"
                    ),
                ),
                (
                    "unread",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="trang tính chưa đọc"
                    ),
                ),
                (
                    "meanings",
                    models.JSONField(default=dict, verbose_name="đơn vị đã chọn"),
                ),
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
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="đơn vị tải lên",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="kế hoạch",
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
                "verbose_name": "bảng nhiệm vụ",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="tasksheet_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="tasksheet_version_open",
                    )
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
                (
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="nội dung")),
                (
                    "lead_words",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="chủ trì theo văn bản",
                    ),
                ),
                (
                    "support_words",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=1000,
                        verbose_name="phối hợp theo văn bản",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assigned", "nhiệm vụ được giao"),
                            ("routine", "việc thường xuyên"),
                        ],
                        default="assigned",
                        max_length=10,
                        verbose_name="loại nhiệm vụ",
                    ),
                ),
                (
                    "due_kind",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.DueKind["DATE"], "ngày"),
                            (phoihop.reading.findings.DueKind["MONTH"], "tháng"),
                            (phoihop.reading.findings.DueKind["QUARTER"], "quý"),
                            (phoihop.reading.findings.DueKind["HALF_YEAR"], "nửa năm"),
                            (phoihop.reading.findings.DueKind["YEAR"], "năm"),
                            (
                                phoihop.reading.findings.DueKind["EVENT"],
                                "trước một sự kiện",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RECURRING"],
                                "định kỳ, thường xuyên",
                            ),
                            (
                                phoihop.reading.findings.DueKind["RELATIVE"],
                                "tính từ một ngày khác",
                            ),
                            (phoihop.reading.findings.DueKind["NONE"], "không có hạn"),
                        ],
                        default=phoihop.reading.findings.DueKind["NONE"],
                        max_length=10,
                        verbose_name="loại hạn",
                    ),
                ),
                (
                    "due_value",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=20,
                        verbose_name="hạn theo văn bản",
                    ),
                ),
                (
                    "due_bound",
                    models.CharField(
                        choices=[
                            (phoihop.reading.findings.Bound["BY"], "chậm nhất"),
                            (phoihop.reading.findings.Bound["BEFORE"], "trước"),
                        ],
                        default=phoihop.reading.findings.Bound["BY"],
                        max_length=10,
                        verbose_name="mốc",
                    ),
                ),
                (
                    "due_note",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="thời hạn ghi trong văn bản",
                    ),
                ),
                (
                    "due_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="hạn hoàn thành"
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            (phoihop.programmes.rules.state.Phase["OPEN"], "đang mở"),
                            (
                                phoihop.programmes.rules.state.Phase["REPORTED"],
                                "chờ nghiệm thu",
                            ),
                            (phoihop.programmes.rules.state.Phase["DONE"], "đã xong"),
                            (
                                phoihop.programmes.rules.state.Phase["PAUSED"],
                                "tạm dừng",
                            ),
                            (phoihop.programmes.rules.state.Phase["DROPPED"], "đã bỏ"),
                        ],
                        default=phoihop.programmes.rules.state.Phase["OPEN"],
                        max_length=10,
                        verbose_name="bước",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        null=True, verbose_name="tiến độ (%)"
                    ),
                ),
                (
                    "done_on",
                    models.DateField(null=True, verbose_name="hoàn thành ngày"),
                ),
                (
                    "paused_on",
                    models.DateField(null=True, verbose_name="tạm dừng từ ngày"),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=500,
                        verbose_name="lý do bỏ hoặc tạm dừng",
                    ),
                ),
                (
                    "outside",
                    models.BooleanField(
                        default=False, verbose_name="ngoài phạm vi hỗ trợ"
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.clause",
                        verbose_name="điều khoản",
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
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.source",
                        verbose_name="source",
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
            name="ConfirmationVersion",
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
                ("made", models.JSONField(verbose_name="đã lập")),
                ("drafts", models.JSONField(verbose_name="nháp đã dùng")),
                ("day", models.DateField(verbose_name="ngày xác nhận")),
                (
                    "undone_on",
                    models.DateField(null=True, verbose_name="hoàn tác ngày"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xác nhận",
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xác nhận",
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["id", "recorded_from"], name="confirmation_version_at"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_to", None)),
                        fields=("id",),
                        name="confirmation_version_open",
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="thu hồi ngày"
                    ),
                ),
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
