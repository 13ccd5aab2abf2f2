"""Claims about the treaty itself: its dates and terms, what it forbids and what it is called."""

from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.treaty_content import SPELT_OUT, limits, prohibitions, sayings
from treatywatch.reading.claims.treaty_dates import milestones, named_year
from treatywatch.reading.claims.treaty_terms import (
    deadlines,
    depositaries,
    extensions,
    firsts,
    leaving_rules,
    notice,
    thresholds,
)
from treatywatch.reading.scenes import Stage

_READERS = (
    milestones,
    named_year,
    thresholds,
    notice,
    leaving_rules,
    prohibitions,
    deadlines,
    extensions,
    limits,
    depositaries,
    firsts,
    sayings,
)


def treaty_fact_claims(stage: Stage) -> list[Claim]:
    """The claims of type treaty_fact, in text order."""
    facts = [claim for scene in stage.scenes for read in _READERS for claim in read(stage, scene)]
    return _fullest(stage, facts)


def _fullest(stage: Stage, facts: list[Claim]) -> list[Claim]:
    """The facts, with what is forbidden only where the report says it most fully."""
    bans = [fact for fact in facts if fact.stage == "prohibits"]
    rest = [fact for fact in facts if fact.stage != "prohibits"]
    if not bans:
        brief = [f for scene in stage.scenes for f in prohibitions(stage, scene, spelt_out=False)]
        bans = brief[:1]
    full = [ban for ban in bans if (ban.value or 0) >= SPELT_OUT] or bans
    return [*rest, *(replace(ban, value=None) for ban in full)]
