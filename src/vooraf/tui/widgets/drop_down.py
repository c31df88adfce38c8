"""A field with a choice, which says by which key it opens."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Select

from vooraf.errors import N_


class DropDown(Select[str], inherit_bindings=False):
    """A choice of texts; while it has the focus, the keys of the box say how it opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,space,up", "show_overlay", N_("choose"), key_display="enter", id="form.open"),
    ]
