"""What an owner can do: read, decide, append, give back the new state.

The commands and the screen both go through these functions, so they can't differ.

=================  ==============================================================================
workspace.py       a data folder with its checklists, rules and clock: what every action gets
overview.py        the list of clients: all lines, those that changed made anew
everybody.py       the same on a screen: the order of all, the lines of those who are seen
indexing.py        many diaries read by processes of their own (indexing_worker)
copies.py          conflict copies taken in
originals.py       what was recorded, of events that were changed by hand since
missing.py         events that stood in a diary and don't any more: the owner's choice
versions.py        events that stand in two versions: the owner's choice
rows.py            the list's lines as they were made before
view.py            one client with every item's standing
finding.py         the client that a name means
clients.py         a new client, an edited profile, archiving
items.py           tell, confirm, waive, reopen
values.py          values for one client
notes.py           a note
house_rules.py     the house rules, and what a change of them would do (rule_edits, keeping_rules, rule_hints)
rules_that_fit.py  whether they fit the checklists that are used
told.py            what everybody was told, counted once
changes.py         what has changed since clients were told
announcing.py      a change announced: the messages, what was sent; reasons.py from when it holds, and why
boundaries.py      a rule that was broken: applied, or excepted
messages.py        messages about one item
due.py             what is due with all clients
words.py           hints on the words of any text, and of the checklists
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
