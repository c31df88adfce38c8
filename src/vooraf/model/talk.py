"""How one conversation is led, or one message written: parts of steps. Data, no behaviour.

A step's text may hold ``${names}``; a step whose text names something that has no value here is left
out, so a talk needs few conditions. ``when`` names what else must hold: see CONDITIONS.

What can be named, in every step: ``name``, ``salutation`` (“Dear” and the name where none is known),
``owner``, ``meeting`` (day and time; only when it isn't past), ``place``, ``minutes`` (in words: “10 minutes”),
``today``, ``style``, ``approach``, ``pace``; and where the house rules announce something to this client,
``change`` (the titles of those items) and ``change_day`` (the day, when it is one).
In a step for every wish: ``wish``. In one for every answer of today that is about no item: ``words``.
In a step for every item: ``title``; ``point`` and ``point_told`` (the title with, in brackets, how and when
it was told, and that the meeting doesn't end without it: the line that opens an item); ``section`` (its
title), ``standing``, ``say`` (today's wording, when it is ready), ``blanks`` (what is still to be filled in,
when it isn't), ``ask``, ``check``, ``told_on``, ``told_by``, ``was`` (the words it was told or confirmed in),
``from_day`` (the day from which an announced change holds), ``held`` (the words that hold until that day),
``confirmed_on``, ``confirmed_by``, ``words`` (the client's own), ``excepted_on`` and ``excepted_why`` (the last
exception, while it wasn't talked about). In a step for every item that is announced now, ``from_day`` and
``held`` are those of the house rules, and ``because`` is the reason.
In a step about the one item of a message (``each = "about"``) the same, as it was known on the day that the
rule came up, and: ``day`` (that day, else today), ``told_when`` (“on 12 November by e-mail”), ``times`` (how
often the rule came up: “3 times”).
"""

from __future__ import annotations

from vooraf.model.checklist import Texts
from vooraf.model.record import NamedTuple

KINDS = ("say", "ask", "listen", "write", "dont", "note")
MEETING, LETTER = "meeting", "letter"
ONCE, ABOUT = "once", "about"
CONDITIONS = (
    "first", "again", "call", "in-person", "must", "ready", "unready", "confirmed", "told", "coming", "begun",
    "replaces", "consumer", "business", "brief", "full", "signed", "known", "untold", "charges", "free",
    "repeated", ONCE,
)  # fmt: skip
"""What ``when`` can ask for.

``first``, ``again``: no talk with this client ended before today, or one did. ``call``, ``in-person``: how
the meeting is held. ``business``: the client is one; ``consumer``: any other. ``brief``: they like it short
(see ``prefers``); ``full``: any other. ``signed``: the owner's name is known. For an item: ``must``;
``ready``, ``unready``: its wording; ``confirmed``, ``told``: its standing; ``coming``: a change was
announced for a day that is to come; ``begun``: that day has come, and the client hasn't answered;
``replaces``: what is announced now takes the place of an earlier announcement whose day is still to come.
About the one item of a message: ``known``, ``untold``: whether the client was told it by that day;
``charges``, ``free``: whether an amount or a share of the price stands in those words; ``repeated``: the
rule came up before. ``once``: in a part that is repeated this step isn't: it stands once, at its place
among the others, and only when there is something to repeat.
"""


class Step(NamedTuple):
    """One line: its kind, its text per language, the conditions that must all hold.

    ``question`` begins a new question of the meeting with this key; empty: the same one goes on.
    """

    kind: str
    text: Texts
    when: tuple[str, ...]
    question: str


class Part(NamedTuple):
    """Steps under one title; ``each`` repeats them for every item (or wish) of that choice.

    ``sections``: only items of these sections; ``skip``: none of these. ``title`` may have no text at all:
    a letter greets without one, and with ``each = "section"`` there is then a part for every section of the
    checklist, under the section's own key and title (with a title: one part for the items of all of them).
    Of a section come the items that are ready and not waived.
    """

    key: str
    title: Texts
    each: str
    sections: tuple[str, ...]
    skip: tuple[str, ...]
    steps: tuple[Step, ...]


class Talk(NamedTuple):
    """A talk as its file tells it.

    ``form`` is ``meeting`` or ``letter``; ``minutes`` the usual length and ``fixed`` what the parts
    without items take of it (0 for a letter); ``heading`` the pieces of the first line; ``outcome`` the
    key of the letter that is offered at the end; ``calls`` the words in a client's place that make it a call.
    A message about one item names in ``about`` the items that it suits, the best first (none: any item), and
    in ``record`` whether it goes with a rule that was ``applied`` or ``excepted``.
    """

    key: str
    title: Texts
    form: str
    minutes: int
    fixed: int
    heading: tuple[Texts, ...]
    outcome: str
    calls: tuple[str, ...]
    parts: tuple[Part, ...]
    about: tuple[str, ...] = ()
    record: str = ""

    @property
    def needs_item(self) -> bool:
        """Whether it is about one item."""
        return any(part.each == ABOUT for part in self.parts)
