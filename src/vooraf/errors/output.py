"""Faults of what goes out: to a printer, and into which kind of file."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError, WrongUse


class NoPrinter(VoorafError):
    """No printer took the script; it stands in ``file``."""

    message = N_("No printer took it ({why}). The script stands in {file}.")
    hint = N_("Open that file and print it from there.")


class NoPrintProgram(NoPrinter):
    """There is no ``lp``; the script stands in ``file``."""

    message = N_("This system has no program lp to print with. The script stands in {file}.")


class UnknownEnding(WrongUse):
    """The ending of ``file`` names no format."""

    message = N_("The ending of “{file}” names no format.")
    hint = N_("Endings are {endings}; or name one with --format.")


class NoEnding(UnknownEnding):
    """The same on the screen, where the name alone says which format."""

    hint = N_("End it in one of {endings}.")
