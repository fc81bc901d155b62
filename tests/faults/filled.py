"""The fields of the form on a page with what stands in them, as a browser sees it."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """Collects the fields of the form that carries a key."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self._name: str | None = None
        self._text: list[str] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        name = held.get("name", "")
        if tag == "form":
            self.forms.append({})
        elif not self.forms:
            return
        elif tag == "input" and name:
            box = held.get("type") in ("checkbox", "radio")
            if not box or "checked" in held:
                self._add(name, held.get("value", "on" if box else ""))
        elif tag == "textarea":
            self._name, self._text = name, []
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in held:
            self._add(self._select, held.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._name is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._name is not None:
            # The first line break after the tag is the page's, not the person's.
            self._add(self._name, "".join(self._text).removeprefix("\n"))
            self._name = None
        elif tag == "select":
            self._select = ""

    def _add(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)


def fields(page: str) -> dict[str, list[str]]:
    """What the form with a key would post from this page; empty when there is none."""
    reader = _Fields()
    reader.feed(page)
    keyed = [form for form in reader.forms if "idempotency_key" in form]
    return keyed[0] if len(keyed) == 1 else {}
