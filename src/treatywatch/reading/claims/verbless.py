"""Those who left as well, told by a name and a day alone behind an exit: no verb, no treaty.

"France slipped out on 8 December, Germany twelve days later; Luxembourg in June, Slovenia that
October" tells of four exits, "two have left: Burundi, in October 2017, the Philippines in March
2019" of two; each takes the step and the treaty of the exit that the row of names follows.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, Voice
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, Mention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen

_SAME_STEP = frozenset({"effective", "notified", "suspended", "consent_withdrawn"})
_JOINED = frozenset({"signed", "ratified", "acceded", "party"})
_VOTED = frozenset({"approved_by_parliament"})
_TO_THE_DAY = 28  # characters of ", in the first week of " between a name and its day
_BESIDE = 6  # characters of "'s, " between a name and "ten years later"


@frozen
class Item:
    """Names and the day beside them; None where it is only told how much later."""

    start: int
    end: int
    ids: tuple[str, ...]
    day: DateMention | None


def told_by_day(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each name with a day that follows an exit and is in no claim itself."""
    row = sorted(told, key=lambda claim: claim.start)
    starts = [claim.start for claim in row]
    for claim in row:
        if claim.stage not in _TAKEN_UP or claim.negated or not claim.participants:
            continue
        item = _next(stage, claim, claim.end)
        while item is not None and not _in_a_claim(item, row, starts):
            told_then = replace(
                claim,
                quote=stage.text[item.start : item.end],
                start=item.start,
                end=item.end,
                participants=item.ids,
                stage=_step(stage, claim, item, row),
                date=as_partial(item.day),
                named_group=None,
            )
            yield as_its_day_tells(stage, told_then, item.day)
            item = _next(stage, claim, item.end)


def _step(stage: Stage, claim: Claim, item: Item, row: Sequence[Claim]) -> str | None:
    """The step told before; of papers that came too, the notice, whatever became of it since.

    "Burundi's letter came in 2016; a year later it was out. South Africa's came a week earlier."
    """
    forms = (_came(stage.acts), _lodged(stage.acts))
    papers = any(form.search(stage.folded, item.start, item.end) for form in forms)
    if not papers or claim.stage != "effective":
        return claim.stage
    since = stage.context.paragraph_start(item.start)
    told = (one for one in row if since <= one.start < item.start and one.stage == _GIVEN)
    return _GIVEN if any(one.treaty == claim.treaty for one in told) else claim.stage


_TAKEN_UP = _SAME_STEP | _JOINED | _VOTED


def _next(stage: Stage, claim: Claim, at: int) -> Item | None:
    """Who did the same next; of a vote only another parliament, or another chamber."""
    at = _rest(stage, at)
    if claim.stage not in _VOTED:
        item = item_at(stage, at) or _day_first(stage, at)
        left = item is not None and claim.stage in _JOINED and _left_there(stage, item)
        return None if left else item
    joint = _joint(stage.acts).match(stage.folded, at)
    house = _house(stage.acts).match(stage.folded, joint.end()) if joint is not None else None
    if house is None:
        return None
    end, day = _time(stage, house.end())
    names = [m for m in stage.context.people_in(house.start(), house.end()) if m.ids]
    whose = names[0].ids if names else claim.participants
    tail = _set_off(stage.acts).match(stage.folded, end) if end is not None else None
    votes = _votes(stage.acts).match(stage.folded, end) if end is not None else None
    if end is None or not (tail or votes) or len(whose) > 1:
        return None
    return Item(house.start(), end, whose, day)


def _left_there(stage: Stage, item: Item) -> bool:
    """Whether the clause tells of leaving: "Jamaica, in 1997, and Peru left it" of no joining."""
    return any(
        scene.has(CueKind.EXIT, CueKind.EXIT_OBJECT)
        and not scene.has(CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)
        for scene in stage.in_order.meeting(item.start, item.end)
    )


@grammar
def _house(acts: ActWords) -> re.Pattern[str]:
    """A parliament, whosever it is: "the Estonian Riigikogu", "the upper house"."""
    return re.compile(rf"(?:[\w'’-]+ )?(?:{acts.cues_of(CueKind.PARLIAMENT)})\b")


@grammar
def _votes(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('by_votes')})\b")


def as_its_day_tells(stage: Stage, claim: Claim, day: DateMention | None) -> Claim:
    """The claim of a name and a day alone: no notice has been given yet on a day to come."""
    published = stage.context.report.published
    if day is None or published is None or claim.stage != _GIVEN:
        return claim
    if str(day.first.first()) <= published:
        return claim
    return replace(claim, stage="effective", voice=Voice.WILL)


_GIVEN = "notified"


def _rest(stage: Stage, at: int) -> int:
    """Where the part ends that the claim stands in: behind "in the rain", before the next name."""
    rest = _PART.match(stage.folded, at)
    end = rest.end() if rest is not None else at
    return at if stage.context.people_in(at, end) else end


_PART = re.compile(r"[^,;:.()\n]{0,40}(?=[,;:.(])")


def _in_a_claim(item: Item, row: Sequence[Claim], starts: Sequence[int]) -> bool:
    """Whether a claim begins in the item, or goes on into it."""
    before = bisect_left(starts, item.end)
    return before > 0 and row[before - 1].end > item.start


def item_at(stage: Stage, at: int) -> Item | None:
    """The names and the day that follow the offset, set off from it and from what comes next."""
    joint = _joint(stage.acts).match(stage.folded, at)
    whose = _whose(stage.acts).match(stage.folded, joint.end()) if joint is not None else None
    names = names_in_a_row(stage, whose.end()) if whose is not None else []
    if whose is None or not names or stage.context.paragraph_start(names[0].start) > at - 1:
        return None  # what a paragraph opens with is a dateline
    end, day = _time(stage, names[-1].end)
    if end is None or _set_off(stage.acts).match(stage.folded, end) is None:
        return None
    if _own_verb(stage.acts).match(stage.folded, end):
        return None  # "Nauru, in 2011, was the last"
    return Item(whose.start(), end, _ids(names), day)


def _day_first(stage: Stage, at: int) -> Item | None:
    """The same with the names at the end: "and so, in May, did Poland", "and the same day Chad"."""
    joint = _joint(stage.acts).match(stage.folded, at)
    if joint is None or "." in joint[0]:
        return None
    so = _so(stage.acts).match(stage.folded, joint.end())
    end, day = _time(stage, so.end() if so is not None else joint.end() - 1)
    did = _did_so(stage.acts, asked=so is not None).match(stage.folded, end or at)
    names = names_in_a_row(stage, did.end()) if end is not None and did is not None else []
    if not names or _ENDS.match(stage.folded, names[-1].end) is None:
        return None
    return Item(joint.end(), names[-1].end, _ids(names), day)


_ENDS = re.compile(r"\s?(?:[.;)\n]|$)")


def _ids(names: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for name in names for i in name.ids))


def names_in_a_row(stage: Stage, at: int) -> list[Mention]:
    """The names in a row from the offset on: "Estonia, Latvia and Lithuania"."""
    names: list[Mention] = []
    while True:
        found = [m for m in stage.context.people_in(at, at + 1) if m.ids]
        if not found or found[0].role == "place":
            return names
        names.append(found[0])
        joint = _joint(stage.acts).match(stage.folded, found[0].end)
        if joint is None or "." in joint[0]:
            return names
        at = joint.end()


def _time(stage: Stage, at: int) -> tuple[int | None, DateMention | None]:
    """Where the time ends that stands right behind a name, and the day where it is one."""
    forms = (_did(stage.acts), _came(stage.acts), _lodged(stage.acts))
    did = next((found for form in forms if (found := form.match(stage.folded, at))), None)
    at = did.end() if did is not None else at
    days = stage.context.dates_in(at, at + _TO_THE_DAY)
    if days and _to_the_day(stage.acts).fullmatch(stage.folded, at, days[0].start):
        return days[0].end, days[0]
    spans = stage.context.durations_in(at, at + _BESIDE)
    later = _shift(stage.acts).match(stage.folded, spans[0].end if spans else at)
    if later is None and not spans:
        later = _a_while_later(stage.acts).match(stage.folded, at)
    return (later.end(), None) if later is not None else (None, None)


@grammar
def _joint(acts: ActWords) -> re.Pattern[str]:
    small = f"{acts.any_of('joins')}|{acts.any_of('name_article')}"
    return re.compile(rf"[\s,;:.()–—-]{{1,4}}(?:(?:{small})\s){{0,2}}")


@grammar
def _whose(acts: ActWords) -> re.Pattern[str]:
    """ "That of Poland on", "by Poland on": an act told as a noun, or in the passive."""
    led = f"{acts.any_of('that_of')}|{acts.any_of('done_by')}"
    return re.compile(rf"(?:(?:{led})\s{acts.maybe('name_article')})?")


@grammar
def _so(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{acts.any_of('so_too')})(?=[\s,])")


def _did_so(acts: ActWords, *, asked: bool) -> re.Pattern[str]:
    """What leads from a day to the names behind it, with a verb after "so"."""
    return _then_did(acts) if asked else _then_names(acts)


@grammar
def _then_did(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{acts.any_of('so_did')})\s{acts.maybe('name_article')}")


@grammar
def _then_names(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",?\s{acts.maybe('name_article')}")


@grammar
def _did(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('did_on_a_day')})(?=[\s,])")


@grammar
def _came(acts: ActWords) -> re.Pattern[str]:
    """Papers named again or not: "Tuvalu's came in", "Peru's, deposited", "Peru's letter came"."""
    small = f"{acts.any_of('their_own')}|{acts.any_of('papers_of_notice')}"
    return re.compile(rf"'s?,?\s(?:(?:{small})\s){{0,2}}(?:{acts.any_of('theirs_came')})(?=[\s,])")


@grammar
def _lodged(acts: ActWords) -> re.Pattern[str]:
    """ "Lodged its own", "sent theirs": a paper, where those who left had sent one."""
    return re.compile(rf"\s(?:{acts.any_of('lodged_one')})(?=[\s,])")


@grammar
def _to_the_day(acts: ActWords) -> re.Pattern[str]:
    uses = ("place", "leads_to_day", "name_article")
    leads = "|".join(acts.any_of(use) for use in uses)
    return re.compile(rf"(?:'s?)?,? ?\(?(?:(?:{leads})\s){{0,3}}")


@grammar
def _shift(acts: ActWords) -> re.Pattern[str]:
    later = f"{acts.any_of('later')}|{acts.any_of('shifts')}"
    return re.compile(rf"\s(?:{later})\b(?:\s(?:{acts.any_of('after_that')})\b)?")


@grammar
def _a_while_later(acts: ActWords) -> re.Pattern[str]:
    """ "A decade later", "the same summer": no number tells how much."""
    later = rf"(?:{acts.any_of('article')})\s\w+{_shift(acts).pattern}"
    return re.compile(rf"(?:'s)?,?\s(?:{later}|(?:{acts.any_of('same_time')})\b)")


@grammar
def _own_verb(acts: ActWords) -> re.Pattern[str]:
    verbs = "|".join(acts.any_of(use) for use in ("be", "have", "becomes") if acts.grammar[use])
    return re.compile(rf",\s(?:{verbs})(?=\s)" if verbs else r"(?!)")


@grammar
def _set_off(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[.,;:)\n]|$)|\s(?:{acts.any_of('joins')})\b")
