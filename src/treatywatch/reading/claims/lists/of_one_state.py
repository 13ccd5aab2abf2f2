"""The box beside an article on one State: "Signed: 24 February 1999", below "Ukraine"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.cells import DENIED, act_alone, told_in_words, yes_or_no
from treatywatch.reading.claims.tables.columns import Use, heads
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_OF_TREATIES = frozenset({CueKind.ADOPT, CueKind.OPEN_SIGNATURE, CueKind.DEPOSITARY})
_OPENS = 4  # characters of "on " before the day


def of_one_state(
    names: ShortNames, stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines with an act for a label and a day behind it, below the name of a State.

    None in a box that tells of the treaty as well: its adoption, its depositary.
    """
    noticed: set[tuple[str, str]] = set()
    for box in listed:
        if any(one.kind in _OF_TREATIES for line in box.lines for one in words.within(*line.label)):
            continue
        above = state_above(stage, words, box.start)
        for line in box.lines:
            above = _introduced(stage, line) or above
            who = stage.context.participants_in(*line.label) or above
            if len(who) != 1:
                continue
            treaty = _labelled(stage, words, names, line, box.treaty)
            if treaty is None:
                continue
            claims = _below_a_treaty(stage, words, names, line, treaty)
            claim = None if claims else _claim(stage, words, line, treaty)
            if (who[0], treaty) in noticed and not claims:
                claim = _behind_a_notice(stage, line, claim, treaty)
            claims = [claim] if claim is not None else claims
            noticed |= {(who[0], treaty) for one in claims if one.stage == "notified"}
            if claims:
                yield line, [replace(one, participants=who) for one in claims]


def _labelled(
    stage: Stage, words: InOrder[CueHit], names: ShortNames, line: Labelled, above: str | None
) -> str | None:
    """The treaty that the label calls in short ("Test ban: ratified"), or else the one above.

    None where the label is neither a treaty nor an act: nobody knows what the line is on.
    """
    called = names.treaty(stage.text[slice(*line.label)])
    if called is not None or stage.context.treaties_in(*line.label):
        return called
    told = told_in_words(stage, line.label, words.within(*line.label))
    known = told or stage.context.people_in(*line.label) or _is_step(stage, words, line.label)
    return above if known else None


def _is_step(stage: Stage, words: InOrder[CueHit], label: Cell) -> bool:
    """Whether a label says where on the way out a day stands: "Notice", "Takes effect"."""
    if any(cue.kind is CueKind.EFFECT for cue in words.within(*label)):
        return True
    forms = (heads(stage.acts).get(use) for use in _STEPS)
    return any(form is not None and form.fullmatch(stage.folded, *label) for form in forms)


_STEPS = (Use.NOTICE, Use.OUT, Use.UNDONE)


def _behind_a_notice(
    stage: Stage, line: Labelled, claim: Claim | None, treaty: str
) -> Claim | None:
    """ "Takes effect: 2 June 2026", below the notice of an exit, or "Revoked: 7 March 2017"."""
    days = stage.context.dates_in(*line.rest)
    if len(days) != 1 or days[0].start - line.rest.start > _OPENS:
        return claim
    undone = heads(stage.acts).get(Use.UNDONE)
    if undone is not None and undone.fullmatch(stage.folded, *line.label):
        told = "revoked"
    elif claim is not None and claim.stage == "entry_into_force":
        told = "effective"
    else:
        return claim
    start, end = line.label.start, days[0].end
    bare = Claim(ClaimType.WITHDRAWAL, stage.text[start:end], start, end, treaty, stage=told)
    return replace(bare, date=as_partial(days[0]))


def _introduced(stage: Stage, line: Labelled) -> tuple[str, ...]:
    """The State that a line of the box itself names: "Country: Poland"."""
    form = heads(stage.acts).get(Use.STATE)
    if form is None or form.fullmatch(stage.folded, *line.label) is None:
        return ()
    people = stage.context.people_in(*line.rest)
    if len(people) != 1 or (people[0].start, people[0].end) != tuple(line.rest):
        return ()
    return people[0].ids if len(people[0].ids) == 1 else ()


def _claim(stage: Stage, words: InOrder[CueHit], line: Labelled, above: str | None) -> Claim | None:
    days = stage.context.dates_in(*line.rest)
    named = stage.context.treaties_in(line.label.start, line.end)
    people = stage.context.people_in(*line.rest)
    treaty = named[0].ids[0] if named else above
    if treaty is not None and not (days or named) and yes_or_no(stage, line.rest) is False:
        return _left_undone(stage, words, line, treaty)
    if not days or days[0].start - line.rest.start > _OPENS or people or treaty is None:
        return None
    whole = (line.label.start, days[0].end)
    told = told_in_words(stage, Cell(*whole), words.within(*whole))
    alone = act_alone(stage, line.label, words) if len(told) > 1 else None
    if alone is not None:  # "Withdrawal notified"
        told = (replace(alone, date=as_partial(days[0])),)
    if len(told) != 1 or told[0].date is None or len({one.ids for one in named}) > 1:
        return None
    quote = stage.text[whole[0] : whole[1]]
    return replace(told[0], quote=quote, start=whole[0], end=whole[1], treaty=treaty)


def _below_a_treaty(
    stage: Stage, words: InOrder[CueHit], names: ShortNames, line: Labelled, treaty: str
) -> Sequence[Claim]:
    """What stands to the name of a treaty: "Kyoto: yes (2009)", "Test ban: signed only"."""
    named = stage.context.treaties_in(*line.label)
    whole = len(named) == 1 and (named[0].start, named[0].end) == tuple(line.label)
    short = names.treaty(stage.text[slice(*line.label)]) == treaty
    if not (whole or short) or stage.context.people_in(*line.rest):
        return ()
    answer = _answered(stage, line, treaty)
    if answer is not None:
        return [answer]
    told = told_in_words(stage, line.rest, words.within(*line.rest))
    start = line.label.start
    quote = stage.text[start : told[0].end] if told else ""
    first = [replace(one, quote=quote, start=start) for one in told[:1]]
    sole = len(told) == 1 and told[0].date is None
    claims = (replace(one, treaty=treaty, sole=sole) for one in (*first, *told[1:]))
    return [replace(one, stage="acceded") if _is_party_since(one) else one for one in claims]


def _is_party_since(claim: Claim) -> bool:
    """ "Party since 2023" tells when it came to be one."""
    return claim.stage == "party" and claim.date is not None


def _answered(stage: Stage, line: Labelled, treaty: str) -> Claim | None:
    """What stands to a treaty: a yes or a no, with the year in brackets, or words."""
    days = stage.context.dates_in(*line.rest)
    opens = _IN_BRACKETS.search(stage.text, *line.rest)
    ends = line.rest.end if opens is None or not days else opens.start()
    alone = len(days) == 1 and (days[0].start, days[0].end) == tuple(line.rest)
    answer = True if alone else yes_or_no(stage, Cell(line.rest.start, ends))
    if answer is None:
        return None
    told = "ratified" if answer and days else "party" if answer else "not_party"
    date = as_partial(days[0]) if answer and len(days) == 1 else None
    start, end = line.label.start, line.rest.end
    bare = Claim(ClaimType.PARTICIPATION, stage.text[start:end], start, end, treaty, stage=told)
    return replace(bare, negated=not answer, date=date)


_IN_BRACKETS = re.compile(r"\s*[(,]")


def _left_undone(stage: Stage, words: InOrder[CueHit], line: Labelled, treaty: str) -> Claim | None:
    """ "Ratified: not yet": the one act of the label, denied."""
    told = told_in_words(stage, line.label, words.within(*line.label))
    denied = DENIED.get(told[0].stage or "") if len(told) == 1 else None
    if denied is None:
        return None
    start, end = line.label.start, line.rest.end
    quote = stage.text[start:end]
    bare = Claim(ClaimType.PARTICIPATION, quote, start, end, treaty, stage=denied)
    return replace(bare, negated=True)
