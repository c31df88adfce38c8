"""Everything that is due, with all clients: what waits, since when, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.worker import Worker

from vooraf.actions.due import counts, due
from vooraf.actions.overview import is_to_come
from vooraf.actions.view import usable
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, ngettext
from vooraf.locale.due_words import counts_word, next_thing, since_word, titles_word, what_word
from vooraf.locale.words import item_title
from vooraf.model.checklist import Checklist
from vooraf.model.due import MEETING, USUAL_DAYS, Due
from vooraf.tui.beside import AT_ONCE, beside
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.split import SplitScreen
from vooraf.tui.widgets.due_list import DueList
from vooraf.tui.widgets.paint import Line, fitted, paragraph
from vooraf.tui.widgets.pane import Drawn, Pane

_DAYS = (0, 3, 7, 14, 30)


class DueScreen(SplitScreen):
    """The list, and the items of the line under the cursor. ``found`` is what is due, ``None`` until it is read."""

    CSS_PATH = "due.tcss"
    AUTO_FOCUS = "DueList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "script", N_("script"), id="due.script"),
        Binding("m", "meeting", N_("meeting"), id="due.meeting"),
        Binding("i", "days", N_("days"), id="due.days", tooltip=N_("after how many days without an answer")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Due, ...] | None = None
        self.days = USUAL_DAYS
        self._minute: datetime | None = None
        self.looking: Worker[None] | None = None

    def body(self) -> Iterable[Widget]:
        """The list, and what stands beside or below it."""
        with Horizontal(id="both"):
            yield DueList(lambda _: self._follow())
            yield Pane(id="beside")
        yield Pane(id="brief")

    def on_mount(self) -> None:
        """Look what there is; until it is there, say so."""
        self._watch = self.workspace.watch()
        self.redraw()
        self.look()

    # -- reading ---------------------------------------------------------------------------------

    def look(self) -> None:
        """Read what there is, beside the screen."""
        if self.looking is None or self.looking.is_finished:
            self.looking = self.run_worker(self._look())

    async def _look(self) -> None:
        days = None
        while days != self.days:  # chosen anew while it was read
            days = self.days
            try:
                await beside(self._watch.mark, AT_ONCE)
                found = await beside(partial(due, self.workspace, days), AT_ONCE)
            except VoorafError as error:
                self.tell_fault(error)
                return
        self._watch.mark_index()
        if found.due != self.found:
            self.found = found.due
            self.redraw()

    def look_again(self) -> None:
        """Read again when something changed; a minute later say anew when a meeting is."""
        if self.looking is None or not self.looking.is_finished:
            return
        now = self.workspace.now()
        minute = now.replace(second=0, microsecond=0)
        before, self._minute = self._minute, minute
        if self._watch.has_changed() or self._is_past(before, now):
            self.look()
        elif before != minute:
            self.redraw()

    def _is_past(self, before: datetime | None, now: datetime) -> bool:
        """Whether the day is, or the meeting that comes first: then something else is due, and nothing changed."""
        if before is not None and before.date() != now.date():
            return True
        return any(each.kind == MEETING and not is_to_come(each.at, now) for each in (self.found or ())[:1])

    def on_screen_resume(self) -> None:
        """See what a screen above has changed."""
        self.look()

    # -- showing ---------------------------------------------------------------------------------

    def speak_again(self) -> None:
        """Say everything anew: the language was changed."""
        super().speak_again()
        self.redraw()

    def redraw(self) -> None:
        """Show everything as it was read last."""
        silence = ngettext("after {count} day", "after {count} days", self.days).format(count=self.days)
        said = counts_word(counts(self.found or ()))
        self.title_shows(" · ".join(filter(None, (_("Due"), said))), silence)
        self.query_one(DueList).show(self.found, self.workspace.now())
        if not self.found:
            self._follow()
        self.refresh_bindings()

    def _follow(self) -> None:
        """Fill what stands beside the list, in the action of the key that moved the cursor."""
        for pane in ("#beside", "#brief"):
            self.query_one(pane, Pane).show(self._drawn(brief=pane == "#brief"))

    def _drawn(self, *, brief: bool) -> Drawn:
        each = self.query_one(DueList).here
        if each is None:
            return lambda _width: ()
        checklist, _broken = usable(self.workspace.library, each.checklist)
        since = since_word(each, self.workspace.now())
        lines = brief_lines if brief else due_lines
        return lambda width: lines(each, checklist, since, width)

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a line there is nobody to open."""
        if action in ("script", "meeting"):
            return bool(self.found)
        return super().check_action(action, parameters)

    def on_line_list_chosen(self) -> None:
        """Open the client, on the first of the items."""
        if each := self.query_one(DueList).here:
            from vooraf.tui.screens.client import ClientScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(ClientScreen(each.client, next(iter(each.items), "")))

    def action_script(self) -> None:
        """Show the script of the client under the cursor."""
        if each := self.query_one(DueList).here:
            from vooraf.tui.screens.script import ScriptScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(ScriptScreen(each.client))

    def action_meeting(self) -> None:
        """Lead the meeting with the client under the cursor."""
        if each := self.query_one(DueList).here:
            from vooraf.tui.screens.meeting import MeetingScreen  # noqa: PLC0415 - not for the first paint

            self.app.push_screen(MeetingScreen(each.client))

    def action_days(self) -> None:
        """Choose after how many days of silence it is due."""

        def chose(days: str | None) -> None:
            if days:
                self.days = int(days)
                self.redraw()
                self.look()

        choices = [
            (str(days), ngettext("{count} day", "{count} days", days).format(count=days)) for days in _DAYS
        ]
        hint = _("What you told is due after this many days without an answer.")
        self.app.push_screen(ChoiceBox(_("After how many days?"), choices, hint, str(self.days)), chose)


def due_lines(each: Due, checklist: Checklist | None, since: str, width: int) -> Iterator[Line]:
    """Who, what, since when; what to do next; the items."""
    yield ((fitted(each.name, width).rstrip(), "title"),)
    yield from paragraph(" · ".join((what_word(each), since)), width, "dim")
    yield ()
    yield from paragraph(next_thing(each), width, "strong")
    yield ()
    for key in each.items:
        yield from paragraph(item_title(key, checklist), width, "", "  ")


def brief_lines(each: Due, checklist: Checklist | None, since: str, width: int) -> Iterator[Line]:  # noqa: ARG001 - as above
    """The same in two lines, below the list: since when stands in it."""
    yield ((fitted(next_thing(each), width), "strong"),)
    yield ((fitted(titles_word(each, checklist, len(each.items)), width), ""),)
