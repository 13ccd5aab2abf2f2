"""What the calendar brings: exits told by the day on which they fall, and those only decided on."""

import re
from collections.abc import Iterator

from treatywatch.law.participant import NameKind
from treatywatch.reading.actors.subjects import Subject
from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claims.span import nearest_date
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

LEAVES = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})
_MAY_FALL = LEAVES | {CueKind.SAME_AGAIN, CueKind.RELEASED}
_AHEAD = frozenset({CueKind.FUTURE, CueKind.DUE})
_WILL = 12  # characters of " formally " between "will" and its verb
_AT_THE_END = 15  # characters of " at the end of " between what is left and its year
_BESIDE = 8  # characters of " on the " between a noun, or what is left, and its day
_STEPS_BEFORE = (
    CueKind.ANNOUNCE,
    CueKind.DECIDE,
    CueKind.INTEND,
    CueKind.RECOMMEND,
    CueKind.CONSIDER,
    CueKind.APPROVE,
    CueKind.NOTIFY,
    CueKind.ENACT,
    CueKind.HEDGE,
)


def falls_on_a_day(stage: Stage, one: Exit) -> bool:
    """Whether leaving is told as what the calendar brings: "will leave on 3 May 2026".

    Also "is set to follow on 20 February", "is quitting at the end of next year" and "the exit on
    10 January".
    """
    published = stage.context.report.published
    date = nearest_date(one.scene, one.head)
    if date is None or published is None or one.head.kind not in _MAY_FALL:
        return False
    steps = (c for c in one.scene.of(*_STEPS_BEFORE) if c.end <= one.head.start)
    if any(not _is_bound(stage, c) for c in steps):
        return False
    in_year = not date.first.month and not _at_its_end(stage, date)
    if in_year and one.head.tense is not Tense.PROGRESSIVE:
        return False
    if one.head.tense is Tense.NOUN:
        return _is_owned(one) and _beside(one, date) and date.modifier is DateModifier.AT
    ahead = str(date.first.first()) > published or _at_its_end(stage, date)
    if one.head.tense in _GOING_ON:
        today = str(date.first) == published
        beside = _beside(one, date, _AT_THE_END) or date.start - one.scene.start <= _OPENS
        return (ahead or today) and beside
    return ahead and _is_to_come(stage, one)


def comes_on_its_day(stage: Stage, one: Exit) -> bool:
    """Whether an exit is said to come on a day: "Poland's own exit came in February"."""
    if one.head.tense is not Tense.NOUN or one.head.kind not in LEAVES:
        return False
    start = min(one.head.start, one.party.start if one.party else one.head.start)
    small = ("joins", "article", "relative", "possessive", "their_own")
    led = {word for use in small for word in stage.acts.grammar[use]}
    if not set(stage.folded[one.scene.start : start].split()) <= led:
        return False  # "news of Poland's withdrawal came"
    comes = _comes(stage.acts)
    days = [d.start for d in one.scene.dates]
    found = (comes.match(stage.folded, end) for end in _ends(one))
    return any(one_.end() in days for one_ in found if one_ is not None)


@grammar
def _comes(acts: ActWords) -> re.Pattern[str]:
    small = "|".join(acts.any_of(use) for use in ("leads_to_day", "place", "name_article"))
    comes = acts.any_of("comes_on_a_day")
    return re.compile(rf"\s(?:{comes})\s(?:(?:{small})\s){{0,3}}" if comes else r"(?!)")


def _at_its_end(stage: Stage, date: DateMention) -> bool:
    """Whether it is the end of the year of the report, which lies ahead: "the end of this year"."""
    published = stage.context.report.published or ""
    before = stage.folded[max(0, date.start - _END_OF) : date.start].strip()
    this_year = not date.first.month and str(date.first) == published[:4]
    return this_year and before.endswith(tuple(stage.acts.grammar["year_end"]))


_END_OF = 16  # characters of "the last day of " before a year
_OPENS = 3  # characters of "on " before a day that opens the clause
_GOING_ON = frozenset({Tense.PROGRESSIVE, Tense.PRESENT})


def _is_to_come(stage: Stage, one: Exit) -> bool:
    before = [c for c in one.scene.cues if c.end <= one.head.start <= c.end + _WILL]
    return any(c.kind in _AHEAD or _is_bound(stage, c) for c in before)


def _is_bound(stage: Stage, cue: CueHit) -> bool:
    """Whether the words tell no wish but what the calendar brings: "is set to", "is about to"."""
    words = stage.folded[cue.start : cue.end].split()
    return cue.kind is CueKind.INTEND and " ".join(words[-2:]) in stage.acts.grammar["bound_to"]


def _is_owned(one: Exit) -> bool:
    """Whether the noun has its owner beside it: "Poland's exit", "the exit of Poland"."""
    party = one.party
    if party is None or not party.ids:
        return False
    return one.head.start - party.end <= _OWNER


_OWNER = 4  # characters of "'s " between a name and what it owns


def _beside(one: Exit, date: DateMention, reach: int = _BESIDE) -> bool:
    """Whether the day follows the noun, or what is left: "the exit from the pact on 10 January"."""
    return any(0 <= date.start - end <= reach for end in _ends(one))


def _ends(one: Exit) -> Iterator[int]:
    yield one.head.end
    yield from (treaty.end for treaty in one.treaty_words)
    if one.party is not None and one.party.start >= one.head.end:
        yield one.party.end


def is_after_a_while(stage: Stage, one: Exit) -> bool:
    """Whether a span of time from now follows: "Finland follows in a fortnight"."""
    spans = (d for d in one.scene.durations if 0 < d.start - one.head.end <= _BESIDE)
    before = (stage.folded[one.head.end : d.start].split()[:1] for d in spans)
    return one.head.tense is not Tense.PAST and any(
        set(words) & stage.acts.grammar["place"] for words in before
    )


def is_so_many(stage: Stage, one: Exit, subject: Subject) -> bool:
    """Whether so many States are told of as acting though none is named: "five States left it"."""
    if one.head.kind is CueKind.SUSPEND:
        return True
    party = subject.party
    if party is None or one.head.tense is Tense.NOUN:
        return False
    behind = stage.folded[one.head.end : one.scene.end].split()[:1]
    pointed = {word.strip(_STOPS) for word in behind} & stage.acts.grammar["object_pronoun"]
    if not one.treaty_words and not pointed:
        return False
    numbers = stage.context.numbers_in(max(one.scene.start, party.start - _NUMBER), party.end)
    return any(not n.ordinal for n in numbers) and not negated(one.scene, one.head)


_STOPS = ".,;:!?"
_NUMBER = 24  # characters of "five of the founding " before whom it counts


def is_decided_by_a_leader(one: Exit) -> bool:
    """Whether a leader alone is named who left, who can only decide it: "Trump quit the pact"."""
    if one.party is None or one.head.kind not in LEAVES or one.head.tense is not Tense.PAST:
        return False
    within = [p for p in one.scene.people if one.party.start <= p.start < one.party.end]
    return bool(within) and all(p.role == NameKind.LEADER for p in within)
