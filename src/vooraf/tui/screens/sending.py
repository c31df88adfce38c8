"""What is done with the messages that announce a change: edited, ticked once they were sent, taken back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.announcing import USUAL_HOW, announced_as
from vooraf.actions.reasons import kept_change
from vooraf.actions.undoing import redo, undo
from vooraf.actions.view import ClientView
from vooraf.actions.words import word_hints
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, ngettext
from vooraf.locale.event_words import batch_line
from vooraf.locale.words import how_word
from vooraf.model.checklist import Change
from vooraf.model.events import HOWS
from vooraf.tui.letter import Letter
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client_boxes import NO, YES, short_name
from vooraf.tui.screens.letters import LettersScreen
from vooraf.tui.screens.message_box import MessageBox
from vooraf.tui.sheet import pasted


class SendingScreen(LettersScreen):
    """The ``letters`` announce ``change``; nothing is recorded before one is ticked as sent, by ``how``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("edit"), id="announce.edit"),
        Binding("space", "sent", N_("sent"), id="announce.sent"),
        Binding("T", "all_sent", N_("all sent"), key_display="T", id="announce.all-sent"),
        Binding("h", "how", N_("how"), id="announce.how", tooltip=N_("how it is sent from now on")),
        Binding("u", "undo", N_("undo"), id="announce.undo"),
        Binding("U", "redo", N_("redo"), key_display="U", id="announce.redo"),
    ]

    def __init__(self, item: str, change: Change) -> None:
        super().__init__(item)
        self.change = change
        self.how = USUAL_HOW

    def place_of(self, client_id: str) -> str:
        """Under what the owner's own message is kept while Vooraf runs."""
        return f"announced {self.item} {client_id}"

    # -- the message -----------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Write in the message; saved empty it is again as it was made."""
        if (letter := self.here) is None:
            return
        seen = letter.made.seen

        def answered(text: str | None) -> None:
            if text is not None:
                letter.text = "" if text.strip() in ("", pasted(letter.made.script).strip()) else text
                self._keep(letter)
                self.paint()

        title = _("Message to {name}").format(name=short_name(seen))
        self.vooraf.name_draft(self.place_of(letter.client), title)
        hint = _("One paragraph per line. Save it empty to get the first text back.")
        drafts, place = self.vooraf.drafts, f"message {self.item} {letter.client}"
        state = seen.state(self.item)
        allow = state.item.allow if state else ()
        hints = partial(word_hints, self.workspace, language=seen.client.language, allow=allow)
        box = MessageBox(title, hint, drafts, place, letter.words, hints=hints)
        self.app.push_screen(box, answered)

    def _keep(self, letter: Letter) -> None:
        """Keep the owner's own message while Vooraf runs; from when it was sent it is in the diary."""
        self.vooraf.drafts.pop(self.place_of(letter.client), None)
        if letter.text and not letter.batch:
            self.vooraf.drafts[self.place_of(letter.client)] = letter.text

    # -- sent ------------------------------------------------------------------------------------

    def action_how(self) -> None:
        """Choose how it is sent from now on."""

        def answered(how: str | None) -> None:
            if how:
                self.how = how
                self.head_shows()

        choices = [(how, how_word(how)) for how in HOWS]
        self.app.push_screen(ChoiceBox(_("How do you send it?"), choices, "", self.how), answered)

    def action_sent(self) -> None:
        """This message was sent: exactly its words are announced."""
        letter = self.here
        if letter is not None and self.attempt(lambda: self._tick(letter)) is not None:
            self.paint()

    def _tick(self, letter: Letter) -> ClientView:
        kept_change(self.workspace, self.item, self.workspace.today)
        seen = announced_as(self.workspace, letter.made, self.item, self.change, self.how, letter.text)
        letter.batch = seen.client.undo
        self._keep(letter)
        return seen

    def action_all_sent(self) -> None:
        """Ask whether all that aren't ticked were sent."""
        waiting = [letter for letter in self.letters if not letter.batch]
        yes = ngettext("Yes, {count} message, {how}", "Yes, {count} messages, {how}", len(waiting))
        choices = [
            (NO, _("No, record nothing")),
            (YES, yes.format(count=len(waiting), how=how_word(self.how))),
        ]

        def answered(answer: str | None) -> None:
            if answer == YES:
                self.app.run_worker(self._tick_all(waiting))

        self.app.push_screen(ChoiceBox(_("Were all messages sent?"), choices), answered)

    async def _tick_all(self, letters: list[Letter]) -> None:
        """Record one after the other; who can't be is named, with the reason."""
        left = []
        for number, letter in enumerate(letters):
            self.say_doing(_("recording…"), number, len(letters))
            try:
                self._tick(letter)
            except VoorafError as error:
                left.append(f"{short_name(letter.made.seen)}: {error.sentence(_)}")
            await asyncio.sleep(0)
        count = len(letters) - len(left)
        said = ngettext("{count} message recorded as sent.", "{count} messages recorded as sent.", count)
        self.tell("\n".join((said.format(count=count), *left)), severe=bool(left))
        self.say_done()

    # -- undo ------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back what was done last with the client under the cursor."""
        self._undone(back=True)

    def action_redo(self) -> None:
        """Let what was taken back last count again."""
        self._undone(back=False)

    def _undone(self, *, back: bool) -> None:
        letter = self.here
        if letter is None:
            return
        done = self.attempt(lambda: (undo if back else redo)(self.workspace, letter.client))
        if done is None:
            return
        client = done.view.client
        letter.batch = letter.ticked(client, self.item)
        self._keep(letter)
        what = batch_line(done.events, client, done.view.checklist)
        said = _("{name}: undone: {what}") if back else _("{name}: done again: {what}")
        self.tell(said.format(name=client.name, what=what))
        self.paint()
