"""What an owner can do: read, decide, append, give back the new state.

The commands and the screen both go through these functions, so they can't differ.

=================  ==============================================================================
workspace.py       a data folder with its checklists, rules and clock: what every action gets
overview.py        the list of clients
rows.py            the list's lines as they were made before
view.py            one client with every item's standing
finding.py         the client that a name means
clients.py         a new client, an edited profile, archiving
items.py           tell, confirm, waive, reopen
values.py          values for one client
notes.py           a note
changes.py         what has changed since clients were told
announcing.py      a change announced: the day and the reason, the messages, what was sent
undoing.py         undo and redo
scripts.py         a script made out; a letter recorded as told
meetings.py        a meeting: started, answered, ended
checklists.py      the checklists: listed, shown, copied, checked
git.py             diaries in git: set up, merged
doctor.py          everything looked at, and what can be mended without asking (with examining)
setting_up.py      the first start: trade, language, values
settings.py        this device's settings
output.py          a script into a file or to the printer
reports.py         the report of a fault of ours
demo.py            sample clients
=================  ==============================================================================
"""
