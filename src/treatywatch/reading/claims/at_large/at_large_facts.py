"""Facts about a treaty and numbers of States told in words that no finer rule knows.

Beside ``at_large``: rules over a clause that nothing else has been read from, where the treaty is
what the clause is said of, or where a number counts States. What they find is not sure.
"""

from collections.abc import Iterator, Sequence

from treatywatch.reading.acts.objects import takes_effect_for_it
from treatywatch.reading.acts.of_treaty import of_the_treaty
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.at_large.at_large_lists import names_at_end
from treatywatch.reading.claims.counts.countable import may_count
from treatywatch.reading.claims.facts.treaty_dates import goes_on_about_leaving
from treatywatch.reading.claims.ruled import Ruled, bare, date_in, ruled_clauses
from treatywatch.reading.claims.span import trim
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.leaving_out import ends_in_all_but
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.reading.vocabulary.words_sections import FactRules

_OPENING = 30  # characters of a clause among which its subject stands
_SAME = 0.5  # share of a clause from which another claim has said it already
_TREATY, _IT = "treaty", "it"
_RULE = "withdrawal_rule"  # which may be an exception: "unless it is at war"
_BEGINS = "entry_into_force"  # of the treaty, not of the exit that "which" takes up
_SURELY = "surely"  # what only a treaty does: "it obliges", whatever else was spoken of


def facts_at_large(
    stage: Stage, scenes: Sequence[Scene], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The facts and the numbers that the clauses tell and ``told`` does not say already."""
    words = stage.context.words
    counts = list(_claims(stage, scenes, told, words.loose_counts, ClaimType.COUNT))
    told = (*told, *counts)
    return (*counts, *_claims(stage, scenes, told, words.loose_facts, ClaimType.TREATY_FACT))


def _claims(
    stage: Stage,
    scenes: Sequence[Scene],
    told: Sequence[Claim],
    rules: FactRules,
    kind: ClaimType,
) -> Iterator[Claim]:
    if not rules.rules:
        return
    there = Meeting(told)
    bans = {c.treaty for c in told if c.stage == _BANS}
    found = {r.start: r for r in ruled_clauses(stage.context, rules, [s.clause for s in scenes])}
    for scene in scenes:
        start, end = bare(stage.folded, scene.start, scene.end)
        names = names_at_end(stage, scene) if kind is ClaimType.COUNT else None
        ruled = found.get(start)
        start = _behind_a_participle(stage, scene, start, there)
        if (
            ruled is None
            or _is_told(start, end, there, ruled)
            or not _is_meant(stage, scene, ruled, start)
        ):
            continue
        treaty = scene.treaties[0].ids[0] if scene.treaties else None
        treaty = treaty or stage.context.treaty_at(scene.start)
        banned = scene.has(CueKind.BAN_VERB) and treaty in bans  # told where it is fullest
        if treaty is not None and not banned:
            yield _claim(stage, (start, names[0].start if names else end), ruled, kind, treaty)


def _claim(
    stage: Stage, span: tuple[int, int], ruled: Ruled, kind: ClaimType, treaty: str
) -> Claim:
    start, end = trim(stage.text, *span)
    figure = ruled.figure if ruled.rule.unit else None
    return Claim(
        type=kind,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty,
        stage=_OUTSIDE if _leaves_out(stage, start, ruled) else ruled.rule.stage,
        negated=ruled.negated,
        date=date_in(stage.context, start, end),
        value=figure.low if figure else None,
        value_high=figure.high if figure and figure.high != figure.low else None,
        unit=ruled.rule.unit if figure else None,
        bound=figure.bound if figure else Bound.EXACT,
        sure=False,
    )


def _leaves_out(stage: Stage, start: int, ruled: Ruled) -> bool:
    """Whether a number is of those left out: "all but four UN members belong"."""
    if ruled.rule.stage != _PARTIES or ruled.figure is None:
        return False
    lead = stage.folded[max(0, start - _LEAD) : ruled.figure.start].rstrip()
    return ends_in_all_but(stage.acts).search(lead) is not None


_PARTIES, _OUTSIDE = "parties", "not_party"
_LEAD = 12  # characters of "all " before "but four"


_ALIKE = (
    frozenset({"adoption", "signature", "entry_into_force"}),
    frozenset({"content", "deadline", "reporting", "limit"}),
)
"""Kinds of facts of which a clause tells one: when the treaty was made, what it obliges to."""


def _is_told(start: int, end: int, told: Meeting[Claim], ruled: Ruled) -> bool:
    """Whether another claim says half of the clause, or one that is alike a part of it."""
    for claim in told.meeting(start, end):
        length = end - start
        if claim.type is ClaimType.COUNT and ruled.figure and claim.value == ruled.figure.low:
            return True
        if any({claim.stage, ruled.rule.stage} <= kinds for kinds in _ALIKE):
            length = min(length, claim.end - claim.start)
        if min(claim.end, end) - max(claim.start, start) >= _SAME * length:
            return True
    return False


_BANS = "prohibits"


def _behind_a_participle(stage: Stage, scene: Scene, start: int, told: Meeting[Claim]) -> int:
    """Where the main clause begins: "Signed in Paris in 1990, it capped tanks"."""
    leads = [c for c in told.meeting(start, start + 1) if c.type is ClaimType.TREATY_FACT]
    for lead in leads:
        main = lead.end + len(", ")
        pronoun = any(c.start == main for c in scene.of(CueKind.PRONOUN))
        if lead.start == start and pronoun and stage.folded.startswith(", ", lead.end):
            return main
    return start


def _begins_for_others(stage: Stage, scene: Scene) -> bool:
    """Whether an exit takes effect, or the treaty for one party: "in force for it since May"."""
    for_it = takes_effect_for_it(stage.acts, stage.folded, scene.start, scene.end)
    return for_it or goes_on_about_leaving(stage, scene)


def _is_meant(stage: Stage, scene: Scene, ruled: Ruled, start: int) -> bool:
    """Whether a number is there where one is asked for, and the treaty is the subject."""
    if ruled.rule.unit and (ruled.figure is None or ruled.figure.low < _LEAST):
        return False
    if ruled.rule.unit and ruled.figure and not may_count(stage, scene, ruled.figure):
        return False
    supposed = _supposes(stage, scene) and ruled.rule.stage != _RULE
    supposed = supposed and not _up_to_then(stage, scene, ruled)
    if supposed or stage.context.is_quoted(scene.start):
        return False
    if ruled.rule.stage == _BEGINS and _begins_for_others(stage, scene):
        return False
    if ruled.rule.unowned:
        return _of_an_item(scene)
    if _SURELY in ruled.rule.all and _IT not in ruled.rule.all:
        return _goes_on(stage, scene)
    return not {_TREATY, _IT} & set(ruled.rule.all) or _is_subject(stage, scene, ruled, start)


def _goes_on(stage: Stage, scene: Scene) -> bool:
    """Whether a verb goes on about the treaty: "It names five powers, and obliges them to"."""
    verbs = (CueKind.OBLIGE, CueKind.CONTENT_VERB, CueKind.BAN_VERB, CueKind.LIMIT_VERB)
    within = scene.start > scene.clause.passage.start
    starts, _ = bare(stage.folded, scene.start, scene.end)
    led = any(c.start - starts <= _JOINT for c in scene.of(*verbs))
    return within and led and scene.acting() is None


_JOINT = 5  # characters of "and " before a verb that goes on


def _of_an_item(scene: Scene) -> bool:
    """Whether an item of a list leaves out the treaty that it is on: "In force since 1975"."""
    opens = scene.start == scene.clause.passage.start
    return opens and scene.clause.passage.kind is PassageKind.BULLET and scene.acting() is None


_LEAST = 2


def _supposes(stage: Stage, scene: Scene) -> bool:
    """Whether the clause tells when something would be so: "when 44 countries have ratified"."""
    first = stage.folded[scene.start : scene.end].split()[:1]
    words = stage.acts.grammar["hypothetical"] | stage.acts.grammar["conditional"]
    return bool({scene.clause.opener, *first} & words)


def _up_to_then(stage: Stage, scene: Scene, ruled: Ruled) -> bool:
    """Whether the words before a number only tell till when: "until this autumn 166 belonged"."""
    if not ruled.rule.unit or ruled.figure is None:
        return False
    between = stage.folded[scene.start : ruled.figure.start].split()[1:]
    grammar = stage.acts.grammar
    points = grammar["definite"] | grammar["rank"]
    return len(between) in _TIME and between[0] in points


_TIME = range(2, 4)  # words of "last week" or "the past autumn"


def _is_subject(stage: Stage, scene: Scene, ruled: Ruled, start: int) -> bool:
    """Whether the clause opens with the treaty, or with a pronoun that means it."""
    start = max(start, scene.start)
    named = [t for t in scene.treaties if t.start - start <= _OPENING]
    reach = named[0].start if named else start + _OPENING
    if any(p.ids and p.stand is Stand.ACTS and p.start < reach for p in scene.parties):
        return False
    if named:
        return True
    pronouns = [c for c in scene.of(CueKind.PRONOUN) if c.start - start <= _OPENING]
    if not pronouns:
        return False
    if _SURELY in ruled.rule.all:
        earlier = stage.scenes[max(0, scene.index - 1)]
        return bool(earlier.treaties) or of_the_treaty(stage, scene, pronouns[0].end)
    return of_the_treaty(stage, scene, pronouns[0].end)
