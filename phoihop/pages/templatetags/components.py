"""The words every page is written in. Load nothing: they are built in.

A page names what it shows; how that looks stands here and in ``theme.css``. See
them all at ``/thanh-phan/``. Texts are in Vietnamese: ``_("Gửi báo cáo")``.

Marks::

    {% state "overdue" %}                     not_started in_time at_risk overdue
    {% state task.state note=_("lý do") %}    waiting done_on_time done_late paused
                                              dropped, and a plan's: draft;
                                              job_…, notice_… (marks.py)
    {% progress 30 120 %}
    {% share 60 hollow=True %}                         hollow: nothing shows it
    {% date task.due %}                       weekday=True, with_time=True
    {% tally _("Việc chờ tôi") %}
      {% count _("Quá hạn") 3 url mark="overdue" current=True %}
    {% endtally %}

Sheets::

    {% heading title line=_("…") %}{% button … %}{% endheading %}   one per page
    {% panel _("Tiến độ") id="tien-do" %}…{% endpanel %}
    {% notice "refusal" title="" %}…{% endnotice %}      info success warning refusal
    {% nothing_here _("Chưa có …") first=_("Hãy …") action=_("Thêm …") href=url %}
    {% breadcrumb %}{% crumb label url %}{% crumb label %}{% endbreadcrumb %}
    {% facts %}{% fact _("Chủ trì") task.lead %}{% endfacts %}
    {% prose label=_("Trích …") %}…{% endprose %}        a quotation; else plain
    {% lit label passage start end %}                    words lit in their passage
    {% fold _("Hạn theo kỳ") open=False %}…{% endfold %}
    {% history entries %}
    {% context_column title="" open=True %}…{% endcontext_column %}
    {% skip_link %}

Tables: columns once, then rows; a cell takes the next column's label::

    {% table _("Nhiệm vụ") %}
      {% column _("Hạn") kind="date" sort=url sorted="ascending" %}
      {% column _("Nhiệm vụ") kind="title" %}            kinds: text date state number
      {% group id="dieu-1" %}II. Thông tin{% endgroup %}  title action
      {% for task in tasks %}
        {% row %}
          {% cell %}{% date task.due %}{% endcell %}
          {% cell task.title %}
        {% endrow %}
      {% endfor %}
    {% endtable %}

Controls::

    {% button _("Gửi báo cáo") kind="primary" %}         primary quiet danger
    {% button _("Sửa") href=url small=True key="s" %}    name= value= form=
    {% form task_form action=url files=True %}           writes token, key, hidden
      {{ task_form.title.as_field_group }}               fields and whole-form errors;
      {{ task_form }}                                    all fields at once
      {% confirm_bar %}{% button … %}{% endconfirm_bar %}
    {% endform %}
    {% form None action=url inline=True %}{% button … %}{% endform %}   no fields
    {% filters form clear=url %}
    {% pager next=url first=url shown=50 %}
    {% versions _("Như lúc ký") was=url now=url showing="now" at=instant %}
    {% merge form.differences who=name %}
    {% two_texts _("Thời hạn") in_plan in_sheet box %}
    {% copy_box _("Lời mời") text id="loi-moi" %}
    {% language_switch url %}  {% body_switch url %}  {% keyboard_help %}

The review desk: a paper at the left, what was found in it at the right::

    {% desk_columns %}
      {% source_text text lits %}      or {% source_page sheet %}
      {% drafts_column %}
        {% unplaced_names unplaced request_text %}
        {% draft_list _("Nhiệm vụ") rows editable=True %}     folded=True for many
      {% enddrafts_column %}
    {% enddesk_columns %}
    {% desk_keys %}  {% legend %}  {% source_switch switch sheet %}
"""

from django import template

from phoihop.pages.templatetags import (
    controls,
    marks,
    page_sheet,
    review,
    sheets,
    tables,
)

register = template.Library()

for part in (marks, sheets, tables, controls, review, page_sheet):
    register.tags.update(part.register.tags)
