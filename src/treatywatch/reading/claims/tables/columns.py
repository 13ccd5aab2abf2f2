"""What the columns of a table are for, by the words of its head."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import STRANGER, DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen


class Use(StrEnum):
    """What a column is for, where its head needs no word for an act to say so."""

    STATE = "state"  # "Country"
    TREATY = "treaty"  # "Agreement"
    STANDING = "standing"  # "Status"
    NOTICE = "notice"  # "Notification": the day on which the depositary had it
    OUT = "out"  # "Effective": the day on which an exit took effect
    OPENED = "opened"  # "Opened": for signature
    YEAR = "year"
    BACK = "back"  # "Rejoined"
    UNDONE = "undone"  # "Notice withdrawn"
    SINCE = "since"  # "Since": of the day on which a State was bound
    DATE = "date"  # "Date": of the act that stands above the table
    CASUALTIES = "casualties"
    NEEDED = "needed"  # "Ratifications needed"


@frozen
class Column:
    """Of one column: its use, the acts that its head names, and the treaty it is on."""

    uses: frozenset[Use]
    cues: frozenset[CueKind]
    treaty: str | None = None
    who: tuple[str, ...] = ()  # "Signed by Finland"
    day: DateMention | None = None  # "2005", of numbers at the end of that year
    unit: str | None = None  # "Days of notice"

    def first_of(self, told: dict[CueKind, str]) -> str | None:
        """What the first of these acts is called that the head names."""
        return next((called for kind, called in told.items() if kind in self.cues), None)


ACTS = {  # of a State, the first that the head of its column tells
    CueKind.RATIFY: "ratified",
    CueKind.ACCEDE: "acceded",
    CueKind.EFFECT: "entry_into_force",
    CueKind.SIGN: "signed",
}
FACTS = {  # of a treaty
    CueKind.EFFECT: "entry_into_force",
    CueKind.ADOPT: "adoption",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.SIGN: "signature",
}
COUNTS = {
    CueKind.SIGNATORY: "signatories",
    CueKind.PARTY_NOUN: "parties",
    CueKind.BELONG: "parties",
    CueKind.RATIFY: "ratifications",
}
MEMBERS = frozenset({CueKind.BELONG, CueKind.PARTY_NOUN})
EXITS = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.OUT_OF, CueKind.EXIT_NOTICE})
MEANT = (ACTS.keys() | FACTS.keys() | COUNTS.keys() | EXITS) | {
    CueKind.SUSPEND,
    CueKind.NOTICE,
    CueKind.NEEDED,
}
TELLING = frozenset(
    {
        Use.STANDING,
        Use.NOTICE,
        Use.OUT,
        Use.OPENED,
        Use.BACK,
        Use.UNDONE,
        Use.SINCE,
        Use.DATE,
        Use.CASUALTIES,
    }
)


def columns_of(stage: Stage, words: InOrder[CueHit], head: Row) -> tuple[Column, ...]:
    """The columns in order; every one of no use where a word tells none."""
    return tuple(_column(stage, words, cell) for cell in head)


def with_acts_above(
    columns: Sequence[Column], above: frozenset[CueKind], *, noticed: bool = False
) -> tuple[Column, ...]:
    """The columns; where no head tells an act, one for days has that told above the table.

    ``noticed`` tells that days of notices of exit are told there.
    """
    notice = frozenset({Use.NOTICE} if noticed else ())
    if any(column.cues & MEANT or column.uses & _STEPS for column in columns):
        return tuple(columns)
    return tuple(
        replace(column, cues=above, uses=column.uses | notice)
        if Use.DATE in column.uses
        else column
        for column in columns
    )


_STEPS = frozenset({Use.NOTICE, Use.OUT})


def with_acts_of_names(
    stage: Stage, columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[Column, ...]:
    """The columns; an act that stands above names is that of the days beside: "Who left | When"."""
    named = [
        at for at, one in enumerate(columns) if one.cues & _OF_NAMES and _of_names(stage, at, rows)
    ]
    if len(named) != 1 or not any(Use.DATE in one.uses for one in columns):
        return tuple(columns)
    acts = columns[named[0]].cues & _OF_NAMES
    return tuple(
        Column(frozenset({Use.STATE}), frozenset())
        if at == named[0]
        else replace(one, cues=one.cues | acts)
        if Use.DATE in one.uses
        else one
        for at, one in enumerate(columns)
    )


_OF_NAMES = EXITS | ACTS.keys()


def _of_names(stage: Stage, at: int, rows: Sequence[Row]) -> bool:
    return all(
        stage.context.participants_in(*row[at]) and not stage.context.dates_in(*row[at])
        for row in rows
    )


def with_counts_above(columns: Sequence[Column], above: frozenset[CueKind]) -> tuple[Column, ...]:
    """The columns; where heads are years, what is counted in them stands above the table."""
    counted = above & COUNTS.keys()
    return tuple(
        replace(column, cues=counted) if at and column.day and not column.cues else column
        for at, column in enumerate(columns)
    )


def with_uses_seen(
    stage: Stage, columns: Sequence[Column], rows: Sequence[Row], names: ShortNames
) -> tuple[Column, ...]:
    """The columns; one whose head says nothing is for what stands in it: years, States, treaties.

    One headed by a word for treaties in which none is named is on a treaty that nobody knows:
    "Optional protocol", and below it yes and no.
    """
    return tuple(
        _as_seen(stage, at, column, [row[at] for row in rows], names)
        for at, column in enumerate(columns)
    )


def _as_seen(stage: Stage, at: int, column: Column, below: Row, names: ShortNames) -> Column:
    cells = [cell for cell in below if cell.end > cell.start]
    named = sum(bool(named_in(stage, c) or names.treaty(stage.text[slice(*c)])) for c in cells)
    silent = not (column.uses or column.cues or column.treaty or column.who)
    if silent and not at and cells and all(_is_day(stage, cell) for cell in cells):
        return replace(column, uses=frozenset({Use.YEAR}))
    if silent and not at and cells and _are_codes(stage, cells, names):
        return replace(column, uses=frozenset({Use.STATE}))
    if silent and 2 * named > len(cells):
        return replace(column, uses=frozenset({Use.TREATY}))
    if at and Use.TREATY in column.uses and not named and _are_days(stage, cells):
        return replace(column, uses=column.uses - {Use.TREATY})  # "Instrument of withdrawal"
    if at and column.uses == {Use.TREATY} and not (column.treaty or named):
        return replace(column, uses=frozenset(), treaty=STRANGER)
    return column


def _are_days(stage: Stage, cells: Row) -> bool:
    return 2 * sum(_is_day(stage, cell) for cell in cells) > len(cells)


def _are_codes(stage: Stage, cells: Row, names: ShortNames) -> bool:
    """Whether most of them are codes of States: "LVA"."""
    return 2 * sum(stage.text[slice(*cell)] in names.codes for cell in cells) > len(cells)


def exit_roles(columns: Sequence[Column], *, of_exits: bool) -> tuple[Use | None, ...]:
    """What a bare day in each column tells of an exit: its notice or its effect; None of another.

    Or, where exits are told beside it, that a notice was taken back.

    Of two columns the first has the notice and the last the effect ("Denunciation | Effect", or
    "Denounced | Left"); under one alone the day may be either, and is held against both.
    """
    undone = [Use.UNDONE in one.uses for one in columns]
    exits = [bool(one.cues & EXITS or Use.NOTICE in one.uses) for one in columns]
    effects = [Use.OUT in one.uses or CueKind.EFFECT in one.cues for one in columns]
    noticed = any(Use.NOTICE in one.uses and not undone[at] for at, one in enumerate(columns))
    last_exit = max(at for at, told in enumerate((True, *exits)) if told) - 1
    last_effect = max((at for at, told in enumerate(effects) if told), default=last_exit)
    roles: list[Use | None] = []
    begun = of_exits
    for at, column in enumerate(columns):
        begun = begun or exits[at]
        if Use.UNDONE in column.uses:
            roles.append(Use.UNDONE if begun else None)
        elif effects[at] and begun:
            roles.append(Use.OUT)
        elif Use.NOTICE in column.uses:
            roles.append(Use.NOTICE)
        elif exits[at]:
            roles.append(Use.NOTICE if at < last_effect and not noticed else Use.OUT)
        else:
            roles.append(None)
    return tuple(roles)


def named_in(stage: Stage, cell: tuple[int, int]) -> list[str]:
    """The treaties that the cell names, each once; "the Treaty" names none."""
    mentions = stage.context.treaties_in(*cell)
    return list(dict.fromkeys(one.ids[0] for one in mentions if one.role != _REFERS))


_REFERS = "anaphor"


def _column(stage: Stage, words: InOrder[CueHit], cell: Cell) -> Column:
    treaties = named_in(stage, cell)
    treaty = treaties[0] if len(treaties) == 1 else None
    patterns = heads(stage.acts)
    uses = {use for use, form in patterns.items() if form.search(stage.folded, *cell)}
    act = any(cue.kind in MEANT for cue in words.within(*cell))
    if act and any(one.role == _REFERS for one in stage.context.treaties_in(*cell)):
        uses -= {Use.TREATY}  # "Denounced the Convention"
    if Use.DATE in uses:
        uses -= {Use.TREATY}  # "Date of instrument"
    cues = frozenset(cue.kind for cue in _told(words, cell)) | _shortened(stage, cell)
    who = stage.context.participants_in(*cell)
    days = stage.context.dates_in(*cell)
    return Column(
        uses=frozenset(uses),
        cues=cues,
        treaty=treaty,
        who=who if len(who) == 1 else (),
        day=days[0] if len(days) == 1 else None,
        unit=_unit(stage, cell),
    )


def _told(words: InOrder[CueHit], cell: Cell) -> list[CueHit]:
    """The cues of a head; "succession to signature" tells a signature alone, "drafted" nothing."""
    cues = [*words.within(*cell)]
    begun = {one.start for one in cues if one.kind is CueKind.PROPOSE}
    cues = [one for one in cues if not (one.kind is CueKind.ADOPT and one.start in begun)]
    signs = [one.start for one in cues if one.kind is CueKind.SIGN]
    return [
        one
        for one in cues
        if one.kind is not CueKind.ACCEDE or not any(0 <= at - one.end <= _TO for at in signs)
    ]


_TO = 4  # characters of " to "


def _shortened(stage: Stage, cell: Cell) -> frozenset[CueKind]:
    """The acts that a head shortens: "Sig.", "Rat./Acc.", "EIF"."""
    short = (kind for kind, form in _forms(stage.acts, "short") if form.search(stage.folded, *cell))
    whole = (k for k, form in _forms(stage.acts, "whole") if form.fullmatch(stage.folded, *cell))
    return frozenset((*short, *whole))


def _forms(acts: ActWords, how: str) -> tuple[tuple[CueKind, re.Pattern[str]], ...]:
    return _forms_of_heads(acts)[how]


def whole_forms(acts: ActWords) -> tuple[re.Pattern[str], ...]:
    """The words that tell of joining where they are all of a head: "In"."""
    return tuple(form for kind, form in _forms(acts, "whole") if kind is CueKind.ACCEDE)


@grammar
def _forms_of_heads(acts: ActWords) -> dict[str, tuple[tuple[CueKind, re.Pattern[str]], ...]]:
    """What is short for an act wherever it stands in a head, and what is one if it is all of it."""
    return {
        how: tuple(
            (kind, re.compile(rf"(?<![\w-])(?:{acts.any_of(use)})(?!\w)"))
            for kind in CueKind
            if acts.grammar[use := f"head_{how}_{kind}"]
        )
        for how in ("short", "whole")
    }


def _unit(stage: Stage, cell: Cell) -> str | None:
    """The span of time that the head counts by."""
    units = stage.context.words.calendar.units
    told = (units[word] for word in re.findall(r"\w+", stage.folded[slice(*cell)]) if word in units)
    return next((f"{one.unit}s" for one in told if one.times == 1), None)


def _is_day(stage: Stage, cell: Cell) -> bool:
    return any(day.start == cell.start for day in stage.context.dates_in(*cell))


@grammar
def heads(acts: ActWords) -> dict[Use, re.Pattern[str]]:
    """For each use the words of heads that tell it; a use without words is left out."""
    forms = ((use, acts.any_of(f"head_{use}")) for use in Use if acts.grammar[f"head_{use}"])
    return {use: re.compile(rf"(?<!\w)(?:{form})(?!\w)") for use, form in forms}
