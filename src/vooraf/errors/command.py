"""Faults of the command line: it can't be carried out as it stands."""

from __future__ import annotations

from vooraf.errors import DENIED, DISK_FAILS, N_, NOT_PERMITTED, READ_ONLY, VoorafError, WrongUse


class AppliedOrExcepted(WrongUse):
    """Neither of the two, or both."""

    message = N_("Say what happened: --applied or --excepted, one of the two.")
    hint = N_("--applied: you applied the rule. --excepted: you made an exception, this once.")


class WhyMissing(WrongUse):
    """No ``--why``."""

    message = N_("Say why, with --why TEXT.")
    hint = N_("For instance: --why \"didn't come, and didn't call\"")


class OutputFailed(VoorafError):
    """What is printed can't be written."""

    message = N_("The output can't be written: {why}.")
    hint = N_("Make room, or send it somewhere else.")
    hints = dict.fromkeys((READ_ONLY, DENIED, NOT_PERMITTED, DISK_FAILS), N_("Send it somewhere else."))


class LetterCutOff(VoorafError):
    """The letter didn't come out whole, so it isn't recorded as told."""

    message = N_("The letter was cut off before its end, so nothing was recorded as told.")
    hint = N_("Let it come out whole, for instance into a file: -o letter.txt")


class UnknownCommand(WrongUse):
    """There is no command ``command``."""

    message = N_("There is no command “{command}”.")
    hint = N_("See all commands with: vooraf --help")


class UnknownCommandNear(UnknownCommand):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”? All commands: vooraf --help")


class UnknownOption(WrongUse):
    """``program`` has no option ``option``."""

    message = N_("“{program}” has no option {option}.")
    hint = N_("See its options with: {program} --help")


class UnknownOptionNear(UnknownOption):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean {nearest}? All options: {program} --help")


class MisplacedOption(UnknownOption):
    """An option of ``vooraf`` itself that stands behind the command."""

    message = N_("The option {option} comes before the command.")
    hint = N_("Write it as: vooraf {option} …")


class MissingArgument(WrongUse):
    """``program`` was used without ``argument``."""

    message = N_("“{program}” needs {argument}.")
    hint = N_("It is used as: {usage}")


class ArgumentTooMany(WrongUse):
    """``argument`` has no place."""

    message = N_("“{argument}” is one too many.")
    hint = N_("Put a text of several words between quotes. It is used as: {usage}")


class MissingValue(WrongUse):
    """The option ``option`` has no value."""

    message = N_("The option {option} needs a value.")
    hint = N_("Write one behind it; one that begins with a hyphen as {option}=-…")


class NoValueTaken(WrongUse):
    """The option ``option`` was given a value and takes none."""

    message = N_("The option {option} takes no value.")
    hint = N_("Write {option} alone.")


class BadOptionValue(WrongUse):
    """``value`` is none of the ``options`` of ``option``."""

    message = N_("“{value}” isn't a choice for {option}.")
    hint = N_("Choose one of: {options}")


class BadDays(WrongUse):
    """No number of days."""

    message = N_("“{value}” isn't a number of days.")
    hint = N_("Write a whole number, for instance --days 7.")


class BadVersion(WrongUse):
    """``value`` is no number of a version."""

    message = N_("“{value}” isn't the number of a version.")
    hint = N_("Give the number in front of it in the list: vooraf versions CLIENT")


class UnknownVersion(VoorafError):
    """``client`` has no version with ``number`` to choose."""

    message = N_("There is no version {number} to choose.")
    hint = N_("See which there are: vooraf versions {client}")


class BadMinutes(WrongUse):
    """``value`` is no length of a talk."""

    message = N_("“{value}” isn't a number of minutes.")
    hint = N_("Write a whole number from 1 up, for instance --minutes 10.")


class BadAssignment(WrongUse):
    """``value`` gives no field a value."""

    message = N_("“{value}” doesn't say which field gets which value.")
    hint = N_("Write FIELD=VALUE, for instance rate=75; with nothing behind it, rate= takes the value back.")


class NotTogether(WrongUse):
    """``one`` and ``other`` exclude each other."""

    message = N_("{one} and {other} don't go together.")
    hint = N_("Leave one of the two out.")


class NothingToChange(WrongUse):
    """``edit`` without anything to edit."""

    message = N_("Nothing was given that should change.")
    hint = N_('For instance: vooraf edit CLIENT --meeting "2026-11-24 10:00"')


class HowMissing(WrongUse):
    """``--tell`` without ``--by``."""

    message = N_("--tell needs --by: how the client gets this letter.")
    hint = N_("For instance --by email; one of: {options}")


class NothingToTell(WrongUse):
    """``--by`` or ``--on`` without ``--tell``."""

    message = N_("{option} belongs to --tell, which records a letter as told.")
    hint = N_("Add --tell, or leave {option} out.")


class OnlyWithSent(WrongUse):
    """``option`` without ``--sent``."""

    message = N_("{option} belongs to --sent, which records what was announced.")
    hint = N_("Add --sent, or leave {option} out.")


class SeveralPages(WrongUse):
    """Several HTML pages in one stream."""

    message = N_("Several pages don't fit in one HTML file: {option} is needed.")
    hint = N_("Name a folder, one client, or another format.")


class NoTerminal(WrongUse):
    """The screen was asked for where there is none."""

    message = N_("The screen needs a terminal, and there is none here.")
    hint = N_("The commands need none: vooraf --help")
