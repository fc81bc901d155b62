"""What a text field holds, by how strictly it is screened."""

from enum import Enum


class TextClass(Enum):
    """How much of a person a field may tell.

    ``PAPER``         an official paper or a span of one: stamps of secrecy are
                      refused, persons are only pointed out.
    ``OFFICE_HOLDER`` the name of somebody in office: a name, and nothing more.
    ``FREE``          whatever a person types: nothing about persons, no stamps.
    ``LABEL``         the name of a column, figure or topic: as FREE, and nothing
                      that asks who somebody is or what they think.
    ``ALIAS``         what a body is called: persons are refused, and nothing else,
                      for "Sở Dân tộc và Tôn giáo" is a body.
    ``MACHINE``       no prose: choices, codes, hashes, addresses that are checked
                      elsewhere. Not screened; the list says why, field by field.
    """

    PAPER = "paper"
    OFFICE_HOLDER = "office_holder"
    FREE = "free"
    LABEL = "label"
    ALIAS = "alias"
    MACHINE = "machine"
