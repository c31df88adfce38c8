"""What is asked when a rule was broken, and when a client moves on. Each function makes, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vooraf.actions.boundaries import Recorded
from vooraf.actions.view import ClientView
from vooraf.locale import _, spoken
from vooraf.locale.boundary_words import boundary_words, never_told_words, what_follows
from vooraf.locale.words import client_moment_word
from vooraf.model.boundary import count_of
from vooraf.model.checklist import MOMENTS, text_in
from vooraf.model.events import APPLIED, EXCEPTED
from vooraf.model.standing import ItemState
from vooraf.model.talk import Talk
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client_boxes import NO, YES
from vooraf.tui.screens.form_box import Blank


def _title(state: ItemState) -> str:
    return text_in(state.item.title, spoken())


def came_up_box(seen: ClientView, state: ItemState, *, untold: bool) -> ChoiceBox:
    """What was done about a rule that was broken; how often before, and whether it was ever told."""
    count = count_of(seen.client, state.item.key)
    hints = (
        boundary_words(count, seen.checklist) if count else "",
        never_told_words(_title(state), seen.client.name) if untold else "",
    )
    choices = [
        (NO, _("Nothing happened")),
        (APPLIED, _("The rule was broken: I apply it")),
        (EXCEPTED, _("The rule was broken: I make an exception, this once")),
    ]
    return ChoiceBox(_("Rule: {item}").format(item=_title(state)), choices, "\n".join(filter(None, hints)))


def reason_box(
    client: str, state: ItemState, kind: str, today: date
) -> tuple[tuple[Blank, ...], str, str, str]:
    """The blanks, the title, the hint and the draft's name of the form that asks why and when."""
    title = _("Applied: {item}") if kind == APPLIED else _("This once: {item}")
    hint = what_follows() if kind == EXCEPTED else _("The reason stays in your diary.")
    excused, blamed = (
        _("for instance: her train was cancelled"),
        _("for instance: didn't come, and didn't call"),
    )
    blanks = (
        Blank("why", _("Why"), hint=excused if kind == EXCEPTED else blamed),
        Blank("on", _("On"), today.isoformat()),
    )
    return blanks, title.format(item=_title(state)), hint, f"{kind}:{client}:{state.item.key}"


def untold_box(seen: ClientView, state: ItemState) -> ChoiceBox:
    """Whether a rule that was never told is recorded as applied all the same."""
    choices = [(NO, _("No, I'll tell it first")), (YES, _("Yes, record it as applied"))]
    title = _("Applied without having told it?")
    return ChoiceBox(title, choices, never_told_words(_title(state), seen.client.name))


def words_offered(done: Recorded, talks: Iterable[Talk]) -> ChoiceBox:
    """Which words to send now; none is the first answer."""
    choices = [(NO, _("No message now")), *((led.key, text_in(led.title, spoken())) for led in talks)]
    return ChoiceBox(_("Send a message?"), choices, boundary_words(done.came_up, done.view.checklist))


def moment_box(seen: ClientView) -> ChoiceBox:
    """Where the client is now."""
    choices = [(moment, client_moment_word(moment)) for moment in MOMENTS]
    hint = _("What should have been told by then is shown as due.")
    return ChoiceBox(_("Where are you with this client?"), choices, hint, seen.client.moment)
