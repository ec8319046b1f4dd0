"""Checked policies kept between two runs of the program, so that a screening need not read all its YAML anew.

What is kept is data and never trusted: an entry counts only when every byte of the policy's files, and the program that
read them, are the same as when it was made, and when nothing about the entry itself is odd. Whatever is wrong with an
entry, the files are read instead, as if nothing had been kept: no policy is ever refused, or let through, because of
one. Nothing of a case comes near this room. In the order of the modules:

- `naming`: what an entry is called: a digest of all that it depends on;
- `shapes`: a policy as plain JSON, and back, every value of the kind that it must be;
- `shelf`: entries as files that nobody else can write, put there whole, the oldest taken away;
- `remembering`: the policy of a folder, from what is kept or from its files.
"""

from engine.loading.kept.remembering import load_kept

__all__ = ["load_kept"]
