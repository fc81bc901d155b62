"""The first tables of this room."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
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
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        max_length=60, unique=True, verbose_name="tên đăng nhập"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "Tiếng Anh")],
                        default="vi",
                        max_length=2,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="thư điện tử",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(default=True, verbose_name="đang dùng"),
                ),
                (
                    "sign_in_epoch",
                    models.PositiveIntegerField(default=0, editable=False),
                ),
            ],
            options={
                "verbose_name": "tài khoản",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["vi", "en"])),
                        name="user_language_known",
                    )
                ],
            },
        ),
    ]
