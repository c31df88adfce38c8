"""The only code that touches a disk.

=====================  ==========================================================================
folder.py              where the data live, and whether they can be read and written
device.py              this device: its name in ids, new ids, its settings' and state's folders
locks.py               one writer a client at a time
toml_text.py           an event as the lines of its file
diary_reader.py        the bytes of a diary as events: tolerant, never repairing (with diary_blocks)
diary_writer.py        the append: lock, one write, fsync, read back; setting torn bytes aside
diary_files.py         the diaries' files: what lies there, read again when it changes, whose it is
safety.py              what this device wrote, once more: for when an old file is put back
merging.py             two versions of a diary as one, for git
git.py                 git's attributes and merge driver
copies.py              which program made a conflict copy, as its name tells
health.py              what the data depend on: folder, locks, index, room, file system
permissions.py         who can get at the data
store.py               all diaries of a data folder: who is there, one client from all its files
library.py             checklists and talks, built-in and the owner's
checklist_reader.py    a checklist's file, every fault at once (with checklist_form, toml_places)
talk_reader.py         a talk's file
rules.py               the house rules
settings.py            the settings of this device
files.py               whole files or none: a temporary file, fsync, rename
=====================  ==========================================================================

The path of one event: an action asks the store to append; the writer takes the client's lock, reads
the diary's files as they are now, lets the action decide on them, seals the events, writes them with
one call that begins with a newline, has them put on the platter, reads them back, and only then gives
back the new state, which is what the screen shows as done.
"""
