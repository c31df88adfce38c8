"""Keeping a change of the house rules: one writer at a time, and the rules as they are then."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.workspace import Workspace
from vooraf.errors.diary import DiaryBusy
from vooraf.errors.rules import RulesBusy
from vooraf.model.checklist import HouseRules

Path = tuple[str, ...]


def keep_rules(
    workspace: Workspace, edits: Mapping[Path, object], expected: Mapping[Path, object] | None = None
) -> HouseRules:
    """Put ``edits`` into house-rules.toml (see ``storage.rules_writer``); gives the rules as they are now.

    ``edits`` maps a path such as ``("value", "rounds")`` to what is to stand there, ``None`` to take it out;
    ``expected`` maps paths to what the owner saw there.

    Raises:
        RulesBusy: another window is writing them and doesn't come to an end.
        BrokenRules, RuleInTheWay, RulesChanged, RulesNotSaved, TooLong: and then nothing was changed.
    """
    # Only who writes needs these: filelock and what edits the text.
    from vooraf.storage.locks import locked  # noqa: PLC0415
    from vooraf.storage.rules_writer import write_rules  # noqa: PLC0415

    try:
        with locked(workspace.state(), workspace.folder.root, "house-rules"):
            write_rules(workspace.folder.rules, edits, expected)
    except DiaryBusy as error:
        raise RulesBusy(file=workspace.folder.rules) from error
    return workspace.rules
