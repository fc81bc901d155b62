"""The first head, and triggers that refuse to change or delete an entry."""

import uuid
from typing import Any

from django.db import migrations

START = "0" * 64

SQLITE = [
    """CREATE TRIGGER trail_entry_no_update BEFORE UPDATE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END""",
    """CREATE TRIGGER trail_entry_no_delete BEFORE DELETE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END""",
    """CREATE TRIGGER trail_payload_no_delete BEFORE DELETE ON trail_payload
       BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$""",
    """CREATE TRIGGER trail_entry_no_change BEFORE UPDATE OR DELETE ON trail_entry
       FOR EACH ROW EXECUTE FUNCTION trail_refuse()""",
    """CREATE TRIGGER trail_payload_no_delete BEFORE DELETE ON trail_payload
       FOR EACH ROW EXECUTE FUNCTION trail_refuse()""",
]


def begin(apps: Any, schema_editor: Any) -> None:
    """Write the head of an empty trail and set the guards."""
    head = apps.get_model("trail", "Head")
    head.objects.create(pk=1, origin=uuid.uuid4(), seq=0, at_us=0, hash=START)
    vendor = schema_editor.connection.vendor
    for statement in SQLITE if vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """After the tables stand."""

    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(begin, elidable=False)]
