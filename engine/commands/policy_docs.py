"""`forethought policy docs`: a policy as a site of pages, with a handbook to print."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.options import lang_option, policy_option
from engine.commands.policy_docs_folder import refuse_folder, write_site
from engine.commands.policy_docs_gathering import gathered
from engine.commands.policy_folders import folders
from engine.commands.running import note
from engine.errors import Exit
from engine.report.assurance.site_material import Went
from engine.report.assurance.site_whole import site

_EPILOG = """\b
Examples:
  forethought policy docs handbook/
  forethought policy docs site/ --policy our-programme/
  forethought policy docs seiten/ --lang de --no-run

\b
Open OUT/index.html in a browser, or print OUT/handbook.html. The pages run no
script and fetch nothing; they can be put on any web server as they are.

\b
Exit codes: 0 written, 2 wrong usage, 65 something is wrong with the policy or
a scenario and nothing was written, 66 no such folder, 73 or 74 OUT cannot be
written.
"""


@click.command(name="docs", epilog=_EPILOG)
@click.argument("out", metavar="OUT")
@policy_option
@lang_option
@click.option("--no-run", is_flag=True, help="Do not run the scenarios: the pages then say so.")
def policy_docs(*, out: str, policy_dir: str | None, lang: str | None, no_run: bool) -> int:
    """Write a policy as a site: a page for everything in it, and a handbook.

    OUT is a folder that does not exist, is empty, or was written by this command before. The policy's own texts are in
    the language of --lang, everything around them is in English. The scenarios are run, and their pages say how they
    went.
    """
    found = folders(None, policy_dir)
    folder = Path(out)
    kept_out = [each for each in (found.policy, found.features) if each is not None]
    refuse_folder(folder, kept_out)
    material = gathered(found, lang, run=not no_run)
    written = write_site(folder, site(material), material)
    note(f"written: {written} files in {folder}; begin with {folder / 'index.html'}")
    failed = sum(each.went is Went.FAILED for each in material.scenarios or ())
    if failed:
        note(f"scenarios that failed: {failed}; {folder / 'scenarios.html'} shows them")
    return Exit.DONE
