"""What could be changed in a policy without any of its scenarios noticing.

Read `conditions` and `mutants` (what is changed), `watching` and `sight` (which scenarios could notice, and whether one
does), `weighing` (what a change that nobody noticed would do), `suggesting` (the scenario that would notice) and
`survey` (all of it together).
"""
