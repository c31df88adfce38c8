"""``vooraf list``: the clients, with their next meeting and how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from vooraf.actions.missing import concerned, folder_gone
from vooraf.actions.overview import Row, overview
from vooraf.cli.arguments import Namespace
from vooraf.cli.as_json import SCHEMA, problems_json, row_json
from vooraf.cli.context import Context
from vooraf.cli.options import declare_json
from vooraf.cli.parser import Parser
from vooraf.cli.streams import Streams, beside
from vooraf.errors import DONE, N_
from vooraf.locale import _
from vooraf.locale.day_words import meeting_word
from vooraf.locale.words import MUST, glyph, musts_word, standing_word
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD, WAIVED
from vooraf.model.visible import visible_line
from vooraf.render.wrap import cells

ORDER = (CONFIRMED, TOLD, CHANGED, OPEN, WAIVED)
WIDEST_NAME, NARROWEST_NAME = 40, 12


def declare(parser: Parser) -> None:
    """Name the arguments."""
    parser.usage = ("[--filter TEXT] [--archived] [--json]",)
    parser.examples = ("vooraf --demo list", "vooraf --demo list --filter noor")
    parser.option("--filter", "TEXT", N_("only those whose name, wishes or notes have this in them"))
    parser.flag("--archived", N_("the archived ones too"))
    declare_json(parser)


def run(context: Context, given: Namespace) -> int:
    """Print a line a client, meetings to come first."""
    found = overview(context.workspace, given.filter or "", archived=given.archived)
    if given.json:
        clients = [row_json(row) for row in found.rows]
        problems = problems_json(found.problems, context.out.translate)
        context.out.json({"schema": SCHEMA, "clients": clients, "problems": problems})
        return DONE
    context.add_problems(*found.problems)
    if found.rows:
        _table(context.out, found.rows, context.workspace.now())
    elif folder_gone(found.problems):
        return DONE  # what is told of it says all there is
    elif given.filter:
        context.out.line(_("No client fits “{text}”.").format(text=given.filter))
    elif not given.archived and overview(context.workspace, archived=True).rows:
        told = _("Every client is archived. See them with: {command}")
        context.out.line(told.format(command=context.command("list --archived")))
    elif not concerned(found.problems):  # else there were some, of whom it is told that they are gone
        context.out.line(
            _("No clients yet. Open the first with: {command}").format(command=context.command('new "…"'))
        )
    return DONE


def _table(out: Streams, rows: Sequence[Row], now: datetime) -> None:
    """Columns that are aligned by what a terminal shows, and what the signs mean."""
    names = [visible_line(row.name) for row in rows]
    meetings = [meeting_word(row.meeting, now) for row in rows]
    figures = [_figures(row, out) for row in rows]
    behind = [beside((_musts(row), _("archived") if row.archived else "")) for row in rows]
    wide_meeting = max(map(cells, meetings))
    beside_name = wide_meeting + max(map(cells, figures)) + max(map(cells, behind)) + 14
    room = WIDEST_NAME
    if out.columns is not None:
        room = max(NARROWEST_NAME, min(room, out.columns - beside_name))
        names = [_fitted(name, room) for name in names]
    wide = min(room, max(map(cells, names)))
    for row, name, meeting, figure, last in zip(rows, names, meetings, figures, behind, strict=True):
        columns = (row.client, _padded(name, wide), _padded(meeting, wide_meeting), figure, last)
        out.line("  ".join(columns).rstrip())
    out.line()
    meanings = (f"{glyph(each, ascii_only=out.ascii_only)} {standing_word(each)}" for each in ORDER)
    out.line("  ".join(meanings), style="2")


def _figures(row: Row, out: Streams) -> str:
    """How many items stand where; nothing where there are none."""
    signs = {each: glyph(each, ascii_only=out.ascii_only) for each in ORDER}
    return " ".join(
        f"{sign}{row.standing[each]:>3}" if row.standing[each] else " " * (len(sign) + 3)
        for each, sign in signs.items()
    )


def _musts(row: Row) -> str:
    return f"{MUST} {musts_word(row.must_open)}" if row.must_open else ""


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - cells(text))


def _fitted(text: str, room: int) -> str:
    """``text`` cut to ``room`` cells."""
    if cells(text) <= room:
        return text
    while cells(text) > room - 1:
        text = text[: room - 1] if len(text) > room else text[:-1]
    return text + "…"
