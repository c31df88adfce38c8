"""The house rules: how every item reads to clients, changed for all of them at once."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.actions.house_rules import Effect, House, effects, save, take_back, would_change
from vooraf.actions.rule_edits import Edits, to_reset, values_to_set, wording_to_say
from vooraf.actions.rule_hints import wording_hints
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import language_word
from vooraf.model.checklist import Checklist, Item, text_in
from vooraf.tui.screens.client_boxes import touched
from vooraf.tui.screens.form_box import FormBox, Given
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.of_rules import OfRulesScreen
from vooraf.tui.screens.profile import checklist_choices
from vooraf.tui.screens.rule_boxes import (
    KEEP,
    RuleValuesBox,
    WordingBox,
    checklist_box,
    language_box,
    owner_blanks,
    reset_box,
)
from vooraf.tui.screens.rule_pane import fields_of


class HouseRulesScreen(OfRulesScreen):
    """The keys of the house rules. Each change says what it would do before it is saved."""

    CSS_PATH = "house_rules.tcss"
    AUTO_FOCUS = "RuleList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "values", N_("values"), id="rules.values", tooltip=N_("values for every client")),
        Binding(
            "w", "wording", N_("wording"), id="rules.wording", tooltip=N_("your own wording of the item")
        ),
        Binding("r", "reset", N_("take back"), id="rules.reset", tooltip=N_("back to the checklist's own")),
        Binding("u", "undo", N_("undo"), id="rules.undo", tooltip=N_("take back what was saved last")),
        Binding(
            "c", "checklist", N_("checklist"), id="rules.checklist", tooltip=N_("show another checklist")
        ),
        Binding(
            "o", "owner", N_("you"), id="rules.owner", tooltip=N_("your name, your trade, your language")
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys count now."""
        if action == "checklist":
            return self.seen is not None and len(self.seen.checklists) > 1
        if action == "undo":
            return bool(self.vooraf.saved_rules)
        return super().check_action(action, parameters)

    def on_line_list_chosen(self) -> None:
        """Show everything about the item, however small the screen is."""
        self.app.push_screen(LinesBox(_("House rules"), self.drawn()))

    # -- changing --------------------------------------------------------------------------------

    def action_values(self) -> None:
        """Change the values of the item under the cursor, for every client."""
        about = self.about()
        if about is None:
            return
        seen, checklist, item = about
        if not fields_of(seen.rules, checklist, item):
            self.tell(_("There is nothing to fill in in this wording."))
            return

        def edits(given: Given) -> Edits:
            return values_to_set(self.workspace, seen.checklists, given)

        self.app.push_screen(RuleValuesBox(seen, checklist, item, edits, lambda made: self._keep(seen, made)))

    def action_wording(self) -> None:
        """Write the wording of the item under the cursor, in a language to choose."""
        about = self.about()
        if about is None:
            return

        def answered(language: str | None) -> None:
            if language:
                self._write(about, language)

        self.app.push_screen(language_box(about[2], about[0].rules), answered)

    def _write(self, about: tuple[House, Checklist, Item], language: str) -> None:
        seen, checklist, item = about

        def edits(text: str) -> Edits:
            return wording_to_say(self.workspace, seen.checklists, item.key, language, text)

        look = partial(wording_hints, self.workspace, checklist, item, language)
        title = f"{text_in(item.title, spoken())} · {language_word(language)}"
        draft = f"rule:{item.key}:{language}"
        self.app.push_screen(
            WordingBox(
                title,
                self.vooraf.drafts,
                draft,
                about,
                language,
                edits,
                lambda made: self._keep(seen, made),
                look,
            )
        )

    def action_reset(self) -> None:
        """Let the item be as the checklist has it, after asking what of it."""
        about = self.about()
        if about is None:
            return
        box = reset_box(*about)
        if box is None:
            self.tell(_("Nothing here is your own: it all comes from the checklist."))
            return
        seen = about[0]

        def answered(answer: str | None) -> None:
            if answer not in (None, KEEP):
                table, name = str(answer).split(" ", 1)
                self.attempt(lambda: self._keep(seen, to_reset(self.workspace, (table, name))))

        self.app.push_screen(box, answered)

    def action_owner(self) -> None:
        """Change the owner's name, trade and language with clients."""
        seen = self.seen
        if seen is None:
            return
        blanks = owner_blanks(seen.rules, checklist_choices(self.workspace))

        def keep(given: Given) -> None:
            changed = touched(blanks, given)
            self._keep(seen, {("owner", name): text.strip() or None for name, text in changed.items()})

        self.app.push_screen(FormBox(_("You"), blanks, keep))

    def action_checklist(self) -> None:
        """Show another checklist."""
        if self.seen is None or self.checklist is None:
            return

        def answered(key: str | None) -> None:
            if key:
                self.chosen = key
                self.redraw()

        self.app.push_screen(checklist_box(self.seen, self.checklist.key), answered)

    def _keep(self, seen: House, edits: Edits) -> None:
        """Keep the edits and show what they did. Raises what is wrong with them."""
        if not edits:
            return
        saved = save(self.workspace, edits, seen.rules)
        done = effects(seen, self.workspace.rules)
        self.vooraf.saved_rules.append(saved)
        self.renew(seen.told)
        self.tell(_said(done))

    def action_undo(self) -> None:
        """Put back what stood there before the last save."""
        seen = self.seen
        if seen is None or not self.vooraf.saved_rules:
            return
        saved = self.vooraf.saved_rules.pop()
        try:
            take_back(self.workspace, saved)
        except VoorafError as error:
            self.tell_fault(error)
        else:
            self.renew(seen.told)
            self.tell(_("Taken back: the house rules are as they were before."))
        self.refresh_bindings()


def _said(done: tuple[Effect, ...]) -> str:
    """What a change did that was kept."""
    count = len(would_change(done))
    if not count:
        return _("Saved. Key u takes it back.")
    said = ngettext(
        "Saved. {count} client was told something else; key u takes it back.",
        "Saved. {count} clients were told something else; key u takes it back.",
        count,
    )
    return said.format(count=count)
