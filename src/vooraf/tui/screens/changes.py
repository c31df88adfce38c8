"""What clients were told that is said otherwise now: an item a line, and beside it who lives by which words."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.worker import Worker

from vooraf.actions.changes import Aside, Changes, ItemChange, changes
from vooraf.actions.checklists import checklist
from vooraf.actions.reasons import change_with, keep_change
from vooraf.errors import N_, VoorafError
from vooraf.locale import _, ngettext
from vooraf.locale.words import item_title
from vooraf.model.checklist import Checklist
from vooraf.model.values import parse_date
from vooraf.tui.beside import beside
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.change_lines import aside_line, brief_change, change_lines, change_row
from vooraf.tui.screens.form_box import Blank, FormBox, Given
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.of_rows import OfRowsScreen
from vooraf.tui.widgets.paint import Line, one_line, paragraph
from vooraf.tui.widgets.pane import Drawn, Pane
from vooraf.tui.widgets.row_list import RowList

_ANNOUNCE = N_("tell them beforehand what changes, from when and why")


class ChangesScreen(OfRowsScreen):
    """Every item that was told otherwise. ``found`` is what was read last, ``None`` until it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "announce", N_("announce"), id="changes.announce", tooltip=_ANNOUNCE),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found: Changes | None = None
        self._marks: object = None
        self.looking: Worker[None] | None = None

    # -- reading ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Read everything; until it is there, say so."""
        self.title_shows(_("Changes"))
        self.query_one(RowList).empty = _("Reading the diaries…")
        self.look()

    def on_screen_resume(self) -> None:
        """See what a screen above has changed."""
        if self.found is not None:
            self.look()

    def look(self) -> None:
        """Read what there is, beside the screen."""
        if self.looking is None or self.looking.is_finished:
            self.looking = self.run_worker(self._look())

    async def _look(self) -> None:
        try:
            self.found = await beside(lambda: changes(self.workspace))
        except VoorafError as error:
            self.query_one(RowList).empty = f"{error.sentence(_)}\n{error.hint_line(_)}"
            self.query_one(RowList).refresh()
            return
        self._paint()

    def look_again(self) -> None:
        """See when the house rules were changed elsewhere."""
        if self.found is not None and self._marks != self._look_at_rules():
            self.look()

    def _look_at_rules(self) -> object:
        return self.workspace.rules, self.workspace.library

    # -- showing ---------------------------------------------------------------------------------

    def _paint(self) -> None:
        found = self.found
        if found is None:
            return
        self._marks = self._look_at_rules()
        items = found.items
        clients = {each.client for change in items for each in change.clients}
        figures = (
            ngettext("{count} item", "{count} items", len(items)).format(count=len(items)),
            ngettext("{count} client", "{count} clients", len(clients)).format(count=len(clients)),
        )
        self.title_shows(_("Changes"), " · ".join(figures) if items else "")
        rows = self.query_one(RowList)
        rows.empty = _("What you told your clients still holds: nothing has changed.")
        rows.show([partial(self._row, each) for each in items])
        if not items:
            self.follow()
        said = aside_line(found.aside, self._title_of)
        self.query_one("#aside", Pane).set_class(bool(said), "-some").show(
            lambda width: paragraph(said, width, "dim")
        )
        self.refresh_bindings()

    def _row(self, change: ItemChange, width: int) -> Line:
        return change_row(change, self._checklist(change), width)

    def _title_of(self, change: ItemChange | Aside) -> str:
        return item_title(change.item, self._checklist(change))

    def _checklist(self, change: ItemChange | Aside) -> Checklist | None:
        try:
            return checklist(self.workspace, change.checklist)
        except VoorafError:  # broken since it was read: then the item goes by its key
            return None

    @property
    def here(self) -> ItemChange | None:
        """The item under the cursor."""
        items, cursor = self.found.items if self.found else (), self.query_one(RowList).cursor
        return items[cursor] if cursor < len(items) else None

    def follow(self) -> None:
        """Show the item under the cursor."""
        self.query_one("#beside", Pane).show(self._drawn())
        self.query_one("#brief", Pane).show(self._drawn_in_short())

    def _drawn_in_short(self) -> Drawn:
        change, today, key = self.here, self.workspace.today, self.key("list.choose", "enter")
        if change is None:
            return lambda _width: ()
        made = self._checklist(change)
        return lambda width: brief_change(change, made, today, width, key)

    def _drawn(self) -> Drawn:
        change, today = self.here, self.workspace.today
        if change is None:
            return lambda _width: ()
        made, kept = self._checklist(change), self.workspace.rules.changes.get(change.item)
        return lambda width: change_lines(change, made, kept, today, width)

    def speak_again(self) -> None:
        """Say everything anew: the language was changed."""
        super().speak_again()
        self._paint()

    def on_line_list_chosen(self) -> None:
        """Show everything about the item, however small the screen is."""
        if (change := self.here) is not None:
            title = self._title_of(change)
            self.app.push_screen(LinesBox(one_line(title), self._drawn()))

    # -- announcing ------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing was told otherwise there is nothing to announce."""
        if action == "announce":
            return self.here is not None
        return super().check_action(action, parameters)

    def action_announce(self) -> None:
        """Ask for the day and the reason; then the messages."""
        if (change := self.here) is not None:
            more = len(self.found.clients(change.item)) - len(change.clients) if self.found else 0
            announce(self, change.item, self._title_of(change), more)


def announce(screen: BaseScreen, item: str, title: str, more: int) -> None:
    """Ask from when and why an item changes, keep that in the house rules, and open the messages.

    ``more`` is how many clients of other checklists hear it too: an item of the same key is the same rule.
    """
    from vooraf.tui.screens.announce import AnnounceScreen  # noqa: PLC0415 - only for who announces

    workspace = screen.workspace

    def kept(given: Given | None) -> None:
        if given is not None:
            screen.app.push_screen(AnnounceScreen(item, workspace.rules.changes[item], title))

    screen.app.push_screen(change_box(screen, item, title, more), kept)


def change_box(screen: BaseScreen, item: str, title: str, more: int) -> FormBox:
    """The box with the day and the reason, as the house rules have them, or empty when the day is past."""
    workspace = screen.workspace
    kept = workspace.rules.changes.get(item)
    known = kept if kept and kept.from_day and kept.from_day >= workspace.today else None
    reasons = known.because if known else {}

    def keep(given: Given) -> None:
        day = parse_date(given["from"]) if given["from"].strip() else None
        own = {"nl": given["nl"], "en": given["en"]}
        keep_change(workspace, item, change_with(workspace, item, day, "", own, anew=True))

    blanks = (
        Blank(
            "from",
            _("Valid from"),
            known.from_day.isoformat() if known and known.from_day else "",
            _("for instance {moment}").format(moment=f"{workspace.today.year + 1}-01-01"),
        ),
        Blank("nl", _("The reason in Dutch"), reasons.get("nl", ""), _("one line, for messages in Dutch")),
        Blank(
            "en", _("The reason in English"), reasons.get("en", ""), _("one line, for messages in English")
        ),
    )
    hint = _("Choose a day that leaves your clients time. Until then, what you told them stays as it is.")
    if more:
        also = ngettext(
            "{count} client with another checklist has this rule too, and gets a message as well.",
            "{count} clients with another checklist have this rule too, and get a message as well.",
            more,
        )
        hint = f"{hint} {also.format(count=more)}"
    return FormBox(
        _("Announce: {item}").format(item=one_line(title)), blanks, keep, hint, draft=f"announce {item}"
    )
