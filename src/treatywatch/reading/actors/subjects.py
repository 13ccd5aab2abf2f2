"""Subjects: which participants an act is said of, where need be by inheritance.

Named in the clause, if they stand where a subject, an owner or an agent stands; else those whom a
pronoun or an office ("Parliament", "the country") carries on; else those whom the report has named
as acting so ("five countries", "these nations").
"""

import re

from treatywatch.reading.actors.equated import equated
from treatywatch.reading.actors.one_of_a_kind import is_one_of_a_kind
from treatywatch.reading.actors.set_behind import led_up_to, set_behind, told_beside
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.values import frozen

_OFFICES = (
    CueKind.PARLIAMENT,
    CueKind.GOVERNMENT,
    CueKind.PRESIDENT,
    CueKind.MINISTER,
    CueKind.COUNTRY,
    CueKind.STATE_NOUN_ONE,
)


@frozen
class Subject:
    """Who acts: the ids, the party in the clause where there is one, and the group's own words."""

    ids: tuple[str, ...]
    party: Party | None
    group: str | None = None
    inherited: bool = False


def party_of(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """The party in the clause that the head is said of, named or vague; None if there is none.

    The nearest before the head that can act; after the head one introduced by "by" or "of".
    """
    folded, acts = stage.folded, stage.acts
    nominal = any(cue.tense is Tense.NOUN and cue.end <= head.end for cue in scene.cues)
    before = [p for p in scene.parties if p.end <= head.start + 1 and _may_act(p, nominal)]
    before = [p for p in before if not _is_handed(scene, p, head)] if len(before) > 1 else before
    before = [
        p for n, p in enumerate(before) if not (n and _said_to_be(before[n - 1], p, folded, acts))
    ]
    known = _taken_up(stage, scene, before, head) or equated(stage, scene, before, head)
    known = known or set_behind(stage, scene, head) or led_up_to(stage, scene, head)
    if known is not None:
        return known
    named = [p for p in before if not p.vague]
    follows = {Stand.AGENT, Stand.ACTS} if acts.syntax.subject_after else {Stand.AGENT}
    after = [p for p in scene.parties if p.start >= head.end and p.stand in follows]
    after = [p for p in after if p.start - head.end < 45 and not _beyond(stage, scene, head, p)]
    if head.tense is not Tense.NOUN:
        after = [p for p in after if not _in_company(stage, p)]
    beside = bool(after) and acts.syntax.subject_after and after[0].start - head.end <= _BESIDE
    if head.tense is Tense.NOUN and after and (not named or beside):
        return after[0]
    if named and (not before or named[-1] is before[-1] or before[-1].one):
        return named[-1]
    if before and not before[-1].one:
        return _first_of_all(stage, scene, before) or before[-1]
    if (head.tense in {Tense.PAST, Tense.NOUN} or acts.syntax.subject_after) and after:
        return after[0]
    return named[-1] if named else before[-1] if before else None


def _first_of_all(stage: Stage, scene: Scene, before: list[Party]) -> Party | None:
    """Who is named before those that are not: "Poland and the other members have left".

    Also before its own: "the United States and its NATO allies".
    """
    if len(before) == 1 or not before[-2].ids:
        return None
    start, end = before[-2].end, before[-1].start
    its_own = any(start < c.start and c.end <= end for c in scene.of(CueKind.POSSESSIVE))
    joined = set(stage.folded[start:end].split()[:1]) & stage.acts.grammar["joins"]
    return before[-2] if joined and (before[-1].other or its_own) else None


def _is_handed(scene: Scene, party: Party, head: CueHit) -> bool:
    """Whether it only gets the paper that the head is: "America handed Russia the notice"."""
    paper = head.tense is Tense.NOUN and 0 <= head.start - party.end <= _PAPER
    return paper and any(0 < party.start - c.end <= _OBJECT for c in scene.of(CueKind.HAND_IN))


_PAPER = 16  # characters of " a formal letter " between a name and the paper


def _beyond(stage: Stage, scene: Scene, head: CueHit, party: Party) -> bool:
    """Whether a "which" clause has gone on to something else: "which left and got aid from Iran".

    Or the sentence has come back from it: "which left, and of Gambia".
    """
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    between = stage.folded[head.end : party.start].replace(",", " ")
    return relative and bool(set(between.split()) & stage.acts.grammar["joins"])


def _in_company(stage: Stage, party: Party) -> bool:
    """Whether somebody only did so as well: "which left with the Americans"."""
    before = stage.folded[max(0, party.start - _WITH) : party.start].split()
    return bool(set(before[-2:]) & stage.acts.grammar["in_company"])


_WITH = 14  # characters of " together with the " before a name
_BESIDE = 8  # characters between a noun for an act and whose it is: " przez "


def _taken_up(stage: Stage, scene: Scene, before: list[Party], head: CueHit) -> Party | None:
    """Whom "it" or "they" takes up in the same clause: "Japan told Norway that it will leave"."""
    if len(before) < 2 or not before[0].ids or before[0].stand is not Stand.ACTS:
        return None
    joined = (c for c in scene.of(CueKind.FOLLOW) if 0 < before[-1].start - c.end <= _OBJECT)
    if any(before[-2].end <= c.start for c in joined):
        return before[-2]  # "Poland joined the Baltic states in leaving"
    between = stage.folded[before[-1].end : head.start].split()
    one, several = stage.acts.grammar["single"], stage.acts.grammar["several"]
    if not between or not set(between) & (one | several):
        return None
    fits = len(before[0].ids) == 1 if set(between) & one else len(before[0].ids) > 1
    return before[0] if fits else None


_PREDICATE = 60  # characters from a subject to what it is said to be


def _said_to_be(subject: Party, other: Party, folded: str, acts: ActWords) -> bool:
    """Whether the other only tells what the subject is: "France was the first nuclear power to"."""
    if not subject.ids or not (other.vague or other.group):
        return False
    gap = folded[subject.end : other.start]
    return len(gap) <= _PREDICATE and bool(set(gap.split()) & acts.grammar["becomes"])


def _may_act(party: Party, nominal: bool) -> bool:  # noqa: FBT001
    if party.stand is Stand.ACTS:
        return True
    return party.stand is Stand.AGENT and (nominal or party.vague)


_ANTECEDENT = 30  # characters between a noun and the relative clause about it
_OBJECT = 6  # characters of " for it"
_ZERO_SUBJECT = 3  # words before a verb that still leave it without a subject


def antecedent(stage: Stage, scene: Scene) -> Party | None:
    """The party that a relative clause is about: the last one before it, named or vague."""
    if scene.clause.opener not in stage.acts.grammar["relative"] or scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    subject = earlier.acting()
    if earlier.clause.passage != scene.clause.passage:
        return None
    if subject is not None and is_one_of_a_kind(stage, subject, scene):
        return subject
    near = [p for p in earlier.parties if scene.start - p.end <= _ANTECEDENT]
    if not near:
        return None
    if (
        subject is not None
        and near[-1].one
        and (_became(stage, subject, near[-1]) or _is_apposed(stage, subject, near[-1]))
    ):
        return subject
    return near[-1]


def _is_apposed(stage: Stage, subject: Party, other: Party) -> bool:
    """Whether the other describes the subject: "Chad, the only country that builds them"."""
    between = stage.folded[subject.end : other.start]
    return between.startswith(",") and "," not in between[1:] and len(between) <= _APPOSED


_APPOSED = 24  # characters of ", the only West African " between a name and what it is


def _became(stage: Stage, subject: Party, other: Party) -> bool:
    """Whether the other is what the subject became: "Burundi was the first State that left"."""
    return subject.end < other.start and _said_to_be(subject, other, stage.folded, stage.acts)


def beside_noun(stage: Stage, scene: Scene) -> tuple[str, ...]:
    """Whom "a nation" right after a name means: "the United States, a nation outside"."""
    if scene.index == 0:
        return ()
    earlier = stage.scenes[scene.index - 1]
    near = [p for p in earlier.parties if p.ids and scene.start - p.end <= 3]
    same = earlier.clause.passage == scene.clause.passage
    return near[-1].ids if near and same else ()


def place_before(stage: Stage, scene: Scene) -> tuple[str, ...]:
    """Whom a "where" clause is about: the last name before it, however it stands.

    Or whom "they" are that a place sits before: "in Washington they threaten to leave".
    """
    for seat in scene.people:
        if seat.role == "place" and seat.start - scene.start <= _ANTECEDENT:
            following = stage.folded[seat.end : scene.end].split()[:1]
            if set(following) & stage.acts.grammar["people_there"]:
                return seat.ids
    if scene.clause.opener not in stage.acts.grammar["where"] or scene.index == 0:
        return ()
    people = stage.context.people_in(scene.start - _ANTECEDENT, scene.start)
    return people[-1].ids if people else ()


def carried_on(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Whom a clause without a subject of its own carries on from the clauses before it.

    The subject of the same sentence first, then that of the sentence before it; nobody further off,
    and nobody where the clause has a subject that names no participant ("the treaty"). "It" carries
    on one, "they" and "the two" several.
    """
    where = place_before(stage, scene) or told_beside(stage, scene, head)
    if where:
        return where
    number = _number(stage, scene, head)
    if number is None and not _leaves_subject_open(stage, scene, head):
        return ()
    exactly = just_so_many(stage, scene, head)
    if exactly:
        return exactly
    told: tuple[str, ...] = ()
    for index in range(scene.index - 1, max(-1, scene.index - 6), -1):
        earlier = stage.scenes[index]
        if _breaks_off(earlier, scene):
            break
        if _only_describes(stage, earlier, scene):
            beside = beside_noun(stage, earlier) if index == scene.index - 1 else ()
            if beside and number is None:
                return beside
            continue
        acting = _main_subject(stage, earlier, scene) or _owner_of_subject(earlier)
        if acting is None:
            continue
        if number is None or (number == 1 and len(acting.ids) == 1):
            return acting.ids
        if number != 1:
            told = tuple(dict.fromkeys((*acting.ids, *told)))
            if len(told) >= number:
                return told
    return ()


def _breaks_off(earlier: Scene, scene: Scene) -> bool:
    """Whether nothing before is carried on: far back, or a sentence about a number of States.

    "Thirteen countries have signed but not ratified" is of none whom the report has named.
    """
    if scene.clause.passage.paragraph - earlier.clause.passage.paragraph > 1:
        return True
    if earlier.clause.passage != scene.clause.passage or earlier.acting() is not None:
        return False
    counted = (p for p in earlier.parties if p.vague and not p.one and p.stand is Stand.ACTS)
    return any(0 <= p.start - n.end <= 1 for p in counted for n in earlier.numbers)


def _main_subject(stage: Stage, earlier: Scene, scene: Scene) -> Party | None:
    """Who acts in an earlier clause; in another sentence, rather who acts in its main clause.

    "The Kremlin will not test unless Washington does. It ..." goes on about the Kremlin.
    """
    acting = earlier.acting()
    hangs = stage.acts.grammar["conditional"] | stage.acts.grammar["relative"]
    if earlier.clause.passage == scene.clause.passage or earlier.clause.opener not in hangs:
        return acting
    for index in range(earlier.index - 1, -1, -1):
        other = stage.scenes[index]
        if other.clause.passage != earlier.clause.passage:
            break
        if other.clause.opener not in hangs and other.acting() is not None:
            return other.acting()
    return acting


_PAIR = 2
_AGO = 3  # sentences within which "both" and "all three" find whom they mean


def just_so_many(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Those whom "both" or "all three" means: a sentence shortly before names just so many."""
    count = _how_many(stage, scene, head)
    if count is None:
        return ()
    start, seen = scene.clause.passage.start, 0
    named: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()  # those of one list, whoever else is named since
    for index in range(scene.index - 1, -1, -1):
        earlier = stage.scenes[index]
        if earlier.clause.passage.start != start:
            start, seen = earlier.clause.passage.start, seen + 1
        if seen > _AGO:
            break
        just = [p.ids for p in earlier.parties if len(p.ids) == count]
        listed = listed or (just[-1] if just and count > _PAIR else ())
        named = tuple(dict.fromkeys((*(i for p in earlier.parties for i in p.ids), *named)))
        if len(named) >= count and (len(named) == count or listed):
            break
    return named if len(named) == count else listed


def both(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """The two that "both States" means, if the words before just name two."""
    paired = _pair(stage.acts).search(stage.folded, scene.start, head.start) is not None
    return just_so_many(stage, scene, head) if paired else ()


def _how_many(stage: Stage, scene: Scene, head: CueHit) -> int | None:
    """The number of "both", "the pair", "all three" as the subject before the head."""
    before = stage.folded[scene.start : head.start]
    if any(p.ids and p.stand is Stand.ACTS and p.end <= head.start for p in scene.parties):
        return None
    pair = _pair(stage.acts).search(before)
    if pair is not None:
        at = scene.start + pair.start()
        houses = any(c.start <= at < c.end for c in scene.of(CueKind.PARLIAMENT))
        return None if houses else 2
    counted = _all_so_many(stage.acts).search(before)
    if counted is None:
        return None
    number = next((n for n in scene.numbers if n.start == scene.start + counted.start(1)), None)
    return int(number.low) if number is not None else None


@grammar
def _pair(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('pair')})\b")


@grammar
def _all_so_many(acts: ActWords) -> re.Pattern[str]:
    nouns = acts.cues_of(CueKind.STATE_NOUN, CueKind.PARTY_NOUN, CueKind.GOVERNMENT)
    will = f"{acts.cues_of(CueKind.FUTURE)}|{acts.any_of('before_verb')}"
    small = f"{acts.any_of('auxiliary')}|{acts.any_of('becomes')}|{will}"
    many = acts.any_of("these_many")
    return re.compile(
        rf"\b(?:{many})\s(\w+)(?:\s(?:\w+\s)?(?:{nouns}))?(?:\s(?:{small})(?!\w))*+\s*$"
    )


def _only_describes(stage: Stage, earlier: Scene, scene: Scene) -> bool:
    """Whether the earlier clause is a relative one that the sentence leaves again."""
    relative = stage.acts.grammar["relative"]
    within = earlier.clause.passage == scene.clause.passage
    return within and earlier.clause.opener in relative and scene.clause.opener not in relative


def said_of_pronoun(stage: Stage, scene: Scene, party: Party) -> tuple[str, ...]:
    """Whom "they" means in "they are the first countries to"; nobody where no pronoun is there."""
    words = stage.folded[scene.start : party.start].split()
    known = stage.acts.grammar["several"] | stage.acts.grammar["single"]
    if not set(words[:2]) & known or not set(words) & stage.acts.grammar["becomes"]:
        return ()
    at = CueHit(party.start, party.start, CueKind.PRONOUN, Tense.OTHER)
    return carried_on(stage, scene, at)


def _number(stage: Stage, scene: Scene, head: CueHit) -> int | None:
    """How many a small word before the head means: one, or at least two; None where it has none."""
    words = stage.folded[scene.start : head.start + 1].split()[:-1]
    for word in reversed(_without_object(stage, words)):
        if word in stage.acts.grammar["several"]:
            return 2
        if word in stage.acts.grammar["single"]:
            return 1
    return None


def _without_object(stage: Stage, words: list[str]) -> list[str]:
    """The words but a pronoun that the verb has as its object: "lecz jej nie ratyfikowały"."""
    grammar = stage.acts.grammar
    either = grammar["object_pronoun"] & grammar["possessive"]
    small = _small_words(stage.acts) - either
    at = len(words)
    while at and words[at - 1] in small:
        at -= 1
    return words[: at - 1] if at and words[at - 1] in either else words


_OPENS = 12  # characters of a sentence within which the owner of its subject stands


def _owner_of_subject(scene: Scene) -> Party | None:
    """Whose the subject of a sentence is: "Pyongyang's argument is a piece of arithmetic"."""
    first = next((p for p in scene.parties if p.ids), None)
    opens = first is not None and first.start - scene.clause.passage.start <= _OPENS
    return first if opens and first is not None and len(first.ids) == 1 else None


def _leaves_subject_open(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a pronoun stands before the head, or hardly anything."""
    small = scene.of(CueKind.PRONOUN, CueKind.POSSESSIVE, CueKind.COUNTRY)
    if any(cue.start < head.end + _OBJECT for cue in small):
        return True
    before = _before_verb(stage, scene, head)
    if before and not set(before) - _small_words(stage.acts):
        return True
    return len(before) <= _ZERO_SUBJECT and not _has_noun(stage, before)


def _before_verb(stage: Stage, scene: Scene, head: CueHit) -> list[str]:
    """The words before the head; where a subject may be left out, a day is none of them.

    "En enero de 2012 denunció el convenio".
    """
    before = stage.folded[scene.start : head.start]
    if scene.syntax.drops_subject:
        for day in (d for d in scene.dates if d.end <= head.start):
            low, high = day.start - scene.start, day.end - scene.start
            before = before[:low] + " " * (high - low) + before[high:]
    return before.split()


@grammar
def _small_words(acts: ActWords) -> frozenset[str]:
    """Words that are no subject: "but have still not"."""
    uses = ("joins", "auxiliary", "restarts", "joined_when", "predicate")
    denials = acts.forms_of(CueKind.NEGATION)
    return frozenset(denials).union(*(acts.grammar[use] for use in uses))


def _has_noun(stage: Stage, words: list[str]) -> bool:
    """Whether a noun stands there as subject, whose word the reader does not know."""
    grammar = stage.acts.grammar
    known = grammar["article"] | grammar["predicate"]
    opens = words[:1] if words and words[0] in grammar["article"] else []
    return bool(opens) and not set(words) <= known


def owner_of_office(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Whose office acts: "its parliament", "the country's parliament", "in Warsaw, the Sejm".

    That of the place named beside it, else of whoever the sentence before is about.
    """
    offices = [c for c in scene.of(*_OFFICES[:4]) if c.start <= head.end]
    if not offices:
        return ()
    places = [m for m in scene.people if m.role == "place" and m.end <= offices[-1].start]
    if places:
        return places[-1].ids
    first = offices[0].start
    owners = [
        c for c in scene.of(CueKind.POSSESSIVE, CueKind.COUNTRY) if 0 <= first - c.end <= _OF_OFFICE
    ]
    if not owners:
        return ()
    at = CueHit(first, first, CueKind.PRONOUN, Tense.OTHER)
    ids = carried_on(stage, scene, at)
    return ids if len(ids) == 1 else ()


_OF_OFFICE = 8  # characters of "'s lower " between an owner and its office


def owner_in_sentence(stage: Stage, scene: Scene, noun: CueHit) -> tuple[str, ...]:
    """Whom "its departure" is of: the one who acts in an earlier clause of the same sentence."""
    before = stage.folded[scene.start : noun.start].split()[-_ITS_OWN:]
    grammar = stage.acts.grammar
    if not set(before) & grammar["possessive"] & grammar["single"]:
        return ()
    for index in range(scene.index - 1, -1, -1):
        earlier = stage.scenes[index]
        if earlier.clause.passage != scene.clause.passage:
            return ()
        acting = earlier.acting()
        if acting is not None:
            return acting.ids if len(acting.ids) == 1 else ()
    return ()


_ITS_OWN = 2  # words of "its own" before a noun


def seat_of_office(scene: Scene) -> tuple[str, ...]:
    """Where an office sits, or whose it is: "in Kampala", "in the Ugandan parliament"."""
    offices = {c.start for c in scene.of(*_OFFICES[:4])}
    for person in scene.people:
        owns = person.role == "adjective" and person.end + 1 in offices
        if person.role == "place" or owns:
            return person.ids
    return ()


def speaks_for_one(scene: Scene, head: CueHit) -> bool:
    """Whether an office or "the country" stands as subject without saying whose."""
    return any(cue.kind in _OFFICES and cue.start <= head.end + 40 for cue in scene.cues)
