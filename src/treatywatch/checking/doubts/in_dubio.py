"""When it is not sure enough what the words say of whom, nothing is contradicted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from treatywatch.checking.counts.count_rank import judge_rank
from treatywatch.checking.doubts.in_company import all_but_one_hold, errs_about_one
from treatywatch.checking.doubts.readings import other_treaties
from treatywatch.checking.doubts.told_exits import is_told_as_over, lasts_since, tells_of_nobody
from treatywatch.checking.exits.exit_steps import exit_steps, exits
from treatywatch.checking.exits.so_many_gone import counts_leavers
from treatywatch.checking.facts.begun_when_made import year_of_making
from treatywatch.checking.facts.entry_facts import told_as_begun
from treatywatch.checking.facts.kind_of_fact import tells_who_are_in
from treatywatch.checking.facts.waited import tells_a_wait
from treatywatch.checking.grounds.dates import is_after
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked, together
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.checking.joining.of_a_group import is_listed_as_party
from treatywatch.checking.joining.outside import opens_with_denial
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import (
    is_only_one_told_of,
    participants_named,
    points_to,
    sentence_before,
)
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import (
    is_meant,
    names_no_other,
    names_participant,
    names_treaty,
)
from treatywatch.checking.words.namings import text_before
from treatywatch.checking.words.word_line import PAUSE, find, find_any, line
from treatywatch.law.participant import NameKind
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy, Voice

_DENIED = frozenset({"not_ratified", "not_party"})  # "has signed but not ratified"
_DONE = frozenset({"signed", "ratified", "acceded", "party"})
_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE})
LOOSELY_WRONG = _WRONG | {Verdict.OUTDATED}


def over_all(claim: Claim, parts: Sequence[Judgement], knowledge: Knowledge) -> Judgement:
    """One judgement over all participants of the claim, in the order in which they are named.

    A State that the words do not name does not by itself make them wrong, for it may not be meant.
    Those of a group that the report has spelt out may still be found to be too early.
    """
    judgement = together(parts, [knowledge.name(p) for p in claim.participants])
    early = judgement.verdict is Verdict.PREMATURE and claim.named_group
    if judgement.verdict not in _WRONG or early:
        return judgement
    wrong = [
        participant
        for participant, part in zip(claim.participants, parts, strict=True)
        if part.verdict is judgement.verdict
    ]
    if len(wrong) < len(parts) and _goes_on(claim, knowledge):
        return not_checked("The words go on with another date.").noting(*judgement.reasons)
    if errs_about_one(claim, parts, knowledge):
        return judgement
    likewise = ((one, "") for one in knowledge.ledger.fact_words.terms.so_did)
    if len(wrong) < len(parts) and any(one.start > 1 for one in find(line(claim.quote), likewise)):
        return not_checked("The words tell it of each apart.").noting(*judgement.reasons)
    if len(wrong) == len(parts) or any(_is_named(claim, p, knowledge) for p in wrong):
        return judgement
    if _means_each(claim, knowledge):
        return judgement
    group = f'"{claim.named_group}"' if claim.named_group else "The words"
    return judgement.doubted(f"{group} may not mean every State of the group.")


def _means_each(claim: Claim, knowledge: Knowledge) -> bool:
    """ "All four will be out in 2025", of the four that were told of."""
    number = len(claim.participants)
    each = has_one(claim.quote, knowledge.ledger.fact_words.terms.all_of_them)
    return each and claim.value in (None, number) and not has_one(claim.quote, _few(knowledge))


def _few(knowledge: Knowledge) -> tuple[str, ...]:
    return (*knowledge.ledger.fact_words.terms.none, *knowledge.ledger.fact_words.terms.among_them)


def _goes_on(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Finland and Poland follow in January and February", "in 2007 and 2010": one for each."""
    if claim.date is None:
        return False
    _, year, rest = claim.quote.partition(str(claim.date.year))
    then = line(rest)[:2] if year else ()
    if len(then) > 1 and then[0] in knowledge.ledger.fact_words.keeping.between:
        return then[1].isdigit() and len(then[1]) == len(year)
    after = line(knowledge.text[claim.end : claim.end + _AHEAD])[:2]
    if len(after) > 1 and after[0] == PAUSE and after[1].isdigit() and len(after[1]) == _YEAR:
        return True  # "in 2007, 2009 and 2012": one for each
    words = knowledge.ledger.fact_words
    joins = set(after[:1]) & {*words.keeping.between, *words.terms.at_place}
    return len(after) > 1 and bool(joins) and (after[1][0].isupper() or after[1][0].isdigit())


_AHEAD = 40  # signs


def of_somebody(
    claim: Claim,
    judgement: Judgement,
    knowledge: Knowledge,
    judge_one: Callable[[str], Judgement],
) -> Judgement:
    """The same, unless words that name neither a State nor a month are called wrong.

    They may be about no State at all: "how a country leaves the treaty".
    """
    left = claim.date is not None and claim.stage == Stage.EFFECTIVE  # "it left in 2019"
    dated = left or (claim.date is not None and claim.date.month is not None)
    doubt = _about_another_step(claim, judgement, knowledge)
    if doubt:
        return not_checked(doubt).noting(*judgement.reasons)
    if judgement.verdict not in _WRONG:
        return judgement
    if may_name_a_treaty(claim, knowledge):
        return not_checked("The name may be that of a treaty.").noting(*judgement.reasons)
    if claim.named_group or dated or claim.read_by is ReadBy.TABLE:
        return judgement
    if any(_is_named(claim, p, knowledge) for p in claim.participants):
        return judgement
    if all(is_only_one_told_of(claim, p, knowledge) for p in claim.participants):
        return judgement
    if wrong_of_whoever(claim, knowledge, judge_one):
        return judgement
    return judgement.doubted("The words name no State.")


def wrong_of_whoever(
    claim: Claim, knowledge: Knowledge, judge_one: Callable[[str], Judgement]
) -> bool:
    """ "The country has quit the agreement" is wrong of each State that the report told of so far.

    Whichever is meant, then, the words do not hold; they must tell of what is done.
    """
    terms = knowledge.ledger.fact_words.terms
    done = has_one(claim.quote, (*terms.perfect, *terms.left_then))
    if claim.voice is not Voice.DID or claim.hedged or not done:
        return False
    told = participants_named(text_before(knowledge.text, claim.start), knowledge)
    if not told >= set(claim.participants):
        return False
    return all(judge_one(one).verdict in _WRONG for one in sorted(told))


def _about_another_step(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """Why the words may tell of a return, of an older exit, of a suspension towards some alone."""
    if judgement.verdict not in LOOSELY_WRONG:
        return ""
    ledger = knowledge.ledger
    terms = ledger.fact_words.terms
    returning = terms.returning
    rest = around.behind(claim, knowledge, _SENTENCE)
    back = has_one(claim.quote, returning) and not has_one(claim.quote, terms.for_good)
    if claim.stage == Stage.EFFECTIVE and back:
        return "The words may tell of a return."
    if judgement.verdict is Verdict.OUTDATED and claim.stage == Stage.EFFECTIVE:
        dated = any(word.isdigit() and len(word) == _YEAR for word in line(rest))
        still = has_one(claim.quote, terms.still_so) and not has_one(claim.quote, terms.ever_did)
        past = dated or has_one(rest, returning) or not still
        return "The words may tell of an exit before." if past else ""
    if has_one(claim.quote, terms.left_out):
        return "What is left out has not been left."
    never = judgement.verdict is Verdict.CONTRADICTED and claim.stage == Stage.EFFECTIVE
    if never and _of_papers_at_home(claim.quote, terms):
        return "The words may tell of a step at home."
    if claim.stage == Stage.SUSPENDED and _names_others(claim, ledger):
        return "The words may tell of a suspension towards some parties alone."
    return ""


def _of_papers_at_home(quote: str, terms: TermWords) -> bool:
    """ "Signed a decree that puts in force a recommendation to quit": no exit is told before it."""
    words = line(quote)
    papers = find_any(words, terms.home_papers)
    over = find_any(words, (*terms.gone, *terms.left_then))
    return bool(papers) and not any(one.start < papers[0].start for one in over)


def _names_others(claim: Claim, ledger: Ledger) -> bool:
    people = ((one.common_name, one.id) for one in ledger.participants.values())
    named = find(line(claim.quote), people)
    return any(one.owners - set(claim.participants) for one in named)


_SENTENCE, _YEAR = 120, 4  # signs


def may_name_a_treaty(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Paris gone already": the capital is what reports call a treaty too."""
    ledger = knowledge.ledger
    weak = kept_of_names(ledger, "weak_names", frozenset, lambda: _weak_names(ledger), (__file__,))
    called = weak.intersection(line(claim.quote))
    if not called or len(claim.participants) != 1:
        return False
    names = knowledge.ledger.participants[claim.participants[0]].names
    capitals = {name.form for name in names if name.kind is NameKind.CAPITAL}
    if _acts(claim, capitals, knowledge.ledger.fact_words.terms):
        return False
    others = ((name.form, "") for name in names if name.form not in capitals)
    return bool(called & capitals) and not find(line(claim.quote), others)


def _acts(claim: Claim, capitals: Collection[str], terms: TermWords) -> bool:
    """ "Ottawa ratified in 1998", "Ottawa l'avait ratifié": a treaty ratifies nothing."""
    words = line(claim.quote)
    acts = {one.start for one in find_any(words, (*terms.signing, *terms.ratifying))}
    for city in find(words, ((form, "") for form in capitals)):
        helped = (at for at in acts if 0 < at - city.end <= _HELPED)
        if city.end in acts or any(find_any(words[city.end : at], terms.had_just) for at in helped):
            return True
    return False


_HELPED = 3  # words of "l'avait" and of "hatte es"


def _weak_names(ledger: Ledger) -> frozenset[str]:
    names = (name for treaty in ledger.treaties.values() for name in treaty.names)
    return frozenset(name.form for name in names if name.strength is NameStrength.WEAK)


def of_sure_words(
    judge: Callable[[Claim, Knowledge], Judgement],
    claim: Claim,
    judgement: Judgement,
    knowledge: Knowledge,
) -> Judgement:
    """The same, unless loose words alone tell what is called wrong.

    Loose words are sure enough that name the States and the step of a treaty that is plainly meant,
    or are wrong of whichever treaty of the report they mean.
    """
    if claim.sure or judgement.verdict not in LOOSELY_WRONG or _is_plain(judge, claim, knowledge):
        return judgement
    if is_listed_as_party(claim, knowledge):
        return judgement
    ranked = claim.type is ClaimType.COUNT and judge_rank(claim, knowledge) is not None
    if claim.treaty is not None and (ranked or all_but_one_hold(judge, claim, knowledge)):
        return judgement
    return judgement.doubted("The words tell it too loosely.")


def _wrong_of_each(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> bool:
    """ "India signed and then thought better of it" is true of no treaty told of so far."""
    others = other_treaties(claim, knowledge)
    return all(
        judge(replace(claim, treaty=one), knowledge).verdict is Verdict.CONTRADICTED
        or _is_not_leaving(claim, one, knowledge)
        for one in others
    )


def _is_not_leaving(claim: Claim, treaty: str, knowledge: Knowledge) -> bool:
    """ "Hungary will be released": not of a treaty that it never moved to leave."""
    if claim.type is not ClaimType.WITHDRAWAL:
        return False
    ours = all(exit_steps(knowledge, one, claim.treaty or "") for one in claim.participants)
    return ours and not any(exit_steps(knowledge, one, treaty) for one in claim.participants)


def _is_plain(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> bool:
    if claim.treaty is None or claim.hedged:
        return False
    terms = knowledge.ledger.fact_words.terms
    if claim.type is ClaimType.TREATY_FACT:
        return _is_plain_fact(judge, claim, knowledge)
    if claim.type in _OF_NO_STATE or tells_of_nobody(claim, knowledge) or counts_leavers(claim):
        return _is_plain_of_nobody(claim, knowledge)
    if claim.type is ClaimType.COUNT:
        counted = (*terms.parties, *terms.signing, *terms.belonging)
        exact = claim.bound is Bound.EXACT and claim.voice is Voice.DID
        told = has_one(claim.quote, counted) or tells_who_are_in(claim, terms)
        told = told and exact and not claim.negated
        return told and points_to(claim, knowledge.treaty(claim.treaty), knowledge)
    denied = claim.negated and not has_one(claim.quote, terms.out_now)
    if not claim.participants or (denied and claim.stage not in _DENIED):
        return False
    if claim.type is ClaimType.PARTICIPATION and has_one(claim.quote, terms.gone):
        return False  # the date may be that of an exit
    if claim.stage in _DONE and has_one(claim.quote, terms.refusing):
        return False  # "refused its consent to the ratification"
    plain = {
        Stage.EFFECTIVE: (
            *(*terms.gone, *terms.left_then),
            *(*terms.told_as_over, *terms.leaves_now),
        ),
        Stage.NOTIFIED: (*terms.denouncing, *terms.already),
        Stage.APPROVED_BY_PARLIAMENT: terms.already,
        Stage.CONSENT_WITHDRAWN: terms.the_signature,
        "signed": terms.signing,
        "ratified": terms.ratifying,
        "not_ratified": (*terms.signing, *terms.ratifying),
        "not_party": (*terms.parties, *terms.belonging, *terms.joining, *terms.staying_out),
        "acceded": terms.joining,
        "party": (*terms.parties, *terms.bound, *terms.belonging, *terms.from_the_start),
    }.get(claim.stage or "", ())
    dated = claim.voice is Voice.WILL and (claim.date is not None or claim.value is not None)
    dated = dated or is_after(claim.date, knowledge.on)
    on_a_day = dated and claim.stage == Stage.EFFECTIVE and _has_day(claim)
    if not (claim.voice is Voice.DID or dated or is_told_as_over(claim, terms)):
        return False
    if not on_a_day and not _says_it(claim, plain, knowledge):
        return False
    named = all(_is_told_of(claim, p, knowledge) for p in claim.participants)
    named = named or _means_each(claim, knowledge)
    treaty = knowledge.treaty(claim.treaty)
    once = any(_left_before(knowledge, p, treaty.id) for p in claim.participants)
    once = once and not _is_out_by_now(claim, terms)
    if once or not named or _names_a_body(claim, knowledge):
        return False
    if claim.type is ClaimType.WITHDRAWAL and not _was_bound(claim, treaty, knowledge):
        return False  # the treaty may be another, to which it is a party
    return points_to(claim, treaty, knowledge) or _wrong_of_each(judge, claim, knowledge)


def _says_it(claim: Claim, plain: Phrases, knowledge: Knowledge) -> bool:
    """Whether a word for the step stands in the words; likeness may cut them before it."""
    said, terms = claim.quote, knowledge.ledger.fact_words.terms
    if claim.read_by is ReadBy.LIKENESS:
        if has_one(said, (*terms.whether, *terms.other_papers)):
            return False
        said = f"{said}{_told_on(claim, knowledge)}"
    told = has_one(said, plain) or lasts_since(claim, terms)
    return told or _denied_likewise(claim, knowledge)


def _told_on(claim: Claim, knowledge: Knowledge) -> str:
    """What the sentence goes on to say, unless of another treaty: "recalled | that it left X"."""
    behind = around.behind(claim, knowledge, _SENTENCE)
    others = (knowledge.treaty(one) for one in knowledge.treaties if one != claim.treaty)
    of_another = any(names_treaty(replace(claim, quote=behind), one) for one in others)
    return "" if of_another else behind


def _denied_likewise(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Finland never came near it. Neither did Norway": the verb stands in the first of them."""
    terms = knowledge.ledger.fact_words.terms
    before = sentence_before(claim, knowledge)
    return opens_with_denial(claim, terms) and has_one(before, terms.denying)


_OF_NO_STATE = frozenset({ClaimType.INDICATOR})


def _is_plain_of_nobody(claim: Claim, knowledge: Knowledge) -> bool:
    """A vote whose other side is told beside it; "no State has left the treaty"."""
    if claim.type is ClaimType.INDICATOR:
        return claim.stage == "vote"
    return points_to(claim, knowledge.treaty(claim.treaty or ""), knowledge)


def _was_bound(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    listed = knowledge.is_complete(treaty.id) and not names_no_other(claim, treaty)
    return not listed or all(knowledge.acts(p, treaty.id, CONSENTS) for p in claim.participants)


def _has_day(claim: Claim) -> bool:
    """Whether the day is told, or how long it is until then: "takes effect in six months"."""
    return claim.value is not None if claim.date is None else claim.date.day is not None


def _is_plain_fact(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> bool:
    """ "In force since 3 December 1997": an event with its year, of a treaty that is plainly meant.

    With its day, also where no treaty told of so far began to bind on that day.
    """
    terms = knowledge.ledger.fact_words.terms
    words = {
        "entry_into_force": (*terms.in_force, *terms.has_begun),
        "signature": (*terms.signing, *terms.opening),
        "content": terms.running_out,
    }.get(claim.stage or "", ())
    treaty = knowledge.treaty(claim.treaty or "")
    if claim.stage in _TOLD_IN_WORDS:
        return True  # where it is right of another treaty of the report, that was found before
    if claim.value is not None and has_one(claim.quote, terms.surviving):
        return points_to(claim, treaty, knowledge)
    if claim.date is None and tells_a_wait(claim, knowledge):
        return True
    if claim.date is None and claim.stage == "entry_into_force":
        now = has_one(claim.quote, terms.in_force_now) and points_to(claim, treaty, knowledge)
        return now or told_as_begun(claim, treaty, knowledge)
    if claim.date is None:
        return False
    if claim.date == year_of_making(claim, knowledge):
        return True
    dated = str(claim.date.year) in claim.quote
    if not dated or claim.negated or not has_one(claim.quote, words):
        return False
    if points_to(claim, treaty, knowledge):
        return True
    return claim.date.month is not None and _wrong_of_each(judge, claim, knowledge)


_TOLD_IN_WORDS = frozenset(
    {"notice_period", "depositary", "deadline"}
)  # that a span, a keeper tell plainly


def _is_told_of(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    who = knowledge.ledger.participants[participant]
    return names_participant(claim, who) or is_only_one_told_of(claim, participant, knowledge)


def _left_before(knowledge: Knowledge, participant: str, treaty: str) -> bool:
    """ "It had walked out once" is true of one that came back and leaves again."""
    found = (
        exits(knowledge, participant, treaty) if knowledge.may_leave(participant, treaty) else ()
    )
    return len(found) > 1


def _is_out_by_now(claim: Claim, terms: TermWords) -> bool:
    """ "Is already outside it, for the second time": of now, and not of the exit before."""
    present = has_one(claim.quote, terms.already) and has_one(claim.quote, terms.still_so)
    return (present and has_one(claim.quote, terms.gone)) or lasts_since(claim, terms)


def _names_a_body(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Out of the Council of Europe" is out of something else than a treaty.

    Not where the body is what the treaty is called by: "out of the Whaling Commission".
    """
    if claim.stage == Stage.NOTIFIED:
        return False  # "has told the UN": it gets the notice
    bodies = (body for body in knowledge.ledger.bodies.values() if not body.participants)
    own = {name.form.casefold() for name in knowledge.treaty(claim.treaty or "").names}
    forms = ((name.form, body.id) for body in bodies for name in body.names)
    return bool(find(line(claim.quote), (one for one in forms if one[0].casefold() not in own)))


def _is_named(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    return is_meant(claim, knowledge.ledger.participants[participant], knowledge.text)
