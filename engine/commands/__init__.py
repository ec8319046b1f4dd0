"""The commands: parse, call a verb, render, leave with an exit code. One module each.

Only this room reads the clock, the terminal and standard input. It decides nothing: what a case means is said in
`engine.reference`.
"""
