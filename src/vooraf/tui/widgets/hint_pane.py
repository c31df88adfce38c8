"""What could be said better in a text: the marked place, the reason, the better pattern."""

from __future__ import annotations

from collections.abc import Iterator

from vooraf.locale import _, ngettext, spoken
from vooraf.locale.hint_words import kind_word
from vooraf.model.checklist import text_in
from vooraf.model.word_check import Hint
from vooraf.tui.widgets.marked_area import MarkedArea
from vooraf.tui.widgets.paint import Line, one_line, paragraph
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.signs import pointer

_INDENT = "  "


class HintPane(Pane):
    """The hints of a ``MarkedArea``, the one nearest to the cursor first. It never stands in the way of saving.

    Give it the area after each change and each move of the cursor (``TextArea.Changed``, ``SelectionChanged``).
    """

    def look_at(self, area: MarkedArea) -> None:
        """Show the hints of what stands in ``area`` now."""
        hints, fault, at = area.hints, area.fault, area.cursor_index
        if fault is not None:
            told = f"{fault.sentence(_)} {fault.hint_line(_)}"
            self.show(lambda width: paragraph(told, width, "dim"))
            return
        ordered = sorted(hints, key=lambda hint: _distance(hint, at))
        self.show(lambda width: _lines(ordered, width))


def _distance(hint: Hint, at: int) -> int:
    return max(hint.start - at, at - hint.end, 0)


def _lines(hints: list[Hint], width: int) -> Iterator[Line]:
    if not hints:
        yield ((_("No hints on this text."), "dim"),)
        return
    if len(hints) > 1:
        count = ngettext("{count} hint, the nearest first", "{count} hints, the nearest first", len(hints))
        yield ((count.format(count=len(hints)), "dim"),)
    for hint in hints:
        yield (
            (f"{pointer()} ", "key"),
            (one_line(hint.match), "changed"),
            (f"  {kind_word(hint.kind)}", "dim"),
        )
        yield from paragraph(text_in(hint.why, spoken()), width, "", _INDENT)
        better = _("Better: {pattern}").format(pattern=text_in(hint.instead, spoken()))
        yield from paragraph(better, width, "strong", _INDENT)
