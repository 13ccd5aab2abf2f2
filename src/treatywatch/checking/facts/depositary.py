"""Who keeps a treaty: the one whom the words call the depositary, against those the text names."""

from collections.abc import Iterator, Sequence

from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    listed,
    nothing_recorded,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.word_line import PAUSE, Phrase, Phrasebook, find, find_any, line
from treatywatch.law.body import UNITED_NATIONS
from treatywatch.law.treaty import NOBODY, NameStrength, Treaty
from treatywatch.ledger.fact_words import KeepingWords
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim
from treatywatch.values import frozen

_TREATY = "a treaty"  # the owner of the names of treaties among the phrases


def judge_depositary(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Who keeps the treaty (VCLT Art. 76): the body that the words call its depositary.

    Another body contradicts, one of two that are named together too; one of several depositaries
    bears the words out. Bodies that stand in the words without being called the depositary decide
    nothing.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    keepers = keepers_of(treaty, knowledge.ledger)
    basis = article_of(treaty.id, treaty.depositary_article or "depositary")
    called = called_depositary(_whole(claim, knowledge), knowledge.ledger, denied=claim.negated)
    if not called and not claim.negated and _in_house(claim, treaty, knowledge):
        return contradicted(f"{_facts(treaty, knowledge)}, and no body of its own.", basis)
    if not called or (claim.negated and len(called) > 1):
        return nothing_recorded(f"a depositary in these words; {_facts(treaty, knowledge)}")
    right = any(one.owners & keepers for one in called)
    if right and not claim.negated and _are_told(claim, knowledge):
        right = all(one.owners & keepers for one in called)
    if right is not claim.negated:
        return borne_out(f"{_facts(treaty, knowledge)}.", basis)
    denied = "" if right else f", not {_named(called, knowledge)}"
    return contradicted(f"{_facts(treaty, knowledge)}{denied}.", basis)


def _whole(claim: Claim, knowledge: Knowledge) -> str:
    """The words, with what stands before "which keeps the treaty" in its sentence."""
    opens = find_any(line(claim.quote)[:1], knowledge.ledger.fact_words.terms.which)
    return f"{around.before(claim, knowledge, _LEAD)}{claim.quote}" if opens else claim.quote


def _are_told(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the words tell of depositaries, and so name each of them: "are Peru and Chile"."""
    plural = knowledge.ledger.fact_words.keeping.depositaries
    return bool(find_any(line(claim.quote), plural))


def _in_house(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> list[Phrase]:
    """ "The secretariat in Cambridge, the depositary": a body of the treaty's own, by its noun.

    Not where such a body, or a bank, is the depositary, nor where the words name who is.
    """
    rest = around.behind(claim, knowledge, _LEAD)
    sentence = f"{around.before(claim, knowledge, _LEAD)}{claim.quote}{rest}"
    words, ledger = line(sentence), knowledge.ledger
    keepers = keepers_of(treaty, ledger)
    named = find(words, _phrases_book(ledger).opening(words))
    if _is_of_its_own(treaty, ledger) or any(one.owners & keepers for one in named):
        return []
    own = find(words, ((one, _OWN) for one in ledger.fact_words.keeping.in_house))
    bodies = [Phrase(one.start, _with_place(words, one.end, knowledge), one.owners) for one in own]
    roles = _small_words(words, bodies, ledger.fact_words.keeping)
    told = _Told(words, bodies, roles, ledger.fact_words.keeping)
    return [one for one in bodies if told.is_called(one)]


def _with_place(words: Sequence[str], end: int, knowledge: Knowledge) -> int:
    """Where "secretariat in Cambridge" ends, which is the one that sits there."""
    at_place = knowledge.ledger.fact_words.terms.at_place
    located = len(words) > end + 1 and words[end] in at_place and words[end + 1][0].isupper()
    return end + 2 if located else end


def _is_of_its_own(treaty: Treaty, ledger: Ledger) -> bool:
    """Whether nobody, or a body that no State is, nor the Secretary-General, keeps the treaty."""
    keepers = (ledger.bodies.get(one) for one in treaty.depositaries if one != UNITED_NATIONS)
    return any(one is None or not one.participants for one in keepers)


_OWN = "a body of its own"
_LEAD = 60  # signs


def _phrases_book(ledger: Ledger) -> Phrasebook:
    return remembered(ledger, "keepers_and_treaties", "", lambda: Phrasebook(_phrases(ledger)))


def called_depositary(text: str, ledger: Ledger, *, denied: bool = False) -> list[Phrase]:
    """Those whom the words call the depositary, or, ``denied``, say are not.

    Owners are ids of bodies and participants.
    """
    words = line(text)
    found = find(words, _phrases_book(ledger).opening(words))
    mentions = [Phrase(one.start, one.end, one.owners - {_TREATY}) for one in found]
    at_place = ledger.fact_words.terms.at_place
    mentions = [one for one in mentions if one.owners and not _is_where(words, one, at_place)]
    keeping = ledger.fact_words.keeping
    roles = _small_words(words, found, keeping)
    told = _Told(words, mentions, ["is" if denied and r == "not" else r for r in roles], keeping)
    return [one for one in mentions if told.is_called(one)]


def _is_where(words: Sequence[str], body: Phrase, at_place: Sequence[str]) -> bool:
    """ "The Commission in Addis Ababa keeps it": a capital is where somebody sits."""
    return body.start > 0 and words[body.start - 1] in at_place


def _phrases(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for treaty in ledger.treaties.values():
        named = (name.form for name in treaty.names if name.strength is not NameStrength.WEAK)
        forms = (treaty.title, treaty.short_title, *named)
        yield from ((form, _TREATY) for form in forms)
    for body in ledger.bodies.values():
        yield from ((name.form, body.id) for name in body.names)
    for one in ledger.participants.values():
        forms = (one.common_name, one.official_name, *(name.form for name in one.names))
        yield from ((form, one.id) for form in forms)


def _small_words(words: Sequence[str], found: Sequence[Phrase], keeping: KeepingWords) -> list[str]:
    """For each word what it does between a body and "depositary"; empty where it separates them."""
    roles = ["" for _ in words]
    lists = {"not": keeping.not_, "is": keeping.is_}
    lists |= {"between": keeping.between, "describes": keeping.describes}
    for role, phrases in lists.items():
        for one in find(words, ((phrase, role) for phrase in phrases)):
            for place in range(one.start, one.end):
                roles[place] = roles[place] or role
    for place, word in enumerate(words):
        roles[place] = "pause" if word == PAUSE else roles[place]
    for one in found:
        role = "between" if one.owners == {_TREATY} else "body"
        roles[one.start : one.end] = [role] * (one.end - one.start)
    return roles


@frozen
class _Told:
    """The words with the part each plays, asked whom they call the depositary."""

    words: tuple[str, ...]
    bodies: list[Phrase]
    roles: list[str]
    keeping: KeepingWords

    def is_called(self, body: Phrase) -> bool:
        """Whether the body is the one that keeps the treaty, by any of the ways to say so."""
        if self._only_describes(body) or "not" in self.roles[max(0, body.start - 2) : body.start]:
            return False
        heads = self._heads(self.keeping.depositary)
        return (
            any(self._before(body, head) or self._after(body, head) for head in heads)
            or any(self._joined(body.end, h.start) for h in self._keeping())
            or any(self._joined(h.end, body.start) for h in self._heads(self.keeping.kept_by))
        )

    def _keeping(self) -> list[Phrase]:
        """ "Norway keeps the treaty"; who has "to keep the treaty" is bound by it."""
        heads, bound = self._heads(self.keeping.keeps), self.keeping.bound_to
        return [h for h in heads if not set(self.words[h.start - 1 : h.start]) & set(bound)]

    def _heads(self, phrases: Sequence[str]) -> list[Phrase]:
        return find(self.words, ((phrase, "head") for phrase in phrases))

    def _only_describes(self, body: Phrase) -> bool:
        """ "The UN watchdog OPCW": what stands before another body's name tells of that body."""
        place = body.end
        while place < len(self.roles) and self.roles[place] == "describes":
            place += 1
        return body.end < place < len(self.roles) and self.roles[place] == "body"

    def _joined(self, start: int, end: int) -> bool:
        """Whether nothing but small words stands between the two places."""
        return start <= end and all(
            r in ("between", "describes", "is") for r in self._gap(start, end)
        )

    def _gap(self, start: int, end: int) -> list[str]:
        return [] if start > end else self.roles[start:end]

    def _before(self, body: Phrase, head: Phrase) -> bool:
        """ "Norway is the depositary", "Norway, the depositary of the treaty, ..." """
        gap = self._gap(body.end, head.start)
        if body.end > head.start or not all(gap) or "not" in gap:
            return False
        return "is" in gap or ("pause" in gap and self._ends(head.end, "between"))

    def _after(self, body: Phrase, head: Phrase) -> bool:
        """ "The depositary is Norway", "the depositary, the Norwegian government, ..." """
        gap = self._gap(head.end, body.start)
        if head.end > body.start or not all(gap) or "not" in gap:
            return False
        return "is" in gap or ("pause" in gap and self._ends(body.end, "describes"))

    def _ends(self, place: int, passing: str) -> bool:
        """Whether an apposition ends there, or goes on with words that only pass on."""
        while place < len(self.roles) and self.roles[place] == "describes" == passing:
            place += 1
        rest = self.roles[place : place + 2]
        return not rest or rest[0] in ("pause", passing) or rest == ["between", "body"]


def keepers_of(treaty: Treaty, ledger: Ledger) -> frozenset[str]:
    """The depositaries, by their own ids and by the codes of their States."""
    bodies = [ledger.bodies[one] for one in treaty.depositaries if one in ledger.bodies]
    return frozenset(
        {*treaty.depositaries, *(code for body in bodies for code in body.participants)}
    )


def _facts(treaty: Treaty, knowledge: Knowledge) -> str:
    """ "The depositary of the Convention on Cluster Munitions is the ... (Art. 22)" """
    if treaty.depositaries == (NOBODY,):
        return f"the {treaty.short_title} has no depositary: its two parties notify each other"
    bodies = knowledge.ledger.bodies
    names = [bodies[one].name if one in bodies else one for one in treaty.depositaries]
    article = f" (Art. {treaty.depositary_article})" if treaty.depositary_article else ""
    are = "depositary of the {} is" if len(names) == 1 else "depositaries of the {} are"
    return f"The {are.format(treaty.short_title)} {listed(names)}{article}"


def _named(called: Sequence[Phrase], knowledge: Knowledge) -> str:
    ledger = knowledge.ledger
    ids = dict.fromkeys(min(one.owners) for one in called)
    return listed([ledger.bodies[o].name if o in ledger.bodies else knowledge.name(o) for o in ids])
