"""Those who joined, named only beside what is told of others.

As the last of those counted: "34 States remain, Liechtenstein being the newest"; and as those whom
one that joined came after: "Honduras ratified on 24 October, a day after Jamaica and Nauru".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.verbless import names_in_a_row
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Stretches
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import ActWords

_JOINED = frozenset({"acceded", "ratified", "signed"})
_OF_THOSE_COUNTED = {"parties": "acceded", "ratifications": "ratified", "signatories": "signed"}
_SPAN = 4  # characters of ", " before "a day after"
_CLOSES = re.compile(r"\s?(?:[.;:)\n]|$)")


def named_beside(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each of them that no claim of joining holds yet."""
    of_joining = [c for c in told if c.type is ClaimType.PARTICIPATION]
    held = Stretches((c.start, c.end) for c in of_joining)
    ordered = sorted(told, key=lambda claim: claim.start)
    for claim in (*_newest(stage, ordered), *_came_before(stage, of_joining)):
        if not held.meet(claim.start, claim.end):
            yield claim


def _newest(stage: Stage, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """Who is told to be the last of those whom the same sentence, or the one before, counts."""
    starts = [claim.start for claim in ordered]
    for names, start, end in _told_last(stage):
        before = ordered[max(0, bisect_right(starts, start) - _BACK) : bisect_right(starts, start)]
        counting = [c for c in before if _joins_so_many(c) and start - c.end <= _NEAR]
        if counting:
            yield _of(stage, counting[-1], names, (start, end))


def _told_last(stage: Stage) -> Iterator[tuple[list[Mention], int, int]]:
    """Those whom such words name, with where what is told of them begins and ends."""
    for found in _named_last(stage.acts).finditer(stage.folded):
        near = stage.context.people_in(max(0, found.start() - _NAME), found.start())
        names = [m for m in near if m.ids and m.end == found.start()]
        led = (
            _led(stage.acts).search(stage.folded, names[-1].start - _LED, names[-1].start)
            if names
            else None
        )
        if led is not None and (found["being"] or led["with"]):
            yield names[-1:], names[-1].start, found.end()
    for found in _last_named(stage.acts).finditer(stage.folded):
        names = names_in_a_row(stage, found.end())
        if names:
            yield names, found.start("what"), names[-1].end


_NAME = 40  # characters of the longest name
_LED = 10  # characters of ", with the " before a name


@grammar
def _led(acts: ActWords) -> re.Pattern[str]:
    with_ = acts.any_of("absolute")
    return re.compile(rf"(?:,|\b(?P<with>{with_}))\s{acts.maybe('name_article')}$")


_BACK = 4  # claims back to the number that "the newest" is of
_NEAR = 60  # characters between the two


def _joins_so_many(claim: Claim) -> bool:
    counts = claim.type is ClaimType.COUNT and claim.stage in _OF_THOSE_COUNTED
    joins = claim.type is ClaimType.PARTICIPATION and claim.stage in _JOINED
    return (counts or joins) and claim.voice is Voice.DID and not claim.negated


def _came_before(stage: Stage, joined: Sequence[Claim]) -> Iterator[Claim]:
    """Whom one that joined came after: "a day after Jamaica and Nauru"."""
    for claim in joined:
        if claim.stage not in _JOINED or claim.negated or claim.voice is not Voice.DID:
            continue
        for at in _spans_behind(stage, claim):
            names = names_in_a_row(stage, at)
            if names and _CLOSES.match(stage.folded, names[-1].end):
                yield _of(stage, claim, names, (names[0].start, names[-1].end))
                break


def _spans_behind(stage: Stage, claim: Claim) -> Iterator[int]:
    """Where the names begin behind a span of time or a day that is shared with them."""
    low = stage.folded.rfind(",", claim.start, claim.end + _SPAN)
    if low < 0:
        return
    for span in stage.context.durations_in(low, low + _SPAN):
        after = _after(stage.acts).match(stage.folded, span.end)
        if after is not None:
            yield after.end()
    while_later = _a_while_after(stage.acts).match(stage.folded, low)
    if while_later is not None:
        yield while_later.end()
    same = _same_time(stage.acts).match(stage.folded, low)
    if same is not None:
        yield same.end()


def _of(stage: Stage, told: Claim, names: Sequence[Mention], span: tuple[int, int]) -> Claim:
    ids = tuple(dict.fromkeys(i for name in names for i in name.ids))
    return replace(
        told,
        type=ClaimType.PARTICIPATION,
        stage=_OF_THOSE_COUNTED.get(told.stage or "", told.stage),
        quote=stage.text[slice(*span)],
        start=span[0],
        end=span[1],
        participants=ids,
        date=None,
        value=None,
        value_high=None,
        unit=None,
        of_total=None,
        named_group=None,
        sure=False,
    )


@grammar
def _named_last(acts: ActWords) -> re.Pattern[str]:
    """ ", Tonga being the newest", "with Ukraine the newest": where the name ends."""
    last, being = acts.any_of("place_at_the_end"), acts.any_of("being")
    if not (last and being):
        return re.compile(r"(?!)")
    what = (
        f"(?:{acts.any_of('rank_does_so')}|{acts.any_of('rank_parties')}|{acts.any_of('to_join')})"
    )
    end = rf"(?:{acts.any_of('article')})\s(?:{last})(?:\s{what})?(?=\s?[.,;:)\n]|$)"
    return re.compile(rf",?\s(?:(?P<being>{being})\s)?{end}")


@grammar
def _last_named(acts: ActWords) -> re.Pattern[str]:
    """ ", the latest being ": where the names begin."""
    last, being = acts.any_of("place_at_the_end"), acts.any_of("being")
    if not (last and being):
        return re.compile(r"(?!)")
    article = acts.any_of("article")
    small = acts.maybe("name_article")
    return re.compile(rf",\s(?P<what>(?:{article})\s(?:{last})\s(?:{being})\s{small})")


@grammar
def _after(acts: ActWords) -> re.Pattern[str]:
    after = acts.any_of("came_after")
    return re.compile(rf"\s(?:{after})\s{acts.maybe('name_article')}" if after else r"(?!)")


@grammar
def _a_while_after(acts: ActWords) -> re.Pattern[str]:
    """ ", a day after ", ", shortly after ": no number tells how much."""
    after, article = acts.any_of("came_after"), acts.any_of("article")
    small = acts.maybe("name_article")
    return re.compile(rf",\s(?:(?:{article})\s)?[\w-]+\s(?:{after})\s{small}" if after else r"(?!)")


@grammar
def _same_time(acts: ActWords) -> re.Pattern[str]:
    """ ", in the same year as " """
    same = acts.any_of("same_time_as")
    return re.compile(rf",\s(?:{same})\s{acts.maybe('name_article')}" if same else r"(?!)")
