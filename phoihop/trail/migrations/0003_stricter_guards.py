"""Triggers that let a payload be emptied and nothing else, and no table be emptied."""

from typing import Any

from django.db import migrations

OTHER_THAN_EMPTIED = "NEW.seq <> OLD.seq OR NEW.text <> '' OR NEW.salt <> ''"
SQLITE = [
    f"""CREATE TRIGGER trail_payload_only_emptied BEFORE UPDATE ON trail_payload
       WHEN {OTHER_THAN_EMPTIED}
       BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END""",
]
POSTGRESQL = [
    f"""CREATE TRIGGER trail_payload_only_emptied BEFORE UPDATE ON trail_payload
       FOR EACH ROW WHEN ({OTHER_THAN_EMPTIED}) EXECUTE FUNCTION trail_refuse()""",
    """CREATE TRIGGER trail_entry_no_truncate BEFORE TRUNCATE ON trail_entry
       FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()""",
    """CREATE TRIGGER trail_payload_no_truncate BEFORE TRUNCATE ON trail_payload
       FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()""",
]


def guard(apps: Any, schema_editor: Any) -> None:
    """Set the guards."""
    vendor = schema_editor.connection.vendor
    for statement in SQLITE if vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """After the first guards."""

    dependencies = [("trail", "0002_head_and_guards")]
    operations = [migrations.RunPython(guard, elidable=False)]
