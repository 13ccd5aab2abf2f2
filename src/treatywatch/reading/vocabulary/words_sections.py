"""The sections of a file of words: what each small grammar of the reader must be told.

Keys are the keys of ``record/words/<language>.yaml``; docs/reading.md says how to fill them in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from treatywatch.reading.claim import Bound
from treatywatch.reading.vocabulary.spans import DateModifier
from treatywatch.values import frozen

Unit = Literal["day", "week", "month", "year"]


@frozen
class TimeUnit:
    """What a word for a span of time comes to: "decade" is ten years."""

    unit: Unit
    times: int = 1


@frozen
class RelativeDate:
    """Where a phrase points from the report's own date: "last year" is one year back.

    ``side`` keeps only the part of it that lies before or after the report's date.
    """

    unit: Unit
    shift: int
    side: Literal["before", "after"] | None = None


@frozen
class PartOfTime:
    """Which tenths of a decade or twelfths of a year a word means: "late" is years 7 to 9."""

    years: tuple[int, int]
    months: tuple[int, int]


@frozen(eq=False)
class CalendarWords:
    """Dates. ``patterns`` are forms with slots ({day} {month} {year}) and [optional] parts.

    ``months_also_words`` are months only beside a number or after a preposition, with a capital
    ("may"); where the language writes months without capitals (``capital_months``), the others need
    neither. ``named_days`` are [month, day], ``spans`` are spans of time in one word
    ("sechsmonatig"). ``quantity_nouns`` after four digits tell that they are no year ("2000
    mines"). ``same_month`` before a month takes it after the date named last ("that October"),
    ``later`` after a number of years too ("two years later"). ``same_day`` is the day named last,
    unless what follows (``same_day_as``) tells of another ("the same day as Poland"). ``turns`` are
    words that open a clause with a time of its own ("said on Monday that it would").
    ``year_endings`` follow a year in figures ("в 2019-м"), ``until_endings`` close a date up to
    which something lasts ("veebruarini"). ``back_then`` before a month or a day takes the year of
    the date named last ("back then it gave notice in July"). ``dates_papers`` before a day tell
    when a paper was written ("by a notice of 3 March").
    """

    months: Mapping[str, int]
    months_also_words: tuple[str, ...]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    ordinal_endings: tuple[str, ...]
    patterns: tuple[str, ...]
    named_days: Mapping[str, tuple[int, int]]
    relative: Mapping[str, RelativeDate]
    units: Mapping[str, TimeUnit]
    ago: tuple[str, ...]
    publication_cues: tuple[str, ...]
    same_year: tuple[str, ...]
    following_year: tuple[str, ...]
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    before_month: tuple[str, ...]
    before_weekday: tuple[str, ...]
    before_year: tuple[str, ...]
    parts: Mapping[str, PartOfTime]
    decade_endings: tuple[str, ...]
    modifiers: Mapping[str, DateModifier]
    future_cues: tuple[str, ...]
    past_cues: tuple[str, ...]
    quantity_cues: tuple[str, ...]
    quantity_nouns: tuple[str, ...]
    capital_months: bool = True
    spans: Mapping[str, TimeUnit] = field(default_factory=dict)
    same_month: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    preceding: tuple[str, ...] = ()
    one_year: tuple[str, ...] = ()
    ago_before: tuple[str, ...] = ()
    same_day: tuple[str, ...] = ()
    in_same_month: tuple[str, ...] = ()
    same_day_as: tuple[str, ...] = ()
    takes_effect_cues: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    year_endings: tuple[str, ...] = ()
    until_endings: tuple[str, ...] = ()
    back_then: tuple[str, ...] = ()
    dates_papers: tuple[str, ...] = ()


@frozen(eq=False)
class NumberWords:
    """Quantities and durations. ``vague`` gives bounds ("several dozen"), ``scales`` powers of ten.

    ``labels`` before a number make it a name ("Article 20"), ``ages`` after it an age.
    """

    words: Mapping[str, int]
    scales: Mapping[str, int]
    scale_plurals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: tuple[str, ...]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[int, int]]
    bounds_before: Mapping[str, Bound]
    bounds_after: Mapping[str, Bound]
    between: tuple[str, ...]
    range_joiners: tuple[str, ...]
    score_joiners: tuple[str, ...]
    inner_joiners: tuple[str, ...]
    of_total: tuple[str, ...]
    percent: tuple[str, ...]
    half: tuple[str, ...]
    and_a_half: tuple[str, ...]
    articles: tuple[str, ...]
    labels: tuple[str, ...]
    ages: tuple[str, ...]
    pronoun_numbers: tuple[str, ...]
    pronoun_before: tuple[str, ...]
    pronoun_after: tuple[str, ...]
    part_of: tuple[str, ...]
    before_span: tuple[str, ...]
    group_separators: str
    decimal_point: str
    nth_runs_from: tuple[str, ...] = ()  # "on the ninetieth day after the deposit" is ninety days
    one_more: tuple[str, ...] = ()  # "another year" is one more
    in_full: tuple[str, ...] = ()  # between a number and its unit: "a full year"
    alone: tuple[str, ...] = ()  # scales that need no number before them: "cent onze" is 111


@frozen(eq=False)
class LayoutWords:
    """What lines that are not prose look like.

    ``rest_is_boilerplate`` are headings after which nothing of the report follows,
    ``boilerplate`` words that only navigation, offers and credits have, ``caption`` those of
    pictures; a line that ends in one of ``unfinished`` goes on in the next.
    """

    rest_is_boilerplate: tuple[str, ...]
    boilerplate: tuple[str, ...]
    boilerplate_starts: tuple[str, ...]
    caption: tuple[str, ...]
    caption_starts: tuple[str, ...]
    unfinished: tuple[str, ...]
    sentence_starts: tuple[str, ...]


@frozen(eq=False)
class SpeechWords:
    """Who says what: verbs of saying by kind, and the nouns for those who speak.

    ``opinion`` verbs always carry a view, ``saying`` verbs may report a plain fact, ``news`` verbs
    tell of acts; ``naming`` verbs give a thing a quoted name; ``backing`` verbs are a stance
    without words, ``inverse`` those whose object is the speaker; ``also_nouns`` may be nouns.
    ``people`` are office holders, ``collectives`` groups, ``documents`` texts that speak.
    ``evaluative`` words tell a view from a fact, ``procedural`` ones an act from a view,
    ``stative`` verbs what is or will be from what happened, ``committing`` ones what is done by
    saying it ("vowed"), ``asserting`` ones what is held to be so ("pointed out"), ``asking`` ones
    questions; ``not_speakers`` kill rather than speak; ``narrated`` verbs tell a memory, and
    ``topical`` words show that somebody speaks of the matter; ``not_said`` words stand for what
    is said elsewhere ("says so"); ``telling`` verbs have a hearer. ``copulas`` with ``attitudes``
    are a stance ("seemed worried"); ``predicative`` begins what a thing is called,
    ``predicate_joiners`` stand before it ("as"). ``argument_nouns`` say what is held ("their fear
    is that"), ``view_prepositions`` and ``view_nouns`` stand around a pronoun ("in her view");
    ``first_person`` is the author, ``own_deontic`` what he demands of a body, be it an
    institution or one of ``own_bodies``. ``private`` people
    and ``unnamed`` ones speak for themselves alone, ``media`` pass on what others did;
    ``sourcing`` gives the source of a fact ("according to"), ``possible`` before a verb tells what
    somebody may do, ``infinitives`` after one what he commits himself to, and ``future`` what a
    body says of itself. ``acting`` verbs are an act with a treaty for their object ("denounced"),
    ``instruments`` hold no views, ``possessives`` end the name of an owner ("Friday's letter").
    ``from_whom`` and ``comes`` stand around somebody from whom a view came, which is one of
    ``argument_nouns`` or ``received`` ("from Vienna came a reproach"). ``attributions_behind``
    are those that stand behind the speaker ("ministerin mukaan"). ``behind_dashes`` tells that
    speech is printed behind a dash and closed by one before its verb.
    """

    opinion: tuple[str, ...]
    saying: tuple[str, ...]
    news: tuple[str, ...]
    naming: tuple[str, ...]
    backing: tuple[str, ...]
    inverse: tuple[str, ...]
    also_nouns: tuple[str, ...]
    attributions: tuple[str, ...]
    attributions_at_head: tuple[str, ...]
    joiners: tuple[str, ...]
    relatives: tuple[str, ...]
    passive_by: tuple[str, ...]
    be: tuple[str, ...]
    that: tuple[str, ...]
    not_saying_before: tuple[str, ...]
    people: tuple[str, ...]
    collectives: tuple[str, ...]
    documents: tuple[str, ...]
    institutions: tuple[str, ...]
    pronouns_person: tuple[str, ...]
    pronouns_group: tuple[str, ...]
    pronouns_thing: tuple[str, ...]
    of_place: tuple[str, ...]
    determiners: tuple[str, ...]
    adverbs: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    clause_starts: tuple[str, ...]
    aside: tuple[str, ...]
    name_particles: tuple[str, ...]
    deontic: tuple[str, ...]
    evaluative: tuple[str, ...]
    procedural: tuple[str, ...]
    stative: tuple[str, ...]
    committing: tuple[str, ...]
    asserting: tuple[str, ...]
    asking: tuple[str, ...]
    not_speakers: tuple[str, ...]
    narrated: tuple[str, ...]
    topical: tuple[str, ...]
    not_said: tuple[str, ...]
    telling: tuple[str, ...]
    copulas: tuple[str, ...]
    attitudes: tuple[str, ...]
    predicative: tuple[str, ...]
    predicate_joiners: tuple[str, ...]
    argument_nouns: tuple[str, ...]
    view_prepositions: tuple[str, ...]
    view_nouns: tuple[str, ...]
    first_person: tuple[str, ...]
    own_deontic: tuple[str, ...]
    own_bodies: tuple[str, ...]
    private: tuple[str, ...]
    unnamed: tuple[str, ...]
    media: tuple[str, ...]
    sourcing: tuple[str, ...]
    possible: tuple[str, ...]
    infinitives: tuple[str, ...]
    future: tuple[str, ...]
    acting: tuple[str, ...]
    instruments: tuple[str, ...]
    possessives: tuple[str, ...]
    favours_exit: tuple[str, ...]
    against_exit: tuple[str, ...]
    favours_treaty: tuple[str, ...]
    against_treaty: tuple[str, ...]
    behind_dashes: bool = False
    attributions_behind: tuple[str, ...] = ()
    from_whom: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()
    received: tuple[str, ...] = ()


@frozen
class ClauseRule:
    """A sub-kind of claim and the sets of words that a clause must all have, and must not have.

    A set may be looked for in the whole "sentence" or "paragraph" instead ("paragraph toll"); some
    sets are what the reader finds anyway: number, great_number, percent, participant, somebody
    (one that is not only where something happens), place (one that is), treaty,
    score ("107-0"), date, duration. ``each`` makes one claim for each number. The set "opens" has
    words that begin a new clause after a comma. ``unowned`` lets an act be of those told last,
    where nobody is named beside it ("notice was given on Friday"). A rule that is ``left_over``
    reads only what no claim of any type has been read from; one that is ``in_turn`` asks for its
    sets in their order ("the government", then "will"), and one that ``counts`` for a number right
    before a word of its last set ("42 unarmed missions").
    """

    stage: str
    all: tuple[str, ...]
    none: tuple[str, ...] = ()
    unit: str | None = None
    each: bool = False
    unowned: bool = False
    left_over: bool = False
    in_turn: bool = False
    counts: bool = False


@frozen(eq=False)
class IndicatorWords:
    """Figures and conditions that reports quote: ``sets`` of words, and ``rules`` over them."""

    sets: Mapping[str, Sequence[str]]
    rules: tuple[ClauseRule, ...]


@frozen(eq=False)
class PlanWords:
    """What somebody means to do: named ``sets`` of words, and ``rules`` over them."""

    sets: Mapping[str, Sequence[str]]
    rules: tuple[ClauseRule, ...]


@frozen(eq=False)
class FactRules:
    """What a treaty says of itself: ``sets`` of words, and ``rules`` over clauses."""

    sets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rules: tuple[ClauseRule, ...] = ()
