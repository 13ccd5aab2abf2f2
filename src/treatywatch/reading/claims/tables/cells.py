"""What the words in a cell tell of a State and a treaty: "Signed, not ratified", "Party (1970)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.columns import Use, heads
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_NOT_YET = 8  # characters between a denial and its act
_PAUSE = re.compile(r"[,;:(]")
_BESIDE = 14  # characters of "in the month of " between an act and its day
_OPENS = 12  # characters before the first word that tells something: "a full "
_JOINS = {CueKind.RATIFY: "ratified", CueKind.ACCEDE: "acceded", CueKind.SIGN: "signed"}
_STANDINGS = {
    CueKind.OUTSIDE: "not_party",
    CueKind.HOLDOUT: "not_party",
    CueKind.SIGNATORY: "signed",
    CueKind.BELONG: "party",
    CueKind.PARTY_NOUN: "party",
}
_EXITS = {
    CueKind.SUSPEND: "suspended",
    CueKind.EXIT_NOTICE: "notified",
    CueKind.NOTIFY: "notified",
    CueKind.EXIT: "effective",
    CueKind.EXIT_OBJECT: "effective",
}
_WITH_A_DAY = {
    CueKind.EFFECT: "entry_into_force",
    CueKind.BIND: "entry_into_force",
    CueKind.NOTICE: "notified",
    CueKind.OUT_OF: "effective",
}
_TOLD = _STANDINGS | _JOINS | _EXITS | _WITH_A_DAY
_EXIT_STAGES = frozenset(_EXITS.values())
DENIED = {
    "signed": "not_signed",
    "ratified": "not_ratified",
    "acceded": "not_ratified",
    "party": "not_party",
}
_TAKEN_BACK = frozenset({CueKind.UNDO, CueKind.REVOKE, CueKind.TAKE_BACK, CueKind.END_RATIFICATION})


def told_in_words(stage: Stage, cell: Cell, cues: Sequence[CueHit]) -> tuple[Claim, ...]:
    """The claims of a cell's words, each without its State and its treaty.

    A cell that opens with other words is left to those who read sentences; so is one that speaks
    of an intention or of consent taken back.
    """
    kinds = {cue.kind for cue in cues}
    if kinds & _TAKEN_BACK or {CueKind.FUTURE, CueKind.INTEND, CueKind.CONSIDER} & kinds:
        return ()
    acts = [*_acts(stage, cell, (*cues, *_outs(stage, cell, cues)))]
    if not acts or acts[0].start - cell.start > _OPENS:
        return ()
    return tuple(_without_standings(_as_one(stage, [*_with_notices(acts)])))


def act_alone(stage: Stage, cell: Cell, words: InOrder[CueHit]) -> Claim | None:
    """The act that is all a cell says, and its day not there: "Accession", "Entry into force"."""
    cues = [*words.within(*cell)]
    cues += _outs_alone(stage, cell, cues)
    kinds = {cue.kind for cue in cues}
    told = next(_first_of_each(stage, cues), None)
    if told is None or told.start - cell.start > _OPENS or stage.context.dates_in(*cell):
        return None
    if kinds & (_TAKEN_BACK | _DENIALS) or told.kind in _STANDINGS or cell.end - told.end > _NOUNS:
        return None
    if kinds & _STEPS_TOWARDS:
        return None
    stage_told = _TOLD[told.kind]
    if stage_told == "effective" and kinds & _GIVEN:
        stage_told = "notified"  # "withdrawal notified"
    kind = ClaimType.WITHDRAWAL if stage_told in _EXIT_STAGES else ClaimType.PARTICIPATION
    return Claim(kind, stage.text[slice(*cell)], cell.start, cell.end, None, stage=stage_told)


_GIVEN = frozenset({CueKind.NOTIFY, CueKind.NOTICE, CueKind.EXIT_NOTICE, CueKind.HAND_IN})
_STEPS_TOWARDS = frozenset(
    {
        CueKind.ANNOUNCE,
        CueKind.DECIDE,
        CueKind.INTEND,
        CueKind.RECOMMEND,
        CueKind.CONSIDER,
        CueKind.APPROVE,
        CueKind.VOTE,
        CueKind.PROPOSE,
        CueKind.BILL,
        CueKind.ENACT,
        CueKind.PARLIAMENT,
        CueKind.GOVERNMENT,
        CueKind.URGING,
        CueKind.FUTURE,
        CueKind.CONDITION,
        CueKind.HEDGE,
        CueKind.REJECT,
    }
)


def _outs_alone(stage: Stage, cell: Cell, cues: Sequence[CueHit]) -> Iterator[CueHit]:
    """Words that a cell opens with, and that tell an exit or a return in tables: "out", "back"."""
    for use, kind in _OUT.items():
        form = heads(stage.acts).get(use)
        found = form.match(stage.folded, *cell) if form is not None else None
        told = (one for one in cues if one.kind in _TOLD)
        if found is not None and not any(one.start < found.end() for one in told):
            yield CueHit(*found.span(), kind, Tense.OTHER)


_NOUNS = 24  # characters of " of withdrawal received"


def is_denied(stage: Stage, words: InOrder[CueHit], cell: Cell, cue: CueHit) -> bool:
    """Whether the cell says of this act that it was not done: "signed, not ratified"."""
    return any(_denies(stage, one, cue) for one in words.within(*cell))


def is_since(stage: Stage, cell: Cell, day: DateMention) -> bool:
    """Whether the cell is a day since when a State is bound: "since 1996"."""
    form = heads(stage.acts).get(Use.SINCE)
    before = stage.text[cell.start : day.start].rstrip()
    ends = cell.start + len(before)
    return (
        form is not None
        and not stage.text[day.end : cell.end].strip(" .*†")
        and form.fullmatch(stage.folded, cell.start, ends) is not None
    )


def yes_or_no(stage: Stage, cell: Cell) -> bool | None:
    """Whether the cell is a yes or a no by itself; None for neither."""
    yes, no = _answers(stage.acts)
    if yes.fullmatch(stage.folded, *cell):
        return True
    return False if no.fullmatch(stage.folded, *cell) else None


def _acts(stage: Stage, cell: Cell, cues: Sequence[CueHit]) -> Iterator[Claim]:
    told = [*_first_of_each(stage, cues)]
    starts = [*(cue.start for cue in told[1:]), *([cell.end] if told else [])]
    for cue, until in zip(told, starts, strict=True):
        denial = next((c for c in cues if _denies(stage, c, cue)), None)
        answer = _answer_behind(stage, cue.end, until)
        refused = _answer_before(stage, cell, cue)
        stage_told = _TOLD[cue.kind]
        if denial is not None or answer is not None or refused is not None:
            stage_told = DENIED.get(stage_told, "")
        elif cue.kind in _STANDINGS and _is_former(stage, cell, cue):
            stage_told = ""  # of its way out the row says no more
        start = denial.start if denial is not None else cue.start if refused is None else refused
        before = _day_before(stage, cell, cue)
        day = before or _its_day(stage, cue.end, until)
        start = start if before is None else before.start
        end = answer or max(cue.end, cue.end if day is None else day.end)
        if stage_told and not (day is None and cue.kind in _WITH_A_DAY):
            exit_told = stage_told in _EXIT_STAGES
            kind = ClaimType.WITHDRAWAL if exit_told else ClaimType.PARTICIPATION
            claim = Claim(kind, stage.text[start:end], start, end, None, stage=stage_told)
            date = None if day is None else as_partial(day)
            # "acceded in March (withdrawn in April)": the exit, or the accession taken back
            sure = not (exit_told and cue is not told[0] and told[0].kind in _JOINS)
            negated = stage_told.startswith("not_")
            yield replace(claim, negated=negated, date=date, sure=sure)


def _is_former(stage: Stage, cell: Cell, cue: CueHit) -> bool:
    """ "Former party": what it is no more."""
    form = _former(stage.acts)
    return form is not None and form.search(stage.folded[cell.start : cue.start]) is not None


@grammar
def _former(acts: ActWords) -> re.Pattern[str] | None:
    if not acts.grammar["cell_former"]:
        return None
    return re.compile(rf"(?<!\w)(?:{acts.any_of('cell_former')})\W{{0,2}}$")


def _answer_before(stage: Stage, cell: Cell, cue: CueHit) -> int | None:
    """Where a no begins that is all that stands before an act: "non ratifié", below a head."""
    lead = stage.folded[cell.start : cue.start]
    begun = cell.start + max((lead.rfind(sign) + 1 for sign in ",;:("), default=0)
    words = stage.folded[begun : cue.start]
    begun += len(words) - len(words.lstrip())
    ends = begun + len(words.strip(" -"))
    _, no = _answers(stage.acts)
    near = ends > begun and cue.start - ends <= 1
    return begun if near and no.fullmatch(stage.folded, begun, ends) else None


def _answer_behind(stage: Stage, start: int, until: int) -> int | None:
    """Where a no ends that is put to an act: "signed: no; acceded: 12 May 2004"."""
    _, no = _answers(stage.acts)
    colon = _COLON.match(stage.text, start, until)
    ends = _PAUSE.search(stage.text, colon.end(), until) if colon is not None else None
    if colon is None:
        return None
    end = ends.start() if ends is not None else until
    return end if no.fullmatch(stage.folded, colon.end(), end) else None


_COLON = re.compile(r":\s*")


def _first_of_each(stage: Stage, cues: Sequence[CueHit]) -> Iterator[CueHit]:
    """The telling cues; of several at one place the one that tells most exactly."""
    order = list(_TOLD)
    ends, last = -1, None
    telling = [cue for cue in cues if cue.kind in _TOLD and cue.tense is not Tense.PROGRESSIVE]
    for cue in sorted(telling, key=lambda c: (c.start, -c.end, order.index(c.kind))):
        if cue.start >= ends and not (last and _is_of(stage, cue, last)):
            yield cue
            ends, last = cue.end, cue


def _is_of(stage: Stage, cue: CueHit, exit_told: CueHit) -> bool:
    """ "Withdrawal effective 1 May": the day is that of the exit itself."""
    effect = cue.kind in _EFFECTS and exit_told.kind in _EXITS
    return effect and not stage.context.dates_in(exit_told.end, cue.start)


_EFFECTS = frozenset({CueKind.EFFECT, CueKind.OUT_OF})


def _denies(stage: Stage, one: CueHit, cue: CueHit) -> bool:
    between = stage.folded[one.end : cue.start]  # "not yet ratified"
    near = one.end <= cue.start and len(between) <= _NOT_YET and not _PAUSE.search(between)
    return one.kind in _DENIALS and near and cue.kind is not CueKind.OUTSIDE


_DENIALS = frozenset({CueKind.NEGATION, CueKind.ECHO_NOT})  # "signed but not ratified"


def _day_before(stage: Stage, cell: Cell, cue: CueHit) -> DateMention | None:
    """The day right before an act in brackets: "1992 (signed), 1995 (ratified)"."""
    lead = stage.text[cell.start : cue.start]
    if not _OPENED.search(lead):
        return None
    days = stage.context.dates_in(cell.start, cue.start)
    near = bool(days) and not stage.text[days[-1].end : cue.start].strip(" (")
    return days[-1] if near else None


_OPENED = re.compile(r"\(\s*$")


def _its_day(stage: Stage, start: int, end: int) -> DateMention | None:
    """The one day that stands there, or else the one right behind."""
    days = stage.context.dates_in(start, end)
    near = bool(days) and not _PAUSE.search(stage.folded, start, days[0].start)
    return days[0] if len(days) == 1 or (near and days[0].start - start <= _BESIDE) else None


def _outs(stage: Stage, cell: Cell, cues: Sequence[CueHit]) -> Iterator[CueHit]:
    """Words that tell an exit or a return with the day behind them: "out since 10 January 2026"."""
    for use, kind in _OUT.items():
        form = heads(stage.acts).get(use)
        for found in form.finditer(stage.folded, *cell) if form is not None else ():
            start, end = found.span()
            known = any(one.start < end and start < one.end for one in cues)
            dated = use is not Use.BACK or _has_day_behind(stage, end, cell.end)
            if dated and not known:
                yield CueHit(start, end, kind, Tense.OTHER)


def _has_day_behind(stage: Stage, start: int, end: int) -> bool:
    days = stage.context.dates_in(start, end)
    return bool(days) and days[0].start - start <= _NOT_YET


_OUT = {Use.NOTICE: CueKind.NOTICE, Use.OUT: CueKind.OUT_OF, Use.BACK: CueKind.ACCEDE}


def _as_one(stage: Stage, acts: Sequence[Claim]) -> Iterator[Claim]:
    """ "Signed, not ratified" is one claim, that of what was not done."""
    left_out = {
        (one.start, one.end)
        for one, other in pairwise(acts)
        if one.stage == "signed" and other.stage == "not_ratified" and one.date is None
    }
    begun: int | None = None
    for claim in acts:
        if (claim.start, claim.end) in left_out:
            begun = claim.start
        elif begun is not None:
            yield replace(claim, quote=stage.text[begun : claim.end], start=begun)
            begun = None
        else:
            yield claim


def _with_notices(acts: Sequence[Claim]) -> Iterator[Claim]:
    """ "Denunciation 2 May 2007; out since 3 November": the first of two exits is the notice."""
    exits = [c for c in acts if c.stage == "effective" and c.date is not None]
    returns = [c.start for c in acts if c.stage in _JOINS.values()]
    for claim in acts:
        until = next((start for start in returns if start >= claim.end), None)
        later = any(
            claim.end <= one.start and (until is None or one.start < until) for one in exits
        )
        yield replace(claim, stage="notified") if claim in exits and later else claim


def _without_standings(claims: Iterator[Claim]) -> Iterator[Claim]:
    """ "State Party (ratified 2002)" tells the act; the standing goes without saying."""
    told = tuple(claims)
    acts = any(c.stage in _JOINS.values() and c.date is not None for c in told)
    for claim in told:
        if not (acts and claim.stage in {"party", "signed"} and claim.date is None):
            yield claim


@grammar
def _answers(acts: ActWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    yes, no = (acts.any_of(use) for use in ("cell_yes", "cell_no"))
    marks = r"[^\w|]{0,4}"  # a full stop, a note's sign, the stars of bold print
    return re.compile(rf"\**(?:{yes}){marks}"), re.compile(rf"\**(?:{no}){marks}")
