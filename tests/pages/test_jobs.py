"""Work in the background as pages show it: progress, then the file; for the operator
what is parked.
"""

from contextlib import closing
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.jobs.models import Job, JobState
from phoihop.jobs.reading import whole
from phoihop.jobs.running import Run, claim
from tests.conftest import SignIn
from tests.factories import World
from tests.jobs.stage import asked, kind, now_of, worked
from tests.notices.stage import job_of
from tests.pages.jobs_kept import parked_job
from tests.pages.visiting import by_name, leads_to, send
from tests.pages.words import sheet
from tests.witness import last_entry


def exported(sign_in: SignIn) -> Any:
    """The auditor asks for the trail of their body."""
    return send(sign_in("thu"), reverse("trail_export"), purpose="Kiểm tra quý II")


def of_every_state(world: World) -> None:
    """One job of each state on ban's desk."""
    for state in JobState:
        job = job_of(world, "thu", world.bodies["ban"].desk)
        over = state not in (JobState.WAITING, JobState.RUNNING)
        whole().filter(pk=job.pk).update(
            state=state,
            progress_done=30,
            progress_total=120,
            tries=2,
            outcome={"refused": "job.role_ended", "parked": "OSError"}.get(state, ""),
            lease_until=job.asked_at if state == JobState.RUNNING else None,
            finished_at=job.asked_at if over else None,
        )


@pytest.mark.parametrize("name", ["lan", "hanh", "cuc"])
def test_the_jobs_of_ones_body_in_every_state(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    of_every_state(world)
    assert sheet(sign_in(name).get(reverse("jobs"))) == snapshot


@pytest.mark.parametrize(
    ("name", "who", "count"),
    [
        ("jobs", "lan", 4),
        ("jobs", "hanh", 5),
        ("job", "lan", 4),
        ("job_retry", "hanh", 4),
        ("trail_verify", "hanh", 3),
    ],
)
def test_each_page_asks_as_often_as_written_here(
    world: World,
    sign_in: SignIn,
    django_assert_num_queries: Any,
    name: str,
    who: str,
    count: int,
) -> None:
    of_every_state(world)
    client, address = sign_in(who), by_name(name).address(world)
    with django_assert_num_queries(count):
        client.get(address)


@pytest.mark.parametrize(
    ("name", "who"), [("job_retry", "hanh"), ("trail_verify", "hanh")]
)
def test_the_operators_pages(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str, who: str
) -> None:
    assert sheet(sign_in(who).get(by_name(name).address(world))) == snapshot


def test_the_trail_is_asked_for_then_made_then_opened(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    """From the form to the file, by one page that says how far it is."""
    thu = sign_in("thu")
    page = leads_to(exported(sign_in))
    assert "đang chờ" in sheet(thu.get(page))
    worked()
    done = sheet(thu.get(page))
    assert done == snapshot
    (job,) = whole().filter(kind="trail.export")
    link = reverse("file", args=[job.outcome])
    assert f'href="{link}"' in thu.get(page).content.decode()
    with closing(thu.get(link)) as answer:
        assert answer.status_code == 200


def test_asked_for_twice_by_one_form_it_is_one_job(
    world: World, sign_in: SignIn
) -> None:
    thu, key = sign_in("thu"), "00000000-0000-4000-8000-000000000001"
    typed = {"purpose": "Kiểm tra", "idempotency_key": key}
    first = leads_to(thu.post(reverse("trail_export"), typed))
    assert leads_to(thu.post(reverse("trail_export"), typed)) == first
    assert whole().count() == 1


def test_its_progress_stands_on_the_page_while_it_runs(
    world: World, sign_in: SignIn
) -> None:
    job, seen = asked(world), []

    def half_way(run: Run) -> None:
        run.progress(60, 120)
        seen.append(sheet(sign_in("lan").get(reverse("job", args=[job.pk]))))

    with kind(half_way):
        worked()
    assert "đang chạy" in seen[0]
    assert "60 / 120 (50 %)" in seen[0]
    assert "[Tải lại trang]" in seen[0]
    after = sheet(sign_in("lan").get(reverse("job", args=[job.pk])))
    assert "đã xong" in after
    assert "[Tải lại trang]" not in after


def test_a_refused_job_says_why_in_a_sentence(world: World, sign_in: SignIn) -> None:
    of_every_state(world)
    said = sheet(sign_in("lan").get(reverse("jobs")))
    assert "vai trò của người yêu cầu đã kết thúc" in said


def test_the_operator_sees_the_fault_and_nothing_of_whose_job_it_is(
    world: World, sign_in: SignIn
) -> None:
    job = parked_job(world)
    told = sheet(sign_in("hanh").get(reverse("job", args=[job.pk])))
    assert "Lỗi: OSError." in told
    assert world.user("thu").name not in told
    own = sheet(sign_in("lan").get(reverse("job", args=[job.pk])))
    assert "OSError" not in own
    assert world.user("thu").name in own
    assert "(Chạy lại)" not in own


def test_the_operator_lets_a_parked_job_run_again(
    world: World, sign_in: SignIn
) -> None:
    job = parked_job(world)
    answer = send(sign_in("hanh"), reverse("job_retry", args=[job.pk]))
    assert leads_to(answer) == reverse("jobs")
    assert (now_of(job).state, now_of(job).tries) == (JobState.WAITING, 0)
    assert last_entry().did == "job.retried"
    assert sign_in("hanh").get(reverse("job", args=[job.pk])).status_code == 404


def test_nobody_else_lets_it_run_again(world: World, sign_in: SignIn) -> None:
    job = parked_job(world)
    for name in ("lan", "thu", "minh", "cuc"):
        to = reverse("job_retry", args=[job.pk])
        assert send(sign_in(name), to).status_code == 404
    assert now_of(job).state == JobState.PARKED


def test_the_operator_has_the_trail_checked(world: World, sign_in: SignIn) -> None:
    hanh = sign_in("hanh")
    page = leads_to(send(hanh, reverse("trail_verify")))
    worked()
    assert "Nhật ký" in sheet(hanh.get(page))
    assert now_of(Job(pk=int(page.strip("/").rpartition("/")[2]))).state == "done"


def test_the_operator_is_told_that_mail_is_off(
    world: World, sign_in: SignIn, settings: Any
) -> None:
    assert "Thư đang tắt." in sheet(sign_in("hanh").get(reverse("jobs")))
    assert "Thư đang tắt." not in sheet(sign_in("lan").get(reverse("jobs")))
    settings.MAIL_HOST = "mail.lamkhe.example"
    assert "Thư đang tắt." not in sheet(sign_in("hanh").get(reverse("jobs")))


def test_the_pager_shows_every_job_once(world: World, sign_in: SignIn) -> None:
    for _ in range(120):
        job_of(world, "lan", world.bodies["ban"].desk)
    client, address, read = sign_in("lan"), reverse("jobs"), []
    while address:
        answer = client.get(address)
        read += [shown.job.pk for shown in answer.context["jobs"]]
        address = answer.context["next"]
    assert len(read) == 120
    assert read == sorted(set(read), reverse=True)


def test_a_job_that_waits_after_a_fault_says_that_it_is_tried_again(
    world: World, sign_in: SignIn
) -> None:
    job = asked(world)
    assert claim(job.pk, "killed")
    whole().filter(pk=job.pk).update(
        state="waiting", lease_until=None, outcome="job.worker_lost"
    )
    told = sheet(sign_in("lan").get(reverse("job", args=[job.pk])))
    assert "hệ thống sẽ tự thử lại" in told
