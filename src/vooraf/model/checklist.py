"""What one kind of service tells its clients up front: sections of items."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

Texts = Mapping[str, str]
"""A text per language."""

LANGUAGES = ("en", "nl", "nl_formal")
MOMENTS = ("enquiry", "introduction", "agreement", "start", "progress", "delivery", "aftercare")
FIELD_TYPES = ("text", "number", "money", "percent", "date", "time", "days", "hours", "choice")

_FALLBACK = {"nl_formal": ("nl_formal", "nl"), "nl": ("nl", "nl_formal"), "en": ("en",)}


def language_in(texts: Texts, language: str) -> str:
    """Which of ``texts`` is the one for ``language``: its own, its nearest, English, or whatever there is.

    ``nl_formal`` falls back to ``nl``. Gives ``language`` when there is no text at all.
    """
    for candidate in (*_FALLBACK.get(language, (language,)), *LANGUAGES):
        if candidate in texts:
            return candidate
    return next(iter(texts), language)


def text_in(texts: Texts, language: str) -> str:
    """The text for ``language``, see ``language_in``; an empty one when there is none at all."""
    return texts.get(language_in(texts, language), "")


class Field(NamedTuple):
    """A named blank in a wording.

    ``default`` is a canonical value (see ``values``), a ``Texts`` for a text field, or ``None``;
    ``options`` maps the key of each choice to its texts.
    """

    name: str
    type: str
    label: Texts
    default: object
    options: Mapping[str, Texts]


class Item(NamedTuple):
    """One thing to tell. ``edition`` is a number as text, or a short hash for an owner's own texts."""

    key: str
    section: str
    title: Texts
    must: bool
    moment: str
    say: Texts
    ask: Texts
    check: Texts
    why: Texts
    hint: Texts
    allow: tuple[str, ...]
    edition: str
    fields: tuple[str, ...]


class Section(NamedTuple):
    """Items under one heading."""

    key: str
    title: Texts
    items: tuple[Item, ...]


class Checklist(NamedTuple):
    """A checklist as it is used: with ``extends`` worked out.

    ``fields`` are all fields of the checklist and its bases by name: a name means one thing.
    """

    key: str
    title: Texts
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]
    builtin: bool
    extends: str | None

    def items(self) -> tuple[Item, ...]:
        """All items, in the checklist's own order."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, key: str) -> Item | None:
        """The item with this key."""
        return next((item for item in self.items() if item.key == key), None)


class Change(NamedTuple):
    """What is announced about an item: the day from which its new words hold, the reason per language.

    ``from_day`` is ``None`` and ``because`` empty where the house rules don't say.
    """

    from_day: date | None
    because: Texts


class HouseRules(NamedTuple):
    """The owner's own values and wordings, for every client at once.

    ``values`` are as the file holds them, not yet checked against a checklist; ``say`` maps an item's
    key to the owner's wording of it, ``changes`` to what is announced about it. ``trade`` is a checklist's
    key, ``language`` one of LANGUAGES.
    """

    name: str = ""
    trade: str = "general"
    language: str = "en"
    values: Mapping[str, object] = {}
    say: Mapping[str, Texts] = {}
    changes: Mapping[str, Change] = {}
