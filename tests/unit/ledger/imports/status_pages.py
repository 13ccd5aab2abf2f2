"""Status pages of our own making, in the shape in which the depositary serves them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.participant import Name, NameKind, Participant, ParticipantKind
from treatywatch.ledger.imports.imported import Import
from treatywatch.ledger.imports.untc import import_untc_page

P = "ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"
RETRIEVED = date(2026, 2, 3)
CONSENT = "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"

_NAMES: Mapping[str, tuple[str, ...]] = {
    "BHS": ("Bahamas",),
    "CIV": ("Côte d'Ivoire",),
    "CSK": ("Czechoslovakia",),
    "CZE": ("Czechia", "Czech Republic"),
    "DDR": ("German Democratic Republic",),
    "EST": ("Estonia", "Republic of Estonia"),
    "FIN": ("Finland",),
    "GBR": ("United Kingdom of Great Britain and Northern Ireland", "United Kingdom"),
    "GMB": ("Gambia", "Republic of The Gambia"),
    "MNE": ("Montenegro",),
    "NLD": ("Netherlands (Kingdom of the)", "Netherlands", "Kingdom of the Netherlands"),
    "NOR": ("Norway", "Kingdom of Norway"),
    "POL": ("Poland",),
    "SVK": ("Slovakia",),
    "UKR": ("Ukraine",),
    "USA": ("United States of America", "United States"),
    "YEM": ("Yemen",),
    "YUG": ("Yugoslavia",),
}


def participants() -> dict[str, Participant]:
    """The few States that the pages here speak of."""
    return {
        code: Participant(
            id=code,
            kind=ParticipantKind.STATE,
            common_name=names[0],
            official_name=names[-1],
            names=tuple(Name(form, NameKind.NAME) for form in names),
        )
        for code, names in _NAMES.items()
    }


def row(name: str, *cells: str, notes: Sequence[int] = ()) -> str:
    """A row of the table; the numbers of end notes stand behind the name."""
    raised = ", ".join(f"<A class='noteIndex' href='#{n}'>{n}</A>" for n in notes)
    sup = f" <SUP>{raised} </SUP>" if notes else ""
    told = "".join(f"<td>{cell or '&nbsp;'}<br></td>\n" for cell in cells)
    return f"<tr class='trBWhite'>\n<td>{name}{sup}<br></td>\n{told}</tr>\n"


@dataclass(frozen=True)
class Page:
    """What a test varies about a page."""

    rows: Sequence[str]
    notes: Sequence[str] = ()
    columns: Sequence[str] = ("Signature", CONSENT)
    title: str = "5. Convention on Widgets"
    chapter: str = "CHAPTER XXVI"
    as_at: str = "03-02-2026 10:16:18 EDT"
    in_force: str = "1 March 1999, in accordance with article 17(1)."
    status: str = ""
    below: str = ""

    def html(self) -> str:
        """The page as the depositary would serve it."""
        head = "".join(f"<td>{name}<br></td>" for name in ("Participant", *self.columns))
        return f"""<!DOCTYPE html><html><head><title>UNTC</title></head><body>
<div id="{P}div3">STATUS AS AT : {self.as_at}</div>
<div id="{P}rptHead_ctl00_tcHead">{self.chapter}</div>
<div id="{P}rptTreaty_ctl00_tcTreaty">{self.title}</div>
<div id="{P}rptEIF_ctl00_tcText">{self.in_force}</div>
<div id="{P}rptStatus_ctl00_tcText">{self.status}</div>
<table id="{P}tblgrid"><tr class="thead-one">{head}</tr>
{"".join(self.rows)}</table>
{self.below}
<table id="{P}dgNotesAll">{"".join(map(_note, range(1, 99), self.notes))}</table>
</body></html>"""

    def read(self, name: str = "widgets.html") -> Import:
        """The import of the page, as retrieved on the day as at which it stands."""
        return import_untc_page(
            self.html().encode(),
            name=name,
            retrieved=RETRIEVED,
            participants=participants(),
            treaties={"XXVI-5": "widgets"},
        )


def _note(number: int, text: str) -> str:
    return (
        f"<tr><td><div id='{P}dgNotesAll_ctl0{number}_divNotesAll'>"
        f"<a name='{number}'>{number}</a><index></index>{text}<br><br></div></td></tr>\n"
    )


def acts_of(imported: Import) -> list[tuple[str, str, str]]:
    """Participant, kind and day of every act, in the order of the import."""
    return [(act.participant, str(act.kind), str(act.done_on)) for act in imported.acts]


def codes(imported: Import) -> list[str]:
    """The codes of the faults."""
    return [fault.code for fault in imported.faults]


def only(imported: Import, participant: str, kind: str) -> Act:
    """The one act of that kind by that participant."""
    [act] = [a for a in imported.acts if (a.participant, a.kind) == (participant, kind)]
    return act
