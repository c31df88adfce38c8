"""The first steps: language and trade, the values that most items need, the first client.

Each can be skipped, and nothing is lost by it: what is missing is asked where it is needed.
"""

from __future__ import annotations

import os

from vooraf.actions.checklists import checklist
from vooraf.actions.clients import new_client
from vooraf.actions.setting_up import fields_to_ask, ready_with, set_up
from vooraf.actions.workspace import Workspace
from vooraf.locale import _, spoken, wanted
from vooraf.locale.words import language_word, value_word
from vooraf.model.checklist import LANGUAGES, Checklist, Field, HouseRules, text_in
from vooraf.model.wording import IN_RULES, look_up
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.screens.form_box import Blank, Given
from vooraf.tui.screens.profile import checklist_choices, client_blanks, profile_from
from vooraf.tui.screens.step_box import StepBox
from vooraf.tui.screens.value_blanks import none_yet, typed

SCREEN_NAMES = {"en": "English", "nl": "Nederlands"}
"""Each in its own language, for who can't read the other."""

_FIRST_CLIENT = ("name", "meeting", "place", "wishes", "language")
_SCREEN = "screen"


async def first_steps(screen: BaseScreen) -> str:
    """Lead through the three steps over ``screen``; gives the first client's short id, or an empty text.

    To be awaited in a worker of the screen.
    """
    await house_steps(screen, 3)
    opened: list[str] = []
    await screen.app.push_screen_wait(_client_step(screen.workspace, opened))
    return opened[0] if opened else ""


async def house_steps(screen: BaseScreen, steps: int = 2) -> None:
    """Lead through the first two of so many ``steps``: what holds for every client."""
    await screen.app.push_screen_wait(_owner_step(screen, steps))
    step = screen.attempt(lambda: _values_step(screen, steps))
    if step is not None:
        await screen.app.push_screen_wait(step)


def _step(number: int, steps: int, title: str) -> str:
    return _("Step {number} of {steps}: {title}").format(number=number, steps=steps, title=title)


# -- language and trade ------------------------------------------------------------------------------


def _owner_step(screen: BaseScreen, steps: int) -> StepBox:
    workspace, rules = screen.workspace, screen.workspace.rules
    usual = rules.language if rules != HouseRules() else spoken()
    blanks = (
        Blank(_SCREEN, _("Screen language"), spoken(), choices=list(SCREEN_NAMES.items())),
        Blank("name", _("Your name or business"), rules.name, _("stands under your letters")),
        Blank("trade", _("What you do"), rules.trade, choices=checklist_choices(workspace)),
        Blank("language", _("Language with clients"), usual, choices=_client_languages()),
    )

    def keep(given: Given) -> None:
        owner = {name: text for name, text in given.items() if name != _SCREEN and text.strip()}
        set_up(workspace, owner, {})
        usual = wanted(None, screen.vooraf.settings.language, os.environ)
        if given[_SCREEN] != spoken() or spoken() != usual:  # what --lang said counts for this run alone
            screen.vooraf.speak(given[_SCREEN])

    hint = _(
        "Welcome. Vooraf keeps what you told each client up front, what they confirmed and what is still"
        " open, and makes the script for when you meet. Each step is short, and esc skips it."
    )
    return StepBox(_step(1, steps, _("language and trade")), blanks, keep, hint, "name")


def _client_languages() -> list[tuple[str, str]]:
    return [(each, language_word(each)) for each in LANGUAGES]


# -- values ------------------------------------------------------------------------------------------


def _values_step(screen: BaseScreen, steps: int) -> StepBox:
    """The step with the values. Raises UnknownChecklist, BrokenChecklist: there is nothing to ask."""
    workspace, rules = screen.workspace, screen.workspace.rules
    known = checklist(workspace, rules.trade)
    blanks = [_value_blank(field, known, rules) for field in fields_to_ask(workspace, rules.trade)]
    ready, whole = ready_with(workspace, rules.trade, rules.language)
    hint = _(
        "They stand in most of your texts. {ready} of {whole} texts can be told as they are; what you leave"
        " empty is asked when a text needs it."
    ).format(ready=ready, whole=whole)
    return StepBox(
        _step(2, steps, _("your usual values")), blanks, lambda given: set_up(workspace, {}, given), hint
    )


def _value_blank(field: Field, known: Checklist, rules: HouseRules) -> Blank:
    found = look_up(field, {}, rules)
    own = typed(found.value) if found and found.source == IN_RULES else ""
    hint = value_word(field.name, found.value, known) if found else none_yet(field)
    choices = [(key, text_in(texts, spoken())) for key, texts in field.options.items()]
    if choices:
        choices.insert(0, ("", hint))
    return Blank(field.name, text_in(field.label, spoken()), own, hint, choices)


# -- the first client --------------------------------------------------------------------------------


def _client_step(workspace: Workspace, opened: list[str]) -> StepBox:
    blanks = [blank for blank in client_blanks(workspace) if blank.name in _FIRST_CLIENT]

    def keep(given: Given) -> None:
        opened.append(new_client(workspace, given["name"], profile_from(given)).client)

    hint = _("Whom do you meet next? A name is enough. After this step the script is there to print.")
    return StepBox(_step(3, 3, _("your first client")), blanks, keep, hint)
