"""What Vooraf knows, as frozen data and pure functions: no files, no clock, no screen.

==============  =================================================================================
checklist.py    a checklist: sections, items, fields, texts in languages
naming.py       names for comparing and for files
keys.py         the keys and names that people give, and the nearest right spelling
faults.py       what is wrong with a file, as data
extend.py       ``extends`` and ``drop``: one checklist worked out from a base and its child
values.py       reading the value of a field: amounts, dates, choices; shown_values.py as it is shown
formats.py      amounts, dates and times as a language writes them
wording.py      the wording of an item: looked up, filled in, ready or not
events.py       one dated fact, and its seal
diary.py        the union and the order of events; what is undone; what can be undone
versions.py     which of two versions of an event counts, as the owner chose
client.py       a client as the diary tells it
fold.py         the fold: a client out of events
standing.py     where each item of the checklist stands with a client
announcing.py   a change that is announced: what holds until its day, and whether it was answered
otherwise.py    who was told something else than what is told today
vat.py          prices without VAT, said to a private client
boundary.py     rules that were broken, and then applied or excepted
due.py          what waits for the owner with one client
talk.py         how a conversation is led: parts and steps
selection.py    what goes into a meeting, by its minutes
subjects.py     what the steps of a talk are said about: an item, or the meeting
repeated.py     which of these the steps of a part are repeated for; the wishes, the answers
manner.py       how a client likes it: the lines on top of every script, and whether a message is brief
how.py          the few words that a script needs and no talk holds
script.py       a talk made out for one client
questions.py    a script as the questions of a meeting
word_check.py   words that over-promise or say nothing, found in a text
word_lists.py   what is looked for: the hints of one language
phrases.py      the phrases of a word list; tokens.py a text as the words that they are looked for in
visible.py      control and bidi characters made visible
record.py       ``NamedTuple``, json and a digest for little: quick_json.py, digest.py
==============  =================================================================================

Data are records, see ``record``: as frozen as a dataclass, and the way to a printed script has to be short.
Importing ``dataclasses`` costs 19 ms, ``typing`` with ``re`` 11, where a bare Python costs 12.
"""
