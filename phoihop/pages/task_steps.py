"""A task rests, goes on, is dropped; a duty beyond the boundary is done."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.task_acts import (
    ReasonForm,
    StepForm,
    task_act_page,
    task_or_404,
)
from phoihop.programmes.actions import steps
from phoihop.programmes.models import Task


@scoped_page
def pause(request: Request, pk: int) -> HttpResponse:
    """Let a task rest, for a reason."""
    return _step_page(
        request,
        pk,
        steps.pause,
        form=ReasonForm,
        heading=_("Tạm dừng nhiệm vụ"),
        said=_("Trong lúc tạm dừng, nhiệm vụ không bị tính quá hạn."),
    )


@scoped_page
def resume(request: Request, pk: int) -> HttpResponse:
    """Go on with a task that rested."""
    return _step_page(
        request,
        pk,
        steps.resume,
        heading=_("Tiếp tục nhiệm vụ"),
        said=_("Hạn hoàn thành giữ như cũ; cần đổi thì sửa nhiệm vụ sau đó."),
    )


@scoped_page
def drop(request: Request, pk: int) -> HttpResponse:
    """Give a task up, for a reason."""
    return _step_page(
        request,
        pk,
        steps.drop,
        form=ReasonForm,
        heading=_("Bỏ nhiệm vụ"),
        said=_(
            "Nhiệm vụ đã bỏ vẫn đọc được cùng lý do, và không mở lại được. Nếu chỉ "
            "chưa làm ngay, hãy tạm dừng."
        ),
    )


@scoped_page
def finish(request: Request, pk: int) -> HttpResponse:
    """A duty beyond the boundary is done."""
    return _step_page(
        request, pk, steps.finish_outside, heading=_("Đánh dấu xong nhiệm vụ")
    )


def _step_page(
    request: Request,
    pk: int,
    verb: Callable[..., Task],
    *,
    heading: str,
    said: str = "",
    form: type[StepForm] | type[ReasonForm] = StepForm,
) -> HttpResponse:
    task = task_or_404(pk)
    filled: Any = form(request, initial={"seen": task.version})

    def act() -> Task:
        return verb(
            task=task,
            seen=filled.seen_version,
            by=request.actor,
            on=clock.today(),
            **filled.values(),
        )

    return task_act_page(
        request, task, filled, act, heading=heading, button=heading, said=said
    )
