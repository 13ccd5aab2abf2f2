"""Claims that go beyond the record: acts done after it was last compared, which it may yet lack."""

from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.checking.grounds.knowledge import CONSENTS, SIGNATURES, Knowledge
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Stage, Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim, ClaimType, ReadBy, Voice
from treatywatch.values import frozen

ACTS_TO_PROPOSE = tuple(
    kind for kind in ActKind if kind in CONSENTS | SIGNATURES or kind is ActKind.WITHDRAWAL_NOTICE
)
"""Kinds of acts that reports tell of and that stand by themselves, about no other act."""

_TOLD_AS_DONE = frozenset({Voice.DID, Voice.REPORTED})
_LEFT = frozenset({Stage.NOTIFIED.value, Stage.EFFECTIVE.value})
_JOINED = frozenset({"ratified", "acceded"})
_SIGNED = "signed"
_DECIDED = frozenset({Verdict.BORNE_OUT, Verdict.CONTRADICTED, Verdict.OUTDATED})
# Who can give notice, and who can consent: VCLT Arts. 11 to 15, 54, 67.
_MAY_LEAVE = frozenset({Standing.PARTY, Standing.CONTRACTING_STATE, Standing.UNDETERMINED})
_MAY_JOIN = frozenset({Standing.THIRD_STATE, Standing.SIGNATORY, Standing.FORMER_PARTY})


@frozen
class BeyondTheRecord:
    """An act that a report tells of and the record does not have.

    ``day`` is that of the act where the words give one; of an exit that is told as done only the
    effect is dated, not the notice it must have had.
    """

    claim: Claim
    participant: str
    act: ActKind
    day: PartialDate | None


def beyond_the_record(findings: Sequence[Finding], ledger: Ledger) -> tuple[BeyondTheRecord, ...]:
    """The acts that the findings tell of and that would be news to the ledger.

    Only what is told as done, by a State that can do it, for a day after the one up to which the
    record was compared with its sources: of earlier days the record itself is the answer.
    """
    today = ledger.known_on or date.today()
    now = Knowledge(ledger, today, ledger.known_on)
    return tuple(one for finding in findings for one in _beyond(finding, now))


def _beyond(finding: Finding, now: Knowledge) -> Iterator[BeyondTheRecord]:
    claim = finding.claim
    if not _is_told_as_done(claim) or finding.verdict in _DECIDED:
        return
    if finding.verdict_now is Verdict.BORNE_OUT or claim.treaty not in now.ledger.treaties:
        return
    assert claim.treaty is not None
    if not _is_news(finding, claim.treaty, now):
        return
    for participant in claim.participants:
        if participant in now.ledger.participants:
            act = _act(claim, participant, claim.treaty, now)
            if act is not None:
                yield BeyondTheRecord(claim, participant, act, _day(claim))


def _is_told_as_done(claim: Claim) -> bool:
    surely = claim.read_by is not ReadBy.LIKENESS  # which does not know what is to come
    return claim.voice in _TOLD_AS_DONE and surely and not (claim.negated or claim.hedged)


def _is_news(finding: Finding, treaty: str, now: Knowledge) -> bool:
    """Whether the day in question lies after those of which the record can speak."""
    told = finding.as_known_on
    spoken = date.fromisoformat(told) if told else now.on
    day = finding.claim.date.last() if finding.claim.date else spoken
    horizon = now.horizon(treaty)
    return horizon is None or day > horizon


def _act(claim: Claim, participant: str, treaty: str, now: Knowledge) -> ActKind | None:
    """The act that would make the claim true; None where the record has it, or it cannot be."""
    standing = now.spell(participant, treaty).standing
    if claim.type is ClaimType.WITHDRAWAL and claim.stage in _LEFT:
        noticed = now.acts(participant, treaty, frozenset({ActKind.WITHDRAWAL_NOTICE}))
        open_still = standing is not Standing.UNDETERMINED or not noticed
        return ActKind.WITHDRAWAL_NOTICE if standing in _MAY_LEAVE and open_still else None
    if claim.type is not ClaimType.PARTICIPATION or not now.is_complete(treaty):
        return None
    if claim.stage in _JOINED and standing in _MAY_JOIN:
        signed = standing is Standing.SIGNATORY
        return ActKind.RATIFICATION if signed else ActKind.ACCESSION
    if claim.stage == _SIGNED and standing is Standing.THIRD_STATE:
        return ActKind.SIGNATURE
    return None


def _day(claim: Claim) -> PartialDate | None:
    return None if claim.stage == Stage.EFFECTIVE.value else claim.date
