"""Bodies over time: signs, ends and heirs, joint groups, topics, competences."""

import datetime
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Min

from phoihop.organisations.models.findable import LENGTH
from phoihop.organisations.models.name import SORT_KEY_LENGTH
from phoihop.vietnamese import fold, sort_key


def made_from_words(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill what is made from stored words and days; nothing recorded is invented."""
    for name in (
        "OrganisationName",
        "OrganisationNameVersion",
        "Alias",
        "AliasVersion",
    ):
        rows = apps.get_model("organisations", name).objects
        for pk, text in rows.values_list("pk", "text"):
            made = {"folded": fold(text)[:LENGTH]}
            if name.startswith("Organisation"):
                made["sort_key"] = sort_key(text)[:SORT_KEY_LENGTH]
            rows.filter(pk=pk).update(**made)
    names = apps.get_model("organisations", "OrganisationName").objects
    first = names.values_list("organisation").annotate(Min("valid_from"))
    bodies = apps.get_model("organisations", "Organisation").objects
    kept = apps.get_model("organisations", "OrganisationVersion").objects
    for pk, day in first.order_by("organisation"):
        bodies.filter(pk=pk).update(founded_on=day)
        kept.filter(id=pk).update(founded_on=day)


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_invitations"),
        ("scopes", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "kênh của đơn vị",
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
            ],
            options={
                "verbose_name": "kênh của đơn vị",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "thẩm quyền",
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
            ],
            options={
                "verbose_name": "thẩm quyền",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "ký hiệu, mã định danh",
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
            ],
            options={
                "verbose_name": "ký hiệu, mã định danh",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "đầu mối của đơn vị",
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
            ],
            options={
                "verbose_name": "đầu mối của đơn vị",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "nhiệm kỳ của ban chỉ đạo, tổ liên ngành",
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
            ],
            options={
                "verbose_name": "nhiệm kỳ của ban chỉ đạo, tổ liên ngành",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "kế thừa giữa các đơn vị",
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
            ],
            options={
                "verbose_name": "kế thừa giữa các đơn vị",
                "base_manager_name": "objects",
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
            ],
            options={
                "verbose_name": "lĩnh vực",
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
            ],
            options={
                "verbose_name": "lĩnh vực",
                "base_manager_name": "objects",
            },
        ),
        migrations.RemoveConstraint(
            model_name="relation",
            name="relation_kind_known",
        ),
        migrations.RemoveIndex(
            model_name="organisationname",
            name="name_by_text",
        ),
        migrations.AddField(
            model_name="alias",
            name="folded",
            field=models.CharField(
                default="", editable=False, max_length=300, verbose_name="chữ để tìm"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="aliasversion",
            name="folded",
            field=models.CharField(
                default="", editable=False, max_length=300, verbose_name="chữ để tìm"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisation",
            name="founded_on",
            field=models.DateField(
                default=datetime.date(1, 1, 1), verbose_name="thành lập từ ngày"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisationname",
            name="folded",
            field=models.CharField(
                default="", editable=False, max_length=300, verbose_name="chữ để tìm"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisationname",
            name="sort_key",
            field=models.CharField(
                default="", editable=False, max_length=500, verbose_name="khóa sắp xếp"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisationnameversion",
            name="folded",
            field=models.CharField(
                default="", editable=False, max_length=300, verbose_name="chữ để tìm"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisationnameversion",
            name="sort_key",
            field=models.CharField(
                default="", editable=False, max_length=500, verbose_name="khóa sắp xếp"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="organisationversion",
            name="founded_on",
            field=models.DateField(
                default=datetime.date(1, 1, 1), verbose_name="thành lập từ ngày"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(made_from_words, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="relation",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="relationversion",
            name="kind",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(
                fields=["sort_key", "organisation"], name="name_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None),
                    ("ended_on__gte", models.F("founded_on")),
                    _connector="OR",
                ),
                name="organisation_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "same_level"), _negated=True),
                    ("below__lt", models.F("above")),
                    _connector="OR",
                ),
                name="relation_same_level_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.UniqueConstraint(
                fields=("kind", "below", "above", "valid_from"),
                name="relation_one_start",
            ),
        ),
        migrations.AddField(
            model_name="channel",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="channels",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="channelversion",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="competence",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="competences_here",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="competence",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="competences",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="competenceversion",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="area",
            ),
        ),
        migrations.AddField(
            model_name="competenceversion",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="designation",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="designations",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="designationversion",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="focalpoint",
            name="deputy",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duties_as_deputy",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người thay",
            ),
        ),
        migrations.AddField(
            model_name="focalpoint",
            name="holder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duties",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người phụ trách",
            ),
        ),
        migrations.AddField(
            model_name="focalpoint",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="focal_points",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="focalpointversion",
            name="deputy",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người thay",
            ),
        ),
        migrations.AddField(
            model_name="focalpointversion",
            name="holder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người phụ trách",
            ),
        ),
        migrations.AddField(
            model_name="focalpointversion",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="jointterm",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="terms",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="jointtermversion",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="predecessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successions",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="successor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inheritances",
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="successionversion",
            name="predecessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="predecessor",
            ),
        ),
        migrations.AddField(
            model_name="successionversion",
            name="successor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
                verbose_name="successor",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="organisations.topic",
            ),
        ),
        migrations.AddField(
            model_name="competenceversion",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.topic",
                verbose_name="topic",
            ),
        ),
        migrations.AddField(
            model_name="competence",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="competences",
                to="organisations.topic",
            ),
        ),
        migrations.AddField(
            model_name="topicversion",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.topic",
                verbose_name="parent",
            ),
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__startswith", "https://")),
                name="channel_by_https",
            ),
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", ""), _negated=True),
                name="channel_by_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on", None)),
                fields=("url",),
                name="channel_of_one_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="channel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on", None),
                    ("withdrawn_on__gt", models.F("registered_on")),
                    _connector="OR",
                ),
                name="channel_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="channelversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="channel_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="channelversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="channel_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["symbol", "agency_code"])),
                name="designation_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.UniqueConstraint(
                fields=("organisation", "kind", "valid_from"),
                name="designation_one_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="designation_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="designationversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="designation_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="designationversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="designation_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)),
                fields=("organisation", "duty"),
                name="focal_point_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.UniqueConstraint(
                fields=("organisation", "duty", "since"), name="focal_point_one_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gt", models.F("since")), _connector="OR"
                ),
                name="focal_point_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy", None),
                    models.Q(("deputy", models.F("holder")), _negated=True),
                    _connector="OR",
                ),
                name="focal_point_deputy_is_another",
            ),
        ),
        migrations.AddIndex(
            model_name="focalpointversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="focalpoint_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpointversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="focalpoint_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="jointterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", ""), _negated=True),
                name="joint_term_by_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="jointterm",
            constraint=models.UniqueConstraint(
                fields=("organisation", "valid_from"), name="joint_term_one_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="jointterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="joint_term_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="jointtermversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="jointterm_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="jointtermversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="jointterm_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["rename", "merge", "split", "absorb", "dissolve"])
                ),
                name="succession_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor", None),
                    models.Q(("predecessor", models.F("successor")), _negated=True),
                    _connector="OR",
                ),
                name="succession_not_by_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", ""), _negated=True),
                name="succession_by_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=("predecessor", "successor"), name="succession_once"
            ),
        ),
        migrations.AddIndex(
            model_name="successionversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="succession_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="successionversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="succession_version_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="topic_not_under_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", ""), _negated=True), name="topic_has_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="topic_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="competenceversion",
            index=models.Index(
                fields=["id", "recorded_from"], name="competence_version_at"
            ),
        ),
        migrations.AddConstraint(
            model_name="competenceversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="competence_version_open",
            ),
        ),
        migrations.AddIndex(
            model_name="competence",
            index=models.Index(fields=["topic", "area"], name="competence_where"),
        ),
        migrations.AddConstraint(
            model_name="competence",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis", ""), _negated=True),
                name="competence_has_basis",
            ),
        ),
        migrations.AddConstraint(
            model_name="competence",
            constraint=models.UniqueConstraint(
                fields=("organisation", "topic", "area", "valid_from"),
                name="competence_one_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="competence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="competence_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="topicversion",
            index=models.Index(fields=["id", "recorded_from"], name="topic_version_at"),
        ),
        migrations.AddConstraint(
            model_name="topicversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("recorded_to", None)),
                fields=("id",),
                name="topic_version_open",
            ),
        ),
    ]
