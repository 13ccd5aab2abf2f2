"""Claims by likeness: those that are like none are dropped, and what is like one is taken up.

The very last layer. A sentence or a clause that no rule reads may still be like those in which
people have found claims, by signs of which none means anything by itself; and what a rule makes a
claim may be like none of them. What is found here is marked as not sure (``Claim.sure``): it may be
borne out, and is never called wrong.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.at_large.alike_told import told_of
from treatywatch.reading.claims.at_large.cleft import joined
from treatywatch.reading.claims.at_large.likely_steps import with_likely_steps
from treatywatch.reading.claims.at_large.set_apart import each_its_own
from treatywatch.reading.claims.at_large.taken_up_late import as_taken_up
from treatywatch.reading.learned.likeness import has_own
from treatywatch.reading.learned.weighing import Sentence, Weighed, Weighing
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import DateModifier, Passage, PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen


@frozen
class _Bar:
    """The chance from which a stretch makes a claim, and below which what a rule reads is none.

    ``sentence`` is for one that nothing was read from, ``clause`` for one beside a claim;
    ``unlike`` for what a rule reads, ``loose`` where it reads it of loose words alone. All by type
    where a type has a bar of its own.
    """

    sentence: Mapping[ClaimType | None, float]
    clause: Mapping[ClaimType | None, float]
    unlike: Mapping[ClaimType | None, float]
    loose: Mapping[ClaimType | None, float]


# A claim helps as long as two of five are right: measured by type on reports that nothing had been
# learned from and no rule written for, and chosen with those where people have marked less in mind.
_OWN = _Bar(
    sentence={
        None: 0.55,
        ClaimType.PARTICIPATION: 0.35,
        ClaimType.TREATY_FACT: 0.35,
        ClaimType.QUOTE: 0.6,
        ClaimType.WITHDRAWAL: 0.6,
    },
    clause={
        None: 0.6,
        ClaimType.PARTICIPATION: 0.4,
        ClaimType.COUNT: 0.45,
        ClaimType.TREATY_FACT: 0.35,
        ClaimType.QUOTE: 0.65,
        ClaimType.WITHDRAWAL: 0.45,
    },
    unlike={
        None: 0.2,
        ClaimType.PARTICIPATION: 0.1,
        ClaimType.WITHDRAWAL: 0.06,
        ClaimType.TREATY_FACT: 0.06,
    },
    loose={
        None: 0.4,
        ClaimType.COUNT: 0.1,
        ClaimType.PARTICIPATION: 0.3,
        ClaimType.TREATY_FACT: 0.15,
    },
)
_OF_ANY_LANGUAGE = _Bar(
    sentence={
        None: 0.4,
        ClaimType.PARTICIPATION: 0.3,
        ClaimType.TREATY_FACT: 0.3,
        ClaimType.WITHDRAWAL: 0.5,
        ClaimType.QUOTE: 0.5,
    },
    clause={None: 0.7, ClaimType.PARTICIPATION: 0.4, ClaimType.WITHDRAWAL: 0.5},
    unlike={None: 0.0},
    loose={None: 0.0},
)
_LIKE_NOTHING = 0.1  # the chance below which a sentence is not looked at by its clauses
_LIKEWISE = 0.5  # share of the best chance from which another clause belongs to the claim
_TAKEN = 0.3  # share of the shorter from which a claim says what a stretch says
_BEGINNING_FOR_STATES = (
    (ClaimType.PARTICIPATION, "entry_into_force"),
    (ClaimType.WITHDRAWAL, "effective"),
)
_SAME = 0.7  # share of the longer from which a claim of a rule and one by likeness are one
_WORDS, _CLAUSE_WORDS = 3, 5  # a sentence, and a clause of one, with fewer makes no claim
_MARKS = 2  # characters beside a day that stands alone
_AT_ITS_END = 3  # characters of a question mark and what closes a quotation
_ACTS = frozenset(
    {ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION, ClaimType.COUNT, ClaimType.TREATY_FACT}
)


def by_likeness(
    stage: Stage, cues: Iterable[CueHit], clauses: Sequence[Clause], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """``told`` without what is like no claim, and with what it has left alone and is like one.

    ``clauses`` are those of the whole report, in its order.
    """
    bar = _OWN if has_own(stage.context.words.language) else _OF_ANY_LANGUAGE
    weighing = Weighing(stage.context, cues, clauses)
    kept: list[Claim] = []
    unlike: list[Claim] = []
    for one in told:
        told_for_sure = _belongs_since(stage, one) or _did_so(stage, one)
        told_for_sure = told_for_sure or _is_like(weighing, one, bar)
        (kept if told_for_sure else unlike).append(one)
    of_states = Meeting(one for one in unlike if (one.type, one.stage) in _BEGINNING_FOR_STATES)
    reading = _Reading(stage, weighing, Meeting(kept), bar)
    passages = enumerate(stage.context.passages)
    read = (number for number, one in passages if one.kind is not PassageKind.BOILERPLATE)
    found = [claim for number in read for claim in reading.of_sentence(number)]
    found = list(dict.fromkeys(_as_read(claim, of_states) for claim in found))
    found = [claim for claim in found if claim.quote]  # marks alone say nothing
    kept, found = joined(stage, kept, found)
    return tuple(as_taken_up(stage, (*with_likely_steps(weighing, kept), *found)))


def _as_read(claim: Claim, of_states: Meeting[Claim]) -> Claim:
    """What a rule reads of a State in words that are like a fact of the treaty, else the claim.

    "It took effect there in May", "it will take effect in six months", an exit: of what it is, a
    rule knows better than the words beside it.
    """
    if claim.type is not ClaimType.TREATY_FACT:
        return claim
    told = of_states.meeting(claim.start, claim.end)
    same = (one for one in told if _shared(claim, one) >= _SAME)
    return next(same, claim)


def _shared(one: Claim, other: Claim) -> float:
    """The share of the longer that two claims have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / max(1, one.end - one.start, other.end - other.start)


def _belongs_since(stage: Stage, claim: Claim) -> bool:
    """Whether it tells since when a State belongs: "Israel, a member since 1949, gave notice".

    It says so whatever the words around it are like.
    """
    if claim.type is not ClaimType.PARTICIPATION or claim.date is None or not claim.sure:
        return False
    days = stage.context.dates_in(claim.start, claim.end)
    return any(one.modifier is DateModifier.SINCE for one in days)


def _did_so(stage: Stage, claim: Claim) -> bool:
    """Whether States by name did it to a treaty by a verb: "it was ratified by Germany in 2019"."""
    if claim.type is not ClaimType.PARTICIPATION or not claim.sure or claim.stage not in _DONE:
        return False
    names = (one for one in stage.context.people_in(claim.start, claim.end) if one.role == "name")
    scenes = stage.in_order.meeting(claim.start, claim.end)
    cues = [c for scene in scenes for c in scene.cues if claim.start <= c.start < claim.end]
    did = any(cue.kind in _JOINING and cue.tense is Tense.PAST for cue in cues)
    treaty = any(cue.kind is CueKind.PRONOUN for cue in cues)
    treaty = treaty or bool(stage.context.treaties_in(claim.start, claim.end))
    return did and treaty and any(names)


_DONE = frozenset({"signed", "ratified", "acceded"})
_JOINING = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)


def _is_like(weighing: Weighing, claim: Claim, bar: _Bar) -> bool:
    least = bar.unlike.get(claim.type, bar.unlike[None])
    if least and not claim.sure:
        least = max(least, bar.loose.get(claim.type, bar.loose[None]))
    return not least or weighing.is_like(claim.type, claim.start, claim.end, least)


def _reaching(bars: Mapping[ClaimType | None, float], weighed: Weighed) -> ClaimType | None:
    """The type that a stretch is most like, of those whose bar it reaches."""
    reached = {
        kind: chance
        for kind, chance in weighed.chances.items()
        if chance >= bars.get(kind, bars[None])
    }
    return max(reached, key=reached.__getitem__, default=None)


class _Reading:
    """One report, what its stretches are like, and what was read from it."""

    def __init__(self, stage: Stage, weighing: Weighing, told: Meeting[Claim], bar: _Bar) -> None:
        self._stage, self._weighing, self._told, self._bar = stage, weighing, told, bar

    def of_sentence(self, number: int) -> Iterator[Claim]:
        """What a sentence claims, as a whole where nothing was read from it, else by clauses."""
        passage = self._stage.context.passages[number]
        if self._is_a_day(passage):
            return
        sentence = self._weighing.sentence(number)
        if self._is_told(passage.start, passage.end, _WORDS):
            yield from self._of_clauses(number, sentence)
            return
        if sentence.whole.best()[1] < _LIKE_NOTHING:
            return
        told = _reaching(self._bar.sentence, sentence.together())
        if told is not None and not (told in _ACTS and self._asks(passage)):
            least = _LIKEWISE * max(part.chances[told] for part in sentence.parts)
            likewise = [part for part in sentence.parts if part.chances[told] >= least]
            surely = self._bar.clause.get(told, self._bar.clause[None])
            for run in each_its_own(self._stage.context, told, likewise, surely):
                yield self._told_of(told, run)

    def _of_clauses(self, number: int, sentence: Sentence) -> Iterator[Claim]:
        spans = self._weighing.clause_spans(number)
        left = {start for start, end in spans if not self._is_told(start, end, _CLAUSE_WORDS)}
        if not left or len(spans) == 1:
            return
        for part in sentence.parts:
            told = _reaching(self._bar.clause, part) if part.start in left else None
            if told is not None:
                yield self._told_of(told, [part])

    def _told_of(self, kind: ClaimType, parts: Sequence[Weighed]) -> Claim:
        """The claim from the first part to the last; an exit has the stage of the likeliest."""
        likeliest = max(parts, key=lambda part: part.chances[kind])
        exit_stage = likeliest.exit_stage if kind is ClaimType.WITHDRAWAL else None
        return told_of(self._stage, kind, parts[0].start, parts[-1].end, exit_stage)

    def _is_a_day(self, passage: Passage) -> bool:
        """Whether a day is all there is: the line that dates a report."""
        days = self._stage.context.dates_in(passage.start, passage.end)
        rest = passage.end - passage.start - sum(day.end - day.start for day in days)
        return bool(days) and rest <= _MARKS

    def _asks(self, passage: Passage) -> bool:
        return "?" in self._stage.text[passage.end - _AT_ITS_END : passage.end]

    def _is_told(self, start: int, end: int, least_words: int) -> bool:
        """Whether there is too little to say anything, or a claim says it."""
        if len(self._stage.folded[start:end].split()) < least_words:
            return True
        return any(
            min(end, one.end) - max(start, one.start)
            >= _TAKEN * min(end - start, one.end - one.start)
            for one in self._told.meeting(start, end)
        )
