"""The only code that touches a disk.

=====================  ==========================================================================
folder.py              where the data live, and whether they can be read and written
places.py              where this system keeps a program's data, settings and state
device.py              this device: its name in ids, new ids, its settings' and state's folders
locks.py               one writer a client at a time
toml_text.py           an event as the lines of its file
diary_reader.py        the bytes of a diary as a reading: tolerant, never repairing
                       (diary_blocks, diary_events, reading)
diary_writer.py        the append: lock, one write, fsync, read back; setting torn bytes aside
diary_files.py         the diaries' files: what lies there, read again when it changes, whose it is
index.py               what was read before, in SQLite; it can be thrown away at any time (with packed)
index_file.py          its file: the tables, made anew when they can't be used
remembered.py          the readings of diaries in the index, while their files are unchanged
kept.py                the checklists and talks in the index, likewise
safety.py              what this device wrote, once more: for when an old file is put back
merging.py             two versions of a diary as one, for git
git.py                 git's attributes and merge driver
copies.py              which program made a conflict copy, as its name tells
health.py              what the data depend on: folder, locks, index, room, file system
permissions.py         who can get at the data
store.py               all diaries of a data folder: who is there, one client from all its files
library.py             checklists and talks, built-in and the owner's
shelf.py               the files of a library, each read when it is first asked for
checklist_reader.py    a checklist's file, every fault at once (checklist_form, form_faults, report)
talk_reader.py         a talk's file (talk_form)
rules.py               the house rules (loose)
rules_writer.py        a change of theirs that leaves alone what people wrote by hand (toml_edit)
toml_document.py       a file that people write: its values and their places (toml_places, toml_syntax)
settings.py            the settings of this device
files.py               whole files or none: a temporary file, fsync, rename
=====================  ==========================================================================

The path of one event: an action asks the store to append; the writer takes the client's lock, reads
the diary's files as they are now, lets the action decide on them, seals the events, writes them with
one call that begins with a newline, has them put on the platter, reads them back, and only then gives
back the new state, which is what the screen shows as done.
"""
