"""Where it is typed what to look for in a list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from vooraf.errors import N_


class FilterBox(Input):
    """One line; enter opens what the list stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("open"), key_display="enter", id="filter.open"),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Its place hangs on no letter: laying out the whole screen would take longer than finding who fits."""
