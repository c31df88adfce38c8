"""How messages leave the program: copied one by one, saved to a file, or all of them to a folder."""

from __future__ import annotations

import asyncio
import os
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.output import format_of, make_folder, save_text
from vooraf.errors import N_, VoorafError
from vooraf.errors.disk import FileExists
from vooraf.locale import _, ngettext
from vooraf.model.naming import slug_of
from vooraf.tui import clipboard
from vooraf.tui.letter import Letter
from vooraf.tui.rendered import rendered
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client_boxes import NO
from vooraf.tui.screens.form_box import Blank, FormBox, Given

_OVERWRITE = "overwrite"
_FORMATS = ("txt", "html", "md")


class LettersScreen(BaseScreen):
    """A screen with ``letters`` about one item. ``doing`` says what takes its time now; empty while nothing does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", N_("copy"), id="announce.copy"),
        Binding("f", "save", N_("save"), id="announce.save", tooltip=N_("save this message to a file")),
        Binding("F", "save_all", N_("save all"), key_display="F", id="announce.save-all"),
    ]

    def __init__(self, item: str) -> None:
        super().__init__()
        self.item = item
        self.letters: list[Letter] = []
        self.doing = ""

    # -- for subclasses --------------------------------------------------------------------------

    @property
    def here(self) -> Letter | None:
        """The message under the cursor."""
        raise NotImplementedError

    def paint(self) -> None:
        """Show the letters as they are."""
        raise NotImplementedError

    def head_shows(self) -> None:
        """Show the title, with what is going on."""
        raise NotImplementedError

    # -- long work -------------------------------------------------------------------------------

    def say_doing(self, doing: str, done: int, whole: int) -> None:
        """Say how far it is."""
        self.doing = f"{doing} {done}/{whole}"
        if self.is_attached and done % 10 == 0:
            self.head_shows()

    def say_done(self) -> None:
        """Say no longer that something is going on."""
        self.doing = ""
        if self.is_attached:
            self.paint()

    # -- the clipboard ---------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the message, as text."""
        if (letter := self.here) is not None:
            self.app.run_worker(self._copy(letter.words))

    async def _copy(self, text: str) -> None:
        done = await clipboard.copy(self.vooraf, text)
        if done == clipboard.COPIED:
            self.tell(_("Copied. Press space once you have sent it."))
        elif done == clipboard.SENT:
            self.tell(_("Sent to the terminal's clipboard. If pasting gives nothing, save it with f."))
        else:
            self.tell(_("There is no clipboard here. Save it to a file instead."), severe=True)
            self.action_save()

    # -- files -----------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save this message to a file."""
        if (letter := self.here) is not None:
            name = f"~/{self.item}-{slug_of(letter.made.seen.client.name)}.txt"
            self._ask_files(_("Save to a file"), _("File"), name, [letter])

    def action_save_all(self) -> None:
        """Save every message to a file of its own, in one folder."""
        self._ask_files(_("Save all messages"), _("Folder"), f"~/{self.item}", list(self.letters))

    def _ask_files(self, title: str, label: str, value: str, letters: list[Letter]) -> None:
        """Ask where to; what stands there already is overwritten only when the owner says so."""
        several = label == _("Folder")
        blanks = [Blank("file", label, value)]
        if several:
            formats = [(each, f".{each}") for each in _FORMATS]
            blanks.append(Blank("ending", _("Format"), "txt", choices=formats))
        files: list[tuple[str, Letter]] = []

        def keep(given: Given) -> None:
            name = given["file"].strip()
            if several:
                files[:] = [(self._file_in(name, letter, given["ending"]), letter) for letter in letters]
            else:
                format_of(name)
                files[:] = [(os.path.abspath(os.path.expanduser(name)), letters[0])]

        def kept(given: Given | None) -> None:
            if given is None:
                return
            taken = [file for file, _letter in files if os.path.lexists(file)]
            if taken:
                self._ask_overwrite(taken, files)
            else:
                self._write(files, force=False)

        hint = _("The ending decides the form: .html to print, .txt, .md, .json.")
        self.app.push_screen(FormBox(title, blanks, keep, "" if several else hint), kept)

    def _file_in(self, folder: str, letter: Letter, ending: str) -> str:
        name = f"{self.item}-{slug_of(letter.made.seen.client.name)}-{letter.client}.{ending}"
        return os.path.join(os.path.abspath(os.path.expanduser(folder)), name)

    def _ask_overwrite(self, taken: list[str], files: list[tuple[str, Letter]]) -> None:
        count = ngettext("{count} file is there already", "{count} files are there already", len(taken))
        choices = ((NO, _("Leave them, and write nothing")), (_OVERWRITE, _("Overwrite them")))

        def chose(answer: str | None) -> None:
            if answer == _OVERWRITE:
                self._write(files, force=True)

        box = ChoiceBox(count.format(count=len(taken)), choices, FileExists(file=taken[0]).sentence(_))
        self.app.push_screen(box, chose)

    def _write(self, files: list[tuple[str, Letter]], *, force: bool) -> None:
        self.app.run_worker(self._writing(files, force=force))

    async def _writing(self, files: list[tuple[str, Letter]], *, force: bool) -> None:
        """Write a file at a time; the screen stays alive, and it is finished even when the screen is left."""
        try:
            make_folder(os.path.dirname(files[0][0]))
            for number, (file, letter) in enumerate(files):
                self.say_doing(_("saving…"), number, len(files))
                save_text(file, rendered(letter.script, format_of(file)), force=force)
                await asyncio.sleep(0)
        except VoorafError as error:
            self.tell_fault(error)
        else:
            folder, name = os.path.split(files[0][0])
            where = files[0][0] if len(files) == 1 else folder
            self.tell(_("Saved in {file}").format(file=where if name else folder))
        self.say_done()
