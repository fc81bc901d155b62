"""Whose a written row is: the judge of what a request changed in the database."""

from collections.abc import Callable

from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.asks import Ask
from tests.isolation.browsers import Answer
from tests.isolation.province import Province
from tests.isolation.rows import Change, Row

# The history of a table is judged as the table is.
VERSION = "version"
# The directory is the operator's; a body's names and people are its own as well.
OF_THE_OPERATOR = (
    "organisations_bodylist",
    "organisations_bodylistline",
    "organisations_organisation",
    "organisations_relation",
    "organisations_jointterm",
    "organisations_succession",
    "organisations_topic",
    "organisations_competence",
)
OF_A_BODY = (
    "organisations_organisationname",
    "organisations_alias",
    "organisations_membership",
    "organisations_designation",
    "organisations_channel",
    "organisations_focalpoint",
    "organisations_invitation",
)
IN_A_CIRCLE = (
    "documents_document",
    "documents_draft",
    "documents_reading",
    "documents_readtext",
    "documents_rulecount",
    "files_storedfile",
    "organisations_scopemember",
    "programmes_programme",
    "programmes_party",
    "programmes_plan",
    "programmes_planparty",
    "programmes_task",
    "programmes_tasksheet",
    "programmes_tasksheetline",
    "programmes_clause",
    "programmes_confirmation",
    "programmes_source",
    "programmes_support",
    "programmes_progress",
    "programmes_evidence",
    "programmes_acceptance",
    "reports_judgement",
    "reports_review",
)
# Tables in which a row is only ever added, by whoever acts.
ONLY_ADDED = ("scopes_scope", "trail_entry", "trail_payload")


class Judge:
    """Says of each change of one answer why it is not this person's to make."""

    def __init__(self, province: Province, ask: Ask, answer: Answer) -> None:
        self.province, self.ask, self.answer = province, ask, answer
        part = ask.part
        self.user = province.users[part.account].pk if part.account else None
        self.body = province.bodies[part.body].pk if part.body else None
        self.circles = {
            province.scopes[key]: bodies
            for key, bodies in cast.circles().items()
            if key in province.circles_of(part)
        }
        made = (c.key for c in answer.changes if c.table == "scopes_scope")
        # A circle that this very request made is its maker's.
        self.made = set(made)

    def strange(self) -> list[str]:
        """Every change that is somebody else's to make."""
        said = ((change, self._why(change)) for change in self.answer.changes)
        return [f"{c.table} {c.key}: {why}" for c, why in said if why]

    def _why(self, change: Change) -> str:
        table = change.table.removesuffix(VERSION)
        if table == "django_session":
            known = change.before is None or change.key == self.answer.session
            return "" if known else "another person's session"
        if change.after is None:
            return "deleted"
        if table in ONLY_ADDED and change.before is not None:
            return "changed, though it may only be added"
        if table == "accounts_user":
            return self._account(change)
        judges: dict[str, Callable[[Row], str]] = {
            "scopes_scope": lambda row: "",
            "trail_payload": lambda row: "",
            "trail_head": lambda row: "",
            "axes_accessattempt": lambda row: "",
            # A number on its way to a worker; what is told, is told to others.
            "django_tasks_database_dbtaskresult": lambda row: "",
            "jobs_job": self._job,
            "notices_notice": self._notice,
            "trail_entry": self._entry,
            "posts_post": self._post,
            **dict.fromkeys(OF_THE_OPERATOR, self._operators),
            **dict.fromkeys(OF_A_BODY, self._bodys),
            **dict.fromkeys(IN_A_CIRCLE, self._circles),
        }
        if table not in judges:
            return "nobody has said whose the rows of this table are"
        rows = (row for row in (change.before, change.after) if row is not None)
        whys = [why for row in rows if (why := judges[table](row))]
        return "; ".join([*whys, *self._bound(table, change.after)])

    def _entry(self, row: Row) -> str:
        # The choice of a language is one's own, made for no body.
        if row["actor_id"] != self.user or row["body_id"] not in (self.body, None):
            return "in another's name"
        own = row["scope_id"] is None or row["scope_id"] in {*self.circles, *self.made}
        desks = {self.province.scopes[body] for body in cast.BODIES}
        operates = self.ask.part.is_operator and row["scope_id"] in desks
        return "" if own or operates else "in a circle that is not theirs"

    def _job(self, row: Row) -> str:
        if self.ask.part.is_operator:
            return ""
        own = row["asked_by_id"] == self.user and row["scope_id"] in self.circles
        return "" if own else "another person's job"

    def _notice(self, row: Row) -> str:
        own = row["person_id"] == self.user or row["seen_at"] is None
        return "" if own else "read in another person's place"

    def _post(self, row: Row) -> str:
        return "" if row["person_id"] == self.user else "another person's key"

    def _account(self, change: Change) -> str:
        if change.key == self.user or self.ask.part.is_operator:
            return ""
        # Who takes the last role of one of their people back signs them out with it.
        before, after = change.before or {}, change.after or {}
        is_signed_out = {c for c in after if after[c] != before.get(c)} == {
            "sign_in_epoch"
        }
        name, part = str(after["username"]), self.ask.part
        is_theirs = part.role is Role.ADMIN and part.body in cast.bodies_of(name)
        ended = self.ask.route.name == "role_end" and is_signed_out and is_theirs
        return "" if ended else "another person's account"

    def _operators(self, row: Row) -> str:
        return "" if self.ask.part.is_operator else "the operator's"

    def _bodys(self, row: Row) -> str:
        own = row["organisation_id"] == self.body or self.ask.part.is_operator
        return "" if own else "another body's"

    def _circles(self, row: Row) -> str:
        own = row["scope_id"] in self.circles or row["scope_id"] in self.made
        return "" if own else "in a circle that is not theirs"

    def _bound(self, table: str, row: Row) -> list[str]:
        """Bodies that the row binds although they are outside what binds them."""
        keys = {body.pk: key for key, body in self.province.bodies.items()}
        bound_by = {
            "programmes_support": "organisation_id",
            "programmes_task": "lead_id",
        }
        if table in bound_by:
            inside = self.circles.get(int(str(row["scope_id"])), frozenset())
            bound = keys.get(int(str(row[bound_by[table]])))
            return [] if bound in inside else [f"binds {bound}, outside the plan"]
        if table == "programmes_planparty":
            programme = self.ask.thing.circle if self.ask.thing else ""
            bound = keys.get(int(str(row["organisation_id"])))
            inside = cast.circles().get(programme, frozenset())
            return [] if bound in inside else [f"binds {bound}, outside the programme"]
        return []
