"""When a treaty was adopted, signed, entered into force, first met about, extended."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from treatywatch.checking.facts.ended import judge_end_by_exit
from treatywatch.checking.facts.entry_facts import (
    after_another_wait,
    judge_condition,
    told_as_begun,
)
from treatywatch.checking.facts.extended import is_of_the_past
from treatywatch.checking.facts.made_where import (
    made_as_another,
    made_elsewhere,
    named_alone,
    without_accents,
)
from treatywatch.checking.facts.said_in_force import has_ended
from treatywatch.checking.grounds.dates import agree, at, is_after, is_before
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
    outdated,
    premature,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import named_last, points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty, names_treaty_by_year
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import PartialDate, Undetermined, in_words
from treatywatch.law.effect import Effect
from treatywatch.law.terms import Standing
from treatywatch.law.treaty import Milestone, MilestoneKind, NameStrength, Treaty
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ReadBy, Voice
from treatywatch.status.entry import entry_into_force

# A treaty "of 1997" was adopted, opened for signature or signed then.
_MADE = (MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)
_THESE_DAYS = 45
_LEAD, _ABOVE = 20, 200  # signs
_SENTENCES = re.compile(r"[.!?]\s+")
_OPENED = (MilestoneKind.OPENED_FOR_SIGNATURE,)
_SIGNED = (MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)


def judge_adoption(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Established, adopted, concluded: the year of adoption or of opening for signature.

    The year of entry into force is another matter, and the reason says both.
    """
    return _made(claim, knowledge, _MADE)


def judge_signature(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Signed: opened for signature, or adopted (reports do not tell the two apart)."""
    opened = has_one(claim.quote, knowledge.ledger.fact_words.terms.opening)
    return _made(claim, knowledge, _OPENED if opened else (*_SIGNED, MilestoneKind.ADOPTED))


def judge_entry_into_force(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Entered into force: the day computed from the acts (VCLT Art. 24(1)), or never."""
    treaty = knowledge.treaty(claim.treaty or "")
    claim = _told_by_its_end(claim, knowledge)
    if claim.value is not None and claim.date is None and not claim.negated:
        return judge_condition(claim, knowledge)
    effect = entry_into_force(knowledge.ledger, treaty.id, as_known_on=knowledge.known_on)
    printed = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    begun = effect.when if isinstance(effect.when, date) else None
    if begun is None and printed is not None and knowledge.known_on is None:
        begun = printed.on.exact()
    if begun is None:
        return _not_in_force(claim, treaty, effect, knowledge)
    basis = _entry_basis(effect, treaty)
    words = f"The {treaty.short_title} entered into force on {in_words(begun)}"
    if claim.negated and _of_something_else(claim, knowledge):
        return not_checked(f"{words}; the words may deny something else.")
    if claim.negated:
        return (
            contradicted(f"{words}.", basis)
            if begun <= knowledge.on
            else borne_out(f"{words}, which is still to come.", basis)
        )
    passed = claim.voice is Voice.WILL and not is_after(claim.date, knowledge.on)
    if begun > knowledge.on and told_as_begun(claim, treaty, knowledge):
        coming = f"The {treaty.short_title} enters into force only on {in_words(begun)}"
        return premature(f"{coming}.", basis)
    if claim.date is None or passed:
        ended = has_ended(claim, treaty, knowledge)
        return ended or not_checked(f"{words}; the words give no date to compare.")
    waited = after_another_wait(claim, knowledge)
    if waited is not None:
        return waited
    about_then = agree(claim.date, begun, slack=31) and is_after(claim.date, knowledge.on)
    if about_then or agree(claim.date, begun, slack=1):
        return borne_out(f"{words}.", basis)
    if claim.value is not None:
        return not_checked(f"{words}; the words may give another day, reckoned from it.")
    doubt = _another_matter(claim, begun, treaty, knowledge)
    if doubt:
        return not_checked(f"{words}; {doubt}.")
    return contradicted(f"{words}, not {at(claim.date)}.", basis)


def _told_by_its_end(claim: Claim, knowledge: Knowledge) -> Claim:
    """ "Did not enter into force until 2002" tells that it did, and when."""
    by_then = has_one(claim.quote, knowledge.ledger.fact_words.terms.by_then)
    until = claim.negated and claim.date is not None and by_then
    return replace(claim, negated=False) if until else claim


def _another_matter(claim: Claim, begun: date, treaty: Treaty, knowledge: Knowledge) -> str:
    """Why the date may be no day of entry into force of the treaty; empty where it is one."""
    if _is_for_somebody(claim, begun, knowledge) or _since_then_for_one(claim, knowledge):
        return "the words may tell since when it binds one party"
    if _of_something_else(claim, knowledge):
        return "the words are about something else that came into force"
    if _before_it(claim, knowledge):
        return "the date is that of what was done before"
    return "the date may only name it" if names_treaty_by_year(claim, treaty) else ""


def _is_for_somebody(claim: Claim, begun: date, knowledge: Knowledge) -> bool:
    """ "For Vanuatu it enters into force in March", "has bound it since 2006": for one alone."""
    if has_one(claim.quote, knowledge.ledger.fact_words.terms.binds_one):
        return True
    before = line(knowledge.text[max(0, claim.start - _LEAD) : claim.start])[-1:]
    after = line(knowledge.text[claim.end : claim.end + _LEAD])[:1]
    opening = (*before, *line(claim.quote)[:1], *after)
    for_whom = {word.casefold() for word in knowledge.ledger.fact_words.terms.for_whom}
    unnamed = not has_one(claim.quote, knowledge.ledger.fact_words.terms.treaty_nouns)
    ahead = claim.voice is Voice.WILL or (unnamed and is_after(claim.date, knowledge.on))
    return (ahead and begun <= knowledge.on) or any(word.casefold() in for_whom for word in opening)


def _since_then_for_one(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Armenia ratified it, and | it took effect on 1 February 2024": since then for Armenia."""
    named = named_last(around.before(claim, knowledge, _ABOVE), knowledge)
    spells = (s for who in named for s in knowledge.timeline(who, claim.treaty or "").spells)
    bound = (s.since for s in spells if s.standing is Standing.PARTY and s.since is not None)
    return any(agree(claim.date, day, slack=1) for day in bound)


def _before_it(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Signed in February 1999, days before it came into force": the date is of the signing."""
    terms = knowledge.ledger.fact_words.terms
    words = line(claim.quote)
    begun = find_any(words, terms.in_force)
    until = find_any(words, (*terms.by_then, *terms.not_yet_opens))
    years = [at for at, word in enumerate(words) if claim.date and word == str(claim.date.year)]
    if any(y < u.start < b.start for y in years for u in until for b in begun):
        return True
    made = find_any(words, terms.the_making)  # "to enter into force after its adoption in 2013"
    return any(b.end <= m.start < y <= m.end + _DAY for y in years for m in made for b in begun)


_DAY = 4  # words: "adoption | on 2 April 2013"


def _of_something_else(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether an amendment, a moratorium or an exit came into force, or nothing was said to.

    "It does not apply to anti-vehicle mines" denies no entry into force.
    """
    terms = knowledge.ledger.fact_words.terms
    denied = claim.negated and not has_one(claim.quote, terms.in_force)
    if not has_one(claim.quote, terms.treaty_nouns):
        sentences = _SENTENCES.split(knowledge.text[max(0, claim.start - _ABOVE) : claim.start])
        # "It was signed in April and came into force": what is signed is the treaty
        of_a_treaty = has_one(sentences[-1], (*terms.treaty_nouns, *terms.signing))
        above = sentences[-1:] if of_a_treaty else sentences[-2:]
        denied = denied or has_one(" ".join(above), terms.takes_force_too)
    return denied or _names_what_else(claim.quote, terms)


def _names_what_else(quote: str, terms: TermWords) -> bool:
    """Whether a law or an amendment is named; "it became law" names none."""
    words = line(quote)
    begun = {at for one in find_any(words, terms.has_begun) for at in range(one.start, one.end)}
    return any(one.start not in begun for one in find_any(words, terms.takes_force_too))


def judge_meeting(claim: Claim, knowledge: Knowledge) -> Judgement:
    """A meeting of the parties in that year."""
    treaty = knowledge.treaty(claim.treaty or "")
    meetings = [m for m in treaty.milestones if m.kind is MilestoneKind.MEETING]
    if not meetings or claim.date is None:
        return nothing_recorded(f"that meeting under the {treaty.short_title}")
    for meeting in meetings:
        if agree(claim.date, meeting.on, slack=7):
            return borne_out(f"{_held(meeting)}.", _basis(treaty, meeting))
    return nothing_recorded(f"a meeting {at(claim.date)}; {_held(meetings[0])}")


def _held(meeting: Milestone) -> str:
    place = f" in {meeting.place}" if meeting.place else ""
    return f"{meeting.what or 'A meeting of the parties'} was held {at(meeting.on)}{place}"


def judge_expiry(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Runs out: the end that the treaty and its known extensions set (VCLT Art. 54)."""
    treaty = knowledge.treaty(claim.treaty or "")
    duration = treaty.final_clauses.duration
    end = duration.end_as_known_on(knowledge.known_on)
    by_exit = judge_end_by_exit(claim, treaty, knowledge) if end is None else None
    if by_exit is not None:
        return by_exit
    if end is None and _sets_no_end(claim, treaty, knowledge):
        return contradicted(
            f"{treaty.short_title}, Art. {duration.article}: it is of unlimited duration.",
            article_of(treaty.id, duration.article or ""),
        )
    if end is None or claim.date is None or claim.negated or claim.hedged:
        return nothing_recorded(f"an end of the {treaty.short_title} to compare with these words")
    basis = Basis(BasisKind.ARTICLE, f"{treaty.id} {duration.article or 'duration'}")
    words = f"The {treaty.short_title} runs out on {in_words(end)}"
    if agree(claim.date, end, slack=1):
        return borne_out(f"{words}.", basis)
    before = duration.expires_on
    if before is not None and before != end and agree(claim.date, before, slack=1):
        words = f"{words}; until it was extended, on {in_words(before)}."
        return (
            borne_out(words, basis) if is_of_the_past(claim, knowledge) else outdated(words, basis)
        )
    return contradicted(f"{words}, not {at(claim.date)}.", basis)


def _sets_no_end(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether the treaty is said to end by itself on a day, and is of unlimited duration.

    Of one that was made so by its parties (the NPT in 1995) not before that.
    """
    unlimited = treaty.final_clauses.duration.article is not None
    extended = treaty.milestone(MilestoneKind.EXTENDED)
    if not unlimited or (extended is not None and extended.on.first() > knowledge.on):
        return False
    ahead = claim.date is not None and claim.date.first() > knowledge.on
    return ahead and not claim.negated and not claim.hedged and names_treaty(claim, treaty)


def _made(claim: Claim, knowledge: Knowledge, kinds: Sequence[MilestoneKind]) -> Judgement:
    treaty = knowledge.treaty(claim.treaty or "")
    found = [m for m in treaty.milestones if m.kind in kinds]
    placed = _at_its_place(claim, treaty, knowledge)
    if placed is not None:
        return placed
    if not found or claim.date is None or claim.negated:
        return nothing_recorded(
            f"when the {treaty.short_title} was made, to compare with these words"
        )
    hits = [m for m in found if agree(claim.date, m.on, slack=1)]
    elsewhere = made_elsewhere(claim, treaty, hits, knowledge) if hits and hits[0].place else ""
    if elsewhere:
        done = next((m for m in hits if elsewhere not in without_accents(m.place or "")), hits[0])
        return contradicted(
            f"The {treaty.short_title} was {_event(done)}, not in {elsewhere}.",
            _basis(treaty, done),
        )
    adopted = _only_signed_then(claim, treaty, hits, knowledge)
    if adopted is not None:
        return contradicted(
            f"The {treaty.short_title} was {_event(adopted)}, and {_event(hits[0])}.",
            _basis(treaty, adopted),
        )
    if hits:
        return borne_out(
            f"The {treaty.short_title} was {_event(hits[0])}.", _basis(treaty, hits[0])
        )
    return _another_year(claim, claim.date, treaty, found, knowledge)


def _at_its_place(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """ "Opened for signature in Geneva", without a date: held against the place of that event."""
    if claim.date is not None or claim.negated:
        return None
    behind = around.behind(claim, knowledge, _A_PLACE)  # "opened for signature | in Geneva"
    whole = replace(claim, quote=f"{claim.quote}{behind}")
    event, elsewhere = named_alone(whole, treaty, knowledge)
    if event is None or not points_to(claim, treaty, knowledge):
        return None
    words = f"The {treaty.short_title} was {_event(event)}"
    if not elsewhere:
        return borne_out(f"{words}.", _basis(treaty, event))
    return contradicted(f"{words}, not in {elsewhere}.", _basis(treaty, event))


_A_PLACE = 24  # signs


def _only_signed_then(
    claim: Claim, treaty: Treaty, hits: Sequence[Milestone], knowledge: Knowledge
) -> Milestone | None:
    """ "Adopted in December 2008" of a text that was then opened for signature: its adoption."""
    terms = knowledge.ledger.fact_words.terms
    adopted = treaty.milestone(MilestoneKind.ADOPTED)
    told = has_one(claim.quote, terms.adopting)
    signed = has_one(claim.quote, (*terms.signing, *terms.opening))
    if not told or signed or adopted is None or claim.date is None or claim.date.month is None:
        return None
    apart = hits and adopted not in hits and points_to(claim, treaty, knowledge)
    return adopted if apart else None


def _another_year(
    claim: Claim,
    claimed: PartialDate,
    treaty: Treaty,
    found: Sequence[Milestone],
    knowledge: Knowledge,
) -> Judgement:
    made = " and ".join(_event(m) for m in found)
    begun = _in_force_on(treaty, knowledge)
    if begun is not None and agree(claimed, begun):
        if names_treaty_by_year(claim, treaty):
            named = "Named after the year of its entry into force"
            return not_checked(f"{named}; the {treaty.short_title} was {made}.")
        return contradicted(
            f"{claimed.year} is the year of its entry into force ({in_words(begun)}); the "
            f"{treaty.short_title} was {made}.",
            *(_basis(treaty, m) for m in found),
        )
    if str(claimed.year) not in claim.quote and not names_treaty(claim, treaty):
        return not_checked(f"The {treaty.short_title} was {made}; the words may mean another text.")
    another = None if names_treaty(claim, treaty) else made_as_another(claim, treaty, knowledge)
    if another is not None:
        doubt = f"the words may mean the {another.short_title}"
        return not_checked(f"The {treaty.short_title} was {made}; {doubt}.")
    if _of_the_body(claim, claimed, treaty, found, knowledge):
        return not_checked(f"The {treaty.short_title} was {made}; its body may be older.")
    doubt = _of_another_text(claim, claimed, treaty, found, knowledge)
    if doubt:
        return not_checked(f"The {treaty.short_title} was {made}; {doubt}.")
    if _is_news(claimed, found, knowledge.on):
        return not_checked(f"The {treaty.short_title} was {made}; the words tell of these days.")
    between = begun is not None and found[0].on.first() <= claimed.first() <= begun
    terms = knowledge.ledger.fact_words.terms
    opened = has_one(claim.quote, (*terms.opening, *terms.adopted))
    opened = opened or claim.read_by is ReadBy.TABLE
    negotiated = _is_negotiation(claimed, found) and not has_one(claim.quote, terms.signing)
    if (between or negotiated) and not opened:
        return not_checked(f"The {treaty.short_title} was {made}; the words may mean its making.")
    return contradicted(
        f"The {treaty.short_title} was {made}, not {claim.date}.",
        *(_basis(treaty, m) for m in found),
    )


def _of_the_body(
    claim: Claim,
    claimed: PartialDate,
    treaty: Treaty,
    found: Sequence[Milestone],
    knowledge: Knowledge,
) -> bool:
    """ "The postal union was founded in 1874": before the text on which it rests today.

    What is signed is a text.
    """
    terms = knowledge.ledger.fact_words.terms
    earlier = claimed.last() < min(m.on.first() for m in found)
    body = any(name.strength is NameStrength.BODY for name in treaty.names)
    return earlier and body and not has_one(claim.quote, (*terms.texts, *terms.signing))


def _of_another_text(
    claim: Claim,
    claimed: PartialDate,
    treaty: Treaty,
    found: Sequence[Milestone],
    knowledge: Knowledge,
) -> str:
    """ "The Commission adopted a moratorium in 1982"; the charter that a revised one replaced."""
    terms = knowledge.ledger.fact_words.terms
    if _UNTIL_A_YEAR.match(around.behind(claim, knowledge, _BESIDE)):
        return "the words tell from when to when something was"
    near = f"{around.before(claim, knowledge, _BESIDE)} {claim.quote}"
    near = f"{near} {around.behind(claim, knowledge, _BESIDE)}"
    if has_one(near, terms.texts_adopted):
        return "the words tell of another text that was adopted"
    earlier = claimed.last() < min(m.on.first() for m in found)
    older = earlier and has_one(treaty.title, terms.revised)
    return "the words may mean the older text" if older else ""


_BESIDE = 30  # signs
_UNTIL_A_YEAR = re.compile(r"\s?(?:\w{1,3}|[-–—])\s?(?:19|20)\d\d\b")  # "from 1985 | to 1997"


def _is_news(claimed: PartialDate, found: Sequence[Milestone], on: date) -> bool:
    """Whether the date is that of the report, years after the treaty was made.

    What "the parties agreed on Friday" is a decision, not the treaty.
    """
    of_now = claimed.month is not None and abs((claimed.first() - on).days) <= _THESE_DAYS
    return of_now and all(on.year - m.on.first().year > 1 for m in found)


def _is_negotiation(claimed: PartialDate, found: Sequence[Milestone]) -> bool:
    """Years of negotiation before the adoption: "launched in 1996" is no error."""
    first = min(m.on.first() for m in found)
    return claimed.last() < first and first.year - claimed.last().year <= 3


def _in_force_on(treaty: Treaty, knowledge: Knowledge) -> date | None:
    effect = entry_into_force(knowledge.ledger, treaty.id, as_known_on=knowledge.known_on)
    if isinstance(effect.when, date):
        return effect.when
    printed = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    return printed.on.exact() if printed else None


def _not_in_force(claim: Claim, treaty: Treaty, effect: Effect, knowledge: Knowledge) -> Judgement:
    # "The treaty is not known to have entered into force: the consent of ... is lacking."
    why = effect.when.why.partition(": ")[2] if isinstance(effect.when, Undetermined) else ""
    words = f"The {treaty.short_title} is not in force{': ' if why else ''}{why}."
    basis = _entry_basis(effect, treaty)
    if claim.negated:
        return borne_out(words, basis)
    sure = knowledge.is_complete(treaty.id) and knowledge.reaches(treaty.id)
    if sure and claim.voice is Voice.DID and is_before(claim.date, knowledge.on):
        return contradicted(words, basis)
    if sure and told_as_begun(claim, treaty, knowledge):
        return premature(words, basis)
    return nothing_recorded(f"the entry into force of the {treaty.short_title}").noting(words)


def _entry_basis(effect: Effect, treaty: Treaty) -> Basis:
    article = next((r.article for r in effect.reasons if r.article), None)
    article = article or treaty.final_clauses.of_the_treaty.article
    return Basis(BasisKind.ARTICLE, f"{treaty.id} {article.removeprefix('Art. ')}")


def _basis(treaty: Treaty, milestone: Milestone) -> Basis:
    return Basis(
        BasisKind.MILESTONE, f"{treaty.id} {milestone.kind} {milestone.on}", milestone.source
    )


def _event(milestone: Milestone) -> str:
    place = f" in {milestone.place}" if milestone.place else ""
    return f"{milestone.kind.value.replace('-', ' ')} {at(milestone.on)}{place}"
