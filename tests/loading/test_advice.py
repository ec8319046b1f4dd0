"""The findings of a policy beyond the examples of their pages, and how they are accepted."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadData, Place
from engine.loading import check_policy, load_policy
from engine.loading.acceptance import Acceptance
from engine.loading.advice.accepting import answered
from engine.loading.advice.check import findings_in, look_at, named
from engine.loading.advice.errors_listed import ERRORS
from engine.loading.advice.finding import Finding
from engine.loading.advice.slugs import FINDINGS, OF_ACCEPTANCES, OF_TEXTS, PROVED
from tests.loading.patching import GOOD, patched

ON = date(2026, 11, 22)
SHIPPED = Path(__file__).parents[2] / "rules"
HERE = Place("policy.yaml", 1, 1)


def found(policy: Path, on: date = ON) -> list[tuple[str, str]]:
    looked, _ = look_at(policy, on)
    return [(finding.slug, finding.about) for finding in findings_in(looked)]


def test_a_finding_is_told_with_its_place_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patched(tmp_path, "# flags.yaml\n- id: living-together\n  remedy: []\n")
    monkeypatch.chdir(tmp_path)
    looked, _ = look_at(Path("policy"), ON)
    (finding,) = findings_in(looked)
    assert str(finding).startswith("policy/flags.yaml:5:11: finding[exclude-without-remedy]: `living-together` exc")
    assert "\n  help: name the safeguards under `remedy`" in str(finding)


def test_a_policy_with_an_error_is_not_looked_at(tmp_path: Path) -> None:
    with pytest.raises(BadData):
        look_at(patched(tmp_path, "# flags.yaml\n- id: company\n  effect: none\n"), ON)


@pytest.mark.parametrize(
    "text",
    [
        "# rules/start/home.yaml\n- id: headset-when-overheard\n  recommend: [headset, own-room]\n",
        "# rules/start/home.yaml\n- id: together\n  source: [law-1]\n",
        """# flags.yaml
- id: company
  remedy: [partner-check]
# policy.yaml
base_safeguards: {start: [own-room], during: [partner-check]}
""",
        """# questions/start.yaml
- id: lives-with-partner
  corroborate: [partner]
# rules/start/home.yaml
- id: together
  if_unknown_ask: [partner]
""",
    ],
    ids=["one-of-two-is-beyond-the-base", "law-carries-guidance", "a-remedy-of-a-caution", "only-the-partner-knows"],
)
def test_what_is_as_it_should_be_is_let_be(text: str, tmp_path: Path) -> None:
    assert found(patched(tmp_path, text)) == []


def test_a_need_of_a_safeguard_that_only_a_programme_gets_is_never_checked(tmp_path: Path) -> None:
    policy = patched(
        tmp_path,
        """# policy.yaml
base_safeguards: {start: [own-room], during: [own-room], programme-start: [partner-check]}
review: {start: 4 weeks, during: 10 days, programme-start: 12 weeks}
# rules/programme-start/procedure.yaml
- id: no-procedure
  title: No procedure
  status: in-force
  when: {check-procedure: none}
  raise: procedure-missing
  because: It is missing.
  source: [tsf]
  authority: guidance
  owner: lead
# flags.yaml
- id: procedure-missing
  effect: caution
  title: No procedure
  meaning: It is missing.
  remedy: []
""",
    )
    assert found(policy) == [("need-never-checked", "partner-check")]


def test_an_exclude_flag_on_facts_alone_needs_no_remedy() -> None:
    assert load_policy(GOOD).flags["concern"].remedy == ()
    assert found(GOOD) == []


@pytest.mark.parametrize(("on", "passed"), [(date(2026, 6, 1), False), (date(2026, 6, 2), True)])
def test_a_review_has_passed_on_the_day_after(on: date, passed: bool, tmp_path: Path) -> None:
    policy = patched(tmp_path, "# sources.yaml\n- key: law-1\n  review_by: 2026-06-01\n")
    assert (("source-review-passed", "law-1") in found(policy, on)) is passed


def test_a_list_of_lines_or_in_quotes_or_of_sentences_was_not_taken_apart(tmp_path: Path) -> None:
    for number, written in enumerate(
        ['["In person, as soon as", a room is free]', "[In person., by letter]", "[In person, By letter]"]
    ):
        routes = f"# policy.yaml\nother_routes: {{start: {written}, during: [By letter]}}\n"
        assert found(patched(tmp_path / str(number), routes)) == []
    lines = "# flags.yaml\n- id: company\n  tell:\n    - partner support\n    - the police\n"
    assert found(patched(tmp_path / "lines", lines)) == []


def test_a_list_of_whom_to_tell_is_looked_at_too(tmp_path: Path) -> None:
    policy = patched(tmp_path, "# flags.yaml\n- id: company\n  tell: [partner support, before anything is said]\n")
    assert found(policy) == [("list-taken-apart", "company")]


def test_base_safeguards_and_other_routes_of_a_reflection_are_without_use(tmp_path: Path) -> None:
    header = """# policy.yaml
base_safeguards: {start: [own-room], during: [partner-check], structural: [headset]}
review: {start: 4 weeks, during: 10 days, structural: 52 weeks}
other_routes: {start: [In person], during: [In person], structural: [By letter]}
# questions/structural.yaml
- id: lessons
  section: Structures
  ask: Are lessons drawn?
  asked_of: programme
  answers: ["yes", "no"]
  nature: changeable
  source: [tsf]
- id: noted
  section: Structures
  ask: Was it noted?
  asked_of: programme
  answers: ["yes", "no"]
  nature: changeable
  source: [tsf]
# rules/structural/lessons.yaml
- id: no-lessons
  title: No lessons
  status: in-force
  when: {lessons: "no"}
  raise: lessons-lost
  because: Others repeat it.
  source: [tsf]
  authority: guidance
  owner: lead
# flags.yaml
- id: lessons-lost
  effect: caution
  title: Lessons lost
  meaning: Nothing is learnt.
  remedy: []
"""
    assert found(patched(tmp_path, header)) == [("stage-without-use", "structural")] * 2


def test_what_is_written_for_editors_and_housekeeping_changes_no_fingerprint(tmp_path: Path) -> None:
    accepted = "accepted: [{finding: untranslated, about: de, reason: Later., by: lead, until: 2027-01-01}]\n"
    policy = patched(
        tmp_path,
        f"# policy.yaml\n{accepted}never_say: {{en: [this]}}\n",
        "# sources.yaml\n- key: law-1\n  review_by: 2027-01-01\n",
    )
    assert load_policy(policy).fingerprint == load_policy(GOOD).fingerprint


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("accepted: yes", "wrong-type"),
        ("accepted: []", "empty-list"),
        ("accepted: [{finding: rule-covered, about: x, reason: y, by: z}]", "missing-key"),
        ("accepted: [{finding: rule-covered, about: x, reason: y, by: z, until: soon}]", "not-a-date"),
        ("accepted: [{finding: x, about: x, reason: y, by: z, until: 2027-01-01, for: me}]", "unknown-key"),
        ("never_say: [word]", "wrong-type"),
        ("never_say: {de: [Wort]}", "unknown-language"),
        ("never_say: {en: []}", "empty-list"),
    ],
)
def test_an_acceptance_that_is_not_whole_is_an_error(written: str, slug: str, tmp_path: Path) -> None:
    assert [problem.slug for problem in check_policy(patched(tmp_path, f"# policy.yaml\n{written}\n"))] == [slug]


# --- accepting


def acceptance(slug: str, about: str, until: date = ON, words: str = "") -> Acceptance:
    words = words or ("Said." if slug in OF_TEXTS else "")
    return Acceptance(HERE, slug, about, "Because.", "lead", until, words)


def finding(slug: str, about: str, *words: str) -> Finding:
    return Finding(HERE, slug, about, "message", "help", words or (("Said.",) if slug in OF_TEXTS else ()))


IDS = st.sampled_from(["a", "b", "c"])
LOOKED = sorted(set(FINDINGS) - OF_ACCEPTANCES)


@given(
    st.sets(st.tuples(st.sampled_from(LOOKED), IDS), max_size=8),
    st.lists(st.tuples(st.sampled_from(LOOKED), IDS, st.integers(-2, 2)), max_size=5),
)
def test_nothing_is_lost_and_nothing_is_accepted_but_what_is_named(
    there: set[tuple[str, str]], accepted: list[tuple[str, str, int]]
) -> None:
    """Every finding is open or accepted, never both; accepted only by its own word, id and an open day."""
    findings = [finding(slug, about) for slug, about in sorted(there)]
    acceptances = [acceptance(slug, about, ON + timedelta(days)) for slug, about, days in accepted]
    state = answered(findings, [], acceptances, ON, set(FINDINGS))
    valid = {(slug, about) for slug, about, days in accepted if days >= 0}
    left = {(each.slug, each.about) for each in state.findings if each.slug in LOOKED}
    assert left == there - valid
    assert {(each.slug, each.about) for one in state.accepted for each in one.findings} == there & valid
    assert {each.slug for each in state.findings} <= {*LOOKED, "acceptance-expired", "accepts-nothing"}
    expired = {about for _, about, days in accepted if days < 0}
    assert {each.about for each in state.findings if each.slug == "acceptance-expired"} == expired
    assert len(state.accepted) == sum((slug, about) in there and days >= 0 for slug, about, days in accepted)


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("always-met", "no error can be accepted"),
        ("no-such-word", "is not a finding"),
        ("acceptance-expired", "cannot be accepted itself"),
        ("accepts-nothing", "cannot be accepted itself"),
        ("acceptance-too-long", "cannot be accepted itself"),
        ("rule-covered", "nothing is found"),
    ],
)
def test_an_acceptance_of_an_error_of_nothing_or_of_acceptances_is_a_finding(slug: str, why: str) -> None:
    state = answered([], [], [acceptance(slug, "a")], ON, set(FINDINGS))
    (told,) = state.findings
    assert told.slug == "accepts-nothing"
    assert why in told.message
    assert state.accepted == ()


def test_an_acceptance_of_a_text_covers_the_words_that_it_holds_and_no_others() -> None:
    said = finding("text-calls-safe", "a", "He is safe at home.", "They are safe at home.")
    other = finding("text-calls-safe", "a", "She is safe.")
    for words in ("He is safe at home.", "they are\n safe at home"):
        state = answered([said, other], [], [acceptance(said.slug, "a", words=words)], ON, set(FINDINGS))
        assert state.findings == (other,)
        assert state.accepted[0].findings == (said,)
    for words in ("safe", "He is safe.", "is safe at home"):
        state = answered([said], [], [acceptance(said.slug, "a", words=words)], ON, set(FINDINGS))
        assert {each.slug for each in state.findings} == {said.slug, "accepts-nothing"}
        assert state.accepted == ()


def test_an_acceptance_of_a_text_without_its_words_covers_nothing_and_is_told_them() -> None:
    said = finding("text-calls-safe", "a", "He is safe at home.", "They are safe at home.")
    bare = acceptance(said.slug, "a")._replace(words="")
    state = answered([said], [], [bare], ON, set(FINDINGS))
    (told,) = (each for each in state.findings if each.slug == "accepts-nothing")
    assert "does not hold the words" in told.message
    assert told.help == 'write `words: "He is safe at home."`'
    assert said in state.findings


def test_words_have_no_place_in_an_acceptance_of_what_is_no_text() -> None:
    there = finding("rule-covered", "a")
    state = answered([there], [], [acceptance("rule-covered", "a", words="He is safe.")], ON, set(FINDINGS))
    assert {each.slug for each in state.findings} == {"rule-covered", "accepts-nothing"}


@pytest.mark.parametrize(
    ("on", "until", "too_long"),
    [
        (ON, date(2028, 11, 22), False),
        (ON, date(2028, 11, 23), True),
        (ON, date(9999, 12, 31), True),
        (date(2028, 2, 29), date(2030, 2, 28), False),
        (date(2028, 2, 29), date(2030, 3, 2), True),
        (date(9998, 6, 1), date(9999, 12, 31), False),
    ],
)
def test_an_acceptance_for_more_than_two_years_is_a_finding(on: date, until: date, too_long: bool) -> None:
    state = answered([finding("rule-covered", "a")], [], [acceptance("rule-covered", "a", until)], on, set(FINDINGS))
    assert [each.slug for each in state.findings] == ["acceptance-too-long"] * too_long


def test_no_error_shares_its_word_with_a_finding() -> None:
    assert set(ERRORS).isdisjoint(FINDINGS)


def test_what_was_not_looked_for_does_not_make_an_acceptance_empty() -> None:
    state = answered([], [], [acceptance("rule-covered", "a")], ON, set(FINDINGS) - set(PROVED))
    assert state.findings == ()
    assert len(state.accepted) == 1


def test_a_note_is_accepted_by_its_entry_or_by_its_language(tmp_path: Path) -> None:
    policy = patched(tmp_path, "# policy.yaml\nlanguages: [en, de]\n")
    looked, notes = look_at(policy, ON)
    every = named(looked, notes)
    by_entry = answered((), every, [acceptance("untranslated", "company")], ON, set(FINDINGS))
    assert len(by_entry.notes) == len(notes) - 2
    by_language = answered((), every, [acceptance("untranslated", "de")], ON, set(FINDINGS))
    assert {note.slug for note in by_language.notes} == {"answers-alike"}


def test_the_shipped_policy_answers_for_everything_that_is_found_without_a_proof() -> None:
    looked, notes = look_at(SHIPPED, ON)
    state = answered(findings_in(looked), named(looked, notes), looked.header.accepted, ON, set(FINDINGS) - set(PROVED))
    assert state.findings == ()
    assert len(state.accepted) <= 5


# --- errors about what was taken out


def test_a_language_that_was_taken_out_is_one_error_and_so_is_another_first_one(tmp_path: Path) -> None:
    both = "{en: A, de: B}"
    flags = [f"# flags.yaml\n- id: {name}\n  title: {both}\n  meaning: {both}\n" for name in ("company", "concern")]
    flags.append("# flags.yaml\n- id: overheard\n  title: Where <she is|they are>\n")
    texts = "".join(flags)
    texts += f"# safeguards.yaml\n- id: headset\n  title: {both}\n  do: {both}\n  check: {both}\n"
    assert check_policy(patched(tmp_path / "both", texts, "# policy.yaml\nlanguages: [en, de]\n")) == ()
    (gone,) = check_policy(patched(tmp_path / "gone", texts, "# policy.yaml\nlanguages: [en]\n"))
    assert gone.slug == "translations-left-over"
    assert gone.message.startswith("7 texts in 2 files are still given in `de`")
    assert Path(gone.place.file).name == "policy.yaml"
    (first,) = check_policy(patched(tmp_path / "first", texts, "# policy.yaml\nlanguages: [fr, en, de]\n"))
    assert first.slug == "first-language-missing"
    assert "7 texts in 2 files" in first.message


def test_a_few_texts_in_an_unknown_language_are_told_one_by_one(tmp_path: Path) -> None:
    policy = patched(tmp_path, "# flags.yaml\n- id: company\n  title: {en: A, ed: B}\n  meaning: {en: A, ed: B}\n")
    assert [problem.slug for problem in check_policy(policy)] == ["unknown-language"] * 2


def test_a_stage_that_was_taken_out_of_the_header_is_told_with_the_rules_that_still_hold_there(tmp_path: Path) -> None:
    policy = patched(
        tmp_path,
        "# rules/start/home.yaml\n- id: together\n  also_at: [during]\n",
        "# policy.yaml\nreview: {start: 4 weeks}\n",
    )
    (problem,) = check_policy(policy)
    assert problem.slug == "review-missing"
    assert "rules/during, and take it out of `also_at` of `together` (" in problem.help
    assert "home.yaml:" in problem.help
