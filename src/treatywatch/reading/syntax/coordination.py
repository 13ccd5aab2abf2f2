"""Coordination: which clauses are read together, and where one clause says two things.

"The ministers announced that they would leave" is one statement; "signed the treaty in 1997 and
ratified it in 2012" is two.
"""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.behind_commas import (
    FINITE,
    another_acts,
    apposition,
    on_another_day,
    participle,
    restarts,
)
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.syntax.ellipsis import leaves_verb_out
from treatywatch.reading.syntax.name_lists import (
    behind_joint,
    between_names,
    in_a_list,
    opens_a_relative,
)
from treatywatch.reading.syntax.resuming import VERBS, goes_on
from treatywatch.reading.syntax.spliced import an_office_acts, others_act
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_GOVERNING = frozenset(
    {
        CueKind.ANNOUNCE,
        CueKind.DECIDE,
        CueKind.INTEND,
        CueKind.NOTIFY,
        CueKind.RECOMMEND,
        CueKind.CONSIDER,
        CueKind.PROPOSE,
        CueKind.APPROVE,
    }
)
_LEADING = _GOVERNING | {CueKind.NEGATION}  # "refuses", too, leads to a verb
_GOVERNS_WITHIN = 60  # characters between a verb of saying and the "that" it governs
_SAME_SUBJECT = 40  # characters between "and" and the verb of the same subject


def cues_in(cues: InOrder[CueHit], clause: Clause) -> tuple[CueHit, ...]:
    """The cues that begin in the clause."""
    return cues.within(clause.start, clause.end)


def governed(
    clauses: Sequence[Clause], cues: InOrder[CueHit], folded: str, acts: ActWords
) -> list[Clause]:
    """The clauses, each "that" clause joined to the verb of saying or the "it was" before it."""
    whole: list[Clause] = []
    for clause in clauses:
        last = whole[-1] if whole else None
        that = _only_reports(clause, folded, acts)
        opens = that or clause.opener in _law_opens(acts)
        unled = last is not None and _infinitive(clause, cues, acts)
        if last is not None and (opens or unled) and last.passage == clause.passage:
            before = [c for c in cues_in(cues, last) if c.end >= last.end - _GOVERNS_WITHIN]
            cleft = _cleft(acts).match(folded, last.start, last.end) is not None
            cleft = cleft and folded[last.end] != ","  # ", which" adds something of its own
            says = that and any(c.kind in _GOVERNING for c in before)
            about_noun = clause.opener in acts.grammar["relative"] and _has_verb_first(clause, cues)
            says = (says and not about_noun) or (unled and any(c.kind in _LEADING for c in before))
            orders = clause.opener in _law_opens(acts) and _orders_exit(clause, before, cues)
            orders = orders or (that and _urges_exit(clause, before, cues))
            if cleft or says or orders:
                whole[-1] = Clause(last.start, clause.end, clause.passage, last.opener)
                continue
        whole.append(clause)
    return whole


def _infinitive(clause: Clause, cues: InOrder[CueHit], acts: ActWords) -> bool:
    """Whether an article only looks like "which": "announced, den Vertrag zu verlassen"."""
    if not acts.syntax.object_before or clause.opener not in acts.grammar["relative"]:
        return False
    verbs = [c for c in cues_in(cues, clause) if c.kind in VERBS and c.tense is not Tense.NOUN]
    return bool(verbs) and all(c.tense is Tense.BASE for c in verbs)


@grammar
def _law_opens(acts: ActWords) -> frozenset[str]:
    return acts.grammar["under_which"] | acts.grammar["relative"]


_EXITS = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT})


def _orders_exit(clause: Clause, before: Sequence[CueHit], cues: InOrder[CueHit]) -> bool:
    """Whether the clause tells what a law before it does: "a bill under which it will leave"."""
    law = any(c.kind in {CueKind.BILL, CueKind.ENACT} for c in before)
    return law and any(c.kind in _EXITS for c in cues_in(cues, clause))


def _urges_exit(clause: Clause, before: Sequence[CueHit], cues: InOrder[CueHit]) -> bool:
    """Whether the clause tells what somebody else is urged to do: "demanded that it leave"."""
    urged = any(c.kind is CueKind.URGING for c in before)
    return urged and any(c.kind in _EXITS for c in cues_in(cues, clause))


def _has_verb_first(clause: Clause, cues: InOrder[CueHit]) -> bool:
    """Whether a verb follows "that" at once: then the clause is about the noun before it."""
    first = clause.start + len(clause.opener) + 2
    return any(c.start <= first and c.kind in VERBS for c in cues_in(cues, clause))


@grammar
def _cleft(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{acts.any_of('cleft')})\b")


@grammar
def _joiner(acts: ActWords) -> re.Pattern[str]:
    later = acts.any_of("later")
    return re.compile(rf"(,)?\s(?:{acts.any_of('joins')})\s|(,)\s|\s(?P<later>{later})\s")


def divided(
    clauses: Sequence[Clause], cues: InOrder[CueHit], context: ReadingContext, acts: ActWords
) -> list[Clause]:
    """The clauses, cut before a second verb with its own date or object, and after a relative."""
    parts: list[Clause] = []
    last: Clause | None = None
    within = False  # a relative clause: "which signed the ban but did not ratify it, ..."
    for clause in clauses:
        follows = last is not None and last.passage == clause.passage
        goes_on = follows and within and clause.opener in acts.grammar["joins"]
        set_apart = follows and clause.opener in acts.grammar["having"]
        within = goes_on or set_apart or clause.opener in acts.grammar["relative"]
        parts += _parts(clause, cues, context, acts, relative=within)
        last = clause
    return parts


_SOMEBODY_ELSE_ACTS = (another_acts, others_act)


def _parts(
    clause: Clause,
    cues: InOrder[CueHit],
    context: ReadingContext,
    acts: ActWords,
    *,
    relative: bool,
) -> list[Clause]:
    found = cues_in(cues, clause)
    if not found:
        return [clause]
    future = [c.end for c in found if c.kind is CueKind.FUTURE]
    inside = [_finite(c, future, acts) for c in found if c.kind in VERBS]
    told = [*inside, *(c for c in found if c.kind in _TAKE_UP)]
    steps = [c for c in found if c.kind in _TELLS]
    if not steps and not relative and not _may_tell(clause, found, context):
        return [clause]
    parts: list[Clause] = []
    start, opener, elliptical = clause.start, clause.opener, False
    leads = _leading(clause, context, acts)
    said = relative and not _only_reports(clause, context.folded, acts)
    apart = relative  # also behind its "and": "which left in 1984 and again in 2018, is back"
    for joint in _joiner(acts).finditer(context.folded, clause.start, clause.end):
        comma_only = joint[2] is not None
        places = (start, joint.start(), joint.end(), clause.end)
        gap = not joint["later"] and leaves_verb_out(
            places, told, context, acts.grammar, again=elliptical
        )
        if joint["later"]:
            cut = _begins_then(places, [_finite(c, future, acts) for c in found], context)
        elif gap:
            cut = True
        elif comma_only:
            cut = apart and restarts(joint.end(), context, acts)
            cut = cut or (said and goes_on(joint.end(), found, context, acts))
            cut = cut or apposition(joint.start(), joint.end(), context, acts)
            cut = cut or participle(places, inside, context, acts)
            cut = cut or any(one(places, told, context, acts) for one in _SOMEBODY_ELSE_ACTS)
            cut = cut or an_office_acts(places, steps, found, context)
            cut = cut or (acts.syntax.subject_after and on_another_day(places, steps, context))
            if leads and not _is_listed(joint, found, context, acts):
                cut, opener, leads = True, leads, ""
        else:
            either = joint[0].strip(" ,") in acts.grammar["alternative"]
            either = either or (acts.syntax.subject_after and between_names(places, context))
            verbs = [v for v in inside if v.start >= joint.end() and v.tense in FINITE]
            either = either or in_a_list(places, verbs, context, acts)
            cut = not either and _two_statements(places, joint, inside, found, context)
            cut = cut or _ranked_twice(places, inside, context, acts)
            cut = cut or _somebody_else(places, found, future, context, acts)
            cut = cut or _again_on_a_day(places, found, context) or _turns_ahead(places, found)
            cut = cut or opens_a_relative(places, context, acts)
        if cut:
            parts.append(Clause(start, joint.start(), clause.passage, opener, elliptical))
            start = behind_joint((*joint.span(), clause.end), context, acts)
            opener, elliptical = joint["later"] or "", gap
            apart = apart and not (comma_only or gap or joint["later"])
            said = False
    parts.append(Clause(start, clause.end, clause.passage, opener, elliptical))
    return parts


def _may_tell(clause: Clause, found: Sequence[CueHit], context: ReadingContext) -> bool:
    """Whether a treaty stands in the clause, or papers are handed in."""
    named = bool(context.treaties_in(clause.start, clause.end))
    return named or any(c.kind is CueKind.HAND_IN for c in found)


_WHO = frozenset(
    {
        CueKind.PARLIAMENT,
        CueKind.GOVERNMENT,
        CueKind.PRESIDENT,
        CueKind.MINISTER,
        CueKind.MINISTERS_TOGETHER,
        CueKind.PAPER,
        CueKind.EXIT_NOTICE,
        CueKind.DEPOSITARY,
        CueKind.WHOSE_EFFECT,
        CueKind.STEP,
    }
)
_TELLS = VERBS | _GOVERNING | {CueKind.ARRIVE, CueKind.SAME_AGAIN}
_TAKE_UP = frozenset({CueKind.SAME_AGAIN, CueKind.FOLLOW})
_NEW_SUBJECT = 25  # characters between a joint and the head of a new subject
_VERB_OF_IT = 40  # characters between a new subject and its verb


def _begins_then(
    places: tuple[int, int, int, int], found: Sequence[CueHit], context: ReadingContext
) -> bool:
    """Whether "after" and the like open a clause, and do not just lead to a day."""
    if _only_dates(places, context):
        return False
    return _tells_when(places, found, context) or _after_an_act(places, found, context)


def _tells_when(
    places: tuple[int, int, int, int], found: Sequence[CueHit], context: ReadingContext
) -> bool:
    """Whether "after" and the like open a clause with a subject and a verb of its own."""
    start, end, resumes, last = places
    verbs = [c for c in found if c.kind in _TELLS]
    right = [v for v in verbs if resumes <= v.start < last and _is_finite(v, context)]
    left = [*verbs, *(c for c in found if c.kind in {CueKind.TAKE_OUT, CueKind.HAND_IN})]
    if not right or not any(start <= v.start < end for v in left):
        return False
    who = any(c.kind in _WHO and resumes <= c.start < right[0].start for c in found)
    who = who or any(c.kind is CueKind.PRONOUN and c.start == resumes for c in found)
    return who or bool(context.people_in(resumes, right[0].start))


def _only_dates(places: tuple[int, int, int, int], context: ReadingContext) -> bool:
    """Whether a word of time only leads to a day: "a party since 2012, Kenya has only signed"."""
    _, _, resumes, last = places
    days = context.dates_in(resumes, resumes + 1)
    return bool(days) and context.folded.startswith(",", days[0].end) and days[0].end < last


_OWNED = 40  # characters of " the United States's second " before a noun for leaving


def _after_an_act(
    places: tuple[int, int, int, int], found: Sequence[CueHit], context: ReadingContext
) -> bool:
    """Whether an act of somebody's follows: "suspended the treaty after Russia's withdrawal".

    Of joining only one with its day: "ratified in 2015, long after its signature of May 2008".
    """
    start, end, resumes, last = places
    nouns = [c for c in found if c.tense is Tense.NOUN and c.kind in _EXITS | _CONSENTS]
    nouns = [c for c in nouns if resumes <= c.start < min(last, resumes + _OWNED)]
    left = (c for c in found if c.kind in _TELLS and start <= c.start < end)
    if not nouns or not any(c.tense in FINITE for c in left):
        return False
    owners = context.people_in(resumes, nouns[0].start)
    owned = bool(owners) and context.folded.startswith("'", owners[-1].end)
    if nouns[0].kind in _EXITS:
        return owned
    own = any(c.kind is CueKind.POSSESSIVE and c.start == resumes for c in found)
    day = context.dates_in(nouns[0].end, min(last, nouns[0].end + _OF_A_DAY))
    return (owned or own) and bool(day) and bool(context.dates_in(start, end))


_CONSENTS = frozenset({CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE})
_OF_A_DAY = 8  # characters of " of the " between a noun and its day


def _turns_ahead(places: tuple[int, int, int, int], found: Sequence[CueHit]) -> bool:
    """Whether what is to come follows what was done: "filed in June and will be free"."""
    start, end, resumes, _ = places
    ahead = any(c.kind is CueKind.FUTURE and c.start == resumes for c in found)
    steps = (c for c in found if c.kind in _TELLS or c.kind is CueKind.HAND_IN)
    return ahead and any(c.tense is Tense.PAST and start <= c.start < end for c in steps)


_ONCE_MORE = 12  # characters of "has already " before "done so"


def _again_on_a_day(
    places: tuple[int, int, int, int], found: Sequence[CueHit], context: ReadingContext
) -> bool:
    """Whether the act is done once more, on a day of its own: "and did so again in 2018"."""
    start, end, resumes, last = places
    again = [c for c in found if c.kind is CueKind.SAME_AGAIN and c.start - resumes >= 0]
    again = [c for c in again if c.start - resumes <= _ONCE_MORE]
    left = any(start <= c.start < end for c in found if c.kind in _TELLS)
    dated = context.dates_in(start, end) and context.dates_in(resumes, last)
    return bool(again and left and dated)


def _is_finite(verb: CueHit, context: ReadingContext) -> bool:
    """Whether a verb has a subject: by its form, or because one stands right before it."""
    beside = context.people_in(verb.start - _VERB_OF_IT, verb.start)
    told = verb.tense is Tense.BASE and beside and verb.start - beside[-1].end <= 1
    return verb.tense in FINITE or bool(told)


def _somebody_else(
    places: tuple[int, int, int, int],
    found: Sequence[CueHit],
    future: list[int],
    context: ReadingContext,
    acts: ActWords,
) -> bool:
    """Whether another subject with its verb follows "and", and no list of names goes on."""
    start, end, resumes, last = places
    reach = resumes + _NEW_SUBJECT
    people = context.people_in(resumes, reach)
    subjects = [m.end for m in people] + [
        c.end for c in found if c.kind in _WHO and resumes <= c.start < reach
    ]
    subjects += [c.end for c in found if c.kind is CueKind.PRONOUN and c.start == resumes]
    listed = any(m.end >= end - 1 for m in context.people_in(end - 40, end))
    comma = context.folded[end] == ","
    listed = listed or (not comma and any(c.kind in _WHO and c.end == end for c in found))
    by_it = comma and any(c.kind is CueKind.PRONOUN and c.start == resumes for c in found)
    told = by_it or any(start <= c.start < end for c in found if c.kind in _TELLS)
    if not subjects or listed or not told:
        return False
    own = [_finite(c, future, acts) for c in found if c.kind in _TELLS]
    return any(
        0 < v.start - min(subjects) <= _VERB_OF_IT and _is_finite(v, context)
        for v in own
        if v.start < last
    )


def _leading(clause: Clause, context: ReadingContext, acts: ActWords) -> str:
    """The word that opens a clause standing before its main clause: "Once it is approved, ..."."""
    if clause.start != clause.passage.start:
        return ""
    found = _leads(acts).match(context.folded, clause.start, clause.end)
    if found is None:
        return ""
    last = found[1].rpartition(" ")[2]  # "hours after" opens as "after" does
    return last if last in acts.grammar["later"] else found[1]


@grammar
def _leads(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\W*({acts.any_of('leads')})\b")


def _only_reports(clause: Clause, folded: str, acts: ActWords) -> bool:
    """Whether "that" opens reported words: "dijo que ...", but not "España, que ..., ratificó"."""
    behind_comma = folded.endswith(", ", 0, clause.start)
    return clause.opener in acts.grammar["that"] and not (
        behind_comma and clause.opener in acts.grammar["relative"]
    )


def _is_listed(
    joint: re.Match[str], found: Sequence[CueHit], context: ReadingContext, acts: ActWords
) -> bool:
    """Whether a list goes on behind the comma, of names or of what a treaty bans."""
    listed = any(c.kind is CueKind.BAN_ACT and c.start == joint.end() for c in found)
    return listed or _in_a_list(joint.start(), joint.end(), context, acts)


def _in_a_list(end: int, start: int, context: ReadingContext, acts: ActWords) -> bool:
    """Whether a comma stands between two names of a list that goes on: "Latvia, Estonia and"."""
    before = any(m.end >= end - 1 for m in context.people_in(end - 40, end))
    after = context.people_in(start, start + 5)
    if not before or not after:
        return False
    following = context.folded[after[0].end : after[0].end + 8]
    words = following.split()
    return following.startswith(",") or (bool(words) and words[0] in acts.grammar["joins"])


_MODAL = 12  # characters between "will" and its verb


def _finite(verb: CueHit, future: list[int], acts: ActWords) -> CueHit:
    """The verb, as one in the present where "will" or the like stands before its base form.

    So it is in a future of its own: "atbalstīja aprīlī, Seims balsos maijā".
    """
    led = verb.tense is Tense.BASE and any(0 <= verb.start - end <= _MODAL for end in future)
    will = acts.syntax.simple_future and verb.tense is Tense.PROGRESSIVE
    return verb._replace(tense=Tense.PRESENT) if led or will else verb


# steps that follow an announcement or a decision as statements of their own
_NEXT_STEP = frozenset(
    {
        CueKind.NOTIFY,
        CueKind.EFFECT,
        CueKind.RELEASED,
        CueKind.ENACT,
        CueKind.SUSPEND,
        CueKind.REVOKE,
    }
)


def _two_statements(
    places: tuple[int, int, int, int],
    joint: re.Match[str],
    verbs: list[CueHit],
    found: Sequence[CueHit],
    context: ReadingContext,
) -> bool:
    start, end, resumes, last = places
    right = [v for v in verbs if resumes <= v.start < last and v.tense in FINITE]
    steps = _GOVERNING | {CueKind.ARRIVE}
    told = [c for c in found if c.kind in steps and c.tense in {Tense.PAST, Tense.PRESENT}]
    told += [c for c in found if c.kind is CueKind.SAME_AGAIN]
    told = told if right and right[0].kind in _NEXT_STEP else []
    left = [v for v in (*verbs, *told) if start <= v.start < end]
    if not left or not right:
        return False
    if right[0].kind in {CueKind.OUTSIDE, CueKind.BELONG} and between_names(places, context):
        return False  # "leaves Egypt, Israel and South Sudan outside"
    if joint[1]:
        return True
    if not any(v.tense in FINITE for v in left):
        return False
    return right[0].start - resumes <= _SAME_SUBJECT and _complete(start, end, context)


_RANKED = 40  # characters of "is also the first country ever to " before its verb


def _ranked_twice(
    places: tuple[int, int, int, int], verbs: list[CueHit], context: ReadingContext, acts: ActWords
) -> bool:
    """Whether a second rank follows: "was the first to ratify it, and is the first to leave"."""
    start, end, resumes, last = places
    right = next((v for v in verbs if resumes <= v.start < last), None)
    if right is None or right.start - resumes > _RANKED or not any(v.end <= end for v in verbs):
        return False
    words, grammar = context.folded[resumes : right.start].split(), acts.grammar
    if not set(words[:1]) & grammar["be"] or not set(words[-1:]) & grammar["rank_to"]:
        return False
    return all(set(one) & grammar["rank"] for one in (words, context.folded[start:end].split()))


def _complete(start: int, end: int, context: ReadingContext) -> bool:
    """Whether a part of a clause has an object, a subject or a date of its own."""
    if context.treaties_in(start, end) or context.people_in(start, end):
        return True
    return bool(context.dates_in(start, end) or context.numbers_in(start, end))
