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
look.py                all of them against the index, one at a time
index.py               what was read before, in SQLite; it can be thrown away at any time (with packed)
row_index.py           the lines of the list in the index: in their order, a few at a time, searched
index_file.py          its file: the tables, made anew when they can't be used (index_values)
remembered.py          the readings of diaries in the index, while their files are unchanged
kept_clients.py        clients with long diaries in the index, as they were folded
kept.py                the checklists and talks in the index, likewise; kept_words.py the word lists (packed_words)
watching.py            whether something changed since the last look, for next to nothing
safety.py              what was written and read, once more: for when an old file is put back
diaries.py             who is there, one client from all files, and what is missing from them
store.py               the writer: the append, what it mends before, the owner's choice about what is missing
mending.py             conflict copies taken in, empty files moved away
merging.py             two versions of a diary as one, for git and for conflict copies
git.py                 git's attributes and merge driver
copies.py              which program made a conflict copy, as its name tells
health.py              what the data depend on: folder, locks, index, room, file system
permissions.py         who can get at the data
library.py             checklists and talks, built-in (builtin) and the owner's
shelf.py               the files of a library, each read when it is first asked for
checklist_reader.py    a checklist's file, every fault at once (checklist_form, form_faults, report)
checklist_start.py     the first text of an owner's own checklist
talk_reader.py         a talk's file (talk_form)
word_files.py          the files of word lists (words_reader, words_form)
client_texts.py        every text that a client reads or hears, with its line: for the word check
rules.py               the house rules (loose, plain_toml); rules_items.py what they say of items
rules_writer.py        a change of theirs that leaves alone what people wrote by hand (toml_edit)
toml_document.py       a file that people write: its values and their places (toml_places, toml_syntax)
settings.py            the settings of this device
files.py               whole files or none: a temporary file, fsync, rename
=====================  ==========================================================================

The path of one event. A key or a command calls an action, and the action asks the store to append. The store
takes the client's lock (locks) and reads the client's files as they are now: unchanged ones from the index
(remembered), others anew (diary_reader). It refuses a diary that is empty or lacks events (diaries, safety);
it sets torn bytes aside and takes conflict copies in (diary_writer, mending). Then the action decides on the
client as these files tell it (model.fold), and the events are sealed (model.events). They are written with
one call that begins with a newline, put on the platter, read back, and the file at the path must still be the
one that was written to (diary_writer). They go into the safety copy, the lock is let go, and the client is
folded anew from the files: that is what the screen shows as done.

And back: on the next start the list comes from the index at once (row_index), and is then checked against the
files' sizes, times and inodes (look); what changed is read again and put in its place.
"""
