"""Claims that somebody signed, ratified, joined, belongs to, breaks or stays outside a treaty."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.actors.spelt_out import spelt_out
from treatywatch.reading.actors.subjects import (
    Subject,
    antecedent,
    beside_noun,
    carried_on,
    just_so_many,
)
from treatywatch.reading.acts.bare_joinings import comes_back, denies_those_told
from treatywatch.reading.acts.bindings import is_binding
from treatywatch.reading.acts.echoes import voice_told
from treatywatch.reading.acts.joinings import Joining, joinings, only_later
from treatywatch.reading.acts.negations import acts_of_none, denied_for_ever, opens_with_none
from treatywatch.reading.acts.standings import apposed, are_the_only, left_as
from treatywatch.reading.acts.voice import hedged
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.days_of_news import without_days_of_news
from treatywatch.reading.claims.further_treaties import further_treaties
from treatywatch.reading.claims.participations.in_force_for import for_the_country, for_whom_told
from treatywatch.reading.claims.participations.not_theirs import (
    another_denied,
    dates_the_sentence,
    is_set_apart,
    of_any,
)
from treatywatch.reading.claims.participations.places_behind import places_behind
from treatywatch.reading.claims.span import (
    as_partial,
    claim_over,
    hull,
    nearest_date,
    only_since_then,
    up_to,
    without_days_before_and,
)
from treatywatch.reading.claims.verbless import told_by_day
from treatywatch.reading.claims.when_dated import (
    dated_before,
    of_the_making,
    of_what_came_after,
)
from treatywatch.reading.claims.withdrawals.nobody import is_of_nobody
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_NEGATIVE = {
    CueKind.SIGN: "not_signed",
    CueKind.SIGNATORY: "not_signed",
    CueKind.ENACT: "not_ratified",
    CueKind.RATIFY: "not_ratified",
    CueKind.ACCEDE: "never_party",
    CueKind.BELONG: "not_party",
    CueKind.OUTSIDE: "not_party",
    CueKind.HOLDOUT: "not_party",
    CueKind.ATTRACT: "never_party",
    CueKind.SUBMIT_RATIFICATION: "not_ratified",
    CueKind.VIOLATE: "compliance",
    CueKind.APPROVE: "not_ratified",
    CueKind.REJECT: "not_ratified",
    CueKind.EFFECT: "not_in_force",
}
_POSITIVE = {
    CueKind.SIGN: "signed",
    CueKind.SIGNATORY: "signed",
    CueKind.ENACT: "signed_into_law",
    CueKind.RATIFY: "ratified",
    CueKind.ACCEDE: "acceded",
    CueKind.BELONG: "party",
    CueKind.OUTSIDE: "not_party",
    CueKind.HOLDOUT: "not_party",
    CueKind.ATTRACT: "never_party",
    CueKind.SUBMIT_RATIFICATION: "submitted",
    CueKind.VIOLATE: "violation",
    CueKind.APPROVE: "approved_by_parliament",
    CueKind.EFFECT: "entry_into_force",
    CueKind.REJECT: "not_ratified",
}


def told_by(kind: CueKind, *, out: bool) -> str:
    """The sub-kind that a cue of joining tells where nothing else is told; ``out`` if denied."""
    return (_NEGATIVE if out else _POSITIVE)[kind]


def participation_claims(stage: Stage) -> list[Claim]:
    """The claims of type participation, in text order."""
    found = joinings(stage)
    claims: list[Claim] = []
    further: list[Claim] = []
    last: Joining | None = None
    for one in found:
        claim = _claim(stage, one, found)
        if claim is None:
            continue
        if last is not None and _got_no_further(stage, last, one, (claims[-1], claim)):
            sure = bool(last.object or one.object or claims[-1].date)
            claims[-1] = replace(_as_one(stage, claims[-1], claim), sure=sure)
        else:
            claims.append(claim)
        further += further_treaties(stage, one, claim)
        last = one
    claims += told_by_day(stage, claims)
    return [*claims, *further, *places_behind(stage, claims), *_listed(stage, found)]


_NO_MORE = frozenset({"not_ratified", "not_party", "never_party"})
_NO_FURTHER = 60  # characters of " the convention under President Clinton but has never "


def _got_no_further(stage: Stage, one: Joining, other: Joining, told: tuple[Claim, Claim]) -> bool:
    """Whether two acts make one statement: "has signed but not ratified"."""
    first, second = told
    if first.stage != "signed" or second.stage not in _NO_MORE or first.negated:
        return False
    if first.date is not None and second.stage != "not_ratified":
        return False  # "signed in 2008, but is no party": two statements
    if (first.treaty, first.participants) != (second.treaty, second.participants):
        return False
    same = one.scene.clause.passage == other.scene.clause.passage
    between = (one.head.end, other.head.start)
    near = same and 0 <= between[1] - between[0] <= _NO_FURTHER
    own = any(p.ids and p.start >= between[0] for p in other.scene.parties if p.end <= between[1])
    joins = set(stage.folded[slice(*between)].split()) & stage.acts.grammar["joins"]
    return near and bool(joins) and not own


def _as_one(stage: Stage, first: Claim, second: Claim) -> Claim:
    """The signing and what did not follow it: of the second, or of a signing with its date."""
    told = second if first.date is None else first
    start, end = first.start, second.end
    return replace(told, quote=stage.text[start:end], start=start, end=end)


def _claim(stage: Stage, one: Joining, all_of_them: list[Joining]) -> Claim | None:
    subject = _subject(stage, one, all_of_them)
    listed = one.party is not None and spelt_out(stage, one.scene, one.party) is not None
    counted = one.party is not None and not listed and _counted(one.scene, one.party)
    counted = counted and not opens_with_none(stage, one.scene)
    if subject is None or one.treaty is None or counted or not (subject.ids or one.out):
        return None
    if _is_a_plan(stage, one) or of_any(stage, one) or another_denied(stage, one):
        return None
    date = _own_date(stage, one)
    another = date is not None and (
        _of_another(one, date, all_of_them) or _since_another(stage, one, date)
    )
    date = None if another else date
    object_ = (
        one.object if one.object is None or abs(one.object.start - one.head.end) < 90 else None
    )
    start, end = hull(stage, one.scene, subject.party, one.head, object_, date)
    return Claim(
        type=ClaimType.PARTICIPATION,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=one.treaty,
        participants=subject.ids,
        stage=_sub_kind_told(stage, one, date),
        voice=voice_told(stage, one.scene, one.head),
        negated=one.out,
        hedged=hedged(one.scene, one.head),
        date=None if _is_bound(stage, one, subject.ids, date) else as_partial(date),
        named_group=subject.group,
        until=up_to(date),
    )


def _sub_kind_told(stage: Stage, one: Joining, date: DateMention | None) -> str:
    if one.out and comes_back(stage, one.head):
        return "not_party"
    told = _sub_kind(one, date)
    for_ever = one.out and denied_for_ever(stage, one.scene, one.head)
    return "never_party" if told == "not_party" and for_ever else told


def _of_another(one: Joining, date: DateMention, all_of_them: list[Joining]) -> bool:
    """Whether the day is that of a joining told between: "the first since Poland's in 2012"."""
    between = (o for o in _beside(one, all_of_them) if o.party is not one.party)
    nearer = (o for o in between if one.head.end <= o.head.start and o.head.end <= date.start)
    return any(o.party is not None and o.party.start >= one.head.end for o in nearer)


def _since_another(stage: Stage, one: Joining, date: DateMention) -> bool:
    """Whether it is the day of the last before: "the first to join since Chad in 2013"."""
    beside = [p for p in one.scene.parties if p.ids and 0 < date.start - p.end <= _IN]
    if not beside or beside[-1].start < one.head.end or beside[-1] is one.party:
        return False
    before = stage.folded[one.head.end : beside[-1].start].split()[-1:]
    return bool(set(before) & stage.acts.grammar["measured_from"])


_IN = 6  # characters of " did in " between a name and its day


def _is_bound(stage: Stage, one: Joining, ids: Sequence[str], date: DateMention | None) -> bool:
    """Whether it only bounds when it was: "a party until 2 June", "two have joined since 2010"."""
    until = date is not None and date.modifier is DateModifier.UNTIL
    denied = any(c.end <= one.head.start for c in one.scene.of(CueKind.NEGATION))
    if until and denied and only_later(stage, one.scene, one.head):
        return False  # "did not ratify until 1988"
    return until or (not one.out and only_since_then(stage, one.head, ids, date))


def _beside(one: Joining, all_of_them: list[Joining]) -> list[Joining]:
    """The joinings of one scene: all of them come in the order of their scenes."""
    first = bisect_left(all_of_them, one.scene.index, key=_scene_index)
    return all_of_them[first : bisect_right(all_of_them, one.scene.index, first, key=_scene_index)]


def _scene_index(one: Joining) -> int:
    return one.scene.index


def _is_a_plan(stage: Stage, one: Joining) -> bool:
    """Whether joining is only planned: a claim of type plan or quote says so."""
    if _quoted(stage, one.head) and one.head.tense is Tense.BASE and not one.out:
        return True
    before = [c for c in one.scene.cues if c.end <= one.head.start]
    planned = one.head.tense is Tense.BASE and any(c.kind is CueKind.INTEND for c in before)
    return planned and not one.out


def _counted(scene: Scene, party: Party) -> bool:
    """Whether the party is a number of States: then the claim is a count."""
    if party.ids and not (party.group and scene.has(CueKind.INCLUDE)):
        return False
    numbers = (n for n in scene.numbers if not n.ordinal)
    return any(0 <= party.start - n.end < 25 or n.start <= party.start < n.end for n in numbers)


def _sub_kind(one: Joining, date: DateMention | None) -> str:
    if one.out:
        return _NEGATIVE[one.head.kind]
    if one.head.kind is CueKind.BELONG and _since_when(date):
        if one.scene.has(CueKind.FUTURE):
            return "entry_into_force"  # "will be a party from 16 December"
        return "party"
    if one.head.kind is CueKind.BELONG and _from_when(date):
        return "entry_into_force"
    if one.head.kind in {CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE}:
        before = [c for c in one.scene.cues if c.end <= one.head.start]
        if any(c.kind in {CueKind.INTEND, CueKind.DECIDE} for c in before):
            return "accession_intended"
        if one.head.tense is Tense.BASE and any(c.kind is CueKind.URGING for c in before):
            return "not_signed"
    return _POSITIVE[one.head.kind]


def _own_date(stage: Stage, one: Joining) -> DateMention | None:
    """The date of the act; "Mongolia, a member, failed in September" tells none of belonging."""
    ends = (one.head.end, *((one.object.end,) if one.object else ()))
    own = without_days_of_news(stage, one.scene, one.head.start, ends)
    own = without_days_before_and(stage, own, one.head)
    date = nearest_date(own, one.head) or dated_before(stage, one.scene)
    if date is not None and one.out and is_set_apart(stage, one, date):
        return None
    if date is not None and dates_the_sentence(stage, one, date):
        return None
    if date is not None and of_what_came_after(stage, one.party, date):
        return None
    if date is not None and of_the_making(one.scene, one.head, date):
        return None
    if date is None or one.head.kind is not CueKind.BELONG or date.start < one.head.end:
        return date
    acts = one.scene.of(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.HAND_IN)
    if any(one.head.end <= c.start < date.start for c in acts):
        return None  # "a member after lodging its ratification on Monday"
    return None if "," in stage.folded[one.head.end : date.start] else date


def _since_when(date: DateMention | None) -> bool:
    return date is not None and date.modifier is DateModifier.SINCE


def _from_when(date: DateMention | None) -> bool:
    """Whether the date is the one from which somebody belongs, not the one until which."""
    ends = {DateModifier.UNTIL, DateModifier.BEFORE}
    return date is not None and date.modifier not in ends


def _subject(stage: Stage, one: Joining, all_of_them: list[Joining]) -> Subject | None:
    if one.out and (none := _none_of_them(stage, one)) is not None:
        return none
    party = one.party or antecedent(stage, one.scene) or for_whom_told(stage, one)
    shown = party if party is one.party else None
    if party is not None and party.ids:
        return Subject(party.ids, shown, party.group)
    if party is not None and (listed := spelt_out(stage, one.scene, party)):
        return Subject(listed.ids, shown, listed.group)
    if party is not None and party is not one.party and (told := are_the_only(stage, one.scene)):
        return Subject(told.ids, told, told.group)
    if party is not None and party.vague and (named := left_as(stage, one.scene, party)):
        return Subject(named.ids, named, named.group)
    if party is not None and party.vague and not party.one:
        if one.out and party is one.party:
            words = stage.text[party.start : party.end]
            names = _list_after(stage, one)
            ids = _in_list(names) if names else _named_alike(one, all_of_them)
            return Subject(ids, shown, words)
        return None
    if _quoted(stage, one.head):
        return None
    if _is_of_nobody_named(stage, one, party):
        return None
    if party is None and (_goes_on_of_some(stage, one) or _so_many_of_them(one)):
        return None
    beside = beside_noun(stage, one.scene) or apposed(stage, one.scene) if party else None
    ids = beside or carried_on(stage, one.scene, one.head) or _for_office(stage, one)
    ids = ids or for_the_country(stage, one)
    if not ids and one.head.kind is CueKind.ATTRACT:
        return Subject((), None)
    return Subject(ids, party, inherited=True) if ids else None


def _is_of_nobody_named(stage: Stage, one: Joining, party: Party | None) -> bool:
    """Whether it is said of so many: "leaving ten members that have not signed".

    Or of none: "no other country has left after ratifying it".
    """
    after = one.head.tense is Tense.PROGRESSIVE
    if after and is_of_nobody(stage, one.scene, one.scene.start, one.head.start):
        return True
    if party is None:
        return _restricts(stage, one) or _so_many_act(stage, one)
    return party is not one.party and _counted(stage.scenes[one.scene.index - 1], party)


def _none_of_them(stage: Stage, one: Joining) -> Subject | None:
    """Of whom it is denied: "none of the three has", or the group of which nobody did."""
    denied = denies_those_told(stage, one.scene, one.head)
    if denied and (ids := just_so_many(stage, one.scene, one.head)):
        return Subject(ids, None, inherited=True)
    nobody = _nobody(stage, one)
    return Subject((), nobody) if nobody else None


def _nobody(stage: Stage, one: Joining) -> Party | None:
    """The words for a group none of whom joined: "no nuclear power has signed"."""
    party, scene = one.party, one.scene
    if one.treaty and acts_of_none(stage, scene, one.head) and not (party and party.vague):
        return Party(scene.start, scene.start, (), Stand.ACTS, vague=True)
    if party is None or party.ids or not one.treaty:
        return None
    if one.object is None and not opens_with_none(stage, one.scene):
        return None
    words = stage.folded[one.scene.start : party.start].split()
    grammar = stage.acts.grammar
    no_one = bool(set(words[:1]) & grammar["none"]) or " ".join(words[:_NOT_ONE]) in grammar["none"]
    return party if no_one or opens_with_none(stage, one.scene) else None


_NOT_ONE = 2  # words of "not one" before "State is a party"


def _for_office(stage: Stage, one: Joining) -> tuple[str, ...]:
    """Whose parliament or president it is, where only the office is named."""
    offices = one.scene.of(CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT)
    voted = one.head.kind is CueKind.APPROVE and bool(offices)
    voted = voted or (one.head.kind is CueKind.RATIFY and one.scene.has(CueKind.PARLIAMENT))
    if not voted and one.head.kind is not CueKind.SUBMIT_RATIFICATION:
        return ()
    earlier = stage.scenes[max(0, one.scene.index - 1)]
    acting = earlier.acting()
    if acting is not None and earlier.clause.passage == one.scene.clause.passage:
        return acting.ids
    chief = stage.protagonist
    return (chief,) if chief else ()


def _so_many_act(stage: Stage, one: Joining) -> bool:
    """Whether a bare number is the subject: "twenty-five have signed and not ratified"."""
    if denies_those_told(stage, one.scene, one.head):
        return False
    if _opens_with_number(stage, one.scene, one.head.start):
        return True
    earlier = stage.scenes[max(0, one.scene.index - 1)]
    same = earlier.clause.passage == one.scene.clause.passage
    return same and earlier.acting() is None and _opens_with_number(stage, earlier, earlier.end)


def _opens_with_number(stage: Stage, scene: Scene, reach: int) -> bool:
    numbers = (n for n in scene.numbers if not n.ordinal and n.low >= _SEVERAL and n.end < reach)
    first = next((n for n in numbers if n.start - scene.start <= _OPENS), None)
    after = stage.folded[first.end : reach].split()[:1] if first is not None else []
    return bool(set(after) & stage.acts.grammar["auxiliary"])


def _goes_on_of_some(stage: Stage, one: Joining) -> bool:
    """Whether the clause goes on with some that no name stands for: "Others signed | but not"."""
    joint = stage.folded[one.scene.start : one.head.start].split()[:1]
    if one.scene.index == 0 or not set(joint) & stage.acts.grammar["joins"]:
        return False
    earlier = stage.scenes[one.scene.index - 1]
    if earlier.clause.passage != one.scene.clause.passage or earlier.acting() is not None:
        return False
    restricts = earlier.clause.opener in stage.acts.grammar["relative"]
    led = restricts and earlier.index > 0
    before = stage.scenes[earlier.index - 1] if led else earlier
    return any(p.vague and not p.one for p in before.parties) or _of_others(stage, earlier)


def _of_others(stage: Stage, scene: Scene) -> bool:
    """Whether a subject that no name or pronoun stands for signed: "Others signed"."""
    signing = scene.of(CueKind.SIGN)
    if not signing or scene.has(CueKind.PRONOUN, CueKind.COUNTRY):
        return False
    grammar = stage.acts.grammar
    small = grammar["joined_when"] | grammar["restarts"] | grammar["joins"]
    words = stage.folded[scene.start : signing[0].start].split()
    return not any(p.ids for p in scene.parties) and not set(words) <= small


def _so_many_of_them(one: Joining) -> bool:
    """Whether a number of signatories or the like stands before: "12 signatories yet to ratify"."""
    nouns = (CueKind.SIGNATORY, CueKind.PARTY_NOUN, CueKind.STATE_NOUN)
    near = (c for c in one.scene.of(*nouns) if 0 < one.head.start - c.end <= _YET_TO)
    return any(
        0 <= noun.start - n.end <= _OPENS and n.low >= _SEVERAL and not n.ordinal
        for noun in near
        for n in one.scene.numbers
    )


_YET_TO = 14  # characters of " that have not " between a noun and what was not done
_SEVERAL = 2
_OPENS = 12  # characters of "of these, " before the number that opens a clause


def _restricts(stage: Stage, one: Joining) -> bool:
    """Whether a relative clause only tells which ones: "all those that joined the convention"."""
    relative = one.scene.clause.opener in stage.acts.grammar["relative"]
    first = one.scene.start + len(one.scene.clause.opener)
    own = [c for c in one.scene.of(CueKind.PRONOUN) if first <= c.start < one.head.start]
    binds = is_binding(one.scene, one.head)  # "which will bind it from June"
    return relative and not own and not binds


def _quoted(stage: Stage, head: CueHit) -> bool:
    """Whether somebody says it of themselves in quotation marks: "we will never ratify"."""
    return stage.context.is_quoted(head.start)


def _named_alike(one: Joining, all_of_them: list[Joining]) -> tuple[str, ...]:
    """Those whom the report names as staying outside, for "the major powers" without names."""
    named = (
        i
        for other in all_of_them
        if other.out and other.treaty == one.treaty and other.party is not None
        for i in other.party.ids
    )
    return tuple(dict.fromkeys(named))


def _listed(stage: Stage, found: list[Joining]) -> Iterator[Claim]:
    """ "These include China, India and Russia": a list that goes on from the sentence before."""
    for one in found:
        names = _list_after(stage, one)
        counted = one.party is not None and _counted(one.scene, one.party)
        if names is None or one.treaty is None or counted:
            continue
        scene, first, last = names
        span = hull(stage, scene, first, last)
        sub_kind = _sub_kind(one, _own_date(stage, one))
        claim = claim_over(stage.text, span, ClaimType.PARTICIPATION, one.treaty, sub_kind)
        yield replace(claim, participants=_in_list(names), negated=one.out)


_List = tuple[Scene, CueHit, Party]  # the clause, the word that opens the list, its last party


def _list_after(stage: Stage, one: Joining) -> _List | None:
    """The list in the next clause that spells out a vague party, if there is one."""
    if one.scene.index + 1 >= len(stage.scenes) or (one.party and one.party.ids):
        return None
    following = stage.scenes[one.scene.index + 1]
    include = following.of(CueKind.INCLUDE)
    named = [p for p in following.parties if p.ids and include and p.start >= include[0].end]
    if not named or following.treaties:
        return None
    return following, include[0], named[-1]


def _in_list(names: _List) -> tuple[str, ...]:
    scene, first, _ = names
    parties = (p for p in scene.parties if p.ids and p.start >= first.end)
    return tuple(dict.fromkeys(i for p in parties for i in p.ids))
