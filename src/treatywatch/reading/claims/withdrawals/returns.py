"""Who left and came back: "left in 2020 and was back in February", "only to rejoin in 2002".

Coming back is a new act of joining (VCLT Art. 15), told of whoever left just before; the treaty is
seldom named again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.objects import stands_alone
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, claim_over
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_LATELY = 260  # characters back to the leaving after which somebody comes back
_DAY = 30  # characters from the words to their day: " straight back in, on "
_INTO = 12  # characters of " into the " before a treaty
_LEAD = 40  # characters of "but it was, ten years later, " before the words


def returns(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The returns that no claim in ``told`` tells of, in text order."""
    left = [c for c in told if c.type is ClaimType.WITHDRAWAL and c.participants and c.treaty]
    if not left:
        return
    joined = Meeting(c for c in told if c.type is ClaimType.PARTICIPATION)
    ends = sorted(left, key=_by_start)
    starts = [c.start for c in ends]
    for scene in stage.scenes:
        for words in _back(stage.acts).finditer(stage.folded, scene.start, scene.end):
            before = ends[bisect_right(starts, words.start()) - 1] if starts else None
            if before is None or not 0 <= words.start() - before.start <= _LATELY:
                continue
            if not joined.meeting(words.start(), words.end()) and _is_done(stage, scene, words):
                made = _return(stage, scene, words, before)
                if made is not None:
                    yield made
                    break


def _by_start(claim: Claim) -> int:
    return claim.start


def _is_done(stage: Stage, scene: Scene, words: re.Match[str]) -> bool:
    """Whether it is told as done: nothing before it makes it a wish or a question."""
    before = stage.folded[scene.start : words.start()].split()[-2:]
    modal = stage.acts.grammar["would"] | stage.acts.grammar["allows"] | stage.acts.grammar["modal"]
    asked = stage.folded[scene.clause.passage.end - 1 : scene.clause.passage.end] == "?"
    return not set(before) & modal and not asked


def _return(stage: Stage, scene: Scene, words: re.Match[str], before: Claim) -> Claim | None:
    named = [p for p in scene.parties if p.ids and p.stand is Stand.ACTS and p.end <= words.start()]
    who = named[-1].ids if named else before.participants
    acting = set(named[-1].ids) if named else set(_acting_before(stage, scene))
    if acting and not acting & set(before.participants):
        return None  # somebody who was not told to have left
    led = max(scene.start, min(before.end, words.start()), named[-1].end if named else 0)
    if not set(stage.folded[led : words.start()].replace(",", " ").split()) <= _small(stage.acts):
        return None  # "the envoy then returned"
    treaty = next((t for t in scene.treaties if 0 <= t.start - words.end() <= _INTO), None)
    if treaty is None and not _is_all(stage, scene, words):
        return None  # "returned to his desk"
    reach = treaty.end if treaty is not None else words.end()
    day = next((d for d in scene.dates if 0 <= d.start - reach <= _DAY), None)
    alone = bool(named) and not named[-1].start <= before.start < words.start()
    near = alone and words.start() - named[-1].start <= _LEAD
    start = named[-1].start if near else words.start()
    sub_kind = "not_party" if words["never"] is not None else "acceded"
    meant = treaty.ids[0] if treaty is not None else before.treaty
    span = (start, day.end if day is not None else reach)
    made = claim_over(stage.text, span, ClaimType.PARTICIPATION, meant, sub_kind)
    return replace(made, participants=who, date=as_partial(day), negated=sub_kind == "not_party")


def _acting_before(stage: Stage, scene: Scene) -> tuple[str, ...]:
    """Who acts last in the sentence before the clause."""
    for number in range(scene.index - 1, -1, -1):
        earlier = stage.scenes[number]
        if earlier.clause.passage != scene.clause.passage:
            break
        acting = [p.ids for p in earlier.parties if p.ids and p.stand is Stand.ACTS]
        if acting:
            return acting[-1]
    return ()


def _is_all(stage: Stage, scene: Scene, words: re.Match[str]) -> bool:
    """Whether nothing follows that tells where to."""
    following = stage.folded[words.end() : scene.end].split()[:1]
    head = CueHit(words.start(), words.end(), CueKind.ACCEDE, Tense.PAST)
    elsewhere = bool(set(following) & stage.acts.grammar["before_it"])
    return not elsewhere and stands_alone(stage, scene, head)


@grammar
def _small(acts: ActWords) -> frozenset[str]:
    """What may stand between who left and the return: "but it later came back"."""
    uses = ("joins", "before_verb", "single_state", "joined_when", "restarts", "relative")
    return frozenset[str]().union(*(acts.grammar[use] for use in uses))


@grammar
def _back(acts: ActWords) -> re.Pattern[str]:
    never, back = acts.any_of("never_back"), acts.any_of("back_again")
    return re.compile(rf"\b(?:(?P<never>{never})|(?:{back}))(?![\w'’-])")
