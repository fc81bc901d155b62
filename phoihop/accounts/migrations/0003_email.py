"""Where the digest of notices goes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_sign_in_epoch"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="email",
            field=models.EmailField(
                blank=True, default="", max_length=200, verbose_name="thư điện tử"
            ),
        ),
    ]
