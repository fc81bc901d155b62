"""The first tables of this room."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Scope",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("body", "đơn vị"),
                            ("programme", "chương trình"),
                            ("plan", "kế hoạch"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "vòng phối hợp",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["body", "programme", "plan"])),
                        name="scope_kind_known",
                    )
                ],
            },
        ),
    ]
