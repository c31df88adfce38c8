"""A meeting: one question at a time. Every answer is in the diary at once, so it goes on after a kill."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.items import confirm
from vooraf.actions.meetings import Meeting, answer, end, go_on, start
from vooraf.actions.scripts import CHECK_IN
from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _
from vooraf.model.events import Event
from vooraf.model.questions import Question
from vooraf.model.script import ASK
from vooraf.tui import minutes
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.led import LedScreen
from vooraf.tui.screens.meeting_pages import confirmed_since, own_words
from vooraf.tui.screens.reading import ReadingScreen
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.screens.words_box import KEPT, WordsBox

_ON_THE_PLAN = ("begin", "longer", "minutes")
_IN_A_TALK = ("previous", "pause", "undo", "redo")
_ON_A_QUESTION = ("next", "words", "finish")
_OF_THE_PLAN = ("meeting.longer", "meeting.shorter", "meeting.minutes")
_NOTHING_LOST, _NOT_SAVED = N_("pause (nothing is lost)"), N_("pause (words not saved)")
_ON_AN_ITEM = ("tell", "confirm", "waive", "how", "values")


class MeetingScreen(LedScreen, inherit_bindings=False):
    """The talk with one client: what would be asked, the questions, the read-back, and then the recap."""

    CSS_PATH = "meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", N_("begin"), key_display="enter", id="meeting.begin"),
        Binding("enter", "next", N_("next"), key_display="enter", id="meeting.next"),
        Binding("enter", "end", N_("end, and the recap"), key_display="enter", id="meeting.end"),
        Binding("backspace", "previous", N_("back"), key_display="⌫", id="meeting.previous"),
        Binding("space", "tell", N_("told"), id="client.tell"),
        Binding("c", "confirm", N_("confirmed"), id="client.confirm"),
        Binding("w", "words", N_("words"), id="meeting.words", tooltip=N_("the client's own words")),
        Binding("x", "waive", N_("n/a"), id="client.waive", tooltip=N_("does not apply to this client")),
        Binding("h", "how", N_("how"), id="client.how", tooltip=N_("how it is told from now on")),
        Binding("e", "values", N_("values"), id="client.values", tooltip=N_("values for this client alone")),
        Binding("plus,equals_sign", "longer(1)", N_("longer"), key_display="+", id="meeting.longer"),
        Binding("minus", "longer(-1)", N_("shorter"), key_display="-", id="meeting.shorter"),
        Binding("i", "minutes", N_("minutes"), id="meeting.minutes"),
        Binding("E", "finish", N_("to the end"), key_display="E", id="meeting.finish"),
        Binding("u", "undo", N_("undo"), id="client.undo"),
        Binding("U", "redo", N_("redo"), key_display="U", id="client.redo"),
        Binding("escape,ctrl+left", "pause", _NOTHING_LOST, key_display="esc", id="screen.pause"),
        *BaseScreen.BINDINGS,
        *ReadingScreen.BINDINGS,
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each page has its own keys."""
        question = self.question
        here = {
            **dict.fromkeys(_ON_THE_PLAN, self.planned is not None),
            **dict.fromkeys(_IN_A_TALK, self.led is not None),
            **dict.fromkeys(_ON_A_QUESTION, question is not None),
            **dict.fromkeys(_ON_AN_ITEM, question is not None and question.item is not None),
            "end": self.led is not None and question is None,
            "back": self.led is None,
        }
        return here[action] if action in here else super().check_action(action, parameters)

    def why_not(self, binding_id: str) -> str:
        """In English, why this key does nothing on this page."""
        if binding_id in _OF_THE_PLAN:
            return N_("The minutes are chosen before the meeting begins.") if self.led else ""
        if binding_id.startswith("screen."):
            return ""
        if self.planned is not None:
            return N_("The meeting hasn't begun: enter begins it.")
        if self.led is not None and self.question is None:
            return N_("This is the end of the meeting: backspace goes back to the questions.")
        return (
            N_("This question isn't about an item: w writes down what the client says.") if self.led else ""
        )

    # -- from page to page -----------------------------------------------------------------------

    def action_begin(self) -> None:
        """Begin the talk."""
        begun = self.attempt(lambda: start(self.workspace, self.client_id, CHECK_IN, self.minutes))
        if begun is not None:
            self.take(begun.view)

    def action_longer(self, by: int) -> None:
        """A longer meeting holds more questions, a shorter one fewer."""
        if self.planned is not None:
            self._last(minutes.longer(self.planned.script.minutes, by))

    def action_minutes(self) -> None:
        """Choose how long the meeting takes."""
        if self.planned is not None:
            now = self.planned.script.minutes
            box = ChoiceBox(_("How long is the meeting?"), minutes.choices(now), chosen=str(now))
            self.app.push_screen(box, lambda chosen: self._last(int(chosen)) if chosen else None)

    def _last(self, length: int) -> None:
        self.minutes = length
        if self.seen is not None:
            self.paint(self.seen)

    def action_next(self) -> None:
        """To the next question; this one was passed."""
        if (question := self.question) is not None:
            self._to(self.at + 1, lambda: go_on(self.workspace, self.client_id, question.id))

    def _to(self, at: int, action: Callable[[], Meeting]) -> None:
        done = self.attempt(action)
        if done is not None:
            self.at = at
            self.take(done.view)

    def action_previous(self) -> None:
        """To the question before; from the end to the first that wasn't passed, else the last."""
        if self.led is None:
            return
        last = len(self.led.questions) - 1
        self.at = max(0, min(self.led.position, last) if self.at > last else self.at - 1)
        self.draw()

    def action_finish(self) -> None:
        """To the read-back, whatever is left."""
        if self.led is not None:
            self.at = len(self.led.questions)
            self.draw()

    def action_end(self) -> None:
        """End the talk, and offer the message that comes out of it."""
        if self.led is None:
            return
        outcome = self.led.led.outcome
        if self.attempt(lambda: end(self.workspace, self.client_id)) is None:
            return
        if outcome:
            self.app.switch_screen(ScriptScreen(self.client_id, outcome))
        else:
            self.app.pop_screen()
        self.tell(_("The meeting has ended. Send this, or leave it with esc."))

    def action_pause(self) -> None:
        """Leave; the meeting goes on when it is opened again."""
        self.app.pop_screen()
        if self._has_drafts():
            self.tell(_("Paused. Words that weren't saved are kept until you leave Vooraf."))
        else:
            self.tell(_("Paused. Key m goes on at the same question."))

    def draw(self) -> None:
        """Show the page and its keys."""
        self.box_left()
        super().draw()

    def box_left(self) -> None:
        """Say at the key that leaves whether everything is saved; as one binding, which is one setting's key."""
        said = _NOT_SAVED if self._has_drafts() else _NOTHING_LOST
        bound = self._bindings.key_to_bindings
        for key, bindings in bound.items():
            bound[key] = [
                replace(each, description=said) if each.action == "pause" else each for each in bindings
            ]
        self.refresh_bindings()

    def _has_drafts(self) -> bool:
        """Whether words about this client were typed and not saved."""
        about = {self.client_id, self.led.held.id if self.led else ""}
        drafts = self.vooraf.drafts
        return any(text.strip() and about & set(place.split(":")) for place, text in drafts.items())

    # -- on a question ---------------------------------------------------------------------------

    def action_words(self) -> None:
        """Write the client's own words on this question."""
        question, led = self.question, self.led
        if question is None or led is None:
            return
        hint = "\n".join(line.text for line in question.lines if line.kind == ASK)
        state = self.state_of(question)
        words = own_words(led, question, state)

        draft = f"words:{led.held.id}:{question.id}"
        box = WordsBox(_("Their own words"), hint, self.vooraf.drafts, draft, words)

        def answered(said: str | None) -> None:
            if said is not None and said.strip() != words:
                refused = _(KEPT) if said.strip() else ""
                confirmed = confirmed_since(led, state)
                kept = self.attempt(lambda: self._keep_words(question, confirmed, said), refused)
                if kept is None:
                    box.hold(said)
                else:
                    self.take(kept)
                    self.action_edge(1)  # a small screen has no room for the words below the question
            self.box_left()

        self.app.push_screen(box, answered)

    def _keep_words(self, question: Question, confirmed: Event | None, words: str) -> ClientView:
        """Write the words down: with the confirmation where there is one, and so the recap has them too."""
        if confirmed is None:
            return answer(self.workspace, self.client_id, question.id, words).view
        item, how = confirmed.text("item"), confirmed.text("by") or self.how
        return confirm(self.workspace, self.client_id, (item,), words, how).view
