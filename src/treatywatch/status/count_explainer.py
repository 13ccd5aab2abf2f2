"""Which way of counting makes a number right, and on which days it was."""

from datetime import date, timedelta
from enum import StrEnum

from treatywatch.law.calendar import in_words
from treatywatch.law.treaty import Holds
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountReport, CountRule
from treatywatch.status.count_history import CountHistory, RightSpan, Universe, count_history
from treatywatch.status.counting import count
from treatywatch.status.explain import views_of_a_number
from treatywatch.values import frozen


class CountSaying(StrEnum):
    """What is said of the States counted; some rules are a defensible reading, others are not."""

    PARTY = "party"
    RATIFIED = "ratified"
    SIGNED = "signed"
    SIGNED_ONLY = "signed-only"
    SIGNED_OR_JOINED = "signed-or-joined"
    UNDER_NOTICE = "under-notice"
    LEFT = "left"


_PARTY = (
    CountRule.CONSENT_EXPRESSED,
    CountRule.IN_FORCE_FOR,
    CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE,
    CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE,
)
_DEFENSIBLE: dict[CountSaying, tuple[CountRule, ...]] = {
    CountSaying.PARTY: _PARTY,
    CountSaying.RATIFIED: (CountRule.RATIFIED, *_PARTY),
    CountSaying.SIGNED: (CountRule.SIGNATORIES, CountRule.EVER_SIGNED),
    CountSaying.SIGNED_ONLY: (CountRule.SIGNATORIES_NOT_BOUND,),
    CountSaying.SIGNED_OR_JOINED: (CountRule.SIGNED_OR_CONSENTED,),
    CountSaying.UNDER_NOTICE: (CountRule.UNDER_NOTICE,),
    CountSaying.LEFT: (CountRule.FORMER_PARTIES,),
}


_OF_EXITS = frozenset({CountSaying.UNDER_NOTICE, CountSaying.LEFT})


@frozen
class WayOfCounting:
    """One rule over one universe: its number on the day, and when the number asked for was right.

    ``defensible`` tells whether the rule is a reading of what was said; without a saying all are.
    """

    rule: CountRule
    universe: Universe
    number: int
    words: str
    defensible: bool
    right: tuple[RightSpan, ...]


@frozen
class CountExplanation:
    """What can be said for a number of States: every way of counting, and where it fits."""

    treaty: str
    asked: int
    saying: CountSaying | None
    on: date
    report: CountReport
    ways: tuple[WayOfCounting, ...]

    @property
    def right(self) -> tuple[WayOfCounting, ...]:
        """The defensible ways that give the number on the day."""
        return tuple(way for way in self.ways if way.defensible and way.number == self.asked)

    @property
    def mistaken_for(self) -> tuple[WayOfCounting, ...]:
        """The ways that give the number on the day but are no reading of what was said."""
        return tuple(way for way in self.ways if not way.defensible and way.number == self.asked)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The explanation: right or not, what else has the number, and when it was right."""
        if self.report.holds is Holds.EXITS_ONLY and self.saying not in _OF_EXITS:
            return (_cannot_be_counted(self),)
        return (_verdict(self), *_others(self), *_views(self), *_when_right(self))


def explain_count(
    ledger: Ledger,
    treaty: str,
    number: int,
    on: date,
    *,
    saying: CountSaying | None = None,
    as_known_on: date | None = None,
) -> CountExplanation:
    """Every defensible count of a treaty on a day, and the days on which ``number`` was right.

    ``saying`` is what was said of the States ("party", "signed"); without it every rule is held
    defensible. Ways that give the same numbers as a wider universe throughout are left out.
    Raises :class:`treatywatch.errors.UnknownName`.
    """
    history = count_history(ledger, treaty, as_known_on)
    report = count(ledger, treaty, on, as_known_on)
    rules = _DEFENSIBLE[saying] if saying else tuple(CountRule)
    ways = [
        _way(history, report, rule, universe, number, rule in rules)
        for rule in sorted(CountRule, key=lambda r: (r not in rules, list(CountRule).index(r)))
        for universe in _told_apart(history, rule)
    ]
    return CountExplanation(history.treaty, number, saying, on, report, tuple(ways))


def _told_apart(history: CountHistory, rule: CountRule) -> list[Universe]:
    seen: list[object] = []
    universes = []
    for universe in Universe:
        steps = history.steps.get((rule, universe), ())
        if steps not in seen:
            seen.append(steps)
            universes.append(universe)
    return universes


_OF = {
    Universe.EVERYONE: "",
    Universe.STATES: ", organisations left out",
    Universe.UN_MEMBERS: ", members of the United Nations only",
    Universe.UNCONTESTED: ", contested standings left out",
}


def _way(  # noqa: PLR0917 - the parts of one cell of a table
    history: CountHistory,
    report: CountReport,
    rule: CountRule,
    universe: Universe,
    asked: int,
    defensible: bool,  # noqa: FBT001 - one of the cells
) -> WayOfCounting:
    number = history.number(rule, report.on, universe)
    said = report.by(rule).words.rsplit(" on ", 1)[0].split(" ", 1)[-1]
    return WayOfCounting(
        rule,
        universe,
        number,
        f"{number} {said}{_OF[universe]}",
        defensible,
        history.right_spans(asked, asked, rule, universe),
    )


def _cannot_be_counted(explanation: CountExplanation) -> str:
    number, day = explanation.asked, in_words(explanation.on)
    return (
        f"Whether {number} was right on {day} cannot be said: the record of this treaty holds only "
        "exits, not who joined it."
    )


def _verdict(explanation: CountExplanation) -> str:
    day = in_words(explanation.on)
    if explanation.right:
        return f"{explanation.asked} was right on {day}: {explanation.right[0].words}."
    ways = [way for way in explanation.ways if way.defensible] or explanation.ways
    nearest = min(ways, key=lambda way: abs(way.number - explanation.asked))
    return f"{explanation.asked} was not right on {day}: {nearest.words}."


def _others(explanation: CountExplanation) -> list[str]:
    told = [way for way in explanation.mistaken_for if way.universe is Universe.EVERYONE]
    return [f"It is the number of another count: {way.words}." for way in told]


def _views(explanation: CountExplanation) -> list[str]:
    """The number under each view, for the readings of what was said."""
    report = explanation.report
    rules = dict.fromkeys(way.rule for way in explanation.ways if way.defensible)
    told = [(rule, views_of_a_number(report, report.by(rule))) for rule in rules]
    return [f"The views differ on the rule {rule}: {words}." for rule, words in told if words]


def _when_right(explanation: CountExplanation) -> list[str]:
    sentences = []
    for way in explanation.ways:
        if way.defensible and way.right and way.universe is Universe.EVERYONE:
            spans = "; ".join(span_words(span) for span in way.right)
            sentences.append(f"Under the rule {way.rule} it was right {spans}.")
    return sentences or ["No defensible way of counting ever gave this number."]


def span_words(span: RightSpan) -> str:
    """A span as a reader says it: "from 1 March 1999 to 30 April 1999", "since 5 May 2020"."""
    if span.since is None:
        return f"until {in_words(span.last)}" if span.last else "always"
    if span.last is None:
        return f"since {in_words(span.since)}"
    if span.last - span.since < timedelta(days=1):
        return f"on {in_words(span.since)}"
    return f"from {in_words(span.since)} to {in_words(span.last)}"
