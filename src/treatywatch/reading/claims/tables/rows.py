"""What a row of a table claims: of whom and of which treaty, and cell by cell under its heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.acts_in_cells import of_act_and_day, told_beside
from treatywatch.reading.claims.tables.binary import YES
from treatywatch.reading.claims.tables.cells import is_since, told_in_words, yes_or_no
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    COUNTS,
    EXITS,
    FACTS,
    MEANT,
    MEMBERS,
    Column,
    Use,
    exit_roles,
)
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.claims.tables.marks import told_in_marks
from treatywatch.reading.claims.tables.names_in_cells import of_names
from treatywatch.reading.claims.tables.standings import stands_otherwise
from treatywatch.reading.claims.tables.subject import Subject, Table, subject_of
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.values import frozen

_ACCEDED = frozenset({"a"})  # the letter of status pages behind the day of an accession
_NOT_DONE = {
    "signed": "not_signed",
    "ratified": "not_ratified",
    "acceded": "not_ratified",
    "entry_into_force": "not_in_force",
    "party": "not_party",
}
_LETTERS = 2  # at most, of those that status pages put behind a day


def of_row(stage: Stage, words: InOrder[CueHit], table: Table, row: Row) -> Iterator[Claim]:
    """The claims of a row; the first has the words of its name too, each other its own cell's."""
    subject = subject_of(stage, table, row)
    if not subject.who and subject.treaty is None:
        yield from _totalled(stage, words, table, row)
    if not subject.named_in:
        return
    joined = _dated(stage, table, row, _CONSENTS)
    signed = _dated(stage, table, row, _SIGNATURES)
    start = None if table.turned else min(cell.start for cell in row)  # an empty cell is the last
    if several := _one_by_one(stage, table, subject, row):
        yield from several
        return
    silent = subject.named_in | stands_otherwise(stage, words, table, row)
    act_told = of_act_and_day(stage, words, table.told_at, row)
    for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        if act_told and table.told_at and at in table.told_at:
            claims = told_beside(stage, table.told_at, act_told, at, cell)
        elif at in silent or cell.start == cell.end or table.leaves_open(column):
            continue
        elif listed := [*_listed(stage, table, subject, at, cell)]:
            yield from listed
            continue
        else:
            by_treaty = (column.treaty in joined, column.treaty in signed)
            binary = at in table.binary
            under = _Under(table, subject, column, table.roles[at], *by_treaty, binary)
            claims = [*_of_cell(stage, words.within(*cell), under, cell)]
        for told in claims:
            begun = told.start if start is None else min(start, told.start)
            start = None
            yield replace(
                told,
                quote=stage.text[begun : told.end],
                start=begun,
                treaty=subject.treaty or column.treaty or table.treaty,
                participants=subject.who or column.who,
                read_by=ReadBy.TABLE,
            )
        start = None  # of a cell that says nothing the next does not tell


def _listed(stage: Stage, table: Table, subject: Subject, at: int, cell: Cell) -> Iterator[Claim]:
    """What the head tells of the States that a cell lists, in the row of a treaty."""
    act = table.heads[at] if table.heads else None
    if act is not None and subject.treaty and not subject.who:
        yield from of_names(stage, cell, act, subject.treaty)


def _one_by_one(stage: Stage, table: Table, subject: Subject, row: Row) -> Sequence[Claim]:
    """ "Burundi, Philippines | 2017, 2019": each of several States with its own day."""
    columns = zip(table.columns, row, strict=True)
    at, days = next(
        (
            (at, days)
            for at, (column, cell) in enumerate(columns)
            if len(subject.who) == len(days := stage.context.dates_in(*cell)) > 1
            and at not in subject.named_in
            and not column.treaty
        ),
        (0, ()),
    )
    under = _Under(table, subject, table.columns[at], table.roles[at])
    treaty = subject.treaty or table.treaty
    told = [
        (one, day, _on_a_day(under, day, "")) for one, day in zip(subject.who, days, strict=False)
    ]
    return [
        replace(
            claim,
            quote=stage.text[day.start : day.end],
            start=day.start,
            end=day.end,
            treaty=treaty,
            participants=(who,),
            read_by=ReadBy.TABLE,
        )
        for who, day, claim in told
        if claim is not None
    ]


def _totalled(stage: Stage, words: InOrder[CueHit], table: Table, row: Row) -> Iterator[Claim]:
    """ "All parties | 167 | 160", below the names of treaties: how many each of them has."""
    label, *cells = row
    kinds = {cue.kind for cue in words.within(*label)}
    counted = next((called for kind, called in COUNTS.items() if kind in kinds), None)
    if counted is None:
        return
    days = stage.context.dates_in(*label)
    on = as_partial(days[0]) if len(days) == 1 else None  # "Members today"
    for column, cell in zip(table.columns[1:], cells, strict=True):
        numbers = stage.context.numbers_in(*cell)
        treaty = column.treaty or (None if column.cues & ACTS.keys() else table.treaty)
        if len(numbers) == 1 and treaty is not None:
            told = replace(_bare(ClaimType.COUNT, counted), value=numbers[0].low, unit="states")
            told = replace(told, date=on)
            quote = stage.text[cell.start : cell.end]
            placed = replace(told, quote=quote, start=cell.start, end=cell.end)
            yield replace(placed, treaty=treaty, read_by=ReadBy.TABLE)


def _dated(stage: Stage, table: Table, row: Row, acts: frozenset[CueKind]) -> frozenset[str | None]:
    """The treaties of the columns for these acts in which the row has a day."""
    return frozenset(
        column.treaty
        for column, cell in zip(table.columns, row, strict=True)
        if column.cues & acts and stage.context.dates_in(*cell)
    )


@frozen
class _Under:
    """What a cell stands under: its table, the subject of its row, the head of its column.

    ``role`` is what a day there tells of an exit; ``joined`` whether the row has a day of consent,
    ``signed`` whether it has one of signature, ``binary`` whether all of the column is 0 or 1.
    """

    table: Table
    subject: Subject
    column: Column
    role: Use | None
    joined: bool = False
    signed: bool = False
    binary: bool = False

    @property
    def who(self) -> tuple[str, ...]:
        """Whom the row is on, or the column."""
        return self.subject.who or self.column.who


def _undone(
    stage: Stage, under: _Under, cell: Cell, cues: Sequence[CueHit], *, noticed: bool
) -> tuple[Claim, ...]:
    """ "Revoked on 7 March 2017", in a table of exits or behind a notice: a notice taken back."""
    dates = stage.context.dates_in(*cell)
    kinds = {cue.kind for cue in cues}
    if not ((under.table.of_exits or noticed) and kinds & _TAKEN_BACK and len(dates) == 1):
        return ()
    told = replace(_bare(ClaimType.WITHDRAWAL, "revoked"), date=as_partial(dates[0]))
    quote = stage.text[cell.start : cell.end]
    return (replace(told, quote=quote, start=cell.start, end=cell.end),)


def _worded(stage: Stage, under: _Under, cell: Cell, cues: Sequence[CueHit]) -> tuple[Claim, ...]:
    """What the words of a cell tell; where one notice was taken back, part by part."""
    if not any(cue.kind in _TAKEN_BACK for cue in cues):
        return told_in_words(stage, cell, cues)
    told: list[Claim] = []
    for part in _PART.finditer(stage.text, *cell):
        place = Cell(*part.span())
        within = [cue for cue in cues if place.start <= cue.start < place.end]
        noticed = any(one.type is ClaimType.WITHDRAWAL for one in told)
        told += _undone(stage, under, place, within, noticed=noticed)
        told += (
            () if told and told[-1].start == place.start else told_in_words(stage, place, within)
        )
    return tuple(told)


_PART = re.compile(r"[^;\s][^;]*")
_TAKEN_BACK = frozenset({CueKind.UNDO, CueKind.REVOKE, CueKind.TAKE_BACK})


def _of_cell(stage: Stage, cues: Sequence[CueHit], under: _Under, cell: Cell) -> Iterator[Claim]:
    """What stands in the cell: words for acts, a day alone, or a yes or a no."""
    if under.who:
        worded = _worded(stage, under, cell, cues)
        yield from _day_before(stage, under, cell, worded)
        sole = len(worded) == 1 and worded[0].date is None and _is_matrix(under)
        yield from (replace(one, sole=sole) for one in worded)
        if worded or any(cue.kind in _WORDED for cue in cues):
            return
    marked = [*_marked(stage, under, cell)]
    if marked:
        yield from marked
        return
    told = _told_briefly(stage, under, cell)
    if told is not None:
        quote = stage.text[cell.start : cell.end]
        yield replace(told, quote=quote, start=cell.start, end=cell.end)


def _day_before(
    stage: Stage, under: _Under, cell: Cell, worded: Sequence[Claim]
) -> Iterator[Claim]:
    """ "2012, left 2026": what the bare day tells below the name of a treaty."""
    if not worded or not _is_matrix(under):
        return
    lead = Cell(cell.start, worded[0].start)
    days = stage.context.dates_in(*lead)
    if len(days) == 1 and not stage.text[days[0].end : lead.end].strip(" ,;/(–-"):
        claim = _on_a_day(under, days[0], "")
        if claim is not None and days[0].start == cell.start:
            quote = stage.text[days[0].start : days[0].end]
            yield replace(claim, quote=quote, start=days[0].start, end=days[0].end)


def _is_matrix(under: _Under) -> bool:
    """Whether a cell is that of a State and a treaty, and no head says of which act it tells."""
    column = under.column
    treaty = column.treaty or (column.who and under.subject.treaty)
    uses = column.uses - {Use.TREATY}  # "Kyoto Protocol" has a word for treaties
    return bool(treaty) and not (column.cues & MEANT or uses or under.table.of_exits)


def _marked(stage: Stage, under: _Under, cell: Cell) -> Iterator[Claim]:
    """What letters tell below the name of a treaty: "S", "r 1999", "s 1997, r 1999"."""
    of_standings = Use.STANDING in under.column.uses and not under.column.cues & MEANT
    if not under.who or not (of_standings or _is_matrix(under)):
        return
    bare = None if of_standings else "ratified"
    for told, day, place in told_in_marks(stage, cell, under.table.marks, bare):
        claim = _bare(ClaimType.PARTICIPATION, told)
        date = None if day is None else as_partial(day)
        claim = replace(claim, date=date, negated=told.startswith("not_"), sole=day is None)
        yield replace(claim, quote=stage.text[slice(*place)], start=place.start, end=place.end)


def _told_briefly(stage: Stage, under: _Under, cell: Cell) -> Claim | None:
    subject, column = under.subject, under.column
    dates = stage.context.dates_in(*cell)
    noticed = Use.NOTICE in column.uses or under.table.of_exits
    if under.who and column.unit and noticed and not dates:  # "Day of notice" heads days
        return _notice_given(stage, under, cell)
    if Use.CASUALTIES in column.uses:
        return _casualties(stage, cell, subject.day)
    if not under.who:
        known = CueKind.ADOPT in column.cues or not (dates and under.table.of_nobody)
        return of_treaty(stage, column, cell, column.day or subject.day) if known else None
    if len(dates) == 1 and (letter := _beside(stage, cell, dates[0])) is not None:
        return _on_a_day(under, dates[0], letter)
    if column.who and subject.treaty:
        column = replace(column, treaty=subject.treaty)  # "Treaty | Iran | Iraq"
    then = len(dates) == 1 and _is_matrix(under)
    if then and (_is_yes_then(stage, cell, dates[0]) or is_since(stage, cell, dates[0])):
        told = _bare(ClaimType.PARTICIPATION, "acceded")  # as "party since 2016" is read
        return replace(told, date=as_partial(dates[0]))
    answer = None if dates else yes_or_no(stage, cell)
    if under.binary:
        answer = stage.text[slice(*cell)] == YES
    if answer is None and _is_dash(stage, cell) and _is_left_undone(under):
        answer = False
    if answer is False and under.joined and column.cues & _CONSENTS:
        return None  # "Ratified: no", of one that acceded
    asked = under.table.columns[0].first_of(_ASKED)  # "Ratified? | ICCPR | CRC"
    answered = None if answer is None else _answered(column, asked, done=answer)
    if answered is None or subject.day is None or subject.day.first.month is not None:
        return answered
    return _in_its_year(answered, subject.day)


def _in_its_year(told: Claim, year: DateMention) -> Claim | None:
    """The standing of a State in the year of the row; acts are not done anew in each."""
    standing = _STANDING_THEN.get(told.stage or "")
    return None if standing is None else replace(told, stage=standing, date=as_partial(year))


_STANDING_THEN = {
    "party": "party",
    "not_party": "not_party",
    "entry_into_force": "party",
    "not_in_force": "not_party",
}


def _is_yes_then(stage: Stage, cell: Cell, day: DateMention) -> bool:
    """Whether a yes stands before the day: "Yes (since 2016)"."""
    opens = stage.text.find("(", cell.start, day.start)
    if opens < 0:
        return False
    ends = cell.start + len(stage.text[cell.start : opens].rstrip())
    return yes_or_no(stage, Cell(cell.start, ends)) is True


_CONSENTS = frozenset({CueKind.RATIFY, CueKind.ACCEDE})
_SIGNATURES = frozenset({CueKind.SIGN})


def _notice_given(stage: Stage, under: _Under, cell: Cell) -> Claim | None:
    """ "Days of notice | 365": how long an exit took."""
    numbers = stage.context.numbers_in(*cell)
    if len(numbers) != 1:
        return None
    told = _bare(ClaimType.WITHDRAWAL, "effective")
    day = under.subject.day
    date = None if day is None else as_partial(day)
    return replace(told, value=numbers[0].low, unit=under.column.unit, date=date)


_ASKED: dict[CueKind, str] = {
    kind: told for kind, told in ACTS.items() if kind is not CueKind.EFFECT
}


def _is_dash(stage: Stage, cell: Cell) -> bool:
    return _DASHES.fullmatch(stage.text, *cell) is not None


_DASHES = re.compile(r"[-–—]{1,3}")


def _is_left_undone(under: "_Under") -> bool:
    """A dash is a no below a word for signing or consent, but not of one that joined otherwise.

    So it is below the name of a treaty that others than its makers may join.
    """
    if _is_matrix(under):
        names = under.table.names
        return names is not None and names.is_open(under.column.treaty or under.subject.treaty)
    return under.column.first_of(ACTS) in _LEFT_UNDONE and not under.joined


_LEFT_UNDONE = frozenset({"signed", "ratified", "acceded"})


def _beside(stage: Stage, cell: Cell, day: DateMention) -> str | None:
    """The letter behind the day, or nothing; None where words stand there that say something."""
    text = stage.text[cell.start : day.start] + stage.text[day.end : cell.end]
    letters = "".join(char for char in text if char.isalpha())
    return letters if len(letters) <= _LETTERS else None


_WORDED = (ACTS.keys() | EXITS | MEMBERS) | {
    CueKind.SIGNATORY,
    CueKind.OUTSIDE,
    CueKind.HOLDOUT,
    CueKind.SUSPEND,
    CueKind.NOTIFY,
    CueKind.UNDO,
}


def _on_a_day(under: _Under, day: DateMention, letter: str) -> Claim | None:
    """The act of a State that a bare day stands for."""
    column, role = under.column, under.role
    if Use.BACK in column.uses:
        return replace(_bare(ClaimType.PARTICIPATION, "acceded"), date=as_partial(day))
    at_home = column.first_of(_AT_HOME) if any(under.table.roles) else None
    if role is not None:
        told: Claim | None = _bare(ClaimType.WITHDRAWAL, _STEPS[role])
    elif CueKind.SUSPEND in column.cues:
        told = _bare(ClaimType.WITHDRAWAL, "suspended")
    elif at_home is not None:
        told = _bare(ClaimType.WITHDRAWAL, at_home)
    else:
        act = column.first_of(ACTS) or ("ratified" if _is_matrix(under) else None)
        bound = Use.SINCE in column.uses and not under.table.of_exits
        act = act or (("ratified" if under.signed else "acceded") if bound else None)
        act = "acceded" if act and letter in _ACCEDED else act
        told = None if act is None else _bare(ClaimType.PARTICIPATION, act)
    return None if told is None else replace(told, date=as_partial(day))


_AT_HOME = {  # steps towards an exit, in a table that tells of exits
    CueKind.ENACT: "signed_into_law",
    CueKind.PRESIDENT: "signed_into_law",
    CueKind.PARLIAMENT: "approved_by_parliament",
    CueKind.GOVERNMENT: "approved_by_government",
    CueKind.ANNOUNCE: "announced",
}


def _casualties(stage: Stage, cell: Cell, day: DateMention | None) -> Claim | None:
    """How many were killed or injured, in the year or the State that the row is on."""
    numbers = stage.context.numbers_in(*cell)
    if len(numbers) != 1:
        return None
    told = _bare(ClaimType.INDICATOR, "casualties")
    date = None if day is None else as_partial(day)
    return replace(told, value=numbers[0].low, unit="people", date=date)


_STEPS = {Use.NOTICE: "notified", Use.OUT: "effective", Use.UNDONE: "revoked"}


def _answered(column: Column, asked: str | None, *, done: bool) -> Claim | None:
    """What a yes or a no tells below the word for an act, for members, or the name of a treaty."""
    act = column.first_of(ACTS)
    members = Use.STATE in column.uses or bool(column.cues & MEMBERS)  # "Party", not "Country"
    members = members or (Use.BACK in column.uses and not done)  # "Back in | never"
    if act is None and column.treaty is not None:
        act = asked
    if act is None and (column.treaty is not None or members):
        act = "party"
    if act is None:
        return None
    told = act if done else _NOT_DONE[act]
    return replace(_bare(ClaimType.PARTICIPATION, told), negated=not done)


def of_pair(stage: Stage, column: Column, cell: Cell, who: tuple[str, ...]) -> Claim | None:
    """What stands to a label: a day of the one State that the box is on, else one of the treaty."""
    dates = stage.context.dates_in(*cell)
    if not who or len(dates) != 1:
        return of_treaty(stage, column, cell) if not who else None
    exits = bool(column.cues & EXITS or Use.NOTICE in column.uses)
    (role,) = exit_roles([column], of_exits=exits)
    table = Table([column], [role], None, (), exits)
    subject = Subject(who, None, None, frozenset())
    return _on_a_day(_Under(table, subject, column, role), dates[0], "")


def of_treaty(
    stage: Stage, column: Column, cell: Cell, day: DateMention | None = None
) -> Claim | None:
    """A day in the life of a treaty, its notice period, or how many it has, in that year if any."""
    dates, numbers = stage.context.dates_in(*cell), stage.context.numbers_in(*cell)
    if CueKind.DEPOSITARY in column.cues and not (dates or numbers) and cell.end > cell.start:
        return _bare(ClaimType.TREATY_FACT, "depositary")
    if not dates and _fact_is_entry(column) and yes_or_no(stage, cell) is False:
        return replace(_bare(ClaimType.TREATY_FACT, "entry_into_force"), negated=True)
    if len(dates) == 1:
        fact = _fact(column)
        return None if fact is None else replace(fact, date=as_partial(dates[0]))
    spans = stage.context.durations_in(*cell)
    if len(spans) == 1 and (CueKind.NOTICE in column.cues or column.cues & EXITS):
        told = _bare(ClaimType.TREATY_FACT, "notice_period")
        return replace(told, value=spans[0].low, unit=spans[0].unit)
    if dates or len(numbers) != 1:
        return None
    if column.unit and (CueKind.NOTICE in column.cues or Use.NOTICE in column.uses):
        told = _bare(ClaimType.TREATY_FACT, "notice_period")  # "Months of notice"
        return replace(told, value=numbers[0].low, unit=column.unit)
    if CueKind.NEEDED in column.cues or Use.NEEDED in column.uses:
        told = _bare(ClaimType.TREATY_FACT, "entry_into_force")
        return replace(told, value=numbers[0].low, unit="states")
    counted = column.first_of(COUNTS)
    if counted is None and CueKind.SIGN in column.cues:
        counted = "signatories"  # "Signed by | 133"
    if counted is None:
        return None
    at = None if day is None else as_partial(day)
    told = _bare(ClaimType.COUNT, counted)
    return replace(told, value=numbers[0].low, unit="states", date=at)


def _fact_is_entry(column: Column) -> bool:
    return CueKind.EFFECT in column.cues or Use.OUT in column.uses


def _fact(column: Column) -> Claim | None:
    fact = column.first_of(FACTS)
    if Use.OUT in column.uses:
        fact = "entry_into_force"
    elif fact is None and Use.OPENED in column.uses:
        fact = "signature"
    return None if fact is None else _bare(ClaimType.TREATY_FACT, fact)


def _bare(kind: ClaimType, told: str) -> Claim:
    return Claim(kind, "", 0, 0, None, stage=told)
