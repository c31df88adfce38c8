"""A script as something to print, to send or to read in: pure functions of a script.

===============  ==================================================================================
text.py          for the terminal and the printer, wrapped at a width
markdown.py      for notes and mail programs
html.py          one page for A4 that needs nothing else, on paper and on a screen (style)
as_json.py       for other programs
blocks.py        what stays together on a page: a question and its lines
labels.py        Say, Ask, Listen, Write, Don't, in the language of the script
wrap.py          lines of a width that is counted in cells of a terminal
===============  ==================================================================================

A meeting's script has boxes to tick, labels and room to write; a letter is prose under its titles.
Every text goes through ``model.visible``: nothing that comes from a client or a file is markup or an
escape sequence here.
"""
