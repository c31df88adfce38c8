"""The keys that record something about the item under the cursor. Each is done, and seen, in one frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.items import USUAL_HOW, Ticked, confirm, not_ready, reopen, tell, tell_all, waive
from vooraf.actions.notes import note
from vooraf.actions.values import set_values
from vooraf.actions.view import ClientView
from vooraf.actions.workspace import Workspace
from vooraf.errors import N_
from vooraf.locale import _, spoken
from vooraf.locale.words import how_word
from vooraf.model.checklist import text_in
from vooraf.model.standing import ItemState
from vooraf.tui.screens.client_boxes import NO, how_box, nothing_to_tell, sweep_box, values_box
from vooraf.tui.screens.form_box import Given
from vooraf.tui.screens.of_client import OfClientScreen
from vooraf.tui.screens.words_box import KEPT, WordsBox

GoOn = Callable[[ItemState], object]
"""What is done with an item once its wording is ready."""


class TickingScreen(OfClientScreen):
    """Tells, confirms, waives and opens items again. ``how`` is how, from now on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tell", N_("told"), id="client.tell"),
        Binding("c", "confirm", N_("confirmed"), id="client.confirm"),
        Binding("x", "waive", N_("n/a"), id="client.waive", tooltip=N_("does not apply to this client")),
        Binding(
            "o", "reopen", N_("reopen"), id="client.reopen", tooltip=N_("open again: nothing told counts")
        ),
        Binding("e", "values", N_("values"), id="client.values", tooltip=N_("values for this client alone")),
        Binding("t", "section", N_("section"), id="client.section", tooltip=N_("tell a whole section")),
        Binding("h", "how", N_("how"), id="client.how", tooltip=N_("how it is told from now on")),
        Binding("w", "note", N_("note"), id="client.note"),
        Binding(
            "W", "item_note", N_("note on this item"), key_display="W", id="client.item-note", show=False
        ),
    ]

    def __init__(self, client_id: str) -> None:
        super().__init__(client_id)
        self.how = USUAL_HOW

    # -- for subclasses --------------------------------------------------------------------------

    def item_here(self) -> ItemState | None:
        """The item that a key is about; when there is none, the owner is told why."""
        raise NotImplementedError

    def words_so_far(self, state: ItemState) -> str:  # noqa: ARG002 - a meeting has written some down
        """The client's own words that a confirmation begins with."""
        return ""

    def how_changed(self) -> None:
        """Show the other how."""
        raise NotImplementedError

    def box_left(self) -> None:
        """Called when a box for words was left: there may be a draft, or one less."""

    # -- one item --------------------------------------------------------------------------------

    def action_tell(self) -> None:
        """Told, at once."""
        self._when_ready(lambda state: self._record(lambda: tell(*self._about(state), self.how)))

    def action_confirm(self) -> None:
        """Confirmed, with the client's own words."""
        self._when_ready(self._ask_confirmation)

    def _ask_confirmation(self, state: ItemState) -> None:
        how = self.how
        hint = _("In their own words; may stay empty. Confirmed {how}.").format(how=how_word(how))
        self._ask_words(
            "confirm",
            _("Confirmed: {item}"),
            hint,
            state,
            lambda words: confirm(*self._about(state), words, how),
            self.words_so_far(state),
        )

    def action_waive(self) -> None:
        """Not applicable, with the reason."""
        if state := self.item_here():
            title, hint = _("Does not apply: {item}"), _("Why not? May stay empty.")
            self._ask_words("waive", title, hint, state, lambda why: waive(*self._about(state), why))

    def action_reopen(self) -> None:
        """Open again, at once."""
        if state := self.item_here():
            self._record(lambda: reopen(*self._about(state)))

    def action_item_note(self) -> None:
        """Write a note about the item."""
        if state := self.item_here():
            key = state.item.key
            self._ask_words(
                "note",
                _("Note: {item}"),
                "",
                state,
                lambda text: note(self.workspace, self.client_id, text, key),
            )

    def action_values(self) -> None:
        """Change this client's values of the item."""
        if state := self.item_here():
            self._ask_values(state)

    # -- several ---------------------------------------------------------------------------------

    def action_section(self) -> None:
        """Tell what is open in this item's section, after asking."""
        if (state := self.item_here()) and self.seen and self.seen.checklist:
            section = state.item.section
            title = next(each.title for each in self.seen.checklist.sections if each.key == section)
            self._sweep(section, text_in(title, spoken()))

    def action_everything(self) -> None:
        """Tell everything that is open, after asking."""
        if self.item_here():
            self._sweep("", _("the whole checklist"))

    def _sweep(self, section: str, where: str) -> None:
        seen, how = self.seen, self.how
        if seen is None:
            return
        states = [state for state in seen.states if not section or state.item.section == section]
        box = sweep_box(seen, states, where, how)
        if box is None:
            self.tell(nothing_to_tell(seen, states, where))
            return

        def answered(answer: str | None) -> None:
            if answer not in (None, NO):
                self._record(lambda: tell_all(self.workspace, self.client_id, section, how))

        self.app.push_screen(box, answered)

    def action_how(self) -> None:
        """Choose how it is told and confirmed from now on."""

        def answered(how: str | None) -> None:
            if how:
                self.how = how
                self.how_changed()

        self.app.push_screen(how_box(self.how), answered)

    def action_note(self) -> None:
        """Write a note about the client."""
        self._ask_words("note", _("Note"), "", None, lambda text: note(self.workspace, self.client_id, text))

    # -- recording -------------------------------------------------------------------------------

    def _about(self, state: ItemState) -> tuple[Workspace, str, tuple[str, ...]]:
        """The arguments that every action on an item begins with."""
        return self.workspace, self.client_id, (state.item.key,)

    def _record(self, action: Callable[[], Ticked | ClientView], refused: str = "") -> bool:
        """Have it recorded and show it in the same frame; when it isn't recorded, say so, and ``refused``."""
        done = self.attempt(action, refused)
        if done is not None:
            self.take(done.view if isinstance(done, Ticked) else done)
        return done is not None

    def _when_ready(self, go_on: GoOn) -> None:
        """Go on with the item; when one of its values is missing, ask for that first."""
        if state := self.item_here():
            if state.wording.ready:
                go_on(state)
            else:
                self._ask_values(state, go_on)

    def _ask_values(self, state: ItemState, go_on: GoOn | None = None) -> None:
        """Ask for the item's values; then go on, when they are all there."""
        key = state.item.key
        box = values_box(self.seen, state, self._keep_values) if self.seen else None
        if box is None:
            self.tell(_("This checklist has no values."))
            return

        def answered(given: Given | None) -> None:
            now = self.seen.state(key) if self.seen else None
            if given is None or go_on is None or now is None:
                return
            if now.wording.ready:
                go_on(now)
            elif self.seen:
                self.tell(not_ready(self.seen, now).sentence(_), severe=True)

        self.app.push_screen(box, answered)

    def _keep_values(self, given: Given) -> None:
        seen, _changed = set_values(self.workspace, self.client_id, given)
        self.take(seen)

    def _ask_words(
        self,
        about: str,
        title: str,
        hint: str,
        state: ItemState | None,
        keep: Callable[[str], Ticked | ClientView],
        text: str = "",
    ) -> None:
        """Ask for words and have them kept. What can't be kept is a draft again: no words are lost."""
        key, item = (state.item.key, text_in(state.item.title, spoken())) if state else ("", "")
        draft = f"{about}:{self.client_id}:{key}"
        box = WordsBox(title.format(item=item), hint, self.vooraf.drafts, draft, text)

        def answered(words: str | None) -> None:
            refused = _(KEPT) if words and words.strip() else ""
            if words is not None and not self._record(lambda: keep(words), refused):
                box.hold(words)
            self.box_left()

        self.app.push_screen(box, answered)
