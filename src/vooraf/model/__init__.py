"""What Vooraf knows, as frozen data and pure functions: no files, no clock, no screen.

==============  =================================================================================
checklist.py    a checklist: sections, items, fields, texts in languages
naming.py       names for comparing and for files
keys.py         the keys and names that people give, and the nearest right spelling
faults.py       what is wrong with a file, as data
extend.py       ``extends`` and ``drop``: one checklist worked out from a base and its child
values.py       reading and writing the value of a field: amounts, dates, choices
formats.py      amounts, dates and times as a language writes them
wording.py      the wording of an item: looked up, filled in, ready or not
events.py       one dated fact, and its seal
diary.py        the union and the order of events; what is undone; what can be undone
client.py       the fold: a client as the diary tells it
standing.py     where each item of the checklist stands with a client
talk.py         how a conversation is led: parts and steps
selection.py    what goes into a meeting, by its minutes
subjects.py     what the steps of a talk are said about: an item, a wish, the meeting
how.py          the few words that a script needs and no talk holds
script.py       a talk made out for one client
questions.py    a script as the questions of a meeting
visible.py      control and bidi characters made visible
==============  =================================================================================

Data are ``NamedTuple``: they are as frozen as a dataclass, and the way to a printed script has to be
short: importing ``dataclasses`` costs 19 ms where ``typing`` costs 11 and a bare Python 12.
"""
