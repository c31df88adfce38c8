"""Faults of what people give: the value of a field, a date, a text that is too long."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError


class UnknownField(VoorafError):
    """``field`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no field “{field}”.")
    hint = N_("Its fields are: {fields}")


class UnknownFieldNear(UnknownField):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”? All its fields: {fields}")


class BadValue(VoorafError):
    """``value`` doesn't fit the field ``field``."""

    message = N_("“{value}” isn't a value for “{field}”.")


class BadAmount(BadValue):
    """No amount of money."""

    message = N_("“{value}” isn't an amount.")
    hint = N_("Write it as 1250, 1250.50 or 1250,50; another currency as 1250 USD.")


class TwoReadings(BadValue):
    """A number with a separator that may mean two things."""

    message = N_("“{value}” can be read as {first} and as {second}.")
    hint = N_("Write {first} or {second}.")


class TwoReadingsOneFits(TwoReadings):
    """The same, where the ``second`` has too many decimals to be kept."""

    hint = N_("Write {first}, or a figure with at most two decimals.")


class BadNumber(BadValue):
    """No number, or one that can't be below zero."""

    message = N_("“{value}” isn't a number for “{field}”.")
    hint = N_("Write digits, for instance 2 or 1.5.")


class BadWholeNumber(BadValue):
    """No whole number."""

    message = N_("“{value}” isn't a whole number for “{field}”.")
    hint = N_("Write digits, for instance 14.")


class BadDate(BadValue):
    """A date that doesn't exist."""

    message = N_("“{value}” can't be read as a date.")
    hint = N_("Write a day that exists, the year first, then month and day: 2026-11-24.")


class BadTime(BadValue):
    """A time that doesn't exist."""

    message = N_("“{value}” can't be read as a time.")
    hint = N_("Write it as 14:30.")


class BadMoment(BadValue):
    """A day and time that don't exist."""

    message = N_("“{value}” can't be read as a day and time.")
    hint = N_("Write a day that exists, the year first, then month, day and time: 2026-11-24 10:00.")


class BadChoice(BadValue):
    """None of the ``options``."""

    message = N_("“{value}” isn't a choice for “{field}”.")
    hint = N_("Choose one of: {options}")


class FutureDate(VoorafError):
    """Something that happened can't lie in the future."""

    message = N_("{date} lies in the future; what is told or confirmed has already happened.")
    hint = N_("Write the day it happened, or leave --on out for today.")


class TooLong(VoorafError):
    """A text over the limit of a diary."""

    message = N_("This text has {length} characters; the most is {most}.")
    hint = N_("Write it in parts, or keep it elsewhere and note where.")


class TooManyBytes(TooLong):
    """A text, or a list of them, that takes more ``bytes`` than ``most``, which is a line of a diary."""

    message = N_("This takes {bytes} bytes in the diary; the most is {most}.")


class Unstorable(VoorafError):
    """A text with bytes that aren't characters."""

    message = N_("This text holds bytes that aren't characters, so it can't be kept.")
    hint = N_("Type it again, or save its source as UTF-8.")
