"""Templates from Python: Django's forms in our dress, and one component at a time."""

from collections.abc import Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe


class FormRenderer(TemplatesSetting):
    """Renders forms through our own templates, in Bootstrap's classes.

    The class is put on the widget here, so that no form in Python and no page
    template ever names one.
    """

    form_template_name = "_forms/form.html"
    field_template_name = "_forms/field.html"

    def render(
        self,
        template_name: str,
        context: dict[str, Any],
        request: HttpRequest | None = None,
    ) -> SafeString:
        """The template with its widget dressed, if it is one."""
        widget = context.get("widget")
        if widget is not None:
            dressed = self._class_of(widget)
            attrs = widget["attrs"]
            if dressed and "class" not in attrs:
                context = {
                    **context,
                    "widget": {**widget, "attrs": {**attrs, "class": dressed}},
                }
        # Rendered by the engine, which has escaped it.
        return mark_safe(super().render(template_name, context, request))  # noqa: S308

    def _class_of(self, widget: Mapping[str, Any]) -> str:
        """Bootstrap's class for a widget; empty where it takes none."""
        if widget["template_name"].endswith("/select.html"):
            return "form-select"
        if "optgroups" in widget:  # a group of radio buttons or check boxes
            return ""
        kind = widget.get("type", "text")
        if kind == "checkbox":
            return "form-check-input"
        return "" if kind == "hidden" else "form-control"


def component(context: Context, name: str, **values: Any) -> SafeString:
    """The template ``_components/<name>.html`` with these values and no others.

    The cached loader keeps the compiled template, so this costs a render only.
    """
    # None only outside a render, and a tag runs in one.
    engine = context.template.engine  # type: ignore[union-attr]
    template = engine.get_template(f"_components/{name}.html")
    return template.render(context.new(values))
