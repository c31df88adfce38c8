"""What the house rules' screen reads and shows: the rules at once, who was told what as soon as it is counted."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.worker import Worker

from vooraf.actions.house_rules import (
    House,
    house_with,
)
from vooraf.actions.rule_hints import Hints, rule_hints
from vooraf.actions.told import Tally, tally
from vooraf.errors import VoorafError
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import language_word
from vooraf.model.checklist import Checklist, Item, Texts, text_in
from vooraf.model.wording import texts_of
from vooraf.tui.beside import beside
from vooraf.tui.screens.of_client import problem_lines
from vooraf.tui.screens.rule_pane import brief_rule, fields_of, rule_lines
from vooraf.tui.screens.split import SplitScreen
from vooraf.tui.widgets.paint import one_line
from vooraf.tui.widgets.pane import Drawn, Pane
from vooraf.tui.widgets.rule_list import RuleList, RuleRow

LOOKS_UNTIL_ALL = 8
"""Every eighth look, each a second apart, is at all clients."""


class OfRulesScreen(SplitScreen):
    """The items of one checklist, with the wording that clients hear beside the one under the cursor."""

    AUTO_FOCUS = "RuleList"

    def __init__(self) -> None:
        super().__init__()
        self.seen: House | None = None
        self.chosen = ""
        self._item = ""
        self._done, self._of = 0, 0
        self._looks = 0
        self._marks: object = None
        self._counted = False
        self._counting: Worker[None] | None = None
        self._hints: dict[tuple[str, str], tuple[Texts, Hints]] = {}
        self._word_fault = ""

    def body(self) -> Iterable[Widget]:
        """What is wrong with the file; the items, and beside or below them the one under the cursor."""
        yield Pane(id="problems")
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield RuleList(lambda _: self._follow())
                yield Pane(id="brief")
            yield Pane(id="beside")

    # -- reading ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the rules at once; who was told what is counted beside the screen."""
        self.renew(Tally({}))
        self._count()

    def renew(self, told: Tally) -> None:
        """Show the rules as they are now."""
        self._marks = self._look()
        seen = self.attempt(lambda: house_with(self.workspace, told))
        if seen is not None:
            self.seen = seen
            self.redraw()

    def _look(self) -> object:
        """What changes when something else changed what is shown here, the diaries left aside."""
        return self.workspace.rules, self.workspace.rule_faults, self.workspace.library

    def _count(self) -> None:
        self._looks = 0
        if self._counting is None or self._counting.is_finished:
            self._counting = self.run_worker(self._count_beside())

    async def _count_beside(self) -> None:
        """Count who was told what in a thread of its own, and show how far that is."""

        def progress(done: int, of: int) -> None:
            self._done, self._of = done, of

        def count() -> Tally:
            apart = self.workspace.apart()
            try:
                return tally(apart, progress)
            finally:
                apart.index.close()

        ticking = self.set_interval(0.2, self._title)
        try:
            told = await beside(count)
        except VoorafError as error:
            self.tell_fault(error)
            return
        finally:
            ticking.stop()
        self._counted = True
        self.renew(told)

    def look_again(self) -> None:
        """See what another window or program changed; now and then look at all clients again."""
        self._looks += 1
        if self._looks >= LOOKS_UNTIL_ALL:
            self._count()
        elif self.seen is not None and self._marks != self._look():
            self.renew(self.seen.told)

    def speak_again(self) -> None:
        """Say everything anew in another language."""
        super().speak_again()
        self.redraw()

    # -- showing ---------------------------------------------------------------------------------

    @property
    def checklist(self) -> Checklist | None:
        """The checklist that is shown: the one that was chosen, else the first."""
        lists = self.seen.checklists if self.seen else ()
        return next((each for each in lists if each.key == self.chosen), lists[0] if lists else None)

    def redraw(self) -> None:
        """Show everything as it was read last, with the cursor where it was."""
        seen = self.seen
        if seen is None:
            return
        checklist = self.checklist
        self.query_one(RuleList).show(self._rows(seen, checklist) if checklist else (), self._item)
        if checklist is None:
            self._follow()
        line = _("Line {line}: {first}")
        told = [
            f"{line.format(line=fault.line, first=fault.sentence(_))} {fault.hint_line(_)}"
            for fault in seen.faults
        ]
        told += [self._word_fault] if self._word_fault else []
        self.query_one("#problems", Pane).set_class(bool(told), "-some").show(
            lambda width: problem_lines(told, width)
        )
        self._title()
        self.refresh_bindings()

    def _title(self) -> None:
        seen, checklist = self.seen, self.checklist
        if seen is None:
            return
        parts = (
            _("House rules"),
            seen.rules.name,
            text_in(checklist.title, spoken()) if checklist else seen.rules.trade,
            language_word(seen.rules.language),
        )
        self.title_shows(" · ".join(one_line(part) for part in parts if part), self._counted_word(seen))

    def _counted_word(self, seen: House) -> str:
        if not self._counted:
            return _("counting: {done} of {whole}").format(done=self._done, whole=self._of)
        clients = {
            client
            for checklist in seen.checklists
            for item in checklist.items()
            for client in seen.told.otherwise(checklist, item, seen.rules)
        }
        count = ngettext(
            "{count} client told something else", "{count} clients told something else", len(clients)
        )
        return count.format(count=len(clients)) if clients else ""

    def _follow(self) -> None:
        """Fill what stands beside the list, in the action of the key that moved the cursor."""
        row = self.query_one(RuleList).here
        stay, self._item = row is not None and row.key == self._item, row.key if row else ""
        self.query_one("#beside", Pane).show(self.drawn(), stay=stay)
        self.query_one("#brief", Pane).show(self.drawn(brief=True))

    def drawn(self, *, brief: bool = False) -> Drawn:
        """The item under the cursor in full, or in short."""
        about = self.about()
        if about is None:
            return lambda _width: ()
        if brief:
            return lambda width: brief_rule(*about, width)
        hints = self.hints_of(about[1], about[2])
        return lambda width: rule_lines(*about, hints, width)

    def about(self) -> tuple[House, Checklist, Item] | None:
        """The item under the cursor, with the rules and the checklist that are shown."""
        seen, checklist, row = self.seen, self.checklist, self.query_one(RuleList).here
        item = checklist.item(row.key) if checklist and row else None
        return (seen, checklist, item) if seen and checklist and item else None

    def hints_of(self, checklist: Checklist, item: Item) -> Hints:
        """The hints on an item's wording; none while the owner's list of words can't be used, which is told."""
        seen = self.seen
        if seen is None:
            return {}
        name = (checklist.key, item.key, texts_of(item, seen.rules))
        known = self._hints.get(name[:2])
        if known is None or known[0] != name[2]:
            try:
                found = rule_hints(self.workspace, checklist, item, seen.rules)
            except VoorafError as error:
                found, self._word_fault = {}, f"{error.sentence(_)} {error.hint_line(_)}"
            self._hints[name[:2]] = known = (name[2], found)
        return known[1]

    def _rows(self, seen: House, checklist: Checklist) -> list[RuleRow]:
        """Sections and items, in the checklist's own order."""
        rows = []
        for section in checklist.sections:
            rows.append(RuleRow("", text_in(section.title, spoken()) or section.key))
            rows += (self._row(seen, checklist, item) for item in section.items)
        return rows

    def _row(self, seen: House, checklist: Checklist, item: Item) -> RuleRow:
        say = item.key in seen.rules.say
        value = any(name in seen.rules.values for name in fields_of(seen.rules, checklist, item))
        own = "both" if say and value else "say" if say else "value" if value else ""
        other = len(seen.told.otherwise(checklist, item, seen.rules))
        # In the built-in wordings there are none, which is shown before they come here.
        hints = self.hints_of(checklist, item) if say or not checklist.builtin else {}
        count = sum(len(each) for each in hints.values())
        return RuleRow(item.key, text_in(item.title, spoken()), item.must, own, count, other)
