"""What a database that cannot do it means, as a refusal."""

from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
)

from phoihop.refusals import Refused

# PostgreSQL's own codes: https://www.postgresql.org/docs/15/errcodes-appendix.html
BY_STATE = {
    "55P03": "database.busy",  # lock_not_available
    "40P01": "database.busy",  # deadlock_detected
    "40001": "database.busy",  # serialization_failure
    "53300": "database.busy",  # too_many_connections
    "57014": "database.busy",  # query_canceled
    "25006": "database.read_only",  # read_only_sql_transaction
    "53100": "database.full",  # disk_full
}
# SQLite's primary result codes: https://www.sqlite.org/rescode.html
BY_RESULT = {
    5: "database.busy",  # SQLITE_BUSY
    6: "database.busy",  # SQLITE_LOCKED
    8: "database.read_only",  # SQLITE_READONLY
    13: "database.full",  # SQLITE_FULL
    10: "database.away",  # SQLITE_IOERR
    14: "database.away",  # SQLITE_CANTOPEN
}


def database_refusal(error: DatabaseError | InterfaceError) -> Refused | None:
    """The refusal for a fault outside the program; None for one inside it."""
    if isinstance(error, IntegrityError | ProgrammingError):
        return None
    cause = error.__cause__
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        code = BY_STATE.get(str(state), "")
        # Class 08: connection exceptions; class 57P: the server is going down.
        if not code and str(state).startswith(("08", "57P")):
            code = "database.away"
        return Refused(code) if code else None
    result = getattr(cause, "sqlite_errorcode", None)
    if result is not None:
        # The low byte is the primary code, the rest says more about it.
        code = BY_RESULT.get(int(result) & 0xFF, "")
        return Refused(code) if code else None
    # psycopg could not connect at all: there is no code yet.
    lost = isinstance(error, OperationalError | InterfaceError)
    return Refused("database.away") if lost else None
