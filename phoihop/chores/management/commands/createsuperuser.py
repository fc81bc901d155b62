"""``phoihop manage createsuperuser``: Django's command, which has no place here."""

from phoihop.chores.management.commands import changepassword


class Command(changepassword.Command):
    """Stands in place of Django's command of the same name: there are roles instead."""

    help = "Không dùng / not used: phoihop manage open_operator"
    use = 'phoihop manage open_operator --username NAME --name "FULL NAME"'
