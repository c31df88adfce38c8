"""How a script leaves the program: copied, saved, printed; and a letter up front recorded as told."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.output import format_of, print_text, save_text
from vooraf.actions.scripts import UP_FRONT, tell_letter
from vooraf.errors import N_, VoorafError
from vooraf.errors.disk import FileExists
from vooraf.errors.output import NoEnding, NoPrinter, UnknownEnding
from vooraf.locale import _, ngettext
from vooraf.locale.words import how_word
from vooraf.model.events import HOWS
from vooraf.model.script import Script
from vooraf.render.text import text
from vooraf.tui import clipboard
from vooraf.tui.rendered import rendered
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.form_box import Blank, FormBox, Given
from vooraf.tui.screens.of_client import OfClientScreen
from vooraf.tui.sheet import WIDTH, Sheet, pasted, proposed_name

_NOT_YET = "not-yet"
_OTHER_NAME, _OVERWRITE = "other-name", "overwrite"


class OutgoingScreen(OfClientScreen):
    """A screen with a ``sheet`` to take out. A letter up front is recorded as told once it was sent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", N_("copy"), id="script.copy"),
        Binding("f", "save", N_("save"), id="script.save"),
        Binding("P", "print", N_("print"), id="script.print"),
    ]

    def __init__(self, client_id: str) -> None:
        super().__init__(client_id)
        self.sheet: Sheet | None = None
        self._recorded: tuple[str, Script] | None = None
        self._busy = False

    def head_shows(self, doing: str = "") -> None:
        """Show the title, with what is ``doing`` now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a sheet nothing goes out."""
        if action in ("copy", "save", "print"):
            return self.sheet is not None
        return super().check_action(action, parameters)

    # -- out of the program ----------------------------------------------------------------------

    def _take_out(self, doing: str, work: Callable[[Sheet], Awaitable[bool]]) -> None:
        """Have ``work`` done while the screen stays alive; it is finished even when the screen is left.

        ``work`` says whether the sheet left the program.
        """
        sheet = self.sheet
        if sheet is None or self._busy:
            return

        async def working() -> None:
            self._busy = True
            self.head_shows(doing)
            left = False
            try:
                left = await work(sheet)
            except VoorafError as error:
                self.tell_fault(error)
            finally:
                self._busy = False
            if self.is_current:
                self.head_shows()
                if left:
                    self._ask_whether_sent(sheet)

        self.app.run_worker(working())

    def action_copy(self) -> None:
        """Copy the sheet, as text."""
        self._take_out(_("copying…"), self._copy)

    async def _copy(self, sheet: Sheet) -> bool:
        done = await clipboard.copy(self.vooraf, pasted(sheet.script))
        if done == clipboard.COPIED:
            self.tell(_("Copied."))
        elif done == clipboard.SENT:
            self.tell(_("Sent to the terminal's clipboard. If pasting gives nothing, save it with f."))
        else:
            self.tell(_("There is no clipboard here. Save it to a file instead."), severe=True)
            self.action_save()
        return done != clipboard.NOWHERE

    def action_print(self) -> None:
        """Print the sheet."""
        self._take_out(_("printing…"), self._print)

    async def _print(self, sheet: Sheet) -> bool:
        try:
            await asyncio.to_thread(print_text, text(sheet.script, WIDTH), os.environ)
        except NoPrinter as error:
            self.tell_fault(error)  # it stands in a file now, and can be printed from there
        else:
            self.tell(_("The printer has it."))
        return True

    def action_save(self) -> None:
        """Save the sheet to a file."""
        if self.sheet is not None:
            self._ask_name(self.sheet, proposed_name(self.sheet.script))

    def _ask_name(self, sheet: Sheet, name: str) -> None:
        """Ask for a file's name and write it; what the disk refuses is told in the box, which stays open."""
        saved: list[str] = []
        taken: list[FileExists] = []

        def keep(given: Given) -> None:
            try:
                saved.append(_save(sheet, _with_ending(given)))
            except FileExists as error:
                taken.append(error)

        def kept(given: Given | None) -> None:
            if given is not None and taken:
                self._ask_overwrite(sheet, taken[0], given["file"].strip())
            elif given is not None:
                self._was_saved(sheet, saved[0])

        hint = _("The ending decides the form: .html to print, .txt, .md, .json.")
        blank = Blank("file", _("File"), name)
        self.app.push_screen(FormBox(_("Save to a file"), [blank], keep, hint), kept)

    def _ask_overwrite(self, sheet: Sheet, error: FileExists, name: str) -> None:
        choices = ((_OTHER_NAME, _("Leave it, and choose another name")), (_OVERWRITE, _("Overwrite it")))

        def chose(answer: str | None) -> None:
            if answer == _OTHER_NAME:
                self._ask_name(sheet, name)
            elif answer == _OVERWRITE:
                path = self.attempt(lambda: _save(sheet, name, force=True))
                if path is not None:
                    self._was_saved(sheet, path)

        self.app.push_screen(ChoiceBox(_("That file exists already"), choices, error.sentence(_)), chose)

    def _was_saved(self, sheet: Sheet, path: str) -> None:
        self.tell(_("Saved in {file}").format(file=path))
        self._ask_whether_sent(sheet)

    # -- was it sent? ----------------------------------------------------------------------------

    def _ask_whether_sent(self, sheet: Sheet) -> None:
        """Ask whether a letter up front was sent: then exactly its words are recorded as told.

        Once for the same words: what was recorded, and not undone since, isn't asked again.
        """
        if sheet.script.talk != UP_FRONT or self._is_recorded(sheet.script):
            return
        choices = [(_NOT_YET, _("Not yet")), *((how, how_word(how)) for how in HOWS)]
        hint = _("If it was, exactly these words are recorded as told today. If not yet, y or f asks again.")
        box = ChoiceBox(_("Was the letter sent?"), choices, hint)
        self.app.push_screen(box, lambda how: self._record(sheet, how or _NOT_YET))

    def _is_recorded(self, made: Script) -> bool:
        if self._recorded is None or self.seen is None:
            return False
        batch, words = self._recorded
        return words == made and batch not in self.seen.client.undone

    def _record(self, sheet: Sheet, how: str) -> None:
        """Record the words of this very sheet, whatever was changed since it went out."""
        if how == _NOT_YET:
            return
        seen, made = sheet
        ticked = self.attempt(
            lambda: tell_letter(self.workspace, seen, made.talk, how, language=made.language)
        )
        if ticked is not None:
            self._recorded = ticked.view.client.undo, made
            count = len(ticked.done)
            said = ngettext(
                "{count} item recorded as told, {how}.", "{count} items recorded as told, {how}.", count
            )
            self.tell(said.format(count=count, how=how_word(how)))
            self.take(ticked.view)


def _save(sheet: Sheet, name: str, *, force: bool = False) -> str:
    return save_text(name, rendered(sheet.script, format_of(name)), force=force)


def _with_ending(given: Given) -> str:
    """The file's name; raise what is wrong with it."""
    name = given["file"].strip()
    if not name or name.endswith(os.sep):
        raise NoEnding(file=name, endings=".html, .txt, .md, .json")
    try:
        format_of(name)
    except UnknownEnding as error:
        raise NoEnding(**error.data) from error
    return name
