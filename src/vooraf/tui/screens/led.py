"""What is shown of a meeting, and where it stands; its keys are in ``meeting.py``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from textual.widget import Widget

from vooraf.actions.meetings import Meeting, Plan, item_now, meeting, must_open, plan, read_back
from vooraf.actions.scripts import CHECK_IN
from vooraf.actions.view import ClientView
from vooraf.errors import VoorafError
from vooraf.locale import _, spoken
from vooraf.model.checklist import text_in
from vooraf.model.events import UNDO_KINDS, Event
from vooraf.model.questions import Question
from vooraf.model.standing import ItemState
from vooraf.tui.screens.client_boxes import short_name
from vooraf.tui.screens.meeting_pages import (
    Shown,
    clock_words,
    end_lines,
    own_words,
    place_words,
    plan_lines,
    question_lines,
    read_back_lines,
)
from vooraf.tui.screens.reading import ReadingScreen
from vooraf.tui.screens.ticking import TickingScreen
from vooraf.tui.widgets.paint import Line, one_line, paragraph
from vooraf.tui.widgets.pane import Pane

TICK = 1.0
"""Seconds between two looks at the clock."""


class LedScreen(ReadingScreen, TickingScreen):
    """A page of the talk with one client: what would be asked, one question, or the read-back.

    ``led`` is the talk that is under way, ``planned`` the one that could begin; ``at`` is the number of the
    question that is shown, counted from 0.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall"), (32, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, client_id: str) -> None:
        super().__init__(client_id)
        self.led: Meeting | None = None
        self.at = 0
        self.planned: Plan | None = None
        self.minutes: int | None = None
        self._began: datetime | None = None

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield self.problems_pane()
        yield Pane(id="page")

    def on_mount(self) -> None:
        """Go on with the talk that is under way, or show what would be asked."""
        self.reload()
        if self.led is not None:
            self.tell(_("The meeting goes on where it was."))
        self.set_interval(TICK, self._tick)

    # -- what is shown ---------------------------------------------------------------------------

    def paint(self, seen: ClientView) -> None:
        """Show the page again, of this state; when its questions can't be made out, why not."""
        before = self.led.held.id if self.led else ""
        try:
            self.led = meeting(self.workspace, seen)
            self.planned = plan(self.workspace, seen, CHECK_IN, self.minutes) if self.led is None else None
        except VoorafError as error:
            self.led = self.planned = None
            said = f"{error.sentence(_)}\n{error.hint_line(_)}"
            self.page.show(lambda width: paragraph(said, width))
            self.title_shows(one_line(short_name(seen)))
            self.refresh_bindings()
            return
        if self.led is not None and self.led.held.id != before:
            self.at = self.led.position
            self._began = self._beginning(self.led)
        self.draw()

    def _beginning(self, led: Meeting) -> datetime:
        """Since when the clock counts: a talk of another day goes on now."""
        now, started = self.workspace.now(), led.held.started
        return started.at if started.on == now.date() else now

    def draw(self) -> None:
        """Show the page and its keys."""
        led, planned = self.led, self.planned
        if led is not None and (question := self.question) is not None:
            shown = Shown(led, question, self.state_of(question), self.how, self.workspace.today)
            last = self.at == len(led.questions) - 1
            self.page.show(lambda width: self._question_lines(shown, width, last=last))
        elif led is not None:
            parts, left = read_back(self.workspace, led), must_open(led)
            self.page.show(lambda width: end_lines(left, parts, led, width))
        elif planned is not None:
            self.page.show(lambda width: plan_lines(planned, width))
        self._tick()
        self.refresh_bindings()

    def _question_lines(self, shown: Shown, width: int, *, last: bool) -> Iterable[Line]:
        """The question; under the last one stands what is read back there."""
        yield from question_lines(shown, width)
        if last:
            yield from read_back_lines(read_back(self.workspace, shown.led), width)

    def state_of(self, question: Question) -> ItemState | None:
        """How the item of a question stands now, worded in the talk's language."""
        return item_now(self.led, question.item) if self.led and question.item else None

    def _tick(self) -> None:
        """Show the title with the clock, and nothing else."""
        led, seen = self.led, self.seen
        if seen is None or (led is None and self.planned is None):
            return
        talk = text_in(led.led.title, spoken()) if led else _("meeting")
        right = ""
        if led is not None and self._began is not None:
            place = place_words(self.at, len(led.questions))
            spent = self.workspace.now() - self._began
            right = f"{place}   {clock_words(spent, led.held.minutes)}"
        self.title_shows(one_line(f"{short_name(seen)} · {talk}"), right)

    @property
    def question(self) -> Question | None:
        """The question that is shown; ``None`` before the first and after the last."""
        questions = self.led.questions if self.led else ()
        return questions[self.at] if self.at < len(questions) else None

    def item_here(self) -> ItemState | None:
        """The item of this question."""
        question = self.question
        return self.seen.state(question.item) if self.seen and question and question.item else None

    def words_so_far(self, state: ItemState) -> str:
        """What was written down on this question, where a confirmation's words begin."""
        led, question = self.led, self.question
        if led is None or question is None or question.item != state.item.key:
            return ""
        return own_words(led, question, state)

    def how_changed(self) -> None:
        """Show the other how."""
        self.draw()

    # -- undo ------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back what was done last, and go to the question that it was about."""
        before = self.seen
        super().action_undo()
        if self.seen is not before:
            self._go_where(0)

    def action_redo(self) -> None:
        """Let what was taken back last count again, and go where it led."""
        before = self.seen
        super().action_redo()
        if self.seen is not before:
            self._go_where(1)

    def _go_where(self, beyond: int) -> None:
        """To the question of what was undone or done again; ``beyond`` it where it was passed."""
        if self.seen is None or self.led is None:
            return
        events = self.seen.client.events
        target = events[-1].text("target")
        for event in events:
            if event.batch == target and event.kind not in UNDO_KINDS:
                place = self._place_of(event)
                if place is not None:
                    self.at = place + (beyond if event.data.get("passed") is True else 0)
        self.draw()

    def _place_of(self, event: Event) -> int | None:
        if self.led is None:
            return None
        wanted = event.text("step") if event.kind == "answered" else event.text("item")
        known = [(each.id if event.kind == "answered" else each.item) for each in self.led.questions]
        return known.index(wanted) if wanted and wanted in known else None
