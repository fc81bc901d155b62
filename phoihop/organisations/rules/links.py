"""Links to channels: in which one form they are kept, and whose a link is. Pure.

Product boundary 2: a link counts as evidence only on an official site or on a channel
that is registered as the body's own.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

# Under these names sites are given out to public bodies only, or belong to one.
OFFICIAL = (
    "gov.vn",
    "dcs.vn",
    "dangcongsan.org.vn",
    "dangcongsan.vn",
    "mattran.org.vn",
    "quochoi.vn",
)
# Other names of the same place. What is left out here stands for itself.
SAME_HOST = {
    "m.facebook.com": "facebook.com",
    "web.facebook.com": "facebook.com",
    "fb.com": "facebook.com",
    "m.youtube.com": "youtube.com",
    "m.tiktok.com": "tiktok.com",
    "oa.zalo.me": "zalo.me",
}
# Places where anybody has an account: a channel there is a path, never the host.
# Their names tell no capital letters apart, but YouTube's numbers of channels do.
SHARED_HOSTS = ("facebook.com", "youtube.com", "tiktok.com", "zalo.me")
# Where a channel of this kind is; one of any other kind is on a host of its own.
HOST_OF_KIND = {
    "facebook": "facebook.com",
    "youtube": "youtube.com",
    "tiktok": "tiktok.com",
    "zalo": "zalo.me",
}
# What of a query names a channel, by the path that it stands behind.
NAMED_BY_QUERY = {("facebook.com", "/profile.php"): "id"}
# Under these paths lies what others wrote, not what a channel is.
NOT_A_CHANNEL = (
    "/groups", "/events", "/marketplace", "/watch", "/hashtag", "/sharer",
    "/permalink.php", "/story.php", "/share",
)  # fmt: skip
UPWARDS = {".", "..", "%2e", "%2e%2e", ".%2e", "%2e."}
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
YOUTUBE_NUMBER = re.compile(r"/channel/[\w-]+")


class Link(NamedTuple):
    """A place on the web in its one form; ``path`` has no slash at its end."""

    host: str
    path: str

    def __str__(self) -> str:
        return f"https://{self.host}{self.path}"

    def lies_under(self, other: "Link") -> bool:
        """Whether this is the other place, or a page of it."""
        if self.host != other.host:
            return False
        return self.path == other.path or self.path.startswith(f"{other.path}/")


def link_of(text: str) -> Link | None:
    """The place that an address names; None for what is no plain https address."""
    if not text.isascii() or re.search(r"[\s\\\x00-\x1f\x7f]", text):
        return None
    try:
        split = urlsplit(text)
        if (
            split.scheme != "https"
            or "@" in split.netloc
            or split.port
            not in (
                None,
                443,
            )
        ):
            return None
    except ValueError:
        return None
    host = (split.hostname or "").removeprefix("www.")
    host = SAME_HOST.get(host, host)
    if not HOST.fullmatch(host):
        return None
    path = split.path.rstrip("/")
    if host in SHARED_HOSTS and not YOUTUBE_NUMBER.match(path):
        path = path.lower()
    name = NAMED_BY_QUERY.get((host, path))
    if name:
        path += "".join(f"?{name}={value}" for value in _asked(split.query, name))
    # A browser would walk up from these, out of the channel.
    if set(re.split(r"/|%2f|%5c", path.lower())) & UPWARDS:
        return None
    return Link(host, re.sub(r"/+", "/", path))


def _asked(query: str, name: str) -> list[str]:
    """The one value of this name in a query."""
    return [value for value in parse_qs(query).get(name, [])[:1] if value.isalnum()]


def is_shared(link: Link) -> bool:
    """Whether the host is one where anybody has an account."""
    return any(
        link.host == host or link.host.endswith(f".{host}") for host in SHARED_HOSTS
    )


def can_be_channel(link: Link) -> bool:
    """Whether a body can have this as its own: no bare network, no others' words."""
    if not is_shared(link):
        return True
    first = f"/{link.path.split('/')[1]}" if link.path else ""
    named = link.path not in ("", "/profile.php")
    return named and first not in NOT_A_CHANNEL


def fits(kind: str, link: Link) -> bool:
    """Whether a channel of this kind can be there."""
    host = HOST_OF_KIND.get(kind)
    return link.host == host if host else not is_shared(link)


def is_official(link: Link) -> bool:
    """Whether it lies on a site of a public body."""
    return any(link.host == name or link.host.endswith(f".{name}") for name in OFFICIAL)


def is_own(text: str, channels: Iterable[str]) -> bool:
    """Whether an address may count: on an official site or one of these channels."""
    link = link_of(text)
    if link is None:
        return False
    if is_official(link):
        return True
    own = (channel for one in channels if (channel := link_of(one)) is not None)
    return any(can_be_channel(channel) and link.lies_under(channel) for channel in own)
