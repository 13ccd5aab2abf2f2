"""Proposed claims held to the report: what stands there word for word, and nothing else, goes on.

A proposal is taken only if its quote is an exact substring of the report, its treaty and its
participants are named in the report, its number stands in its quote, and every word of a closed
list is one of the list. A date, a speaker or a role that the report does not have is left out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy, Voice
from treatywatch.reading.merge import merge
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.quantities.durations import find_durations
from treatywatch.reading.quantities.numbers import find_numbers
from treatywatch.reading.second_reader import Proposal, Request, SecondReader, load_request
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reports.report import Report
from treatywatch.values import frozen

LONGEST_QUOTE = 600
"""A quote with more characters than these is no claim but a paragraph."""

_SAME = 0.5  # share of the shorter span from which a proposal repeats a claim of the same type
_NEEDS_PARTICIPANTS = (ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL)
_NEEDS_TREATY = (*_NEEDS_PARTICIPANTS, ClaimType.COUNT, ClaimType.TREATY_FACT)

Word = TypeVar("Word", bound=StrEnum)


class _Refused(Exception):
    """A proposal that is not taken; says why."""


@frozen(slots=False)
class Vetted:
    """Claims of the second reader that the first one does not have, and why others were refused."""

    claims: tuple[Claim, ...]
    refused: tuple[str, ...]


def vet(
    report: Report,
    proposals: Sequence[Proposal],
    first: Sequence[Claim],
    lexicon: Lexicon,
    request: Request,
) -> Vetted:
    """The proposals that the report bears out word for word and the first reader does not have.

    A proposal that overlaps a claim of the same type by half of the shorter is that claim, and the
    first reader's words for it stand.
    """
    bench = _Bench(report, lexicon, request)
    refused: Counter[str] = Counter()
    taken: list[Claim] = []
    for proposal in proposals:
        try:
            claim = bench.claim(proposal)
        except _Refused as why:
            refused[str(why)] += 1
            continue
        if not any(_same(claim, other) for other in first):
            taken.append(claim)
    told = tuple(f"{number} of its claims refused: {why}" for why, number in refused.items())
    return Vetted(merge(taken), told)


def second_claims(
    reader: SecondReader, report: Report, first: Sequence[Claim], lexicon: Lexicon
) -> Vetted:
    """What a second reader adds to the first one's claims; never raises for what it does wrong."""
    try:
        proposals = reader.propose(report)
        vetted = vet(report, proposals.proposals, first, lexicon, load_request())
    except Exception as failure:  # whatever it is, the first reader's claims stand
        return Vetted((), (f"it failed ({type(failure).__name__})",))
    return replace(vetted, refused=(*proposals.troubles, *vetted.refused))


def with_second(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[Claim, ...]:
    """All claims in the order of the text; the first reader's as they were."""
    return tuple(sorted((*first, *second), key=lambda claim: (claim.start, claim.end)))


def _same(claim: Claim, other: Claim) -> bool:
    shared = min(claim.end, other.end) - max(claim.start, other.start)
    shorter = min(claim.end - claim.start, other.end - other.start)
    return claim.type is other.type and shared >= _SAME * shorter


class _Bench:
    """Proposals about one report, each made a claim or refused."""

    def __init__(self, report: Report, lexicon: Lexicon, request: Request) -> None:
        self._report, self._lexicon, self._request = report, lexicon, request
        self._treaties, self._participants = _named(report, lexicon)

    def claim(self, proposal: Proposal) -> Claim:
        kind = _word(proposal, "type", ClaimType)
        start, end = self._place(proposal)
        claim = Claim(
            type=kind,
            quote=self._report.text[start:end],
            start=start,
            end=end,
            treaty=self._treaty(proposal, kind),
            participants=self._parties(proposal, kind),
            stage=self._stage(proposal, kind),
            voice=_word(proposal, "voice", Voice, Voice.DID),
            negated=proposal.get("negated") is True,
            hedged=proposal.get("hedged") is True,
            date=self._date(proposal, start, end),
            bound=_word(proposal, "bound", Bound, Bound.EXACT),
            read_by=ReadBy.SECOND,
        )
        return self._spoken(proposal, self._measured(proposal, claim))

    def _place(self, proposal: Proposal) -> tuple[int, int]:
        quote, text = proposal.get("quote"), self._report.text
        if not isinstance(quote, str) or not quote.strip():
            raise _Refused("no quote")
        if len(quote) > LONGEST_QUOTE:
            raise _Refused(f"a quote of more than {LONGEST_QUOTE} characters")
        told = proposal.get("start")
        at = told if isinstance(told, int) and 0 <= told <= len(text) else 0
        start = at if text.startswith(quote, at) else text.find(quote)
        if start < 0:
            raise _Refused("a quote that is not in the report")
        return start, start + len(quote)

    def _treaty(self, proposal: Proposal, kind: ClaimType) -> str | None:
        treaty = proposal.get("treaty")
        if treaty is None and kind not in _NEEDS_TREATY:
            return None
        if not isinstance(treaty, str) or treaty not in self._treaties:
            raise _Refused("a treaty that the report does not name")
        return treaty

    def _parties(self, proposal: Proposal, kind: ClaimType) -> tuple[str, ...]:
        told = proposal.get("participants") or []
        if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
            raise _Refused("participants that are no list of codes")
        if not self._participants.issuperset(told):
            raise _Refused("a participant that the report does not name")
        if kind in _NEEDS_PARTICIPANTS and not told:
            raise _Refused("nobody of whom it is claimed")
        return tuple(dict.fromkeys(told))

    def _stage(self, proposal: Proposal, kind: ClaimType) -> str | None:
        allowed = self._request.stages.get(kind, ())
        stage = proposal.get("stage")
        if not allowed or (stage is None and kind not in _NEEDS_TREATY):
            return None
        if not isinstance(stage, str) or stage not in allowed:
            raise _Refused("a stage that its type does not have")
        return stage

    def _date(self, proposal: Proposal, start: int, end: int) -> PartialDate | None:
        """The date where the sentence has it, as the first reader would read it; else none."""
        told = proposal.get("date")
        if not isinstance(told, str):
            return None
        try:
            day = PartialDate.parse(told)
        except NotADate:
            return None
        words, published = self._lexicon.words, self._report.published
        known = PartialDate.parse(published) if published else None
        first, last = self._sentence(start, end)
        found = find_dates(self._report.text, words, known, first, last)
        return day if any(day in (one.first, one.last) for one in found) else None

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        touching = [p for p in self._passages if p.start < end and start < p.end]
        return (touching[0].start, touching[-1].end) if touching else (start, end)

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return split_passages(self._report.text, self._lexicon.words)

    def _measured(self, proposal: Proposal, claim: Claim) -> Claim:
        value = proposal.get("value")
        if value is None:
            if claim.type is ClaimType.COUNT:
                raise _Refused("a count without its number")
            return claim
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _Refused("a number that is none")
        if value not in self._numbers(claim):
            raise _Refused("a number that is not in the quote")
        unit = proposal.get("unit")
        known = unit if isinstance(unit, str) and unit in self._request.units else None
        return replace(claim, value=float(value), unit=known)

    def _numbers(self, claim: Claim) -> set[float]:
        text, words = self._report.text, self._lexicon.words
        numbers = find_numbers(text, words, claim.start, claim.end)
        spans = find_durations(text, words, claim.start, claim.end)
        ends = [(one.low, one.high) for one in numbers] + [(one.low, one.high) for one in spans]
        return {value for pair in ends for value in pair}

    def _spoken(self, proposal: Proposal, claim: Claim) -> Claim:
        if claim.type is not ClaimType.QUOTE:
            return claim
        stance = proposal.get("stance")
        return replace(
            claim,
            speaker=self._in_the_text(proposal.get("speaker")),
            role=self._in_the_text(proposal.get("role")),
            stance=stance if stance in self._request.stances else None,
        )

    def _in_the_text(self, words: object) -> str | None:
        return words if isinstance(words, str) and words and words in self._report.text else None


def _named(report: Report, lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the treaties and of the participants that the report names, groups' members too."""
    found = lexicon.find(fold(report.text))
    named = [name for one in found for name in lexicon.names[one.form]]
    members = (
        membership.participant
        for name in named
        if name.what == "group" and name.id in lexicon.groups
        for membership in lexicon.groups[name.id].memberships
    )
    participants = (name.id for name in named if name.what == "participant")
    return (
        frozenset(name.id for name in named if name.what == "treaty"),
        frozenset((*participants, *members)),
    )


def _word(
    proposal: Mapping[str, object],
    key: str,
    words: type[Word],
    otherwise: Word | None = None,
) -> Word:
    told = proposal.get(key)
    if told is None and otherwise is not None:
        return otherwise
    try:
        return words(str(told))
    except ValueError:
        raise _Refused(f"a {key} that is none of the list") from None
