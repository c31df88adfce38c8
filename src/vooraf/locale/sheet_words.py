"""What the owner should know about a script before it goes out, in words."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.locale import _, ngettext
from vooraf.locale.words import item_title
from vooraf.model.checklist import Checklist
from vooraf.model.standing import ItemState

_MOST_NAMED = 2


def unsigned_words() -> str:
    """That there is no name under a letter, and where to give it; on the screen it is found by these keys."""
    return _(
        "Your name isn't under it yet. Fill it in once in the house rules: H on the clients' list, then o."
    )


def unsigned_command_words() -> str:
    """The same for who writes no screen."""
    return _('Your name isn\'t under it yet. Write it in house-rules.toml: name = "…" under [owner].')


def without_vat_words(states: Iterable[ItemState], checklist: Checklist | None) -> str:
    """Which items tell a private client a price without VAT, and the key that changes it; for a small space."""
    said = _("Excluding VAT, for a private client (key e on the client's screen): {items}.")
    return said.format(items=_titles(states, checklist))


def without_vat_command_words(states: Iterable[ItemState], checklist: Checklist | None) -> str:
    """The same for who writes no screen."""
    said = _("For a private client prices should include VAT. Excluding VAT now: {items}.")
    return said.format(items=_titles(states, checklist))


def _titles(states: Iterable[ItemState], checklist: Checklist | None) -> str:
    titles = [item_title(state.item.key, checklist) for state in states]
    named = titles[:_MOST_NAMED]
    if more := len(titles) - len(named):
        named.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "; ".join(named)
