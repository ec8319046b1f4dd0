"""The same policy as durable-rules rulesets: the second evaluator, compared with the definition on every live case.

For one case the network says which rules, flags and safeguards are certainly or possibly called up, and the outcome.
It must never share code with `engine.reference` or `engine.loading`: their agreement would be worth nothing. It must
never give a partial answer: whatever goes wrong in here is a `NetworkError`. It starts no thread and keeps nothing of a
case.

How a policy becomes rulesets, in the order of the modules:

- `readings`: what is known about a question becomes one short token (rank arithmetic, not sets);
- `forms`: a condition becomes "certain" and "possible" forms of a few tests each, negation pushed to the tests;
- `plan`: rules are put in strata, because the flags found by one pass are tokens of the next;
- `rulesets`: the forms of a stratum become rulesets so small that no case can reach a limit of durable-rules;
- `network`: a case goes through the strata.

To break the network on purpose (tests of fail-closed do): every call goes through the attribute of the module
`durable_rules_engine` at the time of the call, so replacing `durable_rules_engine.complete_and_start_action`,
`.assert_fact` or another there is enough. See `tests/network/test_faults.py`.
"""

from engine.network.faults import NetworkError
from engine.network.network import Firing, Network

__all__ = ["Firing", "Network", "NetworkError"]
