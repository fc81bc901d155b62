"""What the pages of a body say of it over time, and the forms that change it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop import clock
from phoihop.organisations.actions import directory, successions
from phoihop.organisations.models import (
    Channel,
    Designation,
    FocalPoint,
    Organisation,
    Relation,
    Succession,
    SuccessionKind,
    Topic,
)
from phoihop.organisations.permissions import command_line
from tests import kept
from tests.conftest import SignIn
from tests.factories import BEGAN, World
from tests.pages.visiting import by_name, send
from tests.pages.words import sheet

NEW = [
    "designation_create", "designation_end", "channel_create", "channel_end",
    "focal_point_create", "focal_point_end", "joint_group_create",
    "joint_group_renew", "relation_create", "relation_end", "organisation_end",
    "topics", "topic_create", "topic_end", "competences", "competence_create",
    "competence_end",
]  # fmt: skip


def told(sign_in: SignIn, body: Organisation, **asked: str) -> str:
    """The page of a body as lan reads it."""
    address = reverse("organisation", args=[body.pk])
    return sheet(sign_in("lan").get(address, asked))


def absorbed(world: World) -> None:
    """So went into ban on 1 June 2026."""
    successions.succeed(
        predecessors=[world.bodies["so"]],
        successors=[world.bodies["ban"]],
        kind=SuccessionKind.ABSORB,
        day=date(2026, 6, 1),
        decision="Nghị quyết số 21/NQ-HĐND",
        by=command_line(),
        on=clock.today(),
    )


@pytest.mark.parametrize("name", NEW)
def test_the_pages(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in("hanh").get(by_name(name).address(world))) == snapshot


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("designation_create", 4),
        ("designation_end", 5),
        ("channel_create", 4),
        ("channel_end", 5),
        ("focal_point_create", 6),
        ("focal_point_end", 5),
        ("joint_group_create", 5),
        ("joint_group_renew", 4),
        ("relation_create", 5),
        ("relation_end", 5),
        ("organisation_end", 6),
        ("topics", 4),
        ("topic_create", 4),
        ("topic_end", 4),
        ("competences", 6),
        ("competence_create", 6),
        ("competence_end", 4),
    ],
)
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client, address = sign_in("hanh"), by_name(name).address(world)
    with django_assert_num_queries(count):
        client.get(address)


def test_a_body_with_everything_asks_at_most_twelve_times(
    world: World,
    sign_in: SignIn,
    snapshot: SnapshotAssertion,
    django_assert_max_num_queries: Any,
) -> None:
    for make in (kept.symbol, kept.channel, kept.focal_point, kept.beside, kept.group):
        make(world)
    client, address = sign_in("cuc"), by_name("organisation").address(world)
    with django_assert_max_num_queries(12):
        answer = client.get(address)
    assert sheet(answer) == snapshot


def test_it_asks_no_more_where_its_own_people_wrote_the_entries(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    for make in (kept.symbol, kept.channel, kept.focal_point, kept.beside, kept.group):
        make(world)
    quang, address = sign_in("quang"), by_name("organisation").address(world)
    alias = by_name("organisation_alias").address(world)
    send(quang, alias, text="Ban Tuyên giáo")
    with django_assert_max_num_queries(12):
        told = sheet(quang.get(address))
    assert "Lê Văn Quang" in told


def test_a_joint_group_shows_its_decision_term_and_members(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert told(sign_in, kept.group(world)) == snapshot


class TestSearch:
    """The directory finds a body by whatever it was ever called."""

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            ("so noi vu", ["Sở Nội vụ tỉnh Lam Khê"]),
            ("SỞ  NỘI VỤ", ["Sở Nội vụ tỉnh Lam Khê"]),
            ("btgdvtu", ["Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê"]),
            ("dong may", ["Ủy ban nhân dân xã Đồng Mây"]),
            ("so vu noi", ["Sở Nội vụ tỉnh Lam Khê"]),
            ("%", []),
            ("_", []),
        ],
    )
    def test_with_and_without_marks(
        self, world: World, sign_in: SignIn, words: str, names: list[str]
    ) -> None:
        kept.symbol(world)
        answer = sign_in("lan").get(reverse("organisations"), {"ten": words})
        assert [row.text for row in answer.context["names"]] == names

    def test_by_a_former_name_and_after_its_end(
        self, world: World, sign_in: SignIn
    ) -> None:
        directory.rename(
            body=world.bodies["so"], name="Sở Nội vụ và Lao động",
            valid_from=date(2026, 2, 1), by=command_line(), on=clock.today(),
        )  # fmt: skip
        absorbed(world)
        found = sign_in("lan").get(reverse("organisations"), {"ten": "noi vu tinh"})
        page = sheet(found)
        assert "[Sở Nội vụ và Lao động] (đã kết thúc)" in page
        assert "Kế thừa: [Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê]" in page

    def test_in_the_order_of_the_alphabet(self, world: World, sign_in: SignIn) -> None:
        for name in ("Đảng ủy xã", "Chi cục Thuế", "Ấp Một", "Dân quân"):
            directory.found(
                name=name, type=Organisation.Type.STATE,
                level=Organisation.Level.COMMUNE, founded_on=BEGAN,
                by=command_line(), on=clock.today(),
            )  # fmt: skip
        answer = sign_in("lan").get(reverse("organisations"))
        firsts = [row.text.split()[0] for row in answer.context["names"]]
        assert firsts == ["Ấp", "Ban", "Chi", "Dân", "Đảng", "Sở", "Ủy"]

    def test_by_type_and_level(self, world: World, sign_in: SignIn) -> None:
        kept.group(world)
        asked = {"loai": "joint"}
        answer = sign_in("lan").get(reverse("organisations"), asked)
        assert [row.text for row in answer.context["names"]] == [kept.GROUP]
        answer = sign_in("lan").get(reverse("organisations"), {"cap": "commune"})
        assert len(answer.context["names"]) == 1

    def test_a_body_to_come_is_found_by_its_first_name(
        self, world: World, sign_in: SignIn
    ) -> None:
        directory.found(
            name="Sở Tương lai", type=Organisation.Type.STATE,
            level=Organisation.Level.PROVINCE, founded_on=date(2027, 1, 1),
            by=command_line(), on=clock.today(),
        )  # fmt: skip
        answer = sign_in("lan").get(reverse("organisations"), {"ten": "tuong lai"})
        assert len(answer.context["names"]) == 1


class TestEnded:
    """Product rule 10: found, marked, leading on, and not to be chosen."""

    def test_its_page_leads_to_its_heir_and_the_heirs_back(
        self, world: World, sign_in: SignIn
    ) -> None:
        absorbed(world)
        page = told(sign_in, world.bodies["so"])
        assert "Đơn vị này kết thúc hoạt động từ ngày 01/06/2026." in page
        assert "Sáp nhập, Nghị quyết số 21/NQ-HĐND." in page
        assert "Kế thừa: [Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê]" in page
        page = told(sign_in, world.bodies["ban"])
        assert "Kế thừa từ\nSở Nội vụ tỉnh Lam Khê" in page

    def test_choosing_it_names_its_heir(self, world: World, sign_in: SignIn) -> None:
        absorbed(world)
        so, xa = world.bodies["so"], world.bodies["xa"]
        client = sign_in("hanh")
        said = (
            "Sở Nội vụ tỉnh Lam Khê đã kết thúc hoạt động từ 01/06/2026. Chọn đơn vị "
            "kế thừa: Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê."
        )
        answer = send(
            client,
            reverse("organisation_place", args=[xa.pk]),
            above=so.pk,
            valid_from="01/07/2026",
        )
        assert answer.status_code == 422
        assert said in sheet(answer)
        answer = send(
            sign_in("lan"),
            reverse("programme_create"),
            title="Chương trình",
            first_year=2026,
            last_year=2027,
            members=[so.pk],
        )
        assert said in sheet(answer)

    def test_one_without_heir_says_so_and_a_stranger_number_says_nothing(
        self, world: World, sign_in: SignIn
    ) -> None:
        Organisation.objects.filter(pk=world.bodies["so"].pk).update(ended_on=BEGAN)
        place = reverse("organisation_place", args=[world.bodies["xa"].pk])
        for above, said in (
            (world.bodies["so"].pk, "05/01/2026. Chọn đơn vị khác."),
            ("987654321", "Chọn một đơn vị trong danh sách."),
            ("9" * 30, "Chọn một đơn vị trong danh sách."),
            ("x", "Chọn một đơn vị trong danh sách."),
        ):
            typed = {"above": above, "valid_from": "01/07/2026"}
            assert said in sheet(send(sign_in("hanh"), place, **typed))


class TestOnADay:
    """What was valid on another day."""

    def test_the_page_of_a_day_says_what_held_then(
        self, world: World, sign_in: SignIn
    ) -> None:
        directory.rename(
            body=world.bodies["ban"], name="Ban mới", valid_from=date(2026, 3, 1),
            by=command_line(), on=clock.today(),
        )  # fmt: skip
        kept.channel(world)
        page = told(sign_in, world.bodies["ban"], ngay="01/02/2026")
        assert "# Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê" in page
        assert "Danh bạ như hiệu lực ngày 01/02/2026." in page
        assert "# Ban mới" in told(sign_in, world.bodies["ban"], ngay="2026-03-01")
        before = told(sign_in, world.bodies["ban"], ngay="2026-01-04")
        assert "Tuyên giáo Lam Khê |" not in before

    @pytest.mark.parametrize("text", ["hôm qua", "30/02/2026", "2026-13-01", "1/2"])
    def test_what_is_no_day_is_not_there(
        self, world: World, sign_in: SignIn, text: str
    ) -> None:
        address = by_name("organisation").address(world)
        assert sign_in("lan").get(address, {"ngay": text}).status_code == 404


class TestForms:
    """Filled in by who may."""

    def test_the_admin_gives_a_symbol_and_ends_it(
        self, world: World, sign_in: SignIn
    ) -> None:
        client = sign_in("quang")
        address = by_name("designation_create").address(world)
        assert "Mã định danh" not in sheet(client.get(address)).split("Quyết")[0]
        typed = {"kind": "symbol", "text": "BTGDVTU", "valid_from": "01/02/2026"}
        answer = send(client, address, **typed)
        assert "Ký hiệu\nBTGDVTU" in sheet(client.get(answer.url))
        (row,) = Designation.objects.all()
        address = reverse("designation_end", args=[row.pk])
        send(client, address, day="01/03/2026", seen=1)
        row.refresh_from_db()
        assert row.valid_to == date(2026, 3, 1)

    def test_a_channel_is_registered_and_no_longer_used(
        self, world: World, sign_in: SignIn
    ) -> None:
        client = sign_in("quang")
        typed = {
            "kind": "website", "name": "Trang của ban",
            "url": "https://tuyengiao.lamkhe.gov.vn/", "registered_on": "01/02/2026",
            "decision": "QĐ 7",
        }  # fmt: skip
        answer = send(client, by_name("channel_create").address(world), **typed)
        assert "Trang của ban |" in sheet(client.get(answer.url))
        wrong = {**typed, "url": "https://facebook.com/groups/x", "kind": "facebook"}
        refused = send(client, by_name("channel_create").address(world), **wrong)
        assert "không phải trang riêng của một đơn vị" in sheet(refused)
        (row,) = Channel.objects.all()
        send(client, reverse("channel_end", args=[row.pk]), day="01/03/2026", seen=1)
        row.refresh_from_db()
        assert row.withdrawn_on == date(2026, 3, 1)

    def test_a_focal_point_changes_hands(self, world: World, sign_in: SignIn) -> None:
        kept.focal_point(world)
        client = sign_in("quang")
        typed = {
            "duty": "Đầu mối chương trình phối hợp",
            "mailbox": "phoihop@lamkhe.gov.vn", "holder": world.user("hoa").pk,
            "since": "01/03/2026",
        }  # fmt: skip
        answer = send(client, by_name("focal_point_create").address(world), **typed)
        assert "| Trần Thị Hoa | - | 01/03/2026" in sheet(client.get(answer.url))
        # Only people of the body are offered.
        stranger = {**typed, "holder": world.user("minh").pk}
        answer = send(client, by_name("focal_point_create").address(world), **stranger)
        assert answer.status_code == 422
        last = FocalPoint.objects.latest("pk")
        address = reverse("focal_point_end", args=[last.pk])
        send(client, address, day="01/05/2026", seen=1)
        last.refresh_from_db()
        assert last.until == date(2026, 5, 1)

    def test_the_operator_makes_a_group_relates_and_ends(
        self, world: World, sign_in: SignIn
    ) -> None:
        client, so, xa = sign_in("hanh"), world.bodies["so"], world.bodies["xa"]
        typed = {
            "name": kept.GROUP, "level": "province", "decision": "QĐ 12",
            "decided_on": "02/01/2026", "valid_from": "05/01/2026",
            "valid_to": "01/01/2027", "standing": so.pk, "members": [xa.pk],
        }  # fmt: skip
        answer = send(client, reverse("joint_group_create"), **typed)
        page = sheet(client.get(answer.url))
        assert "[Sở Nội vụ tỉnh Lam Khê] | cơ quan thường trực của nhóm" in page
        made = Organisation.objects.get(type=Organisation.Type.JOINT)
        renewed = {
            "decision": "QĐ 13", "decided_on": "02/12/2026",
            "valid_from": "01/01/2027",
        }  # fmt: skip
        send(client, reverse("joint_group_renew", args=[made.pk]), **renewed)
        related = {"kind": "cluster", "above": made.pk, "valid_from": "05/01/2026"}
        send(client, reverse("relation_create", args=[so.pk]), **related)
        edge = Relation.objects.get(kind="cluster")
        send(client, reverse("relation_end", args=[edge.pk]), day="01/03/2026", seen=1)
        edge.refresh_from_db()
        assert edge.valid_to == date(2026, 3, 1)
        ended = {"kind": "absorb", "day": "01/06/2026", "decision": "NQ 21"}
        address = reverse("organisation_end", args=[xa.pk])
        answer = send(client, address, successors=[so.pk], **ended)
        assert "Kế thừa: [Sở Nội vụ tỉnh Lam Khê]" in sheet(client.get(answer.url))
        assert Succession.objects.get().predecessor_id == xa.pk

    def test_the_operator_keeps_topics_and_competences(
        self, world: World, sign_in: SignIn
    ) -> None:
        client, so, xa = sign_in("hanh"), world.bodies["so"], world.bodies["xa"]
        made = {"name": "Cấp nước", "code": "cap-nuoc", "valid_from": "05/01/2026"}
        send(client, reverse("topic_create"), **made)
        water = Topic.objects.get()
        wrong = {**made, "name": "Tôn giáo của hộ dân", "code": "ton-giao"}
        assert send(client, reverse("topic_create"), **wrong).status_code == 422
        given = {
            "body": so.pk, "topic": water.pk, "area": xa.pk, "basis": "Luật",
            "valid_from": "05/01/2026",
        }  # fmt: skip
        send(client, reverse("competence_create"), **given)
        asked = {"linh_vuc": water.pk, "dia_ban": xa.pk}
        page = sheet(sign_in("lan").get(reverse("competences"), asked))
        assert "[Sở Nội vụ tỉnh Lam Khê] | Cấp nước" in page
        assert "Xếp từ địa bàn hẹp nhất" in page
        page = sheet(sign_in("lan").get(reverse("competences"), {"dia_ban": so.pk}))
        assert "Chưa ghi cơ quan nào có thẩm quyền như bạn tìm." in page


@pytest.mark.parametrize("name", ["lan", "minh", "thu"])
def test_nobody_else_changes_what_a_body_keeps(
    world: World, sign_in: SignIn, name: str
) -> None:
    typed = {"kind": "symbol", "text": "BTG", "valid_from": "01/02/2026"}
    to = by_name("designation_create").address(world)
    answer = send(sign_in(name), to, **typed)
    assert answer.status_code == (404 if name == "minh" else 403)
