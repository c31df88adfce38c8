"""A checklist as the text of its file, whole or with something changed in it."""

from __future__ import annotations

from vooraf.storage.checklist_reader import read_checklist

GOOD = """schema = 1
extends = "general"
drop = ["delivery-date"]
title = { en = "Baker", nl = "Bakker" }

[[section]]
key = "revisions"
title = { en = "Changes", nl = "Wijzigingen" }

[[section.item]]
key = "revisions"
must = true
moment = "agreement"
title = { en = "Rounds", nl = "Rondes" }
edition = 2
allow = ["guarantee"]
[section.item.say]
en = "${rounds} rounds, then ${rate}; $$ and $5 are dollars."
nl = "${rounds} rondes, dan ${rate}."
nl_formal = "${rounds} rondes, daarna ${rate}."
[section.item.ask]
en = "How many rounds would you like?"
nl = "Hoeveel rondes wil je?"
nl_formal = "Hoeveel rondes wilt u?"
[section.item.check]
en = "What happens after the second round?"
nl = "Wat doe je na de tweede ronde?"
nl_formal = "Wat doet u na de tweede ronde?"
[section.item.why]
en = "Rounds without end are never paid."
nl = "Rondes zonder einde betaalt niemand."
[section.item.field]
rounds = { type = "number", default = 2, label = { en = "Rounds", nl = "Rondes" } }
rate = { type = "money", label = { en = "Rate", nl = "Tarief" } }
"""


def read(text, *, builtin=False):
    content = text if isinstance(text, bytes) else text.encode()
    return read_checklist(content, "baker.toml", "baker", builtin=builtin)


def changed(old, new, count=1):
    assert old in GOOD
    return GOOD.replace(old, new, count)
