"""Papers that are signed at home: a law, a decree, an instrument of ratification.

Whoever signs one takes a step within the State (VCLT Art. 2(1)(b): consent is established "on the
international plane" only by the act towards the others); it is no signature of the treaty.
"""

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_COMMA = 2  # characters of ", "
_YEAR = 8  # characters of " 1998, " behind a law
_OBJECT = 4  # words of "the two executive orders" behind the verb


def signs_a_paper(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether what follows the verb is such a paper: "signed the decree on the treaty"."""
    if scene.has(CueKind.ENACT):
        return True
    named = named_after(scene, head)
    if named is None and _is_signed(scene, head):
        return True
    reach = named.start if named is not None else scene.end
    words = stage.folded[head.end : reach].replace(",", " ,").split()[:_OBJECT]
    for word in words:
        if word in stage.acts.grammar["home_papers"]:
            return True
        if word in stage.acts.grammar["joins"] or not word[0].isalnum():
            return False
    return False


def signs_papers_only(scene: Scene) -> bool:
    """Whether the one joining that a clause speaks of is the signing of a letter."""
    signed = scene.of(CueKind.SIGN)
    joins = scene.has(CueKind.RATIFY, CueKind.ACCEDE, CueKind.BELONG)
    return bool(signed) and not joins and all(_is_signed(scene, head) for head in signed)


def _is_signed(scene: Scene, head: CueHit) -> bool:
    """Whether a paper stands right before the participle: "the letter, signed by"."""
    return any(0 <= head.start - c.end <= _COMMA for c in scene.of(CueKind.PAPER))


def which_law(stage: Stage, scene: Scene) -> bool:
    """Whether "which" goes back to a law of a State: "the Rights Act, which took effect in"."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    same = earlier.clause.passage == scene.clause.passage
    laws = [c.end for c in earlier.of(CueKind.BILL) if scene.start - c.end <= _YEAR]
    return same and any(not stage.folded[end : scene.start].strip(", 0123456789") for end in laws)


def named_after(scene: Scene, head: CueHit) -> Mention | None:
    """The treaty that is named behind the head: "the instrument" may be a treaty, or its paper."""
    return next((t for t in scene.treaties if t.start >= head.end and t.role == _NAME), None)


_NAME = "name"


def as_signed(stage: Stage, scene: Scene, head: CueHit) -> CueHit:
    """The head, or the signing of a paper that it is part of: "signed a law ratifying the pact"."""
    paper = head.kind is CueKind.SIGN and signs_a_paper(stage, scene, head)
    if head.kind in _CONSENTS and head.tense in _IN_PAPERS:
        paper = any(0 < head.start - c.end <= _BESIDE for c in scene.of(CueKind.ENACT))
    return head._replace(kind=CueKind.ENACT) if paper else head


_CONSENTS = frozenset({CueKind.RATIFY, CueKind.ACCEDE})
_IN_PAPERS = frozenset({Tense.PROGRESSIVE, Tense.NOUN})
_BESIDE = 12  # characters of " on the " between a paper and what it is for
