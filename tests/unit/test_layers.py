"""Each layer, imported in a fresh interpreter, brings along only what it may."""

import subprocess
import sys

import pytest

SHOWN = "import sys, {module}; print('\\n'.join(sorted(sys.modules)))"
HEAVY = {"textual", "rich", "pydantic", "babel", "tomli_w", "platformdirs", "dataclasses"}
DEAR = {
    "typing",
    "re",
    "enum",
    "json",
    "argparse",
    "gettext",
    "hashlib",
    "threading",
    "locale",
    "pathlib",
    "tomllib",
}
"""Of the standard library: each takes as much as several modules of ours, of a start that has 30 ms."""


def brought_along(module):
    ran = subprocess.run(
        [sys.executable, "-c", SHOWN.format(module=module)], capture_output=True, text=True, check=True
    )
    return set(ran.stdout.split())


def ours(modules):
    return {name.split(".")[1] for name in modules if name.startswith("vooraf.")}


@pytest.mark.parametrize(
    ("modules", "layers"),
    [
        ("vooraf.errors", {"errors"}),
        ("vooraf.model.script, vooraf.model.questions, vooraf.model.extend", {"model", "errors"}),
        ("vooraf.storage.store, vooraf.storage.library", {"storage", "model", "errors"}),
        ("vooraf.render.text, vooraf.render.html", {"render", "model", "errors"}),
        (
            "vooraf.actions.meetings, vooraf.actions.checklists, vooraf.actions.demo",
            {"actions", "storage", "model", "errors"},
        ),
    ],
)
def test_a_layer_imports_only_those_below_it(modules, layers):
    assert ours(brought_along(modules)) <= layers


def test_the_commands_import_neither_the_screen_nor_what_only_the_screen_needs():
    found = brought_along("vooraf.cli.main, vooraf.cli.script")
    assert not {"tui"} & ours(found)
    assert not {"textual", "rich"} & found


@pytest.mark.parametrize("layer", ["vooraf.model.script", "vooraf.render.text", "vooraf.storage.store"])
def test_nothing_heavy_is_imported_before_it_is_needed(layer):
    assert not HEAVY & brought_along(layer)


def test_the_screen_does_not_import_the_commands():
    assert "cli" not in ours(brought_along("vooraf.tui.app"))


def test_what_a_printed_script_needs_is_all_that_it_imports():
    found = brought_along(
        "vooraf.__main__, vooraf.cli.script, vooraf.cli.show, vooraf.cli.list, vooraf.render.text"
    )
    assert not (DEAR | HEAVY) & found, "import it in the function that needs it, with the measured reason"
