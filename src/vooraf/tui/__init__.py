"""The screen: the only code that imports Textual. A screen asks the model and draws the answer.

===============  ==================================================================================
app.py           the program: wiring only
screens/         a screen or a box a file
widgets/         what they are made of, one class a file
themes.py        the colours
commands.py      the commands that the palette finds by name
beside.py        work that takes longer than a moment
reading.py       how far many diaries are read
clipboard.py     a text to the clipboard
sheet.py         a script on its way out (rendered)
letter.py        one client's message, made or edited; message.py its text and back
minutes.py       how long a meeting takes
why_not.py       why a key does nothing now
typed.py         keys in the order in which they were typed
key_clashes.py   keys of the owner's own that something else has
===============  ==================================================================================
"""
