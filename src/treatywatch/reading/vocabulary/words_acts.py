"""The cues by which reports speak of acts, read from the sections ``cues`` and ``grammar``.

Every kind of cue is a closed word here and data there: which verbs and nouns express it, in which
form, is the business of ``record/words/<language>.yaml``.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache

from treatywatch.errors import FaultyRecord
from treatywatch.reading.vocabulary.numbered import ByForm
from treatywatch.reading.vocabulary.wording import alternatives, any_of, shortened
from treatywatch.reading.vocabulary.words import compiled, optional_section, raw_section
from treatywatch.reading.vocabulary.words_syntax import Syntax
from treatywatch.values import frozen


class CueKind(StrEnum):
    """What a cue says; each member is explained in docs/reading.md."""

    EXIT = "exit"
    EXIT_OBJECT = "exit_object"
    TAKE_OUT = "take_out"
    OUT_OF = "out_of"
    RELEASED = "released"
    SUSPEND = "suspend"
    REVOKE = "revoke"
    TAKE_BACK = "take_back"
    END_PROVISIONAL = "end_provisional"
    END_RATIFICATION = "end_ratification"
    OBJECT = "object"
    UNDO = "undo"
    EXIT_NOTICE = "exit_notice"
    REJECT = "reject"
    EXPIRE = "expire"
    EFFECT = "effect"
    BIND = "bind"
    ANNOUNCE = "announce"
    DECIDE = "decide"
    INTEND = "intend"
    RECOMMEND = "recommend"
    CONSIDER = "consider"
    APPROVE = "approve"
    VOTE = "vote"
    PROPOSE = "propose"
    BILL = "bill"
    ENACT = "enact"
    NOTIFY = "notify"
    CARRY_OUT = "carry_out"
    SET_GOING = "set_going"
    SAME_AGAIN = "same_again"
    STEP = "step"
    FOLLOW = "follow"
    GO_OUT = "go_out"
    PAPER = "paper"
    ARRIVE = "arrive"
    DUE = "due"
    HAND_IN = "hand_in"
    ECHO = "echo"
    ECHO_NOT = "echo_not"
    AMONG_THEM = "among_them"
    SIGN = "sign"
    SIGNATORY = "signatory"
    RATIFY = "ratify"
    ACCEDE = "accede"
    BELONG = "belong"
    HOLDOUT = "holdout"
    OUTSIDE = "outside"
    ATTRACT = "attract"
    SUBMIT_RATIFICATION = "submit_ratification"
    VIOLATE = "violate"
    NEGATION = "negation"
    HEDGE = "hedge"
    FUTURE = "future"
    CONDITION = "condition"
    URGING = "urging"
    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    PRESIDENT = "president"
    MINISTER = "minister"
    MINISTERS_TOGETHER = "ministers_together"
    PEOPLE = "people"
    DEPOSITARY = "depositary"
    COUNTRY = "country"
    TREATY_NOUN = "treaty_noun"
    TREATY_NOUN_WEAK = "treaty_noun_weak"
    STATE_NOUN = "state_noun"
    STATE_NOUN_ONE = "state_noun_one"
    PARTY_NOUN = "party_noun"
    WORLD = "world"
    HALF = "half"
    INCLUDE = "include"
    COUNT_VERB = "count_verb"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    ADOPT = "adopt"
    OPEN_SIGNATURE = "open_signature"
    MEETING = "meeting"
    BAN_VERB = "ban_verb"
    BAN_ACT = "ban_act"
    NOTICE = "notice"
    OBLIGE = "oblige"
    DESTROY = "destroy"
    EXTEND = "extend"
    LIMIT_NOUN = "limit_noun"
    LIMIT_VERB = "limit_verb"
    CONTENT_VERB = "content_verb"
    KNOWN_AS = "known_as"
    FIRST_EVER = "first_ever"
    REPORT_YEARLY = "report_yearly"
    WITHDRAWAL_RULE = "withdrawal_rule"
    DEPOSITARY_RULE = "depositary_rule"
    NEEDED = "needed"
    TALLY = "tally"
    ELAPSE = "elapse"
    ENDLESS = "endless"
    NEVER_BEFORE = "never_before"
    WHOSE_EFFECT = "whose_effect"
    MANNER = "manner"


class Tense(StrEnum):
    """The form in which a cue stands; OTHER where it has none."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PROGRESSIVE = "progressive"
    NOUN = "noun"
    OTHER = "other"


@frozen
class Cue:
    """What a form of words can say; one form may say several things."""

    kind: CueKind
    tense: Tense


@frozen(eq=False)
class ActWords:
    """The cues of one language by their folded form, and its small words by their use.

    ``described`` are patterns for names made from what a treaty is about ("{subject} ban").
    """

    language: str
    cues: ByForm[tuple[Cue, ...]]
    grammar: Mapping[str, frozenset[str]]
    described: tuple[str, ...] = ()
    syntax: Syntax = field(default_factory=Syntax)

    def any_of(self, use: str) -> str:
        """The words of that use as one alternation for a regular expression, longest first."""
        return any_of(self.grammar[use])

    def maybe(self, use: str) -> str:
        """A pattern of one of the words of that use and a space, or of nothing."""
        return rf"(?:{self.any_of(use)}\s)?"

    def cues_of(self, *kinds: CueKind) -> str:
        """The forms of these kinds of cue as one alternation for a regular expression."""
        return any_of(self.forms_of(*kinds))

    def forms_of(self, *kinds: CueKind) -> list[str]:
        """The forms that are a cue of one of these kinds."""
        return self.cues.that_mean(lambda cues: any(cue.kind in kinds for cue in cues))


class _Uses(dict[str, frozenset[str]]):
    """The small words of a language by their use; a use that it does not know has none."""

    def __missing__(self, use: str) -> frozenset[str]:
        return frozenset()


@cache
def load_act_words(language: str = "en") -> ActWords:
    """The cues of a language; :class:`FaultyRecord` names every kind or tense that is unknown."""
    return compiled(f"acts-{language}", ActWords, lambda: _act_words(language))


def _act_words(language: str) -> ActWords:
    grammar = _Uses(
        (use, frozenset(spelt for form in forms for spelt in alternatives(form)))
        for use, forms in raw_section(language, "grammar").items()
    )
    patterns = raw_section(language, "described")["forms"]
    described = tuple(spelt for pattern in patterns for spelt in alternatives(pattern))
    syntax = optional_section(language, "syntax", Syntax)
    return ActWords(language, _cues(language), grammar, described, syntax)


def _cues(language: str) -> ByForm[tuple[Cue, ...]]:
    """What each form says."""
    faults: list[str] = []
    says: dict[str, tuple[Cue, ...]] = {}
    for kind, tenses in raw_section(language, "cues").items():
        for tense, forms in tenses.items():
            if kind not in set(CueKind) or tense not in set(Tense):
                faults.append(
                    f"words/{language}.yaml:0: unknown cue {kind}.{tense}; see reading.md"
                )
                continue
            cue = Cue(CueKind(kind), Tense(tense))
            for form in (spelt for written in forms for spelt in shortened(written)):
                says[form] = (*says.get(form, ()), cue)
    if faults:
        raise FaultyRecord(faults)
    return ByForm(says)
