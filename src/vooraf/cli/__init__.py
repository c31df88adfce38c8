"""The command line: a file a command, imported when that command runs.

===============  ==================================================================================
main.py          from arguments to an exit code: the options before the command, the way to it, faults
commands.py      the table of commands
parser.py        the arguments of one command, and its help (arguments)
options.py       options that several commands share (choices)
context.py       what a command works with: the data, the way out, what must still be told
streams.py       the way out: a terminal, a pipe, a closed pipe
as_json.py       clients, events and faults for other programs
said.py          sentences that several commands say; said_events.py a diary; hints.py word hints
rendered.py      a script in the format that was asked for
new.py …         the commands; git_setup.py is ``git-setup``, rules.py has rules_show.py and rules_change.py
===============  ==================================================================================

A command's module has ``declare(parser)``, which names its arguments, and ``run(context, given)``, which
carries it out; what goes wrong is raised, and told by ``main``.
"""
