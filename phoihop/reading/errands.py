"""What a child of the jail does with a paper, and the words it answers with.

**Another errand** is a function here, taking the paper and the words of the request,
and a line in ``ERRANDS``; the jail asks for it with ``Jail.run(data, {"errand": …})``.
Only what is in ``SERVED_AGAIN`` is ever done by a child that has done something before.
"""

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from phoihop.reading import kinds, sources
from phoihop.reading.extracted import as_plain
from phoihop.reading.sources import page_pictures
from phoihop.reading.sources.mail import attached
from phoihop.refusals import Refused

Words = dict[str, Any]
Errand = Callable[[bytes, Words], Words]


def text(paper: bytes, words: Words) -> Words:
    """All text of the file."""
    return {"extracted": as_plain(sources.read(paper, ending=words["ending"]))}


def picture(paper: bytes, words: Words) -> Words:
    """One page of a .pdf, drawn anew."""
    return page_pictures.errand(paper, "picture", words["page"])


def page_words(paper: bytes, words: Words) -> Words:
    """Where the words of one page of a .pdf are seen."""
    return page_pictures.errand(paper, "words", words["page"])


def files_of_mail(paper: bytes, words: Words) -> Words:
    """The files on an e-mail; nothing of the mail itself."""
    files = [[kind, b64encode(one).decode()] for kind, one in attached(paper)]
    return {"attached": files}


ERRANDS: dict[str, Errand] = {
    "text": text,
    "picture": picture,
    "words": page_words,
    "attached": files_of_mail,
}
SERVED_AGAIN = {"text"}

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def may_serve_again(words: Words) -> bool:
    """Whether the errand needs nothing but Python: no parser in C looks at the paper.

    The jail sends only such papers to a child that has served before; the child holds
    it to that.
    """
    return words["errand"] in SERVED_AGAIN and words["ending"] in kinds.PLAIN


def answer_to(words: Words, paper: bytes) -> tuple[bytes, bool]:
    """The answer as JSON, and whether all went well: no refusal and no failure."""
    try:
        answer = ERRANDS[words["errand"]](paper, words)
        return _json.encode(answer).encode("utf-8", "replace"), True
    except Refused as refused:
        answer = {"refused": refused.code, "values": refused.values}
    except MemoryError:
        answer = {"failed": "memory"}
    # Whatever a parser may throw at a hostile file; the text of it stays here.
    except Exception:
        answer = {"failed": "parser"}
    return json.dumps(answer).encode(), False
