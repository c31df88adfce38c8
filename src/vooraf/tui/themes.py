"""Two calm themes. State is never shown by colour alone."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="vooraf-dark",
    primary="#6A9FB5",
    secondary="#8FA876",
    accent="#E0B15A",
    foreground="#D8DEE4",
    background="#14181C",
    surface="#1B2127",
    panel="#232B33",
    success="#8CC265",
    warning="#E0B15A",
    error="#E57373",
    dark=True,
)

LIGHT = Theme(
    name="vooraf-light",
    primary="#2F6F8F",
    secondary="#5B7A3A",
    accent="#8A5A00",
    foreground="#1E2429",
    background="#FBFAF7",
    surface="#F2F0EA",
    panel="#E5E2D9",
    success="#2F7D32",
    warning="#8A5A00",
    error="#B3261E",
    dark=False,
)
