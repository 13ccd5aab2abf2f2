"""Facts about a treaty told by rules over a clause: its notice, its deadlines, who checks it.

The readers of ``treaty_terms`` and ``treaty_content`` go by the verb and its subject; these rules
take the families of words that need no such care ("getting out takes half a year").
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from treatywatch.reading.acts.objects import takes_effect_for_it
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.facts.treaty_terms import sets_a_meeting
from treatywatch.reading.claims.ruled import Ruled, date_in, dates_in, ruled_clauses
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.in_order import Meeting, Stretches
from treatywatch.reading.vocabulary.spans import DurationMention, Mention, NumberMention
from treatywatch.reading.vocabulary.words_acts import load_act_words

_AT = "place"  # the role of a city in which papers arrive
_MARKS = 3  # characters of an opening quotation mark and a blank
_NEARBY = 1200  # characters back to the treaty that the words are about
_SAME = 0.5  # share of the shorter span from which two claims are about the same
_SPAN = "duration"
_DATE = "date"
_YEARLY = "reporting"
_RULE = "withdrawal_rule"
_IN_FORCE = "entry_into_force"
_NOTICE = "notice_period"
_SIGNATURE = "signature"
_IT = "it"  # which goes back to a treaty told before


def ruled_facts(
    context: ReadingContext, told: Sequence[Claim], clauses: Sequence[Clause]
) -> tuple[Claim, ...]:
    """The facts that the rules find and no claim in ``told`` says already, in text order."""
    if not context.treaties or not context.words.facts.rules:
        return ()
    of_one = Stretches((c.start, c.end) for c in clauses if times_one_exit(context, c))
    exits = (c for c in told if c.type is ClaimType.WITHDRAWAL and c.participants)
    leaving = Stretches((c.start, c.end) for c in exits)
    signed = Stretches((c.start, c.end) for c in told if c.stage == "signed")  # by one State
    found = (
        _claim(context, one, treaty)
        for one in ruled_clauses(context, context.words.facts, clauses)
        if (treaty := _treaty(context, one)) is not None
        and not _for_one_party(context, one)
        and not (one.rule.stage == _NOTICE and of_one.cover(one.start))
        and not (one.rule.stage == _SIGNATURE and signed.cover(one.start))
        and not (one.rule.stage == _NOTICE and _sets_a_meeting(context, one))
        and not (leaving.meet(one.start, one.end) and _runs_from_today(context, one))
    )
    rivals = Meeting(c for c in told if c.type in (ClaimType.TREATY_FACT, ClaimType.COUNT))
    return tuple(claim for claim in found if not _is_told(claim, rivals))


def times_one_exit(context: ReadingContext, clause: Clause) -> bool:
    """Whether a span only tells when somebody did it: "left, a year after notifying it"."""
    opens = clause.start, clause.start + len(clause.opener)
    return " " in clause.opener and bool(context.durations_in(*opens))


def _runs_from_today(context: ReadingContext, ruled: Ruled) -> bool:
    """Whether a span is that until an exit which is told there: "both are out in a year"."""
    led = load_act_words(context.words.language).grammar["from_today"]
    if ruled.rule.stage != _NOTICE:
        return False
    spans = context.durations_in(ruled.start, ruled.end)
    return any(set(context.folded[ruled.start : s.start].split()[-1:]) & led for s in spans)


def _sets_a_meeting(context: ReadingContext, ruled: Ruled) -> bool:
    acts = load_act_words(context.words.language)
    return sets_a_meeting(acts, context.folded, ruled.start, ruled.end)


def _for_one_party(context: ReadingContext, ruled: Ruled) -> bool:
    """Whether it is told since when one party is bound: "which took effect for it in May"."""
    acts = load_act_words(context.words.language)
    told = ruled.rule.stage == _IN_FORCE
    return told and takes_effect_for_it(acts, context.folded, ruled.start, ruled.end)


def rules_told(context: ReadingContext, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The periods of notice among the claims that are said of any party: no State, no day there.

    What "takes effect in January after six months' notice" is the exit of somebody.
    """
    for claim in claims:
        rule = claim.type is ClaimType.TREATY_FACT and claim.stage == _NOTICE
        place = claim.start, claim.end
        if rule and not context.people_in(*place) and not dates_in(context, *place):
            yield claim


def without_replaced(
    context: ReadingContext, claims: Sequence[Claim], facts: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims but those of leaving that a fact says of any party ("the exit takes a year")."""
    around = Meeting(facts)
    for claim in claims:
        near = around.meeting(claim.start, claim.end) if claim.type is ClaimType.WITHDRAWAL else ()
        told = any(
            f.start <= claim.start and claim.end <= f.end and f.stage not in _OF_PAPERS
            for f in near
        )
        if not told and not any(_goes_on_from(context, claim, f) for f in near):
            yield claim


_OF_PAPERS = frozenset({"depositary"})  # of where papers lie, which tells of nobody's leaving


def _goes_on_from(context: ReadingContext, claim: Claim, fact: Claim) -> bool:
    """Whether the words begin with a rule, and name nobody: "a year after the notice came"."""
    place = claim.start, claim.end
    named = any(one.role != _AT for one in context.people_in(*place))
    begins = abs(claim.start - fact.start) <= _MARKS and fact.stage == _NOTICE
    return begins and not named and not dates_in(context, *place)


def _is_told(fact: Claim, rivals: Meeting[Claim]) -> bool:
    return any(
        min(fact.end, other.end) - max(fact.start, other.start)
        >= _SAME * min(fact.end - fact.start, other.end - other.start)
        for other in rivals.meeting(fact.start, fact.end)
    )


def _treaty(context: ReadingContext, ruled: Ruled) -> str | None:
    """The treaty in the clause, else in its sentence, else the one named last, if not too far back.

    However far, where the report names no other.
    """
    inside = context.treaties_in(ruled.start, ruled.end)
    if not inside and _IT not in ruled.rule.all:
        inside = _in_sentence(context, ruled)
    if inside:
        return inside[0].ids[0]
    near = context.treaties_in(max(0, ruled.start - _NEARBY), ruled.start)
    if near:
        return near[-1].ids[0]
    return context.treaties[0] if len(context.treaties) == 1 else None


def _in_sentence(context: ReadingContext, ruled: Ruled) -> tuple[Mention, ...]:
    """The treaties named in the sentence, where it names but one: "..., says the statute"."""
    place = bisect_right(context.passages, ruled.start, key=lambda one: one.start) - 1
    passage = context.passages[place]
    named = context.treaties_in(passage.start, passage.end)
    return named if len({one.ids for one in named}) == 1 else ()


def _claim(context: ReadingContext, ruled: Ruled, treaty: str) -> Claim:
    amount = _amount(context, ruled)
    return Claim(
        ClaimType.TREATY_FACT,
        context.report.text[ruled.start : ruled.end],
        ruled.start,
        ruled.end,
        treaty,
        stage=ruled.rule.stage,
        negated=ruled.negated,
        date=date_in(context, ruled.start, ruled.end) if _is_dated(ruled) else None,
        value=amount.low if amount else None,
        value_high=amount.high if amount and amount.high != amount.low else None,
        unit=amount.unit if isinstance(amount, DurationMention) else ruled.rule.unit,
        bound=amount.bound if amount else Bound.EXACT,
    )


def _is_dated(ruled: Ruled) -> bool:
    """Whether a date in the words is what they tell: that of the rule, or a yearly day."""
    return _DATE in ruled.rule.all or ruled.rule.stage == _YEARLY


def _amount(context: ReadingContext, ruled: Ruled) -> DurationMention | NumberMention | None:
    """The span of time that the rule asks for or a way out takes, else the number it counts."""
    if _SPAN in ruled.rule.all or ruled.rule.stage == _RULE:
        return next(iter(context.durations_in(ruled.start, ruled.end)), None)
    return ruled.figure if ruled.rule.unit else None
