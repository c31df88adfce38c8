"""The questions about events that stood in a diary and don't any more. Nothing happens before an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vooraf.actions.missing import ACCEPT, BACK, Missing, choose_all, missing_of
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import full_day
from vooraf.locale.event_words import event_line
from vooraf.model.visible import visible_line
from vooraf.tui.beside import beside
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.paint import Line, paragraph

LATER, LOOK = "later", "look"


async def ask_about_missing(screen: BaseScreen, clients: Sequence[str], refused: str | None = None) -> bool:
    """Ask what is to be done about what these clients' diaries lack; whether something was done.

    Must run in a worker of ``screen``. ``refused`` is ``None`` when nothing was to be saved, else the sentence
    that says what becomes of it; empty for the usual one.
    """
    found = await beside(lambda: [missing_of(screen.workspace, each) for each in clients])
    found = [each for each in found if each.events]
    choice = LOOK if found else LATER
    while choice == LOOK:
        answer = await screen.app.push_screen_wait(_question(found))
        choice = answer or LATER
        if choice == LOOK:
            await screen.app.push_screen_wait(
                LinesBox(_("What is missing"), lambda width: _lines(found, width))
            )
        elif choice == ACCEPT and await screen.app.push_screen_wait(_sure(found)) != ACCEPT:
            choice = LOOK
    if choice == LATER:
        if refused is not None:
            screen.tell(refused or _("Nothing was saved: the diary is as it was."))
        return False
    chosen, fault = await beside(lambda: choose_all(screen.workspace, found, choice))  # it may be thousands
    if fault:
        screen.tell_fault(fault)
        return bool(chosen)
    done = sum(len(each.events) for each in chosen)
    said = (
        ngettext("{count} event put back.", "{count} events put back.", done)
        if choice == BACK
        else ngettext("{count} event accepted as gone.", "{count} events accepted as gone.", done)
    )
    more = refused if refused is None else refused or _("What you did just before wasn't saved: do it again.")
    screen.tell("\n".join(filter(None, (said.format(count=done), more))))
    return True


def _question(found: Sequence[Missing]) -> ChoiceBox:
    count = sum(len(each.events) for each in found)
    title = ngettext("{count} event is missing", "{count} events are missing", count).format(count=count)
    hint = ngettext(
        "It has gone from the diary of {names}, as happens when a synchroniser or a backup puts an old file "
        "back. This device still has it.",
        "They have gone from the diary of {names}, as happens when a synchroniser or a backup puts an old "
        "file back. This device still has them.",
        count,
    )
    choices = (
        (LATER, _("Decide later: nothing changes")),
        (LOOK, ngettext("Look at it first", "Look at them first", count)),
        (BACK, ngettext("Put it back in the diary", "Put them back in the diary", count)),
        (ACCEPT, ngettext("Accept that it is gone", "Accept that they are gone", count)),
    )
    return ChoiceBox(title, choices, hint.format(names=_names(found)))


def _sure(found: Sequence[Missing]) -> ChoiceBox:
    count = sum(len(each.events) for each in found)
    title = ngettext("Let {count} event go?", "Let {count} events go?", count).format(count=count)
    sure = ngettext("Yes, don't tell me about it again", "Yes, don't tell me about them again", count)
    choices = ((LATER, _("No, back to the question")), (ACCEPT, sure))
    return ChoiceBox(title, choices, _("What the diary no longer holds doesn't count any more."))


def _names(found: Sequence[Missing]) -> str:
    names = [visible_line(each.client.name) for each in found[:3]]
    more = len(found) - len(names)
    if more:
        names.append(ngettext("{count} other", "{count} others", more).format(count=more))
    return ", ".join(names)


def _lines(found: Sequence[Missing], width: int) -> Iterator[Line]:
    for each in found:
        yield from paragraph(visible_line(each.client.name), width, "strong")
        for event in each.events:
            day = full_day(event.on)
            yield from paragraph(
                f"{day}  {event_line(event, each.client, each.checklist)}", width, indent="  "
            )
        yield ()
