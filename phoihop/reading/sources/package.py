"""What .docx and .xlsx have in common: parts, links between them, nothing active.

A paper is text. Whatever would do something by itself when somebody opens the file,
fetch something, or carry another file along, is refused by name.
"""

import posixpath
import re

from phoihop.reading import caps
from phoihop.reading.extracted import Part
from phoihop.reading.sources.archive import Archive, corrupt, is_xml
from phoihop.reading.sources.markup import (
    Element,
    count_elements,
    too_many_elements,
    xml_text,
    xml_tree,
)
from phoihop.reading.sources.pictures import refuse_flood
from phoihop.refusals import Refused

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MAIN_TYPES = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
}
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The last words of a relationship's type, and the refusal each one means.
ACTIVE = {
    "vbaproject": "macros",
    "wordvbadata": "macros",
    "xlmacrosheet": "macros",
    "xlintlmacrosheet": "macros",
    "oleobject": "embedded",
    "package": "embedded",
    "control": "activex",
    "activexcontrolbinary": "activex",
    "ctrlprop": "activex",
    "afchunk": "altchunk",
    "attachedtemplate": "remote",
    "externallinkpath": "remote",
    "connections": "remote",
    "querytable": "remote",
    "frame": "remote",
    "subdocument": "remote",
}
# A template on the writer's own disk is named in many honest papers; it is not there
# for anybody else and fetches nothing from a network.
ON_OWN_DISK = re.compile(r"(?:file:/{2,3})?[a-z](?::|%3a|\|)[\\/]", re.IGNORECASE)
HAS_WORDS = re.compile(r"[^\W\d_]{2}")
SCRIPT = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)

# Members that are files of their own, or programs, whatever links to them.
CARRIED = re.compile(
    r"(?:^|/)(?:embeddings|activex)/[^/]+$|"
    r"\.(?:exe|dll|com|bat|cmd|js|jse|vbs|vbe|wsf|hta|ps1|sh|jar|lnk|msi|scr|"
    r"zip|rar|7z|gz|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|pdf|html?|mht|rtf|swf)$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?<!\d)(\d+)\.\w+$")
VBA = re.compile(
    r"vba(?:project|data)[^/]{0,200}\.(?:bin|xml)$|macrosheets/", re.IGNORECASE
)
PICTURE = re.compile(r"\.(?:png|jpe?g|jfif|gif|bmp|tiff?)$", re.IGNORECASE)


class Package:
    """An archive with the parts of an office file, looked at as a whole first."""

    def __init__(self, data: bytes, *, kind: str) -> None:
        """Refuse what is active, oversized or not of this kind."""
        self.archive = Archive(data)
        self.names = list(self.archive.entries)
        self.texts: dict[str, str] = {}
        self._trees: dict[str, Element] = {}
        self._links: dict[str, dict[str, tuple[str, str]]] = {}
        for name in self.names:
            _refuse_carried(name)
        if CONTENT_TYPES not in self.archive.entries:
            raise Refused("file.type_lies", field="file", ending=f".{kind}")
        self._look_through()
        for name in self.names:
            if name.lower().endswith(".rels"):
                self._refuse_active_links(name)
            elif PICTURE.search(name):
                refuse_flood(self.archive.head(name))
        self.main = self._main(kind)

    def _look_through(self) -> None:
        """Unpack every XML part once: the forbidden is looked for even where unread."""
        elements = 0
        for name in filter(is_xml, self.names):
            text = xml_text(self.archive.read(name))
            self.texts[name] = text
            elements += text.count("<")
            # No more than there are signs that begin one; counted well where it counts.
            if elements > caps.ELEMENTS:
                elements = sum(map(count_elements, self.texts.values()))
            if elements > caps.ELEMENTS:
                raise too_many_elements()

    def tree(self, name: str) -> Element:
        """The root of one part, by its exact name."""
        if name not in self._trees:
            if name not in self.texts:
                raise corrupt()
            self._trees[name] = xml_tree(self.texts[name])
        return self._trees[name]

    def _main(self, kind: str) -> str:
        """The name of the main part; the kind must be what the ending says."""
        types = self.tree(CONTENT_TYPES)
        declared = {
            element.get("PartName", "").lstrip("/")
            or element.get("Extension", ""): element.get("ContentType", "").lower()
            for element in types.iter(f"{TYPE}Override", f"{TYPE}Default")
        }
        if any("macro" in said or "vba" in said for said in declared.values()):
            raise Refused("file.macros", field="file")
        for name in self.linked("", "officedocument"):
            said = declared.get(name) or declared.get(name.rpartition(".")[2], "")
            if said.endswith(MAIN_TYPES[kind]):
                return name
        raise Refused("file.type_lies", field="file", ending=f".{kind}")

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that ``part`` names: id -> (last word of the type, name)."""
        if part not in self._links:
            self._links[part] = self._linked_by(part)
        return self._links[part]

    def _linked_by(self, part: str) -> dict[str, tuple[str, str]]:
        folder, _, file = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.archive.entries:
            return {}
        found = {}
        for link in self.tree(rels).iter(f"{RELATIONSHIP}Relationship"):
            target = link.get("Target", "")
            if link.get("TargetMode") == "External":
                continue
            inside = posixpath.normpath(
                target
                if target.startswith("/")
                else posixpath.join("/", folder, target)
            ).lstrip("/")
            found[link.get("Id", "")] = (_last_word(link), inside)
        return found

    def linked(self, part: str, word: str) -> list[str]:
        """Names of the parts that ``part`` links to as ``word``, in order."""
        return sorted(
            {
                name
                for kind, name in self.links(part).values()
                if kind == word and name in self.archive.entries
            },
            key=_by_number,
        )

    def _refuse_active_links(self, name: str) -> None:
        for link in self.tree(name).iter("{*}Relationship"):
            word = _last_word(link)
            target = link.get("Target", "").strip()
            is_outside = link.get("TargetMode", "").lower() == "external"
            if word == "attachedtemplate" and ON_OWN_DISK.match(target):
                continue
            if word in ACTIVE:
                raise refused_active(ACTIVE[word])
            if word == "hyperlink":
                if SCRIPT.match(target):
                    raise refused_active("remote")
                continue
            if is_outside or "://" in target or target.startswith("\\\\"):
                raise refused_active("remote")

    def properties(self) -> list[Part]:
        """Title, subject, keywords and the rest that is written about the file."""
        parts = []
        for name in sorted(self.names):
            if name.startswith("docProps/") and is_xml(name):
                for element in self.tree(name).iter("{*}*"):
                    text = (element.text or "").strip()
                    if not len(element) and HAS_WORDS.search(text):
                        word = element.tag.rpartition("}")[2]
                        parts.append(Part(f"property:{word}", text))
        return parts


def refused_active(what: str) -> Refused:
    """The refusal of something that would act, fetch or carry along."""
    match what:
        case "macros":
            return Refused("file.macros", field="file")
        case "activex":
            return Refused("file.activex", field="file")
        case "altchunk":
            return Refused("file.altchunk", field="file")
        case "remote":
            return Refused("file.remote", field="file")
        case "dde":
            return Refused("file.dde", field="file")
        case _:
            return Refused("file.embedded", field="file")


def _refuse_carried(name: str) -> None:
    """Refuse a member that is a file of its own, by its name alone."""
    if VBA.search(name):
        raise refused_active("macros")
    if "activex/" in name.lower():
        raise refused_active("activex")
    if CARRIED.search(name):
        raise refused_active("embedded")


def _last_word(link: Element) -> str:
    return str(link.get("Type", "")).rstrip("/").rpartition("/")[2].lower()


def _by_number(name: str) -> tuple[str, int]:
    found = NUMBERED.search(name)
    return (name[: found.start()], int(found[1][:9])) if found else (name, 0)
