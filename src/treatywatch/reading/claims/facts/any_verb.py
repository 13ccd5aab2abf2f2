"""What a treaty does, by whatever verb: "the Moon Agreement makes the moon everybody's heritage".

No list holds all that treaties do. Where one is the subject of its clause, by name, through "it" or
"which", and a verb in the present follows, the clause says what it lays down, but for the verbs
that tell how it fares ("counts 86 members", "ends on Friday").
"""

import re
from collections.abc import Iterator, Sequence

from treatywatch.reading.acts.of_treaty import of_the_treaty
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over, trim
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reading.vocabulary.words_acts import ActWords

_CONTENT = "content"
_LEAST = 3  # words of a predicate that says something
_LED = 3  # words that may lead to the treaty: "and while the"


def by_any_verb(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """What is said of treaties in clauses that ``told`` has left alone, in text order."""
    if not told or not stage.acts.grammar["open_verb"]:
        return
    taken = Meeting(told)
    for scene in stage.scenes:
        verb = _verb(stage, scene)
        if verb is None or not _is_statement(stage, scene, verb):
            continue
        start, end = trim(stage.text, _subject(scene, verb), scene.end)
        if not taken.meeting(start, end):
            treaty = stage.context.treaty_at(verb)
            span = start, end
            yield claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, _CONTENT)


def _verb(stage: Stage, scene: Scene) -> int | None:
    """Where the verb stands right behind the treaty that is the subject of the clause, if any."""
    verb = _open_verb(stage.acts)
    for end in _subjects(stage, scene):
        found = verb.match(stage.folded, end, scene.end)
        if found is not None and of_the_treaty(stage, scene, found.start("verb")):
            return found.start("verb")
    return None


def _subjects(stage: Stage, scene: Scene) -> Iterator[int]:
    """Where the words end that may be the subject: the first treaty, "it", or "which"."""
    leads = stage.acts.grammar["leads_to_subject"]
    first = next(iter(scene.treaties), None)
    if first is not None:
        before = stage.folded[scene.start : first.start].split()
        if len(before) <= _LED and set(before) <= leads:
            yield first.end
        return
    pronoun = _pronoun(stage.acts).match(stage.folded, scene.start, scene.end)
    if pronoun is not None:
        yield pronoun.end()


def _subject(scene: Scene, verb: int) -> int:
    """Where the claim begins: with the treaty, else with the pronoun that opens the clause."""
    first = next(iter(scene.treaties), None)
    return scene.start if first is None or first.start > verb else first.start


@grammar
def _pronoun(acts: ActWords) -> re.Pattern[str]:
    joined = rf"(?:{acts.any_of('joins')}\s)?"
    return re.compile(rf"{joined}(?:{acts.any_of('pronoun_subject')})\b")


@grammar
def _open_verb(acts: ActWords) -> re.Pattern[str]:
    between = rf"(?:{acts.any_of('before_open_verb')}\s)?"
    none = rf"(?!{acts.any_of('no_open_verb')}\b)"
    verb = rf"(?P<verb>{acts.any_of('open_verb')})"
    return re.compile(rf"\s{between}{none}{verb}\s(?!{acts.any_of('behind_no_verb')}\b)")


def _is_statement(stage: Stage, scene: Scene, verb: int) -> bool:
    """Whether the report itself says it, in a sentence, and in words enough."""
    passage = scene.clause.passage
    if passage.kind is PassageKind.HEADLINE or stage.folded.startswith("?", passage.end - 1):
        return False
    if stage.context.is_quoted(verb) or stage.context.heard_in(passage.start, passage.end):
        return False
    return len(stage.folded[verb : scene.end].split()) >= _LEAST
