"""The words and glyphs that the screens and the commands share, in the language that is spoken.

Pure: what a function gives depends on its arguments and on the language alone. Texts from a client or a
file come back on one line and made visible; a screen still has to show them as text, not as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vooraf.errors import N_
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import at_word
from vooraf.model.checklist import Checklist, Field, text_in
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD, WAIVED
from vooraf.model.shown_values import shown_value
from vooraf.model.visible import visible_line
from vooraf.model.wording import BY_DEFAULT, IN_RULES, WITH_CLIENT

GLYPHS = {OPEN: "○", TOLD: "◐", CONFIRMED: "●", CHANGED: "≠", WAIVED: "–"}
ASCII_GLYPHS = {OPEN: "[ ]", TOLD: "[~]", CONFIRMED: "[x]", CHANGED: "[#]", WAIVED: "[-]"}
MUST = "!"

_STANDINGS = {
    OPEN: N_("open"),
    TOLD: N_("told"),
    CONFIRMED: N_("confirmed"),
    CHANGED: N_("changed"),
    WAIVED: N_("n/a"),
}
_HOWS = {
    "email": N_("by e-mail"),
    "phone": N_("by phone"),
    "website": N_("on the website"),
    "quote": N_("in the quote"),
    "paper": N_("on paper"),
    "in-person": N_("in person"),
    "chat": N_("by chat"),
    "other": N_("another way"),
}
_MOMENTS = {
    "enquiry": N_("at the enquiry"),
    "introduction": N_("at the introduction"),
    "agreement": N_("at the agreement"),
    "start": N_("at the start"),
    "progress": N_("during the work"),
    "delivery": N_("at the delivery"),
    "aftercare": N_("in the aftercare"),
}
_CLIENT_MOMENTS = {
    "enquiry": N_("first contact"),
    "introduction": N_("introduction"),
    "agreement": N_("quote and agreement"),
    "start": N_("start"),
    "progress": N_("work under way"),
    "delivery": N_("delivery"),
    "aftercare": N_("aftercare"),
}
_PROFILE = {
    "name": N_("name"),
    "checklist": N_("checklist"),
    "language": N_("language"),
    "meeting": N_("meeting"),
    "place": N_("place"),
    "wishes": N_("wishes"),
    "kind": N_("kind"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "salutation": N_("salutation"),
    "style": N_("how they put things"),
    "approach": N_("how they like to be approached"),
    "pace": N_("their pace"),
    "moment": N_("moment"),
    "archived": N_("archived"),
}
_LANGUAGES = {"en": N_("English"), "nl": N_("Dutch (je)"), "nl_formal": N_("Dutch (u)")}
_CLIENT_KINDS = {"consumer": N_("consumer"), "business": N_("business")}
_SOURCES = {
    WITH_CLIENT: N_("for this client"),
    IN_RULES: N_("house rules"),
    BY_DEFAULT: N_("as the checklist has it"),
}
_TYPES = {
    "text": N_("text"),
    "number": N_("number"),
    "money": N_("amount"),
    "percent": N_("percentage"),
    "date": N_("date"),
    "time": N_("time"),
    "days": N_("days"),
    "hours": N_("hours"),
}


def glyph(standing: str, *, ascii_only: bool = False) -> str:
    """The sign of a standing: one cell, or three with ``ascii_only`` (``VOORAF_ASCII=1``)."""
    return (ASCII_GLYPHS if ascii_only else GLYPHS)[standing]


def standing_word(standing: str) -> str:
    """Where an item stands: ``open``, ``told``, ``confirmed``, ``changed``, ``n/a``."""
    return _(_STANDINGS[standing])


def how_word(how: str) -> str:
    """How something was told or confirmed: ``by e-mail``. A word that Vooraf doesn't know stays as it is."""
    return _(_HOWS[how]) if how in _HOWS else visible_line(how)


def moment_word(moment: str) -> str:
    """When an item is told at the latest: ``at the agreement``."""
    return _(_MOMENTS[moment])


def client_moment_word(moment: str) -> str:
    """Where a client is: ``quote and agreement``."""
    return _(_CLIENT_MOMENTS[moment]) if moment in _CLIENT_MOMENTS else visible_line(moment)


def profile_word(key: str) -> str:
    """The name of a field of the profile: ``e-mail``."""
    return _(_PROFILE[key]) if key in _PROFILE else visible_line(key)


def language_word(language: str) -> str:
    """The name of a client's language: ``Dutch (je)``."""
    return _(_LANGUAGES[language]) if language in _LANGUAGES else visible_line(language)


def client_kind_word(kind: str) -> str:
    """``consumer`` or ``business``, in the language that is spoken; an empty text stays empty."""
    return _(_CLIENT_KINDS[kind]) if kind in _CLIENT_KINDS else visible_line(kind)


def source_word(source: str) -> str:
    """Where a value was found: ``for this client``, ``house rules``, ``as the checklist has it``."""
    return _(_SOURCES[source])


# -- figures ---------------------------------------------------------------------------------------


def musts_word(count: int) -> str:
    """``2 musts open``; an empty text when there are none."""
    return ngettext("{count} must open", "{count} musts open", count).format(count=count) if count else ""


def changed_word(count: int) -> str:
    """``1 changed``; an empty text when there are none."""
    return ngettext("{count} changed", "{count} changed", count).format(count=count) if count else ""


def progress_line(counts: Mapping[str, int], must_open: int) -> str:
    """How far a client is: ``9 of 25 confirmed · 2 musts open · 1 changed``. Waived items don't count."""
    whole = sum(counts.values()) - counts[WAIVED]
    confirmed = _("{count} of {whole} confirmed").format(count=counts[CONFIRMED], whole=whole)
    return " · ".join(filter(None, (confirmed, musts_word(must_open), changed_word(counts[CHANGED]))))


# -- items and values ------------------------------------------------------------------------------


def item_title(key: str, checklist: Checklist | None) -> str:
    """An item's title in the language that is spoken; its key when the checklist hasn't got it."""
    item = checklist.item(key) if checklist else None
    return visible_line(text_in(item.title, spoken()) if item else key)


def field_label(name: str, checklist: Checklist | None) -> str:
    """A field's label in the language that is spoken; its name when the checklist hasn't got it."""
    field = checklist.fields.get(name) if checklist else None
    return visible_line((text_in(field.label, spoken()) if field else "") or name)


def field_type_word(field: Field) -> str:
    """What a field takes: ``amount``, ``days``; of a choice the keys to choose from."""
    return _(_TYPES[field.type]) if field.type in _TYPES else visible_line(" | ".join(field.options))


def value_word(name: str, value: object, checklist: Checklist | None) -> str:
    """A value as the owner reads it: ``€75.00``; an empty text when there is none."""
    field = checklist.fields.get(name) if checklist else None
    if value is None or value == "":
        return ""
    return visible_line(shown_value(field, value, spoken()) if field else str(value))


def profile_value(key: str, value: object) -> str:
    """A field of the profile as the owner reads it; ``–`` for one that was taken away."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return at_word(value)
    if isinstance(value, list | tuple):
        return visible_line(" · ".join(map(str, value))) or GLYPHS[WAIVED]
    said = {"language": language_word, "kind": client_kind_word, "moment": client_moment_word}.get(
        key, visible_line
    )
    return said(str(value)) if value not in (None, "") else GLYPHS[WAIVED]
