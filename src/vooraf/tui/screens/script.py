"""A script on the screen as it will be printed, and the keys that make another one of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from vooraf.actions.messages import About, about, can_be_made
from vooraf.actions.scripts import CHECK_IN, UP_FRONT, left_out, script, talks
from vooraf.actions.values import set_values
from vooraf.actions.view import ClientView
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, spoken
from vooraf.locale.words import language_word
from vooraf.model.checklist import LANGUAGES, text_in
from vooraf.model.client import WAIVED
from vooraf.model.script import Script
from vooraf.model.standing import ItemState
from vooraf.model.talk import LETTER
from vooraf.tui import minutes
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client_boxes import short_name
from vooraf.tui.screens.form_box import FormBox, Given
from vooraf.tui.screens.outgoing import OutgoingScreen
from vooraf.tui.screens.reading import ReadingScreen
from vooraf.tui.screens.value_blanks import value_blanks
from vooraf.tui.sheet import Sheet, about_words, before_it_goes_out, sheet_lines
from vooraf.tui.widgets.paint import one_line, paragraph, safe
from vooraf.tui.widgets.pane import Pane


class ScriptScreen(ReadingScreen, OutgoingScreen):
    """The sheet of one client and one talk, for so many minutes and in a language.

    ``item`` is the one that a message is about; ``near`` the one that is taken when nothing else says which.
    """

    CSS_PATH = "script.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "talk", N_("other talk"), id="script.talk"),
        Binding("o", "item", N_("item"), id="script.item", tooltip=N_("another item to write about")),
        Binding("plus,equals_sign", "longer(1)", N_("longer"), key_display="+", id="script.longer"),
        Binding("minus", "longer(-1)", N_("shorter"), key_display="-", id="script.shorter"),
        Binding("i", "minutes", N_("minutes"), id="script.minutes"),
        Binding("l", "language", N_("language"), id="script.language"),
        Binding("e", "fill_in", N_("fill in"), id="script.fill-in", tooltip=N_("fill in the missing values")),
        Binding("u", "undo", N_("undo"), id="client.undo", show=False),
        Binding("U", "redo", N_("redo"), key_display="U", id="client.redo", show=False),
    ]

    def __init__(self, client_id: str, talk: str = CHECK_IN, item: str = "", near: str = "") -> None:
        super().__init__(client_id)
        self._item = item
        self._near = near
        self._left: tuple[ItemState, ...] = ()
        self._about: About | None = None
        self._talk = talk
        self._minutes: int | None = None
        self._language = ""

    def body(self) -> Iterable[Widget]:
        """What is wrong with the diary, what was left out, and the sheet."""
        yield self.problems_pane()
        yield Static("", id="left-out", markup=False)
        yield Pane(id="page")

    def on_mount(self) -> None:
        """Make the sheet."""
        self.reload()

    # -- what is shown ---------------------------------------------------------------------------

    def paint(self, seen: ClientView) -> None:
        """Make the sheet out; when that can't be done, why stands where the sheet would."""
        try:
            item = self._item_of(seen, self._talk)
            made = script(self.workspace, seen, self._talk, self._minutes, self._language, item)
            self._about = about(self.workspace, seen, self._talk, item)
        except VoorafError as error:
            self.sheet = None
            said = f"{error.sentence(_)}\n{error.hint_line(_)}"
            self.page.show(lambda width: paragraph(said, width))
            self.title_shows(one_line(short_name(seen)))
        else:
            same = self.sheet is not None and self.sheet.script.talk == made.talk
            top = self.page.scroll_offset.y if same else 0
            self.sheet = Sheet(seen, made)
            self._left = self._left_out(seen, made)
            self.head_shows()
            self.page.show(lambda width: sheet_lines(made, width))
            self.page.scroll_to(y=top, animate=False, force=True)
        self.refresh_bindings()

    def _make(self) -> None:
        if self.seen is not None:
            self.paint(self.seen)

    def head_shows(self, doing: str = "") -> None:
        """Show the title, with what is ``doing`` now, and what was left out."""
        if self.sheet is None:
            return
        seen, made = self.sheet
        length = "" if made.form == LETTER else minutes.minutes_word(made.minutes)
        right = doing or " · ".join(filter(None, (length, language_word(made.language))))
        talk = self._talks().get(made.talk, made.talk)
        self.title_shows(one_line(f"{short_name(seen)} · {talk}"), right)
        left = self._left if made.talk == UP_FRONT or self._about else ()
        told = (about_words(seen, self._about), before_it_goes_out(self.sheet, left))
        notice = self.query_one("#left-out", Static)
        notice.update(safe("\n".join(filter(None, told))))
        notice.set_class(any(told), "-some")

    def _left_out(self, seen: ClientView, made: Script) -> tuple[ItemState, ...]:
        """The items that miss a value; of a message only the one that it is about."""
        if self._about is None:
            return left_out(seen, made.language)
        return (self._about.unready,) if self._about.unready else ()

    def _item_of(self, seen: ClientView, talk: str) -> str:
        """The item that is asked for; else, where nothing says which one, the one that is near."""
        led = self.workspace.library.talk(talk)
        if not led.needs_item or self._item:
            return self._item if led.needs_item else ""
        return "" if can_be_made(self.workspace, seen, led) else self._near

    def _talks(self) -> dict[str, str]:
        """The titles of the talks that can be made, in the language of the screen."""
        seen = self.seen
        return {
            led.key: text_in(led.title, spoken())
            for led in talks(self.workspace)
            if seen is None or can_be_made(self.workspace, seen, led, self._item_of(seen, led.key))
        }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter has no minutes; where no value is missing there is nothing to fill in."""
        if action in ("longer", "minutes"):
            return self.sheet is not None and self.sheet.script.form != LETTER
        if action == "item":
            return self.sheet is not None and self._about is not None
        if action == "fill_in":
            return self.sheet is not None and bool(self._left)
        return super().check_action(action, parameters)

    # -- other sheets ----------------------------------------------------------------------------

    def action_talk(self) -> None:
        """Choose another talk."""
        self.app.push_screen(
            ChoiceBox(_("Which talk or letter?"), list(self._talks().items()), chosen=self._talk),
            self._chose_talk,
        )

    def _chose_talk(self, talk: str | None) -> None:
        if talk:
            self._talk, self._minutes = talk, None
            self._make()

    def action_item(self) -> None:
        """Choose the item that the message is about."""
        seen = self.seen
        if seen is not None and self._about is not None:
            items = [state.item for state in seen.states if state.standing != WAIVED]
            choices = [(item.key, text_in(item.title, spoken())) for item in items]
            box = ChoiceBox(_("About which item?"), choices, chosen=self._about.item)
            self.app.push_screen(box, self._chose_item)

    def _chose_item(self, item: str | None) -> None:
        if item:
            self._item = item
            self._make()

    def action_longer(self, by: int) -> None:
        """A longer meeting holds more questions, a shorter one fewer."""
        if self.sheet is not None:
            self._minutes = minutes.longer(self.sheet.script.minutes, by)
            self._make()

    def action_minutes(self) -> None:
        """Choose how long the meeting takes."""
        if self.sheet is not None:
            now = self.sheet.script.minutes
            box = ChoiceBox(_("How long is the meeting?"), minutes.choices(now), chosen=str(now))
            self.app.push_screen(box, self._chose_minutes)

    def _chose_minutes(self, chosen: str | None) -> None:
        if chosen:
            self._minutes = int(chosen)
            self._make()

    def action_language(self) -> None:
        """Choose the language of the sheet; the client keeps their own."""
        choices = [(each, language_word(each)) for each in LANGUAGES]
        now = self.sheet.script.language if self.sheet else ""
        self.app.push_screen(ChoiceBox(_("In which language?"), choices, chosen=now), self._chose_language)

    def _chose_language(self, language: str | None) -> None:
        if language:
            self._language = language
            self._make()

    def action_fill_in(self) -> None:
        """Fill in the values that are missing, for this client."""
        seen = self.seen
        if seen is None:
            return
        names = dict.fromkeys(name for state in self._left for name in state.wording.missing)
        hint = _("For this client alone. What is left empty can't be told yet.")
        blanks = tuple(value_blanks(seen, names))
        self.app.push_screen(FormBox(_("Missing values"), blanks, self._keep_values, hint))

    def _keep_values(self, given: Given) -> None:
        seen, _changed = set_values(self.workspace, self.client_id, given)
        self.take(seen)
