"""Reading every file of a record folder, each fault kept with its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from treatywatch.law.act import Act, Step
from treatywatch.law.body import Body
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.participant import Conflict, Group, Name, Participant
from treatywatch.law.state_system import SystemSpell
from treatywatch.law.treaty import Treaty
from treatywatch.law.unit import Territory
from treatywatch.ledger import (
    acts_file,
    extensions_file,
    indicators_file,
    participants_file,
    systems_file,
    territories_file,
)
from treatywatch.ledger.crossreferences import crossreference_faults
from treatywatch.ledger.fact_words import FactWords
from treatywatch.ledger.facts_file import read_bodies, read_fact_words
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.groups_file import read_groups
from treatywatch.ledger.indicator import Indicator, Source
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.signs_file import read_word_signs
from treatywatch.ledger.table import Row, read_table
from treatywatch.ledger.treaty_file import read_treaty
from treatywatch.ledger.view_lint import view_faults
from treatywatch.ledger.word_signs import WordSign

Value = TypeVar("Value")


@dataclass
class RecordReader:
    """Reads one folder, keeping the faults and where each value stands in its file."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)
    places: list[tuple[Row, object]] = field(default_factory=list)

    def _table(
        self,
        path: Path,
        columns: tuple[str, ...],
        build: Callable[[Row], Value],
        optional: tuple[str, ...] = (),
    ) -> tuple[Value, ...]:
        name = path.relative_to(self.folder).as_posix()
        built, faults = read_table(path, name, columns, build, optional)
        self.faults += faults
        self.places += built
        return tuple(value for _, value in built)

    def _tables(self, folder: str) -> list[Path]:
        return sorted((self.folder / folder).glob("*.csv"))

    def _treaties(self) -> dict[str, Treaty]:
        treaties = {}
        for path in sorted((self.folder / "treaties").glob("*.yaml")):
            treaty, faults = read_treaty(path)
            self.faults += faults
            if treaty is not None:
                treaties[treaty.id] = treaty
        return treaties

    def _participants(self) -> dict[str, Participant]:
        folder = self.folder / "participants"
        rows = self._table(
            folder / "participants.csv",
            participants_file.PARTICIPANT_COLUMNS,
            participants_file.participant_from,
        )
        names: list[tuple[str, Name]] = []
        for path in sorted(folder.glob("names.*.csv")):
            build = partial(participants_file.name_from, language=path.suffixes[0][1:])
            names += self._table(path, participants_file.NAME_COLUMNS, build)
        return participants_file.with_names(rows, names)

    def _groups(self, participants: Mapping[str, Participant]) -> dict[str, Group]:
        path = self.folder / "participants" / "groups.yaml"
        if not path.exists():
            return {}
        groups, faults = read_groups(path, participants)
        self.faults += faults
        return groups

    def _acts(self) -> dict[str, tuple[Act, ...]]:
        columns, optional = acts_file.ACT_COLUMNS, acts_file.UNIT_COLUMNS
        return {
            path.stem: self._table(
                path, columns, partial(acts_file.act_from, treaty=path.stem), optional
            )
            for path in self._tables("acts")
        }

    def _steps(self) -> dict[str, tuple[Step, ...]]:
        columns, optional = acts_file.STEP_COLUMNS, acts_file.TOWARDS_COLUMNS
        return {
            path.stem: self._table(
                path, columns, partial(acts_file.step_from, treaty=path.stem), optional
            )
            for path in self._tables("steps")
        }

    def _extensions(self) -> dict[str, tuple[DeadlineExtension, ...]]:
        columns = extensions_file.EXTENSION_COLUMNS
        return {
            path.stem: self._table(
                path, columns, partial(extensions_file.extension_from, treaty=path.stem)
            )
            for path in self._tables("extensions")
        }

    def _conflicts(self) -> tuple[Conflict, ...]:
        path = self.folder / "participants" / "conflicts.csv"
        if not path.exists():
            return ()
        return self._table(path, acts_file.CONFLICT_COLUMNS, acts_file.conflict_from)

    def _systems(self) -> tuple[SystemSpell, ...]:
        path = self.folder / "participants" / "systems.csv"
        if not path.exists():
            return ()
        return self._table(path, systems_file.SYSTEM_COLUMNS, systems_file.system_spell_from)

    def _territories(self) -> dict[str, Territory]:
        path = self.folder / "participants" / "territories.csv"
        if not path.exists():
            return {}
        columns, build = territories_file.TERRITORY_COLUMNS, territories_file.territory_from
        return {found.id: found for found in self._table(path, columns, build)}

    def _indicators(self) -> tuple[Indicator, ...]:
        figures: list[Indicator] = []
        for path in self._tables("indicators"):
            build = partial(indicators_file.indicator_from, subject=path.stem)
            figures += self._table(path, indicators_file.INDICATOR_COLUMNS, build)
        return tuple(figures)

    def _sources(self) -> dict[str, Source]:
        columns, build = indicators_file.SOURCE_COLUMNS, indicators_file.source_from
        found = [s for path in self._tables("sources") for s in self._table(path, columns, build)]
        return {source.id: source for source in found}

    def _bodies(self) -> dict[str, Body]:
        path = self.folder / "depositaries" / "bodies.yaml"
        if not path.exists():
            return {}
        bodies, faults = read_bodies(path)
        self.faults += faults
        return bodies

    def _fact_words(self) -> FactWords:
        path = self.folder / "facts" / "words.yaml"
        if not path.exists():
            return FactWords()
        words, faults = read_fact_words(path)
        self.faults += faults
        return words

    def _word_signs(self, known: FactWords) -> tuple[WordSign, ...]:
        path = self.folder / "facts" / "signs.yaml"
        if not path.exists():
            return ()
        signs, faults = read_word_signs(path, known)
        self.faults += faults
        return signs

    def ledger(self) -> Ledger:
        """The ledger of what could be understood."""
        participants, fact_words = self._participants(), self._fact_words()
        return Ledger(
            treaties=self._treaties(),
            participants=participants,
            groups=self._groups(participants),
            acts=self._acts(),
            steps=self._steps(),
            conflicts=self._conflicts(),
            indicators=self._indicators(),
            sources=self._sources(),
            extensions=self._extensions(),
            systems=self._systems(),
            bodies=self._bodies(),
            fact_words=fact_words,
            word_signs=self._word_signs(fact_words),
            territories=self._territories(),
        )

    def all_faults(self, ledger: Ledger) -> tuple[Fault, ...]:
        """The faults of each file and those between files, in the order of the files."""
        between = [*crossreference_faults(ledger, self.places)]
        for treaty in ledger.treaties.values():
            between += view_faults(treaty, ledger, self.folder)
        return tuple(sorted([*self.faults, *between]))
