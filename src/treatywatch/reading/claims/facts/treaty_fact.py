"""Claims about the treaty itself: its dates and terms, what it forbids and what it is called."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.counts.consents import CONSENTING, thresholds_told
from treatywatch.reading.claims.facts.answers import answered_bans, asks
from treatywatch.reading.claims.facts.notice_spans import (
    behind_exits,
    compared,
    counted_down,
    upon_the_rule,
    which_is,
)
from treatywatch.reading.claims.facts.one_of_its_kind import one_of_its_kind
from treatywatch.reading.claims.facts.ruled_facts import times_one_exit
from treatywatch.reading.claims.facts.treaty_content import (
    SAYS,
    SPELT_OUT,
    limits,
    prohibitions,
    sayings,
)
from treatywatch.reading.claims.facts.treaty_dates import MILESTONES, milestones, named_year
from treatywatch.reading.claims.facts.treaty_terms import (
    LEAVING,
    deadlines,
    depositaries,
    extensions,
    firsts,
    leaving_rules,
    notice,
    thresholds,
)
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_Reader = Callable[[Stage, Scene], Iterator[Claim]]
# each reader with the cues without which it finds nothing
_READERS: tuple[tuple[_Reader, frozenset[CueKind]], ...] = (
    (milestones, frozenset(MILESTONES)),
    (thresholds, frozenset({CueKind.NEEDED})),
    (thresholds_told, frozenset({*CONSENTING, CueKind.TREATY_NOUN})),
    (notice, frozenset({*LEAVING, CueKind.ELAPSE})),
    (behind_exits, frozenset({*LEAVING, CueKind.RELEASED, CueKind.EXIT_NOTICE, CueKind.EFFECT})),
    (which_is, frozenset({CueKind.PRONOUN})),
    (upon_the_rule, frozenset({CueKind.WHOSE_EFFECT})),
    (answered_bans, frozenset({CueKind.BAN_ACT})),
    (leaving_rules, frozenset({*LEAVING, CueKind.WITHDRAWAL_RULE})),
    (prohibitions, frozenset({CueKind.BAN_VERB})),
    (deadlines, frozenset({CueKind.OBLIGE, CueKind.REPORT_YEARLY})),
    (extensions, frozenset({CueKind.EXTEND})),
    (limits, frozenset({CueKind.LIMIT_NOUN})),
    (depositaries, frozenset({CueKind.DEPOSITARY_RULE})),
    (firsts, frozenset({CueKind.NEVER_BEFORE})),
    (sayings, frozenset({*SAYS, CueKind.OBLIGE})),
)
_ANY = frozenset(kind for _, cues in _READERS for kind in cues)


def treaty_fact_claims(stage: Stage) -> list[Claim]:
    """The claims of type treaty_fact, in text order."""
    facts = [claim for scene in stage.scenes for claim in _facts(stage, scene)]
    facts = list(_with_what_it_takes(stage, facts))
    clocks = (one for one in counted_down(stage) if not Meeting(facts).meeting(one.start, one.end))
    facts = [*facts, *clocks]
    facts = [*facts, *one_of_its_kind(stage, facts)]
    return _fullest(stage, [*facts, *compared(stage, facts)])


def _with_what_it_takes(stage: Stage, facts: list[Claim]) -> Iterator[Claim]:
    """The facts, an entry to come being one with what it takes: "it takes effect | after fifty"."""
    last: Claim | None = None
    for fact in facts:
        if last is not None and _goes_on_with(last, fact):
            quote = stage.text[last.start : fact.end]
            last = replace(fact, quote=quote, start=last.start)
            continue
        if last is not None:
            yield last
        last = fact
    if last is not None:
        yield last


_GAP = 3  # characters between the two


def _goes_on_with(entry: Claim, threshold: Claim) -> bool:
    told = {entry.stage, threshold.stage} == {"entry_into_force"} and not entry.negated
    bare = entry.date is None and entry.value is None and threshold.value is not None
    near = 0 <= threshold.start - entry.end <= _GAP
    return told and bare and near and entry.treaty == threshold.treaty


def _facts(stage: Stage, scene: Scene) -> Iterator[Claim]:
    if asks(stage, scene):
        return
    if scene.treaties and scene.dates:
        yield from named_year(stage, scene)
    if scene.kinds.isdisjoint(_ANY):
        return  # as most clauses are
    for read, cues in _READERS:
        if not scene.kinds.isdisjoint(cues):
            yield from (fact for fact in read(stage, scene) if not _of_one_exit(stage, scene, fact))


def _of_one_exit(stage: Stage, scene: Scene, fact: Claim) -> bool:
    """Whether a period is only that of an exit with its day: "in six months, on 10 January"."""
    if fact.stage != "notice_period":
        return False
    if times_one_exit(stage.context, scene.clause):
        return True
    day = any(
        d.first.day is not None and not d.relative
        for d in stage.context.dates_in(fact.end, scene.clause.passage.end)
    )
    return day and _the_exit(stage.acts).match(stage.folded, fact.start, fact.end) is not None


@grammar
def _the_exit(acts: ActWords) -> re.Pattern[str]:
    exits = acts.cues_of(CueKind.WHOSE_EFFECT)
    return re.compile(rf"\W*(?:{acts.any_of('definite')})\s(?:\w+\s)?(?:{exits})\b")


def _fullest(stage: Stage, facts: list[Claim]) -> list[Claim]:
    """The facts, with what is forbidden only where the report says it most fully."""
    bans = [fact for fact in facts if fact.stage == "prohibits"]
    rest = [fact for fact in facts if fact.stage != "prohibits"]
    if not bans:
        brief = [f for scene in stage.scenes for f in prohibitions(stage, scene, spelt_out=False)]
        bans = brief[:1]
    spelt = {ban.treaty for ban in bans if (ban.value or 0) >= SPELT_OUT}
    full = [b for b in bans if b.treaty not in spelt or (b.value or 0) >= SPELT_OUT]
    return [*rest, *(replace(ban, value=None) for ban in full)]
