"""The questions about events that stand in two versions. Nothing happens before an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vooraf.actions.versions import Choice, Question, choose, questions
from vooraf.actions.view import view
from vooraf.errors import VoorafError
from vooraf.locale import _
from vooraf.locale.event_parts import dated_line, own_line, version_line
from vooraf.locale.event_words import event_line
from vooraf.model.events import CHOSEN, Event
from vooraf.model.visible import visible_line
from vooraf.tui.beside import beside
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.event_pane import event_lines
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.paint import Line

LATER, LOOK, ALL = "later", "look", "all"


async def ask_about_versions(screen: BaseScreen, clients: Sequence[str], first: str = "") -> bool:
    """Ask which versions count in the diaries of these clients; whether something was chosen.

    The event with the id ``first`` is asked about before the others. Who wants to decide later is asked nothing
    more. Must run in a worker of ``screen``.
    """
    try:
        found = await beside(
            lambda: [each for client in clients for each in questions(view(screen.workspace, client))]
        )
    except VoorafError as error:  # taken away since it was told
        screen.tell_fault(error)
        return False
    found.sort(key=lambda question: question.versions[0].id != first)
    said: list[str] = []
    for number, question in enumerate(found, 1):
        counting = await _answer(screen, question, f" · {number}/{len(found)}" if len(found) > 1 else "")
        done = _record(screen, Choice(question, counting)) if counting else ""
        if not done:
            break
        said.append(done)
    if said:
        screen.tell(said[0] if len(said) == 1 else _("Versions chosen: {count}").format(count=len(said)))
    return bool(said)


async def _answer(screen: BaseScreen, question: Question, place: str) -> tuple[Event, ...]:
    """The versions that count; none when that is to be decided later."""
    choice = LOOK
    while choice == LOOK:
        answer = await screen.app.push_screen_wait(_box(question, place))
        choice = answer or LATER
        if choice == LOOK:
            title = _("What each version says")
            await screen.app.push_screen_wait(LinesBox(title, lambda width: _lines(question, width)))
    if choice == LATER:
        return ()
    return question.versions if choice == ALL else (question.versions[int(choice)],)


def _record(screen: BaseScreen, choice: Choice) -> str:
    """Record it, and say what counts now: what another window or device chose meanwhile stays. Empty: refused."""
    before, target = choice.question.seen.client, choice.question.versions[0].id
    after = screen.attempt(lambda: choose(screen.workspace, before.id, [choice]))
    if after is None:
        return ""
    found = (
        event
        for event in reversed(after.client.events)
        if event.kind == CHOSEN and after.client.counts(event)
    )
    last = next((event for event in found if event.text("target") == target), None)
    if last is None:
        return _("There is nothing left to choose.")
    return f"{visible_line(before.name)}: {event_line(last, after.client, after.checklist)}"


def _box(question: Question, place: str) -> ChoiceBox:
    seen, versions = question
    alike = len({(event.on, event_line(event, seen.client, seen.checklist)) for event in versions}) == 1
    said = own_line if alike else version_line  # what is the same in all of them stands above
    about = dated_line(versions[0], seen.client, seen.checklist) if alike else ""
    head = " · ".join(filter(None, (visible_line(seen.client.name), about)))
    hint = _(
        "This event is in the diary more than once, and not the same each time. That happens when one is changed "
        "or copied by hand. Which one counts? The rest stays in the diary, and your choice can be undone."
    )
    this = _("This one counts · {version}")
    texts = (said(event, versions, seen.client, seen.checklist) for event in versions)
    choices = (
        (LATER, _("Decide later: nothing changes")),
        (LOOK, _("Look at them first")),
        *((str(number), this.format(version=text)) for number, text in enumerate(texts)),
        (ALL, _("All of them count: they are different events")),
    )
    title = _("One event in {count} versions").format(count=len(versions))
    return ChoiceBox(title + place, choices, f"{head}\n{hint}")


def _lines(question: Question, width: int) -> Iterator[Line]:
    for event in question.versions:
        yield from event_lines(question.seen, event, width)
        yield ()
