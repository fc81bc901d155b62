"""The door of commands and timers: when it opens, it fills the registries below."""

from django.apps import AppConfig


class ChoresConfig(AppConfig):
    """Django calls ``ready`` once, in every process that starts the house."""

    name = "phoihop.chores"

    def ready(self) -> None:
        """Say which function does which job, and where a notice's subject is found."""
        from phoihop.chores import jobs, notices

        jobs.fill()
        notices.fill()
