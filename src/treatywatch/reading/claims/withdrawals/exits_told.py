"""What a report has told of exits up to some place: what "five countries" falls back on."""

from dataclasses import replace

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Claim, Voice
from treatywatch.reading.claims.withdrawals.word_order import (
    comes_before,
    only_looks_back,
)
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind


class ExitsTold:
    """The exits told so far, by treaty; what the whole report tells is known from the start."""

    def __init__(self, stage: Stage, found: list[Exit]) -> None:
        self.found = found
        self.protagonist = stage.protagonist
        self.leaving: dict[str | None, tuple[str, ...]] = {}
        self.halting: dict[str | None, tuple[str, ...]] = {}  # suspending it, which is no leaving
        self.first: dict[str | None, int] = {}  # where an exit from each treaty is first told
        self.last: dict[str | None, Claim] = {}
        self.latest: dict[str | None, Claim] = {}
        self.main: dict[str | None, Claim] = {}  # but for what had been before
        self.beside: dict[str | None, Claim] = {}  # steps that are notified but are no exits
        for one in found:
            self._note_party(one)

    def _note_party(self, one: Exit) -> None:
        party = one.party
        acts = party is not None and party.ids and party.stand is not Stand.ASIDE
        if party is None or not acts or party.understood or negated(one.scene, one.head):
            return
        told = self.halting if one.head.kind is CueKind.SUSPEND else self.leaving
        known = told.get(one.treaty, ())
        told[one.treaty] = tuple(dict.fromkeys((*known, *party.ids)))
        self.first.setdefault(one.treaty, one.head.start)

    def note(self, stage: Stage, one: Exit, claim: Claim) -> None:
        """Remember the claim that a mention of leaving has made."""
        if comes_before(stage, one):
            return
        self.latest[one.treaty] = claim
        if not only_looks_back(stage, one):
            self.main[one.treaty] = claim
        self._note_beside(one, claim)
        if claim.voice is Voice.DID or one.treaty not in self.last:
            self.last[one.treaty] = claim

    def note_too(self, claim: Claim) -> None:
        """Remember what the same words tell of a further treaty."""
        self.latest[claim.treaty] = self.last[claim.treaty] = claim

    def _note_beside(self, one: Exit, claim: Claim) -> None:
        """Remember a suspension, or the taking back of consent, for the notice of it."""
        if one.head.kind is CueKind.TAKE_BACK:
            self.beside[one.treaty] = replace(claim, stage="consent_withdrawn")
        elif claim.stage in NOTIFIED_TOO:
            self.beside[one.treaty] = claim
        else:
            self.beside.pop(one.treaty, None)


# steps of which the depositary is told as well
NOTIFIED_TOO = frozenset({"suspended", "consent_withdrawn"})
