"""Names that close a clause, for what it tells: "33 remain, Russia among them".

What is told of them is what the number before them counts, what the words before a colon say
("Not here: China and India"), or the act told last ("and Burundi, in October 2017").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from treatywatch.reading.acts.stages import AS_BEFORE
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.ruled import Ruled, bare
from treatywatch.reading.claims.span import as_partial, claim_over
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_COUNTED = {
    "parties": "party",
    "signatories": "signed",
    "ratifications": "ratified",
    "not_party": "not_party",
    "not_signed": "not_signed",
    "signatories_not_parties": "not_ratified",
    "parties_and_signatories": "signed",
}
_PARTICIPATION = ClaimType.PARTICIPATION
_OURS = frozenset({_PARTICIPATION, ClaimType.WITHDRAWAL})
_COLON = 3  # characters of ": " between two clauses


def lists_at_large(
    stage: Stage, told: Sequence[Claim], joining: Mapping[int, Ruled]
) -> Iterator[Claim]:
    """The claims that lists of names make; ``joining`` are the rules that clauses fulfil."""
    ours = Meeting(c for c in told if c.type in _OURS)
    counts = Meeting(c for c in told if c.type is ClaimType.COUNT)
    for scene in stage.scenes:
        yield from _of_rank(stage, scene, ours)
        names = names_at_end(stage, scene)
        if names is None:
            continue
        start, end = names[0].start, names[-1].end
        if ours.meeting(start, end):
            continue
        sub_kind = (
            _counted_before(scene, start, counts)
            or _before_colon(stage, scene, joining)
            or _listed_on(stage, scene, start, counts)
        )
        treaty = stage.context.treaty_at(scene.start)
        if sub_kind is None or treaty is None:
            continue
        claim = claim_over(stage.text, (start, scene.end), _PARTICIPATION, treaty, sub_kind)
        who = tuple(dict.fromkeys(i for party in names for i in party.ids))
        yield replace(claim, participants=who, negated=sub_kind.startswith("not_"), sure=False)


_ACTS = {CueKind.SIGN: "signed", CueKind.RATIFY: "ratified", CueKind.ACCEDE: "acceded"}


def _of_rank(stage: Stage, scene: Scene, told: Meeting[Claim]) -> Iterator[Claim]:
    """ "The latest to join was Cuba, in November": whoever it was follows the verb."""
    for head in scene.of(*_ACTS):
        before = stage.folded[scene.start : head.start].split()
        party = next((p for p in scene.parties if p.ids and p.start > head.end), None)
        ranked = bool(set(before[:-1]) & stage.acts.grammar["rank"])
        if party is None or not ranked or before[-1] not in stage.acts.grammar["rank_to"]:
            continue
        between = stage.folded[head.end : party.start].split()
        was = bool(set(between[-2:]) & stage.acts.grammar["becomes"])
        treaty = scene.treaties[0].ids[0] if scene.treaties else stage.context.treaty_at(head.start)
        if not was or treaty is None or told.meeting(scene.start, scene.end):
            continue
        act = _ACTS[head.kind]
        claim = claim_over(stage.text, (scene.start, scene.end), _PARTICIPATION, treaty, act)
        date = as_partial(scene.dates[0]) if len(scene.dates) == 1 else None
        yield replace(claim, participants=party.ids, date=date, sure=False)


def names_at_end(stage: Stage, scene: Scene) -> tuple[Party, ...] | None:
    """The names with which a clause ends and nothing else: ", Britain and France included"."""
    named = [p for p in scene.parties if p.ids]
    if not named:
        return None
    first = named[-1]
    for party in reversed(named[:-1]):
        if not _small(stage).fullmatch(stage.folded, party.end, first.start):
            break
        first = party
    opens = stage.folded[scene.start : first.start].strip(" -–—(")
    led = _led(stage).search(stage.folded, scene.start, first.start)
    listed = _lists_on(stage.acts).match(stage.folded, scene.start, first.start)
    led = led or listed
    apart = not opens or led is not None or _ends_open(stage, first.start)
    ends = _small(stage).fullmatch(stage.folded, named[-1].end, scene.end)
    return tuple(p for p in named if p.start >= first.start) if apart and ends else None


def _ends_open(stage: Stage, start: int) -> bool:
    """Whether a comma, a colon or a bracket stands right before the offset."""
    return stage.folded[max(0, start - _COLON) : start].rstrip(" \n")[-1:] in {",", ":", "("}


def _counted_before(scene: Scene, start: int, counts: Meeting[Claim]) -> str | None:
    """What a number in the same sentence, before the names, counts."""
    inside = counts.meeting(scene.clause.passage.start, start)
    told = [c for c in inside if scene.clause.passage.start <= c.start and c.end <= start]
    return _COUNTED.get(told[-1].stage or "") if told else None


def _listed_on(stage: Stage, scene: Scene, start: int, counts: Meeting[Claim]) -> str | None:
    """What a number of the sentence before counts: "They include Ukraine"."""
    if not _lists_on(stage.acts).match(stage.folded, scene.start, start):
        return None
    low = stage.scenes[max(0, scene.index - _BACK)].start
    told = [c for c in counts.meeting(low, scene.start) if low <= c.start]
    return _COUNTED.get(told[-1].stage or "") if told else None


_BACK = 3  # clauses back to the number whose States are named


@grammar
def _lists_on(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{acts.any_of('lists_on')})\b")


def _before_colon(stage: Stage, scene: Scene, joining: Mapping[int, Ruled]) -> str | None:
    """What the clause before a colon says of nobody yet: "Who is not here: the United States"."""
    if scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    gap = stage.folded[earlier.end : scene.start].strip()
    near = scene.start - earlier.end <= _COLON and earlier.clause.passage == scene.clause.passage
    if gap not in {":", ""} or not near or any(p.ids for p in earlier.parties):
        return None
    if stage.folded[earlier.end : scene.start + 1].strip()[:1] != ":":
        return None
    ruled = joining.get(bare(stage.folded, earlier.start, earlier.end)[0])
    if ruled is None:
        return None
    return _act_before(stage, scene) if ruled.rule.stage == AS_BEFORE else ruled.rule.stage


def _act_before(stage: Stage, scene: Scene) -> str | None:
    """What "did so" takes up: "thirty must ratify. Four did so: Chad, Fiji, Malta and Peru"."""
    near = stage.scenes[max(0, scene.index - _BACK) : scene.index]
    heads = (head for earlier in reversed(near) for head in earlier.of(*_ACTS))
    return next((_ACTS[head.kind] for head in heads), None)


@grammar
def _words(acts: ActWords) -> str:
    return rf"(?:{acts.any_of('between')}|{acts.any_of('before_name')}|{acts.any_of('company')})"


def _small(stage: Stage) -> re.Pattern[str]:
    return _small_words(stage.acts)


@grammar
def _small_words(acts: ActWords) -> re.Pattern[str]:
    # No way back into a word once read: "as well as" is one, and never tried as two or three.
    return re.compile(rf"(?:[\s,;/&().'\"-]|\b{_words(acts)}\b)*+")


def _led(stage: Stage) -> re.Pattern[str]:
    return _led_by(stage.acts)


@grammar
def _led_by(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|,\s|\s)(?:{acts.any_of('company')})\s(?:{_words(acts)}\s)*+$")
