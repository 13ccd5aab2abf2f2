"""That nobody has left: "no State has left the treaty", "none has", "no one has tried"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.acts.objects import is_object, joins_between
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_EXITS = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.RELEASED, CueKind.GO_OUT)
_SPEAKS_OF_LEAVING = (
    *_EXITS,
    CueKind.EXIT_NOTICE,
    CueKind.NOTICE,
    CueKind.WITHDRAWAL_RULE,
    CueKind.SUSPEND,
)
_JOINING = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE, CueKind.VIOLATE)
_LATELY = 3  # clauses within which leaving is still spoken of
_FAR = 60  # characters between a verb and the treaty that nobody left


def nobody_has_left(stage: Stage) -> Iterator[Claim]:
    """The claims that no State at all has left; they name no participants."""
    if not stage.acts.grammar["nobody"]:
        return
    for scene in stage.scenes:
        found = _nobody_in(stage, scene, scene.start, scene.end)
        if found is None and _left_by_none(stage, scene) and not _asked(stage, scene):
            left = scene.treaties[0].ids[0]
            said = ((scene.start, scene.end), ClaimType.WITHDRAWAL, left, "effective")
            yield replace(claim_over(stage.text, *said), negated=True)
        if found is None or _asked(stage, scene):
            continue
        treaty = stage.context.treaty_at(scene.end)
        if treaty is not None and _leaving(stage, scene, found):
            start = _begins(scene, found)
            if _until_this_one(stage, scene):
                yield claim_over(
                    stage.text, (start, scene.end), ClaimType.TREATY_FACT, treaty, "first_ever"
                )
                continue
            said = ((start, scene.end), ClaimType.WITHDRAWAL, treaty, "effective")
            yield replace(claim_over(stage.text, *said), negated=True)


def _until_this_one(stage: Stage, scene: Scene) -> bool:
    """Whether somebody now does what nobody had done: "no other State has left it", "before"."""
    return _till_now(stage.acts).search(stage.folded, scene.start, scene.end) is not None


@grammar
def _till_now(acts: ActWords) -> re.Pattern[str]:
    if not acts.grammar["nobody_till_now"]:
        return re.compile(r"(?!)")
    closing, other = acts.any_of("nobody_till_now"), acts.any_of("nobody_else")
    return re.compile(rf"\b(?:{other}\b|{closing}\W*$)")


def _left_by_none(stage: Stage, scene: Scene) -> bool:
    """Whether a treaty is said to be left by no State: "has been denounced by no State".

    So it is where it "has never been denounced", be it added "by any State" or not.
    """
    treaty = next((one for one in scene.treaties if one.role == "name"), None)
    if treaty is None or treaty is not scene.treaties[0]:
        return False
    none, small = _by_none(stage.acts), stage.acts.grammar["nobody_before"]
    heads = (c for c in scene.of(*_EXITS) if c.tense is Tense.PAST and c.start > treaty.end)
    if any(none.match(stage.folded, head.end, scene.end) for head in heads):
        return True
    for head in scene.of(CueKind.NEVER_BEFORE):
        last = stage.folded[head.start : head.end].rpartition(" ")[2]
        exits = any(cue.kind in _EXITS for cue in stage.acts.cues.get(last, ()))
        rest = _by_any(stage.acts).sub("", stage.folded[head.end : scene.end]).strip(" .,!")
        if exits and 0 < head.start - treaty.end <= _NEXT and set(rest.split()) <= small:
            return True
    return False


def _begins(scene: Scene, found: re.Match[str]) -> int:
    """Where the words begin, be the verb before those who never did: "из неё не вышел никто"."""
    before = any(c.end <= found.start() for c in scene.of(*_EXITS))
    return scene.start if before else found.start()


def nobody_left(stage: Stage, scene: Scene) -> bool:
    """Whether the clause itself says that no State has left the treaty."""
    found = _nobody_in(stage, scene, scene.start, scene.end)
    return found is not None and _left_by(stage, scene, found) is True


def is_of_nobody(stage: Stage, scene: Scene, start: int, end: int) -> bool:
    """Whether what stands in the stretch of a clause is said of no State: "not one state has"."""
    return _nobody_in(stage, scene, max(scene.start, start), end) is not None


def _nobody_in(stage: Stage, scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """Where the stretch of a clause says it of nobody; "before Burundi did" tells who was first."""
    found = _nobody_has(stage.acts).search(stage.folded, start, end)
    names = (m for m in scene.people if found is not None and m.start > found.end())
    before = (stage.folded[scene.start : name.start].split()[-1:] for name in names)
    first = any(set(words) & stage.acts.grammar["but_for"] for words in before)
    return None if first else found


def _asked(stage: Stage, scene: Scene) -> bool:
    return stage.folded[scene.start : scene.end].rstrip().endswith("?")


def _leaving(stage: Stage, scene: Scene, found: re.Match[str]) -> bool:
    """Whether what nobody has done is leaving the treaty."""
    told = _left_by(stage, scene, found)
    if told is not None:
        return told
    if scene.has(CueKind.NEVER_BEFORE):
        return False  # "nobody has ever done so" is said of the treaty
    did = _did(stage.acts).match(stage.folded, found.end(), scene.end)
    if did is None and not _ends(stage, scene, found.end()):
        return False
    near = stage.scenes[max(0, scene.index - _LATELY) : scene.index + 1]
    lately = [
        c for s in near for c in s.of(*_SPEAKS_OF_LEAVING, *_JOINING) if c.end <= found.start()
    ]
    return bool(lately) and lately[-1].kind not in _JOINING


def _left_by(stage: Stage, scene: Scene, found: re.Match[str]) -> bool | None:
    """Whether a verb of leaving that follows leaves a treaty; None without such a verb."""
    between = scene.syntax.object_before  # "ни одна страна из неё не вышла"
    if between and not scene.has(CueKind.NEGATION):
        return None
    for head in scene.of(*_EXITS):
        far = _FAR if between else _NEXT
        if head.tense is not Tense.PAST or not 0 <= head.start - found.end() <= far:
            continue
        treaty = is_object(stage, scene, head, _FAR)
        if treaty is not None:
            return not joins_between(scene, head, treaty)
        if between and _it(stage.acts).search(stage.folded, found.end(), head.start):
            return True
        return (
            _ends(stage, scene, head.end)
            or _it(stage.acts).match(stage.folded, head.end, scene.end) is not None
        )
    return None


_NEXT = 14  # characters of " so far ever " between "has" and its verb


def _ends(stage: Stage, scene: Scene, offset: int) -> bool:
    """Whether nothing but small words and a day follows."""
    rest = stage.folded[offset : scene.end].strip(" .,!\"'").split()
    small = stage.acts.grammar["gone_with"] | stage.acts.grammar["nobody_before"]
    return set(rest) <= small


@grammar
def _nobody_has(acts: ActWords) -> re.Pattern[str]:
    if acts.syntax.object_before:
        return re.compile(rf"\b(?:{acts.any_of('nobody')})(?!\w)")
    ever = acts.any_of("nobody_before")
    return re.compile(
        rf"\b(?:{acts.any_of('nobody')})\b(?:\s{ever})*\s"
        rf"(?:{acts.any_of('have')})(?:\s{ever})*(?=\W|$)"
    )


@grammar
def _by_none(acts: ActWords) -> re.Pattern[str]:
    ever = acts.any_of("nobody_before")
    leads, nobody = acts.any_of("agent_only"), acts.any_of("nobody")
    return re.compile(rf"(?:\s{ever})*\s(?:{leads})\s(?:{nobody})(?:\s{ever})*\W*$")


@grammar
def _by_any(acts: ActWords) -> re.Pattern[str]:
    """ "By any State", behind "has never been denounced"."""
    states = acts.cues_of(CueKind.COUNTRY, CueKind.STATE_NOUN_ONE, CueKind.PARTY_NOUN)
    leads, any_one = acts.any_of("agent_only"), acts.any_of("anyone")
    return re.compile(rf"\s(?:{leads})\s(?:{any_one})\s(?:{states})(?!\w)")


@grammar
def _did(acts: ActWords) -> re.Pattern[str]:
    ever = acts.any_of("nobody_before")
    return re.compile(rf"\s(?:{acts.any_of('nobody_did')})(?:\s{ever})*\W*$")


@grammar
def _it(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s{acts.maybe('one_of_them')}(?:{acts.any_of('object_pronoun')})\b")
