"""``phoihop.formats`` as filters of templates: ``{{ task.due_date|day }}``."""

from django import template

from phoihop.formats import day, moment, number, weekday_day

register = template.Library()

for written in (day, weekday_day, moment, number):
    register.filter(written)
