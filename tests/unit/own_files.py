"""Files of a library: checklists and talks in temporary folders."""

from __future__ import annotations

from pathlib import Path

from vooraf.storage.library import Library

TEXTS = '{ en = "Text.", nl = "Tekst.", nl_formal = "Tekst." }'
TITLE = '{ en = "Title", nl = "Titel" }'


def item(key, say=TEXTS):
    return (
        f'[[section.item]]\nkey = "{key}"\nmoment = "start"\ntitle = {TITLE}\nsay = {say}\nask = {TEXTS}\n'
        f"check = {TEXTS}\nwhy = {TITLE}\n"
    )


def checklist(*items, extends=""):
    head = f'schema = 1\nextends = "{extends}"\n' if extends else "schema = 1\n"
    return f'{head}title = {TITLE}\n[[section]]\nkey = "section"\ntitle = {TITLE}\n' + "".join(items)


def talk(text=TEXTS):
    step = f'[[part]]\nkey = "all"\n[[part.step]]\nkind = "say"\ntext = {text}\n'
    return f'schema = 1\ntitle = {TITLE}\nform = "letter"\n{step}'


class Folders:
    """The folders of a library below a temporary one, with files to put in them."""

    def __init__(self, root):
        self.builtin, self.own, self.talks = (str(root / name) for name in ("builtin", "own", "own-talks"))
        self.put("builtin", "general", checklist(item("price"), item("rate")))
        self.put("builtin", "baker", checklist(item("cake"), extends="general"))
        self.put("builtin/talks", "note", talk())

    def put(self, folder, name, text):
        path = Path(self.builtin).parent / folder
        path.mkdir(exist_ok=True)
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
        return str(path / f"{name}.toml")

    def library(self):
        return Library(self.builtin, self.own, self.talks)
