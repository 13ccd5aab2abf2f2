"""Acts and standings told in words that no finer rule knows: a State beside a word of leaving.

The last layer: it takes only clauses that no claim has been read from, and what it finds is marked
as not sure (``Claim.sure``), so that it is never called wrong.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.bare_joinings import tells_how_made
from treatywatch.reading.acts.papers import signs_papers_only
from treatywatch.reading.acts.stages import AS_BEFORE
from treatywatch.reading.acts.topics import Topic, topics_and_whether_exits
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.at_large.at_large_facts import facts_at_large
from treatywatch.reading.claims.at_large.at_large_lists import lists_at_large
from treatywatch.reading.claims.at_large.no_act import tells_no_act
from treatywatch.reading.claims.at_large.parts import as_part, left_alone
from treatywatch.reading.claims.at_large.voice_at_large import voice_at_large
from treatywatch.reading.claims.at_large.who_acts import OPENING, has_owner, lost, subject
from treatywatch.reading.claims.facts.labelled import labelled
from treatywatch.reading.claims.ruled import Ruled, bare, ruled_clauses
from treatywatch.reading.claims.span import as_partial, only_up_to, trim
from treatywatch.reading.claims.verbless import as_its_day_tells
from treatywatch.reading.claims.when_dated import of_what_came_after
from treatywatch.reading.claims.withdrawals.nobody import is_of_nobody
from treatywatch.reading.claims.withdrawals.told_before import acts_by_itself
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen

_NEARBY = 1200  # characters back to the treaty that the words are about
_LATELY = 500  # characters back to the act that somebody does too, or whose notice it is
_LEAD = 60  # characters before its subject that a claim may begin with
_TO_WHAT_LED = 40  # characters of ", a year to the day after " between an act and what led to it
_TO_THE_DAY = 12  # characters between a name and its day: ", as late as "
_SAME = 0.5  # share of a clause from which a claim of a fact or a count has said it already
_OURS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_OTHERS = frozenset({ClaimType.COUNT, ClaimType.TREATY_FACT, ClaimType.INDICATOR, ClaimType.PLAN})
_VOTE = "vote"  # an indicator of how a parliament agreed, not of whom or to what
_OUT = {
    "party": "not_party",
    "signed": "not_signed",
    "ratified": "not_ratified",
    "acceded": "never_party",
    "approved_by_parliament": "not_ratified",
}


def claims_at_large(stage: Stage, told: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of clauses, and of parts of clauses, that ``told`` has left alone."""
    words = stage.context.words
    if not words.loose_exits.rules:
        return ()
    ours = [c for c in told if c.type in _OURS]
    near = Meeting(ours)
    parts = [part for scene in stage.scenes for part in left_alone(stage, scene, near)]
    clauses = [part.clause for part in parts]
    leaving = {r.start: r for r in ruled_clauses(stage.context, words.loose_exits, clauses)}
    clauses = [part.clause for part in parts if not signs_papers_only(part)]
    joining = {r.start: r for r in ruled_clauses(stage.context, words.loose_joinings, clauses)}
    reading = _Reading(stage, told, ours)
    for part in parts:
        start, _ = bare(stage.folded, part.start, part.end)
        if not tells_how_made(stage, part):
            reading.read(part, leaving.get(start), joining.get(start))
    found = [*reading.found, *facts_at_large(stage, parts, (*told, *reading.found))]
    found += labelled(stage, (*told, *found))
    found += lists_at_large(stage, (*told, *found), joining)
    return tuple(found)


_SPOKEN_OF = 12  # clauses back to the act that unnamed steps belong to
_VOTED = "approved_by_parliament"  # a step at home, which no list of States goes on with
_LEAVING = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.RELEASED,
    CueKind.SUSPEND,
    CueKind.TAKE_BACK,
    CueKind.END_PROVISIONAL,
    CueKind.REVOKE,
)
_JOINING = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)
_LOSING = "losing"  # the set of words before whom the treaty loses
_SHORT = 10  # characters of a part that still says something


@frozen
class _Act:
    """What is told of somebody, and of which treaty."""

    kind: ClaimType
    sub_kind: str
    treaty: str
    negated: bool


def _by_start(claim: Claim) -> int:
    return claim.start


class _Reading:
    """One report read by the loose rules; each claim found may be taken up by the next."""

    def __init__(self, stage: Stage, told: Sequence[Claim], ours: Sequence[Claim]) -> None:
        self._stage = stage
        self._about, self._mainly_exits = topics_and_whether_exits(stage)
        self._acts = sorted(ours, key=_by_start)  # those told and those found
        self._others = Meeting(c for c in told if c.type in _OTHERS and c.stage != _VOTE)
        self.found: list[Claim] = []

    def read(self, scene: Scene, leaving: Ruled | None, joining: Ruled | None) -> None:
        """Add what the words say, if nothing else says it and it can be told of whom."""
        if leaving is None and joining is None and not scene.dates:
            return  # no rule fits, and no days are listed
        if self._is_told(scene) or tells_no_act(self._stage, scene):
            return
        treaty = self._treaty(scene)
        if treaty is None:
            return
        before = self._before(scene, treaty)
        tries = [(leaving, ClaimType.WITHDRAWAL), (joining, ClaimType.PARTICIPATION)]
        if self._speaks_of_joining(scene, before):
            tries = [tries[1], *([tries[0]] if self._mainly_exits or scene.treaties else [])]
        for ruled, kind in tries:
            claim = self._claim(scene, ruled, kind, treaty, before) if ruled is not None else None
            if claim is not None:
                self._find(claim)
                return
        for claim in self._listed(scene, treaty, before):
            self._find(claim)

    def _find(self, claim: Claim) -> None:
        self.found.append(claim)
        insort(self._acts, claim, key=_by_start)

    def _speaks_of_joining(self, scene: Scene, before: Claim | None) -> bool:
        last = self._last_act(scene)
        if last is not None and last.clause.passage == scene.clause.passage:
            return not last.has(*_LEAVING)
        exits = self._about[scene.index] is Topic.EXIT
        if exits or (last is not None and last.has(*_LEAVING)):
            return False
        return before is None or before.type is ClaimType.PARTICIPATION

    def _last_act(self, scene: Scene) -> Scene | None:
        """The clause that last spoke of leaving or joining, in whatever words."""
        for index in range(scene.index, max(-1, scene.index - _SPOKEN_OF), -1):
            earlier = self._stage.scenes[index]
            if earlier.has(*_LEAVING, *_JOINING):
                return earlier
        return None

    def _is_told(self, scene: Scene) -> bool:
        least = _SAME * (scene.end - scene.start)
        others = self._others.meeting(scene.start, scene.end)
        shared = (min(c.end, scene.end) - max(c.start, scene.start) for c in others)
        return scene.end - scene.start < _SHORT or any(part >= least for part in shared)

    def _listed(self, scene: Scene, treaty: str, before: Claim | None) -> Iterator[Claim]:
        """Names with their days alone, for the act told before: "Burundi, in October 2017"."""
        if before is None or before.stage == _VOTED or not scene.dates:
            return
        if not self._only_names_and_days(scene):
            return
        told = _told_before_list(self._stage, scene)
        if told is not None:
            before = replace(before, type=told, stage="effective", negated=False)
        for party in scene.parties:
            days = [d for d in scene.dates if 0 < d.start - party.end <= _TO_THE_DAY]
            if party.ids and days and not set(party.ids) & set(before.participants):
                piece = as_part(scene, party.start, days[0].end)
                act = _Act(before.type, before.stage or "", treaty, before.negated)
                made = self._made(piece, party, party.ids, act)
                yield as_its_day_tells(self._stage, made, days[0])

    def _only_names_and_days(self, scene: Scene) -> bool:
        words = list(self._stage.folded[scene.start : scene.end])
        spans = [(p.start, p.end) for p in scene.parties] + [(d.start, d.end) for d in scene.dates]
        for start, end in spans:
            words[start - scene.start : end - scene.start] = " " * (end - start)
        small = {"", *self._stage.context.words.loose_exits.sets.get("small", ())}
        return all(word.strip(",.;:()-–—") in small for word in "".join(words).split())

    def _claim(
        self, scene: Scene, ruled: Ruled, kind: ClaimType, treaty: str, before: Claim | None
    ) -> Claim | None:
        sub_kind = ruled.rule.stage
        if ruled.negated and _is_nobody(self._stage, scene):
            return self._made(scene, None, (), _Act(kind, sub_kind, treaty, negated=True))
        party, ids = lost(scene) if _LOSING in ruled.rule.all else subject(self._stage, scene)
        if sub_kind == AS_BEFORE:
            if before is None or not ids or set(ids) & set(before.participants):
                return None
            left = any(c.tense is Tense.PAST for c in scene.of(*_LEAVING))
            if before.type is ClaimType.PARTICIPATION and left:
                return None  # "l'ont dénoncé eux aussi", of a treaty that another signed
            kind, sub_kind = before.type, before.stage or ""
        elif not ids and has_owner(scene, ruled) and self._is_of_one(scene, treaty):
            ids = self._whose(scene, treaty, kind)
        if not ids:
            return None
        if kind is ClaimType.PARTICIPATION and ruled.negated:
            sub_kind = _OUT.get(sub_kind, sub_kind)
        return self._made(scene, party, ids, _Act(kind, sub_kind, treaty, ruled.negated))

    def _is_of_one(self, scene: Scene, treaty: str) -> bool:
        """Whether the clause tells what happened, by its words or as what led to the act before it.

        "Burundi left, a year after its letter was handed over".
        """
        if _is_told_of_one(self._stage, scene):
            return True
        before = self._before(scene, treaty)
        near = before is not None and scene.start - before.end <= _TO_WHAT_LED
        after = scene.clause.opener in self._stage.acts.grammar["later"]
        return near and after and before is not None and before.voice is Voice.DID

    def _made(self, scene: Scene, party: Party | None, ids: tuple[str, ...], act: _Act) -> Claim:
        far = party is not None and party.start - scene.start > _LEAD
        first = party.start if party is not None and far else scene.start
        start, end = trim(self._stage.text, first, scene.end)
        days = [d for d in scene.dates if not of_what_came_after(self._stage, party, d)]
        return Claim(
            type=act.kind,
            quote=self._stage.text[start:end],
            start=start,
            end=end,
            treaty=act.treaty,
            participants=ids,
            stage=act.sub_kind,
            voice=voice_at_large(self._stage, scene, party, ahead=_takes_effect(scene, act, days)),
            negated=act.negated,
            hedged=scene.has(CueKind.HEDGE),
            date=as_partial(days[0]) if len(days) == 1 and not only_up_to(days[0]) else None,
            named_group=party.group if party is not None else None,
            sure=False,
        )

    def _treaty(self, scene: Scene) -> str | None:
        if scene.treaties:
            return scene.treaties[0].ids[0]
        return self._stage.context.treaty_at(scene.start)

    def _before(self, scene: Scene, treaty: str, reach: int = _LATELY) -> Claim | None:
        """The act told last of the same treaty, not far back."""
        first = bisect_left(self._acts, scene.start - reach, key=_by_start)
        last = bisect_left(self._acts, scene.start, first, key=_by_start)
        lately = (c for c in self._acts[first:last] if c.treaty == treaty and c.end <= scene.start)
        return max(lately, key=lambda c: (c.end, c.start), default=None)

    def _whose(self, scene: Scene, treaty: str, kind: ClaimType) -> tuple[str, ...]:
        """Whose notice, bill or parliament it is that nobody is named beside.

        That of the act told last, where it is of the same kind; else of whoever acted last in the
        paragraph or the one before it; else of the chief actor of the report.
        """
        before = self._before(scene, treaty, _NEARBY)
        known = before is not None and before.type is kind and len(before.participants) > 0
        told = before.participants if known and before is not None else ()
        for index in range(scene.index - 1, max(-1, scene.index - _SPOKEN_OF), -1):
            earlier = self._stage.scenes[index]
            acting = acts_by_itself(self._stage, earlier)
            if told and before is not None and (earlier.start < before.end or len(told) == 1):
                return told
            if scene.clause.passage.paragraph - earlier.clause.passage.paragraph > 1:
                break
            if acting is not None:
                return acting.ids if len(acting.ids) == 1 else told
        if told:
            return told
        chief = self._stage.protagonist
        return (chief,) if chief else ()


def _takes_effect(scene: Scene, act: _Act, days: Sequence[DateMention]) -> bool:
    """Whether the present tells what the law has set: "takes effect in May"."""
    effects = scene.of(CueKind.EFFECT) if act.sub_kind == _EFFECTIVE and not days else ()
    return any(c.tense is Tense.PRESENT for c in effects)


_EFFECTIVE = "effective"


def _told_before_list(stage: Stage, scene: Scene) -> ClaimType | None:
    """What States did whom a list after a colon names: "two countries have left so far: ..."."""
    earlier = stage.scenes[max(0, scene.index - 1)]
    if stage.folded[earlier.end : scene.start].strip() != ":":
        return None
    verbs = earlier.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    left = any(c.tense is Tense.PAST for c in verbs) and not earlier.has(CueKind.ANNOUNCE)
    return ClaimType.WITHDRAWAL if left else None


def _is_nobody(stage: Stage, scene: Scene) -> bool:
    """Whether no State is the subject: "so far no other NATO country has said that it will"."""
    if is_of_nobody(stage, scene, scene.start, scene.end):
        return True
    nouns = scene.of(CueKind.COUNTRY, CueKind.STATE_NOUN_ONE)
    first = next((c for c in nouns if c.start - scene.start <= OPENING), None)
    if first is None or ((acting := scene.acting()) is not None and acting.start < first.start):
        return False
    words = stage.folded[scene.start : first.start].split()
    return bool(set(words[-3:]) & stage.acts.grammar["none"])


def _is_told_of_one(stage: Stage, scene: Scene) -> bool:
    """Whether the clause tells what happened, not when it would: "once notice is given"."""
    opener = scene.clause.opener
    return not opener or opener in stage.acts.grammar["joins"] or bool(scene.dates)
