"""One client: every item with its standing, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from vooraf.actions.clients import edit_client
from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word
from vooraf.model.checklist import text_in
from vooraf.model.formats import clock
from vooraf.model.standing import ItemState
from vooraf.tui.screens.client_boxes import YES, archive_box, short_name, touched
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.event_pane import event_lines
from vooraf.tui.screens.form_box import FormBox, Given
from vooraf.tui.screens.item_pane import brief_lines, counts_line, gone_lines, item_lines
from vooraf.tui.screens.keeping import KEEPING_KEYS, KeepingScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.meeting import MeetingScreen
from vooraf.tui.screens.profile import client_blanks, profile_from
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.event_list import EventList
from vooraf.tui.widgets.item_list import ItemList
from vooraf.tui.widgets.item_rows import GONE, ITEM, item_rows
from vooraf.tui.widgets.paint import fitted, one_line
from vooraf.tui.widgets.pane import Drawn, Pane


class ClientScreen(KeepingScreen):
    """A client's checklist. ``item`` is the key of the item to stand on; else the first that isn't settled.

    When the checklist can't be used, the diary stands in its place, with the reason above it.
    """

    CSS_PATH = "client.tcss"
    AUTO_FOCUS = "ItemList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "script", N_("script"), id="client.script"),
        Binding("m", "meeting", N_("meeting"), id="client.meeting"),
        Binding("u", "undo", N_("undo"), id="client.undo"),
        Binding("d", "diary", N_("diary"), id="client.diary"),
        Binding("p", "profile", N_("profile"), id="client.profile"),
        Binding("U", "redo", N_("redo"), key_display="U", id="client.redo"),
        Binding("A", "archive", N_("archive"), key_display="A", id="client.archive"),
        Binding(
            "T", "everything", N_("all"), key_display="T", id="client.all", tooltip=N_("tell everything")
        ),
        *KEEPING_KEYS,
    ]

    def __init__(self, client_id: str, item: str = "") -> None:
        super().__init__(client_id)
        self._wanted = item
        self._beside = ""

    def body(self) -> Iterable[Widget]:
        """The list, what stands beside it, and below it what has no room there."""
        yield self.header_pane()
        yield self.problems_pane()
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield ItemList(lambda _: self._follow())
                yield EventList(lambda _: self._follow())
                yield Pane(id="brief")
            yield Pane(id="beside")
        yield Pane(id="counts")

    def on_mount(self) -> None:
        """Read the client."""
        self.reload()

    # -- painting --------------------------------------------------------------------------------

    def paint(self, seen: ClientView) -> None:
        """The title, the list with what stands beside it, and the counts."""
        self._title(seen)
        self.header_shows(seen)
        items, events = self.query_one(ItemList), self.query_one(EventList)
        if seen.broken is None:
            here = items.here
            items.show(item_rows(seen), here.key if here else self._wanted)
        else:
            events.show(seen, self.workspace.today)
        said = counts_line(seen) if seen.broken is None else ""
        self.query_one("#counts", Pane).show(lambda width: [((fitted(said, width), ""),)])
        if self.has_class("-broken") != (seen.broken is not None):
            self.toggle_class("-broken")
            (items if seen.broken is None else events).focus()

    def _title(self, seen: ClientView) -> None:
        client = seen.client
        when = ""
        if client.meeting is not None:
            day = day_word(client.meeting.date(), self.workspace.today)
            when = f"{day} {clock(client.meeting)}"
        trade = text_in(seen.checklist.title, spoken()) if seen.checklist else client.checklist
        archived = _("archived") if client.archived else ""
        parts = (short_name(seen), archived, when, client.place, trade)
        how = _("how: {how}").format(how=how_word(self.how))
        self.title_shows(" · ".join(one_line(part) for part in parts if part), how)

    def how_changed(self) -> None:
        """Show the other how in the title."""
        if self.seen:
            self._title(self.seen)

    def _follow(self) -> None:
        """Fill what stands beside the list, in the action of the key that moved the cursor."""
        row = self.query_one(ItemList).here
        stay = row is not None and row.key == self._beside
        self._beside = row.key if row else ""
        self.query_one("#beside", Pane).show(self._drawn(), stay=stay)
        self.query_one("#brief", Pane).show(self._drawn(brief=True))

    def _drawn(self, *, brief: bool = False) -> Drawn:
        """What stands beside, or in short below, the row under the cursor."""
        seen, today = self.seen, self.workspace.today
        if seen is not None and seen.broken is not None:
            event = self.query_one(EventList).here
            return lambda width: event_lines(seen, event, width) if event else ()
        row = self.query_one(ItemList).here
        if seen is None or row is None:
            return lambda _width: ()
        state = seen.state(row.key)
        if state is None:
            return lambda width: gone_lines(seen, row.key, today, width)
        lines = brief_lines if brief else item_lines
        return lambda width: lines(seen, state, today, width)

    # -- what the keys are about -----------------------------------------------------------------

    def item_here(self) -> ItemState | None:
        """The item under the cursor; when there is none, the owner is told why."""
        seen, row = self.seen, self.query_one(ItemList).here
        if seen is not None and seen.broken is not None:
            self.tell_fault(seen.broken)
        elif row is not None and row.kind == GONE:
            self.tell(_("The checklist no longer has this item; it counts nowhere."))
        return seen.state(row.key) if seen and row else None

    def on_line_list_chosen(self) -> None:
        """Show everything about the row, however small the screen is."""
        if self.seen is not None:
            self.app.push_screen(LinesBox(short_name(self.seen), self._drawn()))

    # -- other screens ---------------------------------------------------------------------------

    def action_script(self) -> None:
        """Open the script."""
        row = self.query_one(ItemList).here
        self.app.push_screen(ScriptScreen(self.client_id, near=row.key if row and row.kind == ITEM else ""))

    def action_meeting(self) -> None:
        """Begin the meeting, or go on with it."""
        self.app.push_screen(MeetingScreen(self.client_id))

    def action_diary(self) -> None:
        """Open the diary."""
        self.app.push_screen(DiaryScreen(self.client_id))

    def action_profile(self) -> None:
        """Change the client's profile."""
        if self.seen is not None:
            blanks = client_blanks(self.workspace, self.seen.client)
            title = _("Profile: {name}").format(name=short_name(self.seen))
            box = FormBox(title, blanks, lambda given: self._keep_profile(touched(blanks, given)))
            self.app.push_screen(box)

    def _keep_profile(self, given: Given) -> None:
        seen, _changed = edit_client(self.workspace, self.client_id, profile_from(given))
        self.take(seen)

    def action_archive(self) -> None:
        """Take the client out of the list, after asking; or put it back."""
        if self.seen is None:
            return
        if self.seen.client.archived:
            self._archive(archived=False)
            return

        def answered(answer: str | None) -> None:
            if answer == YES:
                self._archive(archived=True)

        self.app.push_screen(archive_box(self.seen), answered)

    def _archive(self, *, archived: bool) -> None:
        done = self.attempt(lambda: edit_client(self.workspace, self.client_id, {"archived": archived}))
        if done is not None:
            self.take(done[0])
            self.tell(_("Archived; key A takes it back.") if archived else _("Back in the list."))
