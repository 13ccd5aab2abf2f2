"""What the reader finds in a text before it understands it: spans, each with what it stands for.

All offsets are into the report's text.
"""

from enum import StrEnum

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Bound
from treatywatch.values import frozen


class PassageKind(StrEnum):
    """Where in the layout a passage stands."""

    HEADLINE = "headline"
    PROSE = "prose"
    BULLET = "bullet"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"  # navigation, source lists, offers: read for names only


@frozen
class Passage:
    """One sentence, headline or list item; ``paragraph`` counts from 0."""

    start: int
    end: int
    kind: PassageKind
    paragraph: int


class MentionKind(StrEnum):
    """What a mention stands for."""

    TREATY = "treaty"
    PARTICIPANT = "participant"
    GROUP = "group"


STRANGER = "?"  # the one id of all treaties that the record does not hold
OTHER_BODY = "??"  # that of what is joined or left and is no treaty: no claim is made of either
UNKNOWN = frozenset({STRANGER, OTHER_BODY})


@frozen
class Mention:
    """Words that stand for a treaty or for participants.

    ``ids`` are treaty ids or participant ids (several for a group or a coordination);
    ``role`` tells how they are named ("name", "demonym", "adjective", "capital", "metonym",
    "leader", "group", "anaphor").
    """

    start: int
    end: int
    kind: MentionKind
    ids: tuple[str, ...]
    role: str


class DateModifier(StrEnum):
    """How a date is meant."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"  # "by 2027"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"
    EFFECTIVE = "effective"  # "effective 27 January": the day from which an act has effect


@frozen
class DateMention:
    """Words that stand for a date, at the precision they have ("late 1990s": 1997 to 1999).

    ``first`` and ``last`` bound it; both equal when the text names one day, month or year.
    ``relative`` tells that it was resolved from the report's own date ("last year", "on Friday").
    """

    start: int
    end: int
    first: PartialDate
    last: PartialDate
    modifier: DateModifier = DateModifier.AT
    relative: bool = False


@frozen
class DurationMention:
    """Words that stand for a span of time: "six months", "nine to twelve months", "half a year".

    ``unit`` is "days", "weeks", "months" or "years".
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    bound: Bound = Bound.EXACT


@frozen
class NumberMention:
    """Words that stand for a quantity: "133", "more than 80%", "some 55 million", "165 of the 193".

    ``low`` and ``high`` are equal for a single number; ``ordinal`` for "the 50th"; ``of_total`` for
    the second number in "165 of the 193"; ``percent`` for shares.
    """

    start: int
    end: int
    low: float
    high: float
    bound: Bound = Bound.EXACT
    ordinal: bool = False
    percent: bool = False
    of_total: float | None = None


class Manner(StrEnum):
    """What kind of speech a cue makes."""

    OPINION = "opinion"  # argues, warns: always a view
    SAYING = "saying"  # says: may report a plain fact
    NEWS = "news"  # announces: tells of an act
    NAMING = "naming"  # calls it "wise"
    BACKING = "backing"  # supports, opposes: a stance without words


@frozen
class Speech:
    """Words that somebody says, in quotation marks (``direct``) or reported.

    ``start``/``end`` bound what is said (without the marks); ``cue_start``/``cue_end`` the verb or
    phrase of saying; ``speaker`` and ``role`` as the text gives them, after references back.
    ``whole_start``/``whole_end`` bound the clause with its speaker and its cue (what is said, where
    they stand elsewhere); ``manner`` is the kind of the cue.
    """

    start: int
    end: int
    direct: bool
    cue_start: int
    cue_end: int
    speaker: str | None
    role: str | None
    collective: bool = False
    whole_start: int = 0
    whole_end: int = 0
    manner: Manner = Manner.SAYING
