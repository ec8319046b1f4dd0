"""The case file of an interview: read, made, and written again after each answer.

INVARIANT (no silence): what somebody else wrote into the file meanwhile is never written over, a comment never lost,
and a file that was not there when the interview began is not replaced.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine import api
from engine.commands.output import replace_file
from engine.errors import BadData, CannotWrite, Exit, Place, Problem
from engine.loading.case import read_input
from engine.loading.case_file import CaseFile, case_file_text, has_comments, read_case_file
from engine.loading.document_text import CASE_LIMITS
from engine.model.answer import Answer, Case
from engine.model.decision import OwnView
from engine.model.policy import Policy

_MOST_COPIES = 100


@dataclass(frozen=True, slots=True)
class Setting:
    """What a case file is read with."""

    policy: Policy
    on: date
    programme: Path | None = None


class SavedCase:
    """A case file and the case in it. Whatever is put into it is on the disk before anything else is asked."""

    def __init__(self, name: str, setting: Setting, data: bytes | None, file: CaseFile) -> None:
        self.name = name
        self.file = file
        self._setting = setting
        # The file itself, not a link to it, is replaced; what it points to is looked up from where it was named.
        self._path = Path(name).resolve()
        self._folder = Path(name).parent
        self._data = data
        self.case = self._read_again(self._text())

    @classmethod
    def opened(cls, name: str, setting: Setting) -> SavedCase:
        """Return a case file that is there. Raises BadData with everything wrong in it, NoInput, or CannotWrite."""
        data = read_input(Path(name), CASE_LIMITS.size)
        api.read_case(data, name, setting.policy, setting.on, Path(name).parent, setting.programme)
        saved = cls(name, setting, data, read_case_file(data, name, setting.policy, setting.on))
        saved.check_writable()
        return saved

    @classmethod
    def made(cls, name: str, setting: Setting, file: CaseFile) -> SavedCase:
        """Make a case file that is not there yet. Raises BadData when it would be none, or CannotWrite."""
        saved = cls.checked(name, file, setting)
        saved.save()
        return saved

    @classmethod
    def checked(cls, name: str, file: CaseFile, setting: Setting) -> SavedCase:
        """Return a case that is nowhere yet. Raises BadData when it would be none."""
        return cls(name, setting, None, file)

    def check_writable(self) -> None:
        """Raise CannotWrite when nothing could be saved, before anybody has answered anything."""
        if not os.access(self._path.parent, os.W_OK):
            raise CannotWrite(
                [
                    Problem(
                        Place(self.name), "cannot-write", "this folder cannot be written to", "copy the file elsewhere"
                    )
                ]
            )

    @property
    def has_comments(self) -> bool:
        """Whether the file holds comments, which writing it again would lose."""
        return self._data is not None and has_comments(self._data, self.name)

    @property
    def keeps_layout(self) -> bool:
        """Whether the file is laid out as it would be written."""
        return self._data == self._text()

    @property
    def copy_name(self) -> str:
        """A name beside the file that nothing has, for a copy of it as it is."""
        return self._free_name("as-it-was").name

    def copy(self) -> str:
        """Put a copy beside the file and return its name. Raises CannotWrite."""
        copy = self._free_name("as-it-was")
        replace_file(copy, self._data or b"")
        return copy.name

    def answer(self, answers: Mapping[str, tuple[Answer, ...]]) -> None:
        """Save these answers of the file's own in place of those that were there."""
        self._keep(self.file.answering(answers))

    def state(self, view: OwnView) -> None:
        """Save the practitioner's own view."""
        self._keep(self.file.with_own_view(view))

    def _keep(self, file: CaseFile) -> None:
        before = self.file
        self.file = file
        try:
            # Nothing is written that could not be read again.
            case = self._read_again(self._text())
            self.save()
        except BadData:
            self.file = before
            raise
        self.case = case

    def save(self) -> None:
        """Write the file as it stands. Raises CannotWrite, and then nothing that is there was written over."""
        text = self._text()
        if self._on_disk() != self._data:
            raise self._changed_meanwhile(text)
        replace_file(self._path, text)
        self._data = text

    def _text(self) -> bytes:
        return case_file_text(self.file, self._setting.policy).encode("utf-8")

    def _read_again(self, text: bytes) -> Case:
        setting = self._setting
        return api.read_case(text, self.name, setting.policy, setting.on, self._folder, setting.programme)

    def _on_disk(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except OSError:
            return None

    def _changed_meanwhile(self, text: bytes) -> CannotWrite:
        beside = self._free_name("interview")
        replace_file(beside, text)
        error = CannotWrite(
            [
                Problem(
                    Place(self.name),
                    "changed-meanwhile",
                    "somebody else has changed this file since it was read, and it was not written over",
                    f"everything answered here is in {beside.name}, beside it; compare the two, keep one, and go on",
                )
            ]
        )
        error.exit_code = Exit.CANNOT_WRITE
        return error

    def _free_name(self, kind: str) -> Path:
        stem, suffix = self._path.stem, self._path.suffix
        for number in range(1, _MOST_COPIES):
            path = self._path.with_name(f"{stem}.{kind}-{number}{suffix}")
            if not os.path.lexists(path):
                return path
        raise CannotWrite(
            [Problem(Place(self.name), "cannot-write", "too many copies of this file lie beside it", "tidy them up")]
        )
