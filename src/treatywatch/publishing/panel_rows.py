"""The rows of the long table: kept by stretches of years, given in columns or as CSV."""

import csv
from calendar import isleap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from io import StringIO
from itertools import groupby, repeat
from operator import attrgetter

from treatywatch.law.participant import Participant
from treatywatch.publishing.panel_cells import Cells
from treatywatch.values import frozen

Cell = str | int | None
Columns = dict[str, list[Cell]]

LONG_COLUMNS = (
    "treaty_id",
    "mtdsg",
    "year",
    "participant",
    "iso3c",
    "ccode",
    "gwcode",
    "statenme",
    "signed_date",
    "consent_date",
    "consent_mode",
    "eif_date",
    "notice_date",
    "exit_date",
    "status_jan1",
    "status_dec31",
    "status_any",
    "party_any",
    "party_days",
    "iea_code",
    "n_parties_dec31",
    "n_signatories_dec31",
    "contested",
    "source_ids",
    "as_known_on",
)
_OF_CELLS = tuple(field.name for field in fields(Cells))
_cells_of = attrgetter(*_OF_CELLS)
_YEARLY = frozenset({"year", "party_days", "n_parties_dec31", "n_signatories_dec31"})


def identity(who: Participant) -> dict[str, Cell]:
    """The cells that tell which State a row is about."""
    return {
        "participant": who.id,
        "iso3c": who.iso_alpha3 or "",
        "ccode": who.cow,
        "gwcode": who.gw,
        "statenme": who.common_name,
    }


@frozen
class Stretch:
    """Years of one State, one after the other, in which nothing changes for it."""

    identity: Mapping[str, Cell]
    years: range
    cells: Cells


@frozen
class TreatyRows:
    """The rows of one treaty, in the order of States and years, and what all of them share.

    ``by_year`` holds, from the year ``first`` on, the cells that are the same for every State.
    """

    treaty: str
    mtdsg: str
    as_known_on: str
    first: int
    by_year: Mapping[str, Sequence[int]]
    stretches: tuple[Stretch, ...]

    def column(self, of_cells: str) -> list[Cell]:
        """One column of the cells."""
        found: list[Cell] = []
        for stretch in self.stretches:
            found += [getattr(stretch.cells, of_cells)] * len(stretch.years)
        return found

    def lasting(self, stretch: Stretch) -> dict[str, Cell]:
        """The cells that are the same in every year of the stretch."""
        cells = dict(zip(_OF_CELLS, _cells_of(stretch.cells), strict=True))
        if cells["party_days"] is None:  # every day of the year, so it goes by the year
            del cells["party_days"]
        shared: dict[str, Cell] = {
            "treaty_id": self.treaty,
            "mtdsg": self.mtdsg,
            "as_known_on": self.as_known_on,
        }
        return {**shared, **stretch.identity, **cells}

    def places(self, stretch: Stretch) -> slice:
        """Where the years of the stretch lie in ``by_year``."""
        return slice(stretch.years.start - self.first, stretch.years.stop - self.first)


def by_year(
    years: range, parties: Sequence[int], signatories: Sequence[int]
) -> dict[str, list[int]]:
    """The cells that go by the year alone; ``party_days`` of a State that is party all year."""
    return {
        "year": list(years),
        "party_days": [365 + isleap(year) for year in years],
        "n_parties_dec31": list(parties),
        "n_signatories_dec31": list(signatories),
    }


def long_columns(of_treaties: Sequence[TreatyRows]) -> Columns:
    """The long table, column by column."""
    columns: Columns = {name: [] for name in LONG_COLUMNS}
    for rows in of_treaties:
        for stretch in rows.stretches:
            lasting, places = rows.lasting(stretch), rows.places(stretch)
            for name, cells in columns.items():
                lasts = name in lasting
                cells.extend(
                    [lasting[name]] * len(stretch.years) if lasts else rows.by_year[name][places]
                )
    return columns


def long_csv(of_treaties: Sequence[TreatyRows]) -> Iterator[str]:
    """The long table as CSV, treaty by treaty: the same cells as in :func:`long_columns`.

    A million rows are too many to write every cell anew: each treaty has its lines year by year
    with gaps for what goes by the State, and a stretch takes its years and fills their gaps.
    """
    written = Written()
    yield ",".join(LONG_COLUMNS) + "\n"
    for rows in of_treaties:
        yield _csv_of(rows, written)


def _csv_of(rows: TreatyRows, written: "Written") -> str:
    by_year = {name: [written[cell] for cell in cells] for name, cells in rows.by_year.items()}
    party_days_last = {
        last: _Lines.of(by_year, _YEARLY - {"party_days"} if last else _YEARLY)
        for last in (True, False)
    }
    text: list[str] = []
    for stretch in rows.stretches:
        lasting = rows.lasting(stretch)
        lines = party_days_last["party_days" in lasting]
        text.append(lines.filled(rows.places(stretch), lasting, written))
    return "".join(text)


@frozen
class _Lines:
    """A line for each year, and the columns that belong in each of its gaps."""

    by_year: Sequence[str]
    gaps: Sequence[tuple[str, Sequence[str]]]

    @classmethod
    def of(cls, cells: Mapping[str, Sequence[str]], yearly: frozenset[str]) -> "_Lines":
        """The lines with the cells of the columns that go by the year, and gaps for all others."""
        gaps: list[tuple[str, Sequence[str]]] = []
        parts: list[Iterable[str]] = []
        for by_year, names in groupby(LONG_COLUMNS, yearly.__contains__):
            if by_year:
                parts += [cells[name] for name in names]
            else:
                mark = chr(len(gaps))  # a control character stands in no cell
                gaps.append((mark, tuple(names)))
                parts.append(repeat(mark))
        return cls([f"{','.join(line)}\n" for line in zip(*parts, strict=False)], gaps)

    def filled(self, years: slice, lasting: Mapping[str, Cell], written: "Written") -> str:
        """The lines of those years, their gaps filled with the cells that last."""
        text = "".join(self.by_year[years])
        for mark, names in self.gaps:
            text = text.replace(mark, ",".join([written[lasting[name]] for name in names]))
        return text


class Written(dict[Cell, str]):
    """Each cell as CSV writes it, worked out once however often it comes."""

    def __missing__(self, cell: Cell) -> str:
        text = StringIO()
        # A row of one empty cell would be quoted, so that it is told from no row.
        csv.writer(text, lineterminator="").writerow((cell, 0))
        self[cell] = text.getvalue().removesuffix(",0")
        return self[cell]
