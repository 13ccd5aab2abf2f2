"""What a count counts, in words for a sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from treatywatch.checking.words.word_line import find_any, line
from treatywatch.ledger.fact_words import Phrases
from treatywatch.status.answers import Count, CountRule

_DONE: Mapping[CountRule, str] = MappingProxyType(
    {
        CountRule.SIGNATORIES: "had signed",
        CountRule.EVER_SIGNED: "had ever signed",
        CountRule.SIGNATORIES_NOT_BOUND: "had signed without expressing consent to be bound",
        CountRule.CONSENT_EXPRESSED: "had expressed consent to be bound",
        CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE: (
            "had expressed consent to be bound and given no notice of withdrawal"
        ),
        CountRule.IN_FORCE_FOR: "were parties for which the treaty was in force",
        CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE: (
            "were parties in the strict sense that had given no notice of withdrawal"
        ),
        CountRule.UNDER_NOTICE: "had given notice of withdrawal, not yet in effect",
        CountRule.FORMER_PARTIES: "were former parties",
        CountRule.RATIFIED: "had ratified, accepted or approved",
        CountRule.ACCEDED: "had acceded or succeeded",
        CountRule.CONSENTED_OTHERWISE: "had notified consent to be bound in another form",
        CountRule.SIGNED_OR_CONSENTED: "had signed or expressed consent to be bound",
    }
)


def states_that(found: Count) -> str:
    """ "165 States had expressed consent to be bound" """
    return f"{found.number} State{'' if found.number == 1 else 's'} {_DONE[found.rule]}"


def those_counted(found: Count) -> str:
    """ "signatories", "States that had expressed consent to be bound" """
    if found.rule is CountRule.SIGNATORIES:
        return "signatories"
    return f"States that {_DONE[found.rule]}"


def has_one(text: str, phrases: Phrases) -> bool:
    """Whether one of the phrases stands in the words."""
    return bool(find_any(line(text), phrases))
