"""Claims of a number: of parties, signatories, ratifications, or of those who stay outside."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import antecedent
from treatywatch.reading.acts.negations import opens_with_none
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.counts.counted import (
    JOINING,
    LEAVING,
    STATES,
    WITHIN,
    closes,
    counting_word,
    left_undone,
    still_missing,
    told_on_day,
)
from treatywatch.reading.claims.counts.paired_counts import (
    gapped,
    is_paired,
    own_treaty,
    parts_of_them,
)
from treatywatch.reading.claims.counts.ranks import numbered, ranks
from treatywatch.reading.claims.counts.running_totals import goes_on_from, running_totals
from treatywatch.reading.claims.counts.shares import shares
from treatywatch.reading.claims.counts.tallies import is_to_come, totals
from treatywatch.reading.claims.span import as_partial, hull, nearest_date, trim
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention, NumberMention
from treatywatch.reading.vocabulary.words_acts import CueKind


def count_claims(stage: Stage) -> list[Claim]:
    """The claims of type count, in text order."""
    told: list[Claim] = []
    for scene in stage.scenes:
        last = told[-1] if told else None
        found = _once_each(_counts(stage, scene, last))
        found = [] if opens_with_none(stage, scene) else found  # told of those few
        since = _went_on(stage, scene, found[0]) if found else []
        found = [*(c for c in found if all(c.start != s.start for s in since)), *since]
        told += [*found, *gapped(stage, scene, found), *parts_of_them(stage, found)]
    return told


def _went_on(stage: Stage, scene: Scene, last: Claim) -> list[Claim]:
    """What the clause says that the number has become since: "166 were in, 163 are now"."""
    totals_since = running_totals(stage, scene, goes_on_from(scene, stage.scenes, last))
    behind = [one for one in totals_since if one[0].start > last.end]
    part = stage.acts.grammar["of_a_total"]  # "170 of | which have ratified it"
    since = [o for o in behind if not part & set(stage.folded[o[0].end : scene.end].split()[:1])]
    return [_running(stage, scene, *one) for one in since]


def _once_each(claims: Iterator[Claim]) -> list[Claim]:
    """One claim of each number, the one read last: "eight | that are missing"."""
    kept: dict[tuple[int, float | None], Claim] = {}
    for claim in claims:
        kept[claim.start, claim.value] = claim
    return list(kept.values())


def _counts(stage: Stage, scene: Scene, last: Claim | None) -> Iterator[Claim]:
    before = goes_on_from(scene, stage.scenes, last)
    told = {t[0].start: t for t in totals(stage, scene, before.stage if before else None)}
    running = {total[0].start: total for total in running_totals(stage, scene, before)}
    ranked = {number.start: (head, kind) for number, head, kind in ranks(stage, scene)}
    for number in scene.numbers:
        if number.start in ranked:
            head, kind = ranked[number.start]
            yield replace(_claim(stage, scene, number, head), stage=kind, sure=False)
            continue
        found = counting_word(stage, scene, number)
        if found is None and number.start in running:
            yield _running(stage, scene, *running[number.start])
            continue
        finer = found is not None and found.kind in _OF_ITSELF and found.start >= number.end
        if number.start in told and not finer:
            _, head, kind = told[number.start]
            claim = replace(_claim(stage, scene, number, head), stage=kind)
            yield _to_come(stage, scene, claim) if is_to_come(stage, head) else claim
            continue
        found = found or _total(stage, scene, number)
        if found is None or _is_needed(stage, scene, number) or _tells_of_some(scene, number):
            continue
        if not _made_it(scene, number, found):
            # "26 have" may be of some that were told before
            bare = stage.folded[found.start : found.end] in stage.acts.grammar["left_out_done"]
            yield replace(_claim(stage, scene, number, found), sure=not bare)
    for number, head, kind in numbered(stage, scene):
        span = trim(stage.text, head.start, head.end)
        claim = replace(_claim(stage, scene, number, head), stage=kind, sure=False, date=None)
        yield replace(claim, start=span[0], end=span[1], quote=stage.text[slice(*span)])
    yield from _relative(stage, scene)
    yield from _of_which(stage, scene)
    yield from shares(stage, scene)


def _running(stage: Stage, scene: Scene, number: NumberMention, head: CueHit, kind: str) -> Claim:
    """A total that goes on from the one before: the piece of the sentence that it stands in."""
    start, end = trim(stage.text, head.start, number.end)
    days = [d for d in scene.dates if start <= d.start < end]
    claim = _claim(stage, scene, number, head)
    date = as_partial(days[-1]) if days else None
    claim = replace(claim, stage=kind, start=start, end=end, date=date, sure=False)
    return replace(claim, quote=stage.text[start:end])


def _to_come(stage: Stage, scene: Scene, claim: Claim) -> Claim:
    """A total that will be reached, on the day of what it comes from: "goes in May, which will"."""
    before = stage.scenes[scene.index - 1].dates if scene.index else ()
    follows = scene.clause.opener in stage.acts.grammar["relative"]
    date = as_partial(before[-1]) if claim.date is None and follows and before else claim.date
    return replace(claim, voice=Voice.WILL, date=date)


def _made_it(scene: Scene, number: NumberMention, word: CueHit) -> bool:
    """Whether so many only adopted it: "adopted by 122 in 2017, now counts 73 parties"."""
    days = [d.end for d in scene.dates if d.end <= number.start]  # "adopted in July 2017 by 122"
    made = (c for c in scene.of(CueKind.ADOPT) if c.end < number.start)
    adopted = [c for c in made if number.start - max([c.end, *days]) <= _BY]
    other = any(n.start > number.start and n.end <= word.end for n in scene.numbers)
    return bool(adopted) and (other or word.start - number.end > _BY)


_BY = 10  # characters of " by some "
_OF_ITSELF = frozenset({CueKind.PARTY_NOUN, CueKind.SIGNATORY, CueKind.OUTSIDE})


def _is_needed(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether so many are needed first: then it is a rule, and nobody is counted."""
    needed = scene.of(CueKind.NEEDED)
    if still_missing(stage, scene, number) or left_undone(stage, scene, number):
        return False
    if _comes_into_force(stage, scene) and _comes_after(stage, scene, number):
        return True
    after = any(0 <= c.start - number.end <= WITHIN for c in needed)
    return after or any(0 <= number.start - c.end <= _NEEDS for c in needed)


def _tells_of_some(scene: Scene, number: NumberMention) -> bool:
    """Whether it only tells of those named: "71, among them Britain and France, two exporters"."""
    listed = [c for c in scene.of(CueKind.AMONG_THEM, CueKind.INCLUDE) if c.end <= number.start]
    if not listed:
        return False
    named = any(p.ids and listed[0].end <= p.start and p.end < number.start for p in scene.parties)
    return named and any(n.end <= listed[0].start for n in scene.numbers)


def _comes_into_force(stage: Stage, scene: Scene) -> bool:
    """Whether the clause, or the one that it follows after a comma, tells of entry into force."""
    if scene.has(CueKind.EFFECT):
        return True
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["later"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    if told_on_day(stage, scene):
        return False
    return earlier.has(CueKind.EFFECT) and earlier.clause.passage == scene.clause.passage


def _comes_after(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether the treaty comes into force after so many: "90 days after 50 states ratify"."""
    before = stage.folded[scene.start : number.start].split()[-2:]
    return bool(set(before) & stage.acts.grammar["later"])


_NEEDS = 40  # characters of "needs to be ratified by at least "


def _total(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "The number of governments that have signed is 138": the number ends the clause."""
    if scene.index == 0 or not closes(scene, number) or scene.dates:
        return None
    earlier = stage.scenes[scene.index - 1]
    joining = scene.of(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.BELONG)
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    return joining[0] if joining and relative and earlier.has(CueKind.STATE_NOUN) else None


def _relative(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The 51 countries that had not signed it": the number stands before the relative clause."""
    joining = scene.of(*JOINING)
    if not joining or scene.has(*LEAVING):
        return
    earlier = stage.scenes[scene.index - 1]
    part = [
        n for n in earlier.numbers if _is_of_which(stage, n, scene) or _is_bare(stage, n, scene)
    ]
    if part:
        yield _claim(stage, replace(scene, start=part[-1].start), part[-1], joining[0])
        return
    party = antecedent(stage, scene)
    if party is None or party.ids:
        return
    numbers = [n for n in earlier.numbers if 0 <= party.start - n.end <= 25 and n.high >= 2]
    if numbers and not numbers[-1].ordinal:
        whole = replace(scene, start=numbers[-1].start)
        yield _claim(stage, whole, numbers[-1], joining[0])


def _is_bare(stage: Stage, number: NumberMention, scene: Scene) -> bool:
    """Whether the relative clause is of a number alone: "the 130 | that have only signed"."""
    counted = not number.ordinal and not number.percent and number.high >= _SOME
    before = stage.folded[max(0, number.start - 10) : number.start].split()[-2:]
    of_them = bool(set(before) & stage.acts.grammar["genitive"])  # "of the ten that signed"
    between = set(stage.folded[number.end : scene.start].split())
    near = between <= stage.acts.grammar["more_of_them"]
    beside = 0 < scene.start - number.end <= _MORE and near and scene.clause.opener != ""
    return counted and beside and not of_them


_MORE = 12  # characters of " more " between a number and the clause about those counted
_SOME = 3  # "the two that have signed" are two whom the report names


def _is_of_which(stage: Stage, number: NumberMention, scene: Scene) -> bool:
    """Whether the relative clause is of a part of those counted: "170 of | which"."""
    between = stage.folded[number.end : scene.start].split()
    return len(between) == 1 and between[0] in stage.acts.grammar["of_a_total"]


def _of_which(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "87 of which have ratified it": a part of those counted before it."""
    for number in scene.numbers[1:]:
        after = stage.folded[number.end : scene.end].split()[:2]
        if not after[1:] or after[0] not in stage.acts.grammar["of_a_total"]:
            continue
        joining = [c for c in scene.of(*JOINING) if 0 < c.start - number.end <= WITHIN]
        if after[1] in stage.acts.grammar["relative"] and joining and not number.percent:
            part = replace(scene, start=number.start)
            yield _claim(stage, part, number, joining[0])


def _is_of_the_treaty(stage: Stage, date: DateMention, number: NumberMention) -> bool:
    """Whether a year opens the bracket behind a treaty, as its own: "(1997, 10 parties)"."""
    opened = stage.text[: date.start].endswith("(")
    apart = stage.text[date.end : number.start].strip() in {",", ";", ""}
    return opened and apart and date.end <= number.start


def _claim(stage: Stage, scene: Scene, number: NumberMention, head: CueHit) -> Claim:
    named = own_treaty(scene, number)
    treaty = named.ids[0] if named else None
    dated_else = scene.has(CueKind.EFFECT, CueKind.ADOPT, CueKind.EXTEND, CueKind.OPEN_SIGNATURE)
    date = None if dated_else else nearest_date(scene, head)
    if date is not None and _is_of_the_treaty(stage, date, number):
        date = None
    start, end = _span(stage, scene, number, head)
    counted = _sub_kind(stage, scene, head, number)
    undone = _no_further(stage, scene, head) if head.kind is CueKind.PARTY_NOUN else None
    if counted == "signatories_not_parties" and undone is not None:
        end = max(end, undone.end)
    return Claim(
        type=ClaimType.COUNT,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty or stage.context.treaty_at(head.start),
        stage=counted,
        date=as_partial(date),
        value=number.low,
        value_high=number.high if number.high != number.low else None,
        unit="states",
        bound=number.bound,
        of_total=number.of_total,
    )


def _span(stage: Stage, scene: Scene, number: NumberMention, head: CueHit) -> tuple[int, int]:
    """From the number or its subject to the treaty; up to the next number where there are two."""
    if number.ordinal:
        return trim(stage.text, number.start, scene.end)
    states = [c for c in scene.of(*STATES) if 0 <= c.start - number.end <= WITHIN]
    named = [own_treaty(scene, number)] if is_paired(scene) else scene.treaties[-1:]
    start, end = hull(stage, scene, number, head, *states[:1], *named)
    following = [n.start for n in scene.numbers if n.start > max(number.end, head.end)]
    if _preceded(scene, number):
        start = number.start
    if following and following[0] < end:
        end = following[0]
    return trim(stage.text, start, end)


def _preceded(scene: Scene, number: NumberMention) -> bool:
    """Whether another number of States stands before it: "93 signatories and 70 parties"."""
    nouns = scene.of(CueKind.PARTY_NOUN, *STATES)
    return any(
        n.end <= noun.start < number.start and noun.start - n.end <= WITHIN
        for n in scene.numbers
        for noun in nouns
    )


def _party_noun(scene: Scene, head: CueHit) -> str:
    """What a noun for those who joined counts: signatories, ratifications or parties."""
    kinds = {c.kind for c in scene.cues if (c.start, c.end) == (head.start, head.end)}
    if kinds & {CueKind.SIGNATORY, CueKind.SIGN}:
        return "signatories"
    return "ratifications" if CueKind.RATIFY in kinds else "parties"


def _sub_kind(stage: Stage, scene: Scene, head: CueHit, number: NumberMention) -> str | None:
    kinds = {cue.kind for cue in scene.cues}
    if head.kind in LEAVING:
        return None
    if _signed_only(stage, scene, head):
        return "signatories_not_parties"
    outside = head.kind is CueKind.OUTSIDE or _left_out(stage, scene, head, number)
    if outside or _all_but(stage, number):
        return "not_signed" if head.kind is CueKind.SIGN else "not_party"
    if head.kind is CueKind.PARTY_NOUN:
        return _party_noun(scene, head)
    if head.kind is CueKind.SIGN and _and_ratified(stage, scene, head):
        return "ratifications"
    joins = bool(kinds & {CueKind.RATIFY, CueKind.ACCEDE})
    if CueKind.SIGN in kinds and joins and not _several(scene):
        return "parties_and_signatories"
    if head.kind in {CueKind.SIGN, CueKind.SIGNATORY}:
        return "signatories"
    alone = head.kind is CueKind.RATIFY and CueKind.ACCEDE not in kinds
    return "ratifications" if alone else "parties"


def _left_out(stage: Stage, scene: Scene, head: CueHit, number: NumberMention) -> bool:
    """Whether those counted have not done it; "no fewer than 130" denies nothing.

    Nor does "without Russia it has 32 members", which only tells whom the number leaves out.
    """
    apart = stage.acts.grammar["absolute"]
    denials = [c for c in scene.of(CueKind.NEGATION) if stage.folded[c.start : c.end] not in apart]
    inside = [c for c in denials if number.start <= c.start and c.end <= number.end]
    return negated(scene, head) and len(inside) < len(denials)


def _all_but(stage: Stage, number: NumberMention) -> bool:
    """Whether the number is of those left out: "all but five have joined"."""
    before = " ".join(stage.folded[max(0, number.start - 20) : number.start].split())
    return before.endswith(tuple(stage.acts.grammar["all_but"]))


def _and_ratified(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """ "Have signed and ratified": it is those who did both that are counted."""
    for after in stage.scenes[scene.index : scene.index + 2]:
        for verb in after.of(CueKind.RATIFY, CueKind.ACCEDE):
            between = stage.folded[head.end : verb.start].split()
            if between and set(between) <= stage.acts.grammar["both_done"]:
                return verb.start > head.end
    return False


def _several(scene: Scene) -> bool:
    """Whether more than one number is told: then each has its own verb."""
    return sum(not n.ordinal and not n.percent for n in scene.numbers) > 1


_AND_NOT = 40  # characters between "signed" and "but not ratified"


def _signed_only(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether those who signed are told not to have ratified: "have signed but not ratified"."""
    if negated(scene, head) and any(c.start < head.start for c in scene.of(CueKind.NEGATION)):
        return False  # but "signed without ratifying" denies no signature
    if head.kind is CueKind.PARTY_NOUN:
        signatories = _party_noun(scene, head) == "signatories"
        return signatories and _no_further(stage, scene, head) is not None
    if head.kind is not CueKind.SIGN:
        return False
    number = max((n.end for n in scene.numbers if n.end <= head.start), default=scene.start)
    # Behind the number: "only 88 States have signed" makes light of the number alone.
    before = stage.folded[max(number, head.start - 20) : head.start].split()
    after = stage.folded[head.end : scene.end].strip(" .!;:,\"')")
    if set(before) & stage.acts.grammar["merely"] or after in stage.acts.grammar["merely"]:
        return True
    return _no_further(stage, scene, head) is not None


def _no_further(stage: Stage, scene: Scene, head: CueHit) -> CueHit | None:
    """What those who signed are told not to have done: "signatories that have not ratified"."""
    same = [s for s in stage.scenes[scene.index : scene.index + 2] if s.start - head.end < _AND_NOT]
    undone = (
        c
        for s in same
        for c in s.of(CueKind.RATIFY, CueKind.BELONG, CueKind.ACCEDE)
        if 0 < c.start - head.end <= _AND_NOT and (negated(s, c) or s.has(CueKind.ECHO_NOT))
        if not any(head.end <= n.start < c.start for n in s.numbers)  # "of which 28 have not"
    )
    return next(undone, None)
