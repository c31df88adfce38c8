"""The messages that announce one change, made and shown: a line a client, and the message beside it."""

from __future__ import annotations

import asyncio
from functools import partial

from rich.cells import cell_len

from vooraf.actions.announcing import message, why_not
from vooraf.actions.changes import changes
from vooraf.actions.view import view
from vooraf.errors import N_, VoorafError
from vooraf.locale import _
from vooraf.locale.day_words import full_day
from vooraf.locale.sheet_words import unsigned_words
from vooraf.locale.words import how_word, language_word
from vooraf.model.checklist import Change
from vooraf.model.client import OPEN, TOLD
from vooraf.tui.beside import beside
from vooraf.tui.letter import Letter
from vooraf.tui.screens.change_lines import begun
from vooraf.tui.screens.client_boxes import short_name
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.of_rows import OfRowsScreen
from vooraf.tui.screens.sending import SendingScreen
from vooraf.tui.sheet import sheet_lines
from vooraf.tui.widgets.paint import Line, fitted, one_line, paragraph, spread
from vooraf.tui.widgets.pane import Drawn, Pane
from vooraf.tui.widgets.row_list import RowList
from vooraf.tui.widgets.signs import sign

_BRIEF = 8
"""Lines of a message, where there is no room beside the list: the height of ``#brief`` in of_rows.tcss."""


class AnnounceScreen(OfRowsScreen, SendingScreen):
    """A line a client who was told otherwise; nothing is recorded before it is ticked as sent."""

    def __init__(self, item: str, change: Change, title: str) -> None:
        super().__init__(item, change)
        self._title = title
        self._beside = ""

    # -- reading ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Make the messages, a client at a time: the screen stays alive."""
        self.query_one(RowList).empty = _("Making the messages…")
        self.head_shows()
        self.run_worker(self._make())

    async def _make(self) -> None:
        try:
            found = await beside(lambda: changes(self.workspace, self.item))
        except VoorafError as error:
            self.query_one(RowList).empty = error.sentence(_)
            self.tell_fault(error)
            return
        everybody = found.clients(self.item)
        for number, client_id in enumerate(everybody):
            self.say_doing(_("making the messages…"), number, len(everybody))
            self._add(client_id)
            await asyncio.sleep(0)
        self.doing = ""
        self.query_one(RowList).empty = _("Nobody was told anything else about this: nothing to announce.")
        self.paint()

    def _add(self, client_id: str) -> None:
        try:
            seen = view(self.workspace, client_id)
            if why_not(seen, self.item) is None:
                made = message(self.workspace, seen, self.item, self.change)
                kept = self.vooraf.drafts.get(self.place_of(client_id), "")
                self.letters.append(Letter(made, kept))
        except VoorafError as error:
            self.tell_fault(error)

    # -- showing ---------------------------------------------------------------------------------

    def paint(self) -> None:
        """Show the clients; the cursor stays."""
        self.head_shows()
        self.query_one(RowList).show([partial(self._row, letter) for letter in self.letters])
        self.follow()
        unsigned = unsigned_words() if self.letters and not self.workspace.rules.name.strip() else ""
        self.query_one("#aside", Pane).set_class(bool(unsigned), "-some").show(
            lambda width: paragraph(unsigned, width, "must")
        )
        self.refresh_bindings()

    def head_shows(self) -> None:
        """Show the item, the day, and how many were sent; or what is going on."""
        sent = sum(1 for letter in self.letters if letter.batch)
        figures = _("{sent} of {count} sent").format(sent=sent, count=len(self.letters))
        how = _("how: {how}").format(how=how_word(self.how))
        first = self.change.from_day
        day = full_day(first) if first else ""
        title = _("{item}, from {day}").format(item=one_line(self._title), day=day)
        self.title_shows(title, self.doing or f"{figures} · {how}")

    def _row(self, letter: Letter, width: int) -> Line:
        client = letter.made.seen.client
        state = TOLD if letter.batch else OPEN
        word = _("sent") if letter.batch else _("edited") if letter.text else _("not sent")
        wide = max(map(cell_len, (_("sent"), _("edited"), _("not sent"))))
        right: Line = ((f"{language_word(client.language)}  ", "dim"), (fitted(word, wide), state))
        room = max(width - sum(len(text) for text, _style in right) - 5, 1)
        name: Line = ((f"{sign(state)} ", state), (fitted(client.name, room).rstrip(), "strong"))
        return spread(name, right, width)

    @property
    def here(self) -> Letter | None:
        """The message under the cursor."""
        cursor = self.query_one(RowList).cursor
        return self.letters[cursor] if cursor < len(self.letters) else None

    def follow(self) -> None:
        """Show the message under the cursor; another one from its beginning."""
        letter = self.here
        stay = letter is not None and letter.client == self._beside
        self._beside = letter.client if letter else ""
        drawn, key = self._drawn(), self.key("list.choose", "enter")
        self.query_one("#beside", Pane).show(drawn, stay=stay)
        self.query_one("#brief", Pane).show(lambda width: begun(drawn(width), _BRIEF, width, key))

    def _drawn(self) -> Drawn:
        letter = self.here
        if letter is None:
            return lambda _width: ()
        made = letter.script
        return lambda width: sheet_lines(made, width)

    def speak_again(self) -> None:
        """Say everything anew: the language was changed."""
        super().speak_again()
        self.paint()

    def on_line_list_chosen(self) -> None:
        """Show the whole message, however small the screen is."""
        if (letter := self.here) is not None:
            self.app.push_screen(LinesBox(short_name(letter.made.seen), self._drawn()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was sent isn't edited or sent again; without a message there is nothing to do."""
        letter = self.here if self.is_mounted else None
        if action in ("copy", "save", "save_all", "how"):
            return letter is not None and not self.doing
        if action in ("edit", "sent"):
            return letter is not None and not letter.batch and not self.doing
        if action == "all_sent":
            return any(not each.batch for each in self.letters) and not self.doing
        if action in ("undo", "redo"):
            return letter is not None and not self.doing
        return super().check_action(action, parameters)

    def why_not(self, binding_id: str) -> str:
        """In English, why this key does nothing now."""
        if self.doing:
            return N_("One moment: Vooraf is still busy with the messages.")
        if not self.letters:
            return N_("Nobody was told anything else about this: nothing to announce.")
        said = {
            "announce.edit": N_(
                "This message was sent, so it stays as it is. Not sent after all? Key u takes it back."
            ),
            "announce.sent": N_("This message was sent already. Not sent after all? Key u takes it back."),
            "announce.all-sent": N_("All messages were sent already."),
        }
        return said.get(binding_id) or super().why_not(binding_id)
