"""Who signs in to the demo, in which body and role. All invented."""

from datetime import date

from phoihop.accounts.models import User
from phoihop.organisations.actions import people
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.permissions import Actor, actor_of, command_line
from phoihop.organisations.roles import Role

PASSWORD = "lam-khe-minh-hoa"  # noqa: S105  # printed on the screen: a demo's
PEOPLE = [
    # username, name, key of the body, role
    ("lan", "Nguyễn Thị Lan", "btgdv", Role.OFFICER),
    ("hoa", "Trần Thị Hoa", "btgdv", Role.LEADER),
    ("quang", "Lê Văn Quang", "btgdv", Role.ADMIN),
    ("thuy", "Bùi Thị Thúy", "btgdv", Role.AUDITOR),
    ("minh", "Phạm Văn Minh", "snnmt", Role.OFFICER),
    ("son", "Đặng Hồng Sơn", "snnmt", Role.LEADER),
    ("nga", "Vi Thị Nga", "mttq", Role.OFFICER),
    ("phuc", "Hà Trọng Phúc", "mttq", Role.LEADER),
    ("tuyet", "Đỗ Thị Tuyết", "hdnd", Role.OFFICER),
    ("dat", "Lò Văn Đạt", "hdnd", Role.LEADER),
    ("binh", "Hoàng Văn Bình", "ubnd", Role.AUDITOR),
]
OPERATOR = ("vanhanh", "Vũ Văn Hạnh")
SIGN_INS = [
    ("lan", "chuyên viên, Ban Tuyên giáo và Dân vận Tỉnh ủy (cơ quan thường trực)"),
    ("hoa", "lãnh đạo, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("quang", "quản trị, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("thuy", "kiểm tra, Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("minh", "chuyên viên, Sở Nông nghiệp và Môi trường (bên tham gia)"),
    ("son", "lãnh đạo, Sở Nông nghiệp và Môi trường"),
    ("nga", "chuyên viên, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh (giữ chương trình)"),
    ("phuc", "lãnh đạo, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("tuyet", "chuyên viên, Hội đồng nhân dân tỉnh (bên tham gia)"),
    ("dat", "lãnh đạo, Hội đồng nhân dân tỉnh"),
    ("vanhanh", "người vận hành hệ thống"),
]


class Cast:
    """The people of the demo as actors, by body; some bodies have no account."""

    def __init__(self, actors: dict[str, Actor]) -> None:
        self.named = actors
        self._held = {(key, role): actors[who] for who, _, key, role in PEOPLE}

    def officer(self, body: str) -> Actor | None:
        """The officer of the body with this key; None where nobody has an account."""
        return self._held.get((body, Role.OFFICER))

    def leader(self, body: str) -> Actor | None:
        """Its leader, as ``officer``."""
        return self._held.get((body, Role.LEADER))

    @property
    def users(self) -> dict[str, User]:
        """The accounts, by user name."""
        return {name: one.user for name, one in self.named.items() if one.user}


def open_accounts(bodies: dict[str, Organisation], on: date) -> Cast:
    """An account and a role for each; the operator besides."""
    actors = {
        username: actor_of(_person(username, name, bodies[key], role, on))
        for username, name, key, role in PEOPLE
    }
    _person(*OPERATOR, None, Role.OPERATOR, on)
    return Cast(actors)


def _person(
    username: str, name: str, body: Organisation | None, role: Role, on: date
) -> Membership:
    by = command_line()
    person: User = people.open_account(
        username=username, name=name, password=PASSWORD, by=by, on=on
    )
    return people.give_role(person=person, body=body, role=role, since=on, by=by, on=on)
