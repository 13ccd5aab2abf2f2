"""Signs in the words of a claim by which it may have been read amiss: ``facts/signs.yaml``."""

from enum import StrEnum

from treatywatch.ledger.fact_words import Phrases
from treatywatch.values import frozen


class Place(StrEnum):
    """Where words are looked for; several places are one stretch, in the order of the text."""

    SENTENCE_BEFORE = "sentence_before"  # the whole sentence, or part of one, before the claim
    BEFORE = "before"  # what its sentence says right before the claim
    WORDS = "words"  # the words of the claim
    BEHIND = "behind"  # what its sentence says right behind the claim
    REST = "rest"  # what its sentence says behind the claim, farther on
    FIRST = "first"  # the first word of the claim
    LAST = "last"  # the last word of the claim
    EDGE = "edge"  # the last two words before the claim and its first two
    NEXT = "next"  # the first four words behind the claim


class Naming(StrEnum):
    """What the words of a claim may name."""

    STATE = "state"
    OWN_STATE = "own_state"  # one of which the claim was read
    TREATY = "treaty"  # that of which it was read


@frozen
class Heard:
    """Words of which one stands in one of the places."""

    phrases: Phrases
    places: tuple[Place, ...] = (Place.WORDS,)


@frozen
class WordSign:
    """Which claims a sign is for, the words that make it, and what is then said.

    ``types`` and ``stages`` are those of claims; no stage stands for each. Of what is None a claim
    may be either. All of ``told`` is heard, and nothing of ``unless``.
    """

    says: str
    example: str
    types: tuple[str, ...]
    stages: tuple[str, ...] = ()
    told: tuple[Heard, ...] = ()
    unless: tuple[Heard, ...] = ()
    names_no: tuple[Naming, ...] = ()
    negated: bool | None = None
    dated: bool | None = None
    of_several: bool = False  # States
    by_likeness: bool = False  # read so, and by no rule
    premature: bool = False  # only where the verdict is that it has not come about yet
