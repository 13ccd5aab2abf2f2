"""What is told of a group in one: "no NATO member has ratified", "the only EU country to ratify".

Judged by the acts of its members, where the words name one group that the record knows, and
nothing else that narrows it.
"""

from collections.abc import Iterator, Sequence

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, listed
from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.joining.only_outside import goes_on, is_plain
from treatywatch.checking.joining.part_question import PartQuestion
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.first_words import names_in
from treatywatch.checking.words.named_in import with_its_title
from treatywatch.checking.words.word_line import PAUSE, Phrase, Phrasebook, find, find_any, line
from treatywatch.law.clauses.consent import ACCEDING_KINDS
from treatywatch.law.terms import Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim, ReadBy

_FEW = 4
_OF_THE = 2  # words of "none of the EU members" that belong to both
_LEAD = 120  # signs before the words, in their sentence
_SIGNED = frozenset({"signed", "not_signed"})
_INSIDE = frozenset({"signed", "ratified", "acceded", "party"})
_OUTSIDE = frozenset({"not_signed", "not_ratified", "not_party", "never_party"})


def is_told_of_all(claim: Claim) -> bool:
    """ "All EU members have ratified it", "the Baltic states are parties": of each of the group.

    Not what only is like words of that kind, nor what is denied of a group.
    """
    of_each = claim.stage in _BOUND and not claim.negated and claim.read_by is ReadBy.FIRST
    return claim.named_group is not None and of_each and len(claim.participants) > 1


def is_listed_as_party(claim: Claim, knowledge: Knowledge) -> bool:
    """ "The agreement has 18 parties, including | the United States"."""
    before = [one for one in knowledge.told_before(claim) if one.end <= claim.start][-1:]
    counted = [one for one in before if (one.stage, one.treaty) == (_PARTIES, claim.treaty)]
    if claim.negated or not counted:
        return False
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, terms.among_them):  # "46 are parties. | Belarus is one of them"
        return claim.start - counted[0].end <= _RIGHT_BEHIND
    between = [w for w in line(knowledge.text[counted[0].end : claim.start]) if w != PAUSE]
    led = find_any(between, terms.among_them)
    return bool(led) and led[0].start == 0 and len(between) <= led[0].end + _ARTICLE


_BOUND = frozenset({"ratified", "party"})
_PARTIES, _ARTICLE = "parties", 1
_RIGHT_BEHIND = 60  # signs: " to the European Convention on Human Rights. "


def none_of_a_group(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """ "None of the EU members has ratified it": held against what each of them did.

    None where the words tell of something else, or not plainly.
    """
    denies = claim.stage in _OUTSIDE or (claim.negated and claim.stage in _INSIDE)
    if claim.treaty is None or claim.participants or claim.date is not None or not denies:
        return None
    words = line(with_its_title(claim.quote, knowledge.treaty(claim.treaty)))
    circles = _circles(words, knowledge.ledger)
    opens = find_any(words, knowledge.ledger.fact_words.firsts.not_one)
    if len(circles) != 1 or not opens or not 0 <= opens[0].end - circles[0].start <= _OF_THE:
        return None
    named = names_in(words, claim.treaty, (), knowledge)
    if not is_plain(_rest(words, (*circles, *opens[:1], *named)), knowledge.ledger.fact_words):
        return None
    return _held(claim, claim.treaty, _members(circles[0], knowledge), knowledge)


def _held(
    claim: Claim, treaty: str, members: Sequence[str], knowledge: Knowledge
) -> Judgement | None:
    if not PartQuestion(knowledge, members[0], treaty, None).can_be_denied:
        return None
    done = _who_did(claim, treaty, members, knowledge)
    basis = list_basis(knowledge, treaty)
    title = knowledge.treaty(treaty).short_title
    if done:
        return contradicted(f"{_some(done, knowledge)} did, of the {title}.", basis)
    return borne_out(f"None of the {len(members)} did, of the {title}.", basis)


def only_of_a_group(claim: Claim, knowledge: Knowledge, judgement: Judgement) -> Judgement:
    """The judgement, unless others of the group are in where the words tell of "the only one"."""
    right = judgement.verdict is Verdict.BORNE_OUT and claim.treaty is not None
    plain = claim.stage in _INSIDE and not claim.negated and claim.date is None
    if not right or not plain or not claim.participants or goes_on(claim, knowledge):
        return judgement
    circle = _only_in(claim, knowledge)
    if circle is None:
        return judgement
    others = sorted(set(_members(circle, knowledge)) - set(claim.participants))
    done = _who_did(claim, claim.treaty or "", others, knowledge)
    if not done:
        return judgement
    words = f"Not the only one: {_some(done, knowledge)} did so too."
    basis = list_basis(knowledge, claim.treaty or "")
    return contradicted(f"{words} {' '.join(judgement.reasons)}", *judgement.basis, basis)


def _only_in(claim: Claim, knowledge: Knowledge) -> Phrase | None:
    """The group in which it is said to be the only one; None where the words narrow it more.

    "The only NATO member that has ratified", "of the P5 only France has"; what "only" is said of
    stands right behind it.
    """
    said = knowledge.ledger.fact_words
    quote = with_its_title(claim.quote, knowledge.treaty(claim.treaty or ""))
    words = (*line(around.before(claim, knowledge, _LEAD)), *line(quote))
    only, circles = find_any(words, said.places.only), _circles(words, knowledge.ledger)
    named = names_in(words, claim.treaty or "", claim.participants, knowledge)
    if len(only) != 1 or len(circles) != 1:
        return None
    told_of = {one.start for one in (*circles, *named)}
    if only[0].end not in told_of or find_any(words, (*said.terms.denying, *said.terms.none)):
        return None
    begun = min(only[0].start, circles[0].start)
    rest = _rest(words, (*circles, *only, *named))[begun:]
    return circles[0] if is_plain(_without(rest, said.firsts.narrowing), said) else None


def _without(words: Sequence[str], small: Sequence[str]) -> list[str]:
    return [PAUSE if word in small else word for word in words]


def _rest(words: Sequence[str], covering: Sequence[Phrase]) -> list[str]:
    covered = {at for one in covering for at in range(one.start, one.end)}
    return [PAUSE if at in covered else word for at, word in enumerate(words)]


def _circles(words: Sequence[str], ledger: Ledger) -> list[Phrase]:
    """Where the words name a group, or one of its members: "the P5", "a NATO member"."""
    book = remembered(ledger, "groups_and_members", "", lambda: Phrasebook(_forms(ledger)))
    return find(words, book.opening(words))


def _forms(ledger: Ledger) -> Iterator[tuple[str, str]]:
    yield from ((form, id_) for id_, forms in ledger.fact_words.circles for form in forms)
    for group in ledger.groups.values():
        yield from ((name.form, group.id) for name in group.names)


def _members(circle: Phrase, knowledge: Knowledge) -> Sequence[str]:
    return sorted(knowledge.ledger.groups[min(circle.owners)].members_on(knowledge.on))


def _who_did(
    claim: Claim, treaty: str, members: Sequence[str], knowledge: Knowledge
) -> Sequence[str]:
    asked = (PartQuestion(knowledge, one, treaty, None) for one in members)
    acceding = has_one(claim.quote, knowledge.ledger.fact_words.terms.acceding)
    return [one.participant for one in asked if _did(one, claim, acceding=acceding)]


def _did(question: PartQuestion, claim: Claim, *, acceding: bool) -> bool:
    """Whether it did, and has not taken it back; acceding is not ratifying."""
    if claim.stage in _SIGNED:
        return bool(question.signatures)
    consents = [act for act in question.consents if not acceding or act.kind in ACCEDING_KINDS]
    return bool(consents) and question.spell.standing in _IN


_IN = BOUND | {Standing.CONTRACTING_STATE}


def _some(who: Sequence[str], knowledge: Knowledge) -> str:
    names = [knowledge.name(one) for one in who[:_FEW]]
    return listed([*names, f"{len(who) - _FEW} more"] if len(who) > _FEW else names)
