"""Every word that `policy check` puts in brackets, with what it means in one line. Tests hold it against the code."""

from __future__ import annotations

from collections.abc import Mapping

PROVED: Mapping[str, str] = {
    "rule-never-true": "a rule that no possible case meets",
    "rule-always-true": "a rule that every possible case meets",
    "rule-covered": "a rule that can be left out: another one of the same consequence covers it",
}
"""What is only looked for where the solver is installed."""

OF_TEXTS = frozenset(
    (
        "list-taken-apart",
        "text-calls-safe",
        "text-carries-a-score",
        "text-never-to-be-said",
        "text-states-a-decision",
    )
)
"""What is found in the words of a text: an acceptance holds these words, and covers no others."""

OF_ACCEPTANCES = frozenset(("acceptance-expired", "acceptance-too-long", "accepts-nothing"))
"""What is wrong with an acceptance, and so cannot be accepted."""

FINDINGS: Mapping[str, str] = {
    "acceptance-expired": "a finding was accepted, and the day until which it was has passed",
    "acceptance-too-long": "a finding is accepted for more than two years",
    "accepts-nothing": "an acceptance of something that is not found, or that cannot be accepted",
    "authority-not-carried": "a rule claims more weight than the works that it cites have",
    "corroborated-by-nobody": "nobody who is asked, or could be, may settle the question",
    "exclude-without-remedy": "a flag excludes, rests on what can change, and names nothing that would resolve it",
    "list-taken-apart": "a comma inside [...] seems to have made two texts of one",
    "need-never-checked": "a safeguard needs something of the programme, and nothing looks whether it is there",
    "order-without-effect": "no rule tells the answers of a question apart",
    "recommends-what-all-get": "a rule calls only for what every case of its stages gets anyway",
    "remedy-of-another-kind": "a remedy for a client's case that only a programme's has, or the other way round",
    "safeguard-never-called-for": "no case can ever be given this safeguard",
    "source-never-cited": "a source that no question and no rule cites",
    "source-review-passed": "the day on which a source was to be looked at again has passed",
    "stage-without-use": "an entry of policy.yaml for a stage at which nothing reads it",
    "text-calls-safe": "a text calls somebody or something safe or suitable",
    "text-carries-a-score": "a text carries a number or a grade as a measure of danger",
    "text-never-to-be-said": "a text uses words that this policy never says",
    "text-states-a-decision": "a text reads as if the decision had been taken",
    **PROVED,
}
"""What does not stop a policy from being used, and its writer should answer for."""

NOTES: Mapping[str, str] = {
    "answers-alike": "no rule tells some neighbouring answers of a question apart",
    "bare-pronoun": "a pronoun outside a marker that does not fit the policy's `pronouns`",
    "no-word-list": "a language of the policy for which no words are built in, so nothing is found in its texts",
    "untranslated": "a text that is not given in every language of the policy",
}
"""What somebody may want to know."""
