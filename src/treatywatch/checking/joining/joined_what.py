"""What "joined in 2016" says was joined, where the words name no treaty; who was only let in."""

from collections.abc import Iterator

from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.part_question import PartQuestion, act_words
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import lead_of
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import ends_with
from treatywatch.checking.words.word_line import Phrasebook, find, find_any, line
from treatywatch.law.participant import Participant
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import TermWords
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim, ReadBy


def joined_the_treaty(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the only treaty of the report must be what was joined.

    "Is a party" and "on board" say so, "acceded" with its year, and "joined" with its year. What
    stands before "joined" in the paragraph names no group that it could be instead, and no body
    but the one that watches over the treaty.
    """
    if claim.read_by is ReadBy.TABLE:
        return True
    terms = knowledge.ledger.fact_words.terms
    dated = claim.date is not None and str(claim.date.year) in claim.quote
    told = has_one(claim.quote, (*terms.a_party, *terms.belonging, *terms.from_the_start))
    if knowledge.only_treaty != claim.treaty or not (dated or told):
        return False
    if has_one(claim.quote, terms.of_treaties) or (dated and _says_what(claim, terms)):
        return True
    words, ledger = line(f"{lead_of(claim, knowledge)} {claim.quote}"), knowledge.ledger
    names = names_of_circles(ledger)
    own = _of_its_own(knowledge.treaty(claim.treaty or ""), ledger)
    others = ((name, who) for name, who in names.opening(words) if name not in own)
    themselves = (claim.named_group or "").casefold()
    return not find(words, (one for one in others if one[0].casefold() not in themselves))


def _of_its_own(treaty: Treaty, ledger: Ledger) -> frozenset[str]:
    """What the treaty is called, and the body that one joins with it: the OPCW."""
    bodies = treaty.verification.bodies if treaty.verification else ()
    known = (ledger.bodies[one] for one in bodies if one in ledger.bodies)
    forms = {name.form for body in known for name in body.names}
    return frozenset({*forms, *(name.form for name in treaty.names)})


def behind_an_inset(claim: Claim, participant: Participant, knowledge: Knowledge) -> bool:
    """ "Belarus, which forms one group with Russia, | is not a member": of Belarus."""
    lead, _, rest = (
        around.before(claim, knowledge, _LEAD).rstrip().removesuffix(",").rpartition(",")
    )
    which = find_any(line(rest)[:1], knowledge.ledger.fact_words.terms.which)
    return bool(lead and which) and ends_with(lead, participant)


_LEAD = 160  # signs of a State and what is set apart behind it


def _says_what(claim: Claim, terms: TermWords) -> bool:
    """ "Joined the treaty after entering NATO": its object stands right behind the verb."""
    words = line(claim.quote)
    joined = [one.end for one in find_any(words, terms.joining)]
    treaties = (one.start for one in find_any(words, terms.treaty_nouns))
    return any(0 <= start - end <= _ARTICLE for start in treaties for end in joined)


_ARTICLE = 1  # word of "the treaty"


def names_of_circles(ledger: Ledger) -> Phrasebook:
    """The names of groups of States and of bodies, by their first words."""
    return remembered(ledger, "names_of_circles", "", lambda: Phrasebook(_circles(ledger)))


def _circles(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for group in ledger.groups.values():
        yield from ((name.form, group.id) for name in group.names)
    for body in ledger.bodies.values():
        if not body.participants:
            yield from ((name.form, body.id) for name in body.names)


def only_admitted(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Was admitted in October" of one that accepted in November: a body lets it in before."""
    terms = question.knowledge.ledger.fact_words.terms
    if question.claimed is None or not has_one(claim.quote, terms.admitted):
        return None
    day = question.claimed.first()
    behind = (act for act in question.consents if act.received_on.last() >= day)
    act = next((one for one in behind if (one.received_on.first() - day).days <= _YEAR), None)
    if act is None:
        return None
    return not_checked(f"{question.name}: let in before its instrument; {act_words(act)}.")


_YEAR = 366  # days from the admission to the instrument
