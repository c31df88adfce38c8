"""What a client's screen asks before it acts. Each function makes a box, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vooraf.actions.view import ClientView
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import field_label, how_word, item_title
from vooraf.model.checklist import text_in
from vooraf.model.events import HOWS
from vooraf.model.standing import ItemState, waiting
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.form_box import Blank, FormBox, Given
from vooraf.tui.screens.item_facts import fields_of
from vooraf.tui.screens.value_blanks import value_blanks

NO, YES = "no", "yes"
_MOST = 40
_MOST_TITLES = 8
"""As many as a small screen has room for, with the answers below them."""

Keep = Callable[[Given], object]


def how_box(chosen: str) -> ChoiceBox:
    """How it is told and confirmed from now on."""
    choices = [(how, how_word(how)) for how in HOWS]
    return ChoiceBox(_("How do you tell it?"), choices, _("Holds for what you tick from now on."), chosen)


def sweep_box(seen: ClientView, states: Sequence[ItemState], where: str, how: str) -> ChoiceBox | None:
    """Whether all of these that are open or changed were told; ``None`` when there are none that can be.

    ``where`` names the section, or the whole checklist.
    """
    ready = [state for state in states if waiting(state) and state.wording.ready]
    if not ready:
        return None
    count = len(ready)
    yes = ngettext("Yes, {count} item was told {how}", "Yes, {count} items were told {how}", count)
    hint = _("Open or changed, and ready: {items}.").format(items=_titles(seen, ready))
    if left := _left(seen, states):
        hint = f"{hint}\n{left}"
    choices = [(NO, _("No, record nothing")), (YES, yes.format(count=count, how=how_word(how)))]
    return ChoiceBox(_("Told all of “{where}”?").format(where=where), choices, hint)


def nothing_to_tell(seen: ClientView, states: Sequence[ItemState], where: str) -> str:
    """Why nothing of these can be told."""
    said = _("Nothing in “{where}” is open or changed and ready to be told.").format(where=where)
    return "\n".join(filter(None, (said, _left(seen, states))))


def _titles(seen: ClientView, states: Sequence[ItemState]) -> str:
    titles = [item_title(state.item.key, seen.checklist) for state in states[:_MOST_TITLES]]
    if more := len(states) - len(titles):
        titles.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "; ".join(titles)


def _left(seen: ClientView, states: Sequence[ItemState]) -> str:
    """Which of these are left because a value is missing."""
    left = [state for state in states if waiting(state) and not state.wording.ready]
    return _("Left, because a value is missing: {items}.").format(items=_titles(seen, left)) if left else ""


def values_box(seen: ClientView, state: ItemState, keep: Keep) -> FormBox | None:
    """This client's values of an item, beginning at the missing one; ``None`` when there is no field at all.

    An item without fields gets all that the checklist's items use.
    """
    every = (name for each in seen.states for name in fields_of(seen, each))
    names = fields_of(seen, state) or tuple(dict.fromkeys(every))
    blanks = tuple(value_blanks(seen, names))
    if not blanks:
        return None
    hint = _("For this client alone. What is left empty is as the house rules and the checklist have it.")
    if state.wording.missing:
        labels = ", ".join(field_label(name, seen.checklist) for name in state.wording.missing)
        hint = _("Can't be told yet: no value for {values}.").format(values=labels)
    title = _("Values: {item}").format(item=text_in(state.item.title, spoken()))
    first = state.wording.missing[0] if state.wording.missing else ""
    return FormBox(title, blanks, lambda given: keep(touched(blanks, given)), hint, first)


def touched(blanks: Sequence[Blank], given: Given) -> Given:
    """What was really changed in a form: the rest may have been changed elsewhere while it was open."""
    before = {blank.name: blank.value for blank in blanks}
    return {name: value for name, value in given.items() if value != before[name]}


def archive_box(seen: ClientView) -> ChoiceBox:
    """Whether a client goes out of the list."""
    choices = [(NO, _("No, keep it in the list")), (YES, _("Yes, archive"))]
    hint = _("An archived client is left out of the list; nothing is lost, and it can be taken back.")
    return ChoiceBox(_("Archive {name}?").format(name=short_name(seen)), choices, hint)


def short_name(seen: ClientView) -> str:
    """The client's name, or its beginning when it is very long."""
    name = seen.client.name
    return name if len(name) <= _MOST else name[: _MOST - 1] + "…"
