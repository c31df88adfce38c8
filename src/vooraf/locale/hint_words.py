"""The kinds of word hints, as screens and commands name them."""

from __future__ import annotations

from vooraf.errors import N_
from vooraf.locale import _

_KINDS = {
    "over-promise": N_("promises too much"),
    "absolute": N_("without exception"),
    "unlimited": N_("without an end"),
    "vague-time": N_("when?"),
    "vague-amount": N_("how much?"),
    "hedge": N_("leaves it open"),
    "blame": N_("tone"),
    "legal": N_("may not hold"),
    "no-unit": N_("a figure without a unit"),
    "no-vat": N_("with VAT?"),
    "register": N_("je and u mixed"),
    "closed-question": N_("a yes would do"),
    "two-questions": N_("two questions in one"),
    "why-question": N_("sounds like a reproach"),
    "empty-check": N_("checks nothing"),
}


def kind_word(kind: str) -> str:
    """What a kind of hint is called."""
    return _(_KINDS[kind])
