"""Plain questions to the record of participants: is it whole, unambiguous, and true to history?"""

import csv
import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from treatywatch.law.participant import NameKind, Participant, ParticipantKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger

NOTES = re.DOTALL | re.IGNORECASE
SHARED = Path(__file__).resolve().parents[3] / "../shared"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


@pytest.fixture(scope="module")
def participants(ledger: Ledger) -> tuple[Participant, ...]:
    return tuple(ledger.participants.values())


def _twice(values: list[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def test_no_code_is_borne_twice(participants: tuple[Participant, ...]) -> None:
    assert _twice([p.iso_alpha2 for p in participants if p.iso_alpha2]) == []
    assert _twice([p.iso_alpha3 for p in participants if p.iso_alpha3]) == []
    assert _twice([p.m49 for p in participants if p.m49]) == []


def test_a_state_system_number_is_shared_only_by_a_state_and_the_one_it_continues(
    participants: tuple[Participant, ...],
) -> None:
    for system in ("cow", "gw"):
        bearers = defaultdict(set)
        for p in participants:
            if getattr(p, system) is not None:
                bearers[getattr(p, system)].add(p)
        for shared in (ps for ps in bearers.values() if len(ps) > 1):
            ids = {p.id for p in shared}
            alone = {p.id for p in shared if not ids & set(p.predecessors)}
            assert len(alone) == 1, f"{system}: {sorted(ids)}"


def test_nothing_ends_before_it_begins(participants: tuple[Participant, ...]) -> None:
    for p in participants:
        if p.exists_from and p.exists_until:
            assert p.exists_from.first() <= p.exists_until.last(), p.id
        if p.un_member_from and p.un_member_until:
            assert p.un_member_from < p.un_member_until, p.id


def test_predecessors_exist_and_came_before(ledger: Ledger) -> None:
    for p in ledger.participants.values():
        for predecessor in (ledger.participants[code] for code in p.predecessors):
            if p.exists_from and predecessor.exists_from:
                assert predecessor.exists_from.first() < p.exists_from.last(), p.id


def test_members_of_the_united_nations_were_there_when_admitted(
    participants: tuple[Participant, ...],
) -> None:
    early = {
        p.id
        for p in participants
        if p.un_member_from and p.exists_from and p.un_member_from < p.exists_from.first()
    }
    assert early == {"PHL"}, "the Philippines signed the Charter before independence"


# The growth of membership as the United Nations prints it; years in which a member left or was
# joined with another for a while (Indonesia 1965, the United Arab Republic 1958-61, Zanzibar 1963)
# are left out, since a participant here has one spell of membership.
@pytest.mark.parametrize(
    ("year", "members"),
    [
        (1945, 51),
        (1946, 55),
        (1947, 57),
        (1950, 60),
        (1955, 76),
        (1956, 80),
        (1957, 82),
        (1961, 104),
        (1962, 110),
        (1964, 115),
        (1966, 122),
        (1967, 123),
        (1968, 126),
        (1970, 127),
        (1971, 132),
        (1973, 135),
        (1974, 138),
        (1975, 144),
        (1976, 147),
        (1977, 149),
        (1978, 151),
        (1980, 154),
        (1981, 157),
        (1983, 158),
        (1984, 159),
        (1990, 159),
        (1991, 166),
        (1992, 179),
        (1993, 184),
        (1994, 185),
        (1999, 188),
        (2000, 189),
        (2002, 191),
        (2006, 192),
        (2011, 193),
        (2025, 193),
    ],
)
def test_the_united_nations_had_so_many_members(ledger: Ledger, year: int, members: int) -> None:
    assert len(ledger.groups["un-members"].members_on(date(year, 12, 31))) == members


def test_who_may_join_treaties_open_to_all_states(participants: tuple[Participant, ...]) -> None:
    today = [p for p in participants if p.exists_until is None]
    others = {p.id for p in today if p.kind is ParticipantKind.OTHER_STATE}
    assert others == {"COK", "NIU", "PSE", "VAT", "XKX"}
    assert len([p for p in today if p.kind is ParticipantKind.STATE]) == 193
    assert {p.id for p in today if p.kind is ParticipantKind.ORGANISATION} == {"EUE", "EAEC"}


@pytest.mark.parametrize(
    ("participant", "cow", "gw"),
    [
        ("DEU", 255, 260),  # the two systems part over unified Germany
        ("DDR", 265, 265),
        ("YEM", 679, 678),
        ("YMD", 680, 680),
        ("SRB", 345, 340),
        ("YUG", 345, 345),
        ("VNM", 816, 816),
        ("RVN", 817, 817),
        ("TON", 955, 972),
        ("KIR", 946, 970),
        ("NRU", 970, 971),
        ("TUV", 947, 973),
        ("RUS", 365, 365),
        ("SUN", 365, 365),
        ("VAT", None, None),
        ("NIU", None, None),
        ("EUE", None, None),
    ],
)
def test_numbers_that_lists_often_get_wrong(
    ledger: Ledger, participant: str, cow: int | None, gw: int | None
) -> None:
    found = ledger.participants[participant]
    assert (found.cow, found.gw) == (cow, gw)


def test_no_form_of_words_stands_for_two_participants(
    participants: tuple[Participant, ...],
) -> None:
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for p in participants:
        for name in p.names:
            bearers[name.language, name.form.casefold()].add(p.id)
    assert {form: ids for form, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("form", ["Korea", "Korean", "Congo", "Congolese", "Dominican", "Brussels"])
def test_words_that_may_mean_two_are_left_to_the_context(
    participants: tuple[Participant, ...], form: str
) -> None:
    assert not any(n.form == form and n.language == "en" for p in participants for n in p.names)


@pytest.mark.parametrize(
    ("written", "participant"),
    [
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Zaire", "COD"),
        ("Cape Verde", "CPV"),
        ("Turkey", "TUR"),
        ("Ivory Coast", "CIV"),
        ("East Timor", "TLS"),
        ("Czech Republic", "CZE"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Federal Republic of Yugoslavia", "SCG"),
        ("Union of Soviet Socialist Republics", "SUN"),
        ("German Democratic Republic", "DDR"),
        ("Democratic Yemen", "YMD"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Congo", "COG"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("U.K.", "GBR"),
        ("USA", "USA"),
        ("EU", "EUE"),
        ("Vatican", "VAT"),
    ],
)
def test_a_name_old_or_short_is_understood(ledger: Ledger, written: str, participant: str) -> None:
    assert ledger.participant(written).id == participant


@pytest.mark.parametrize(
    ("form", "participant", "kind"),
    [
        ("Finns", "FIN", NameKind.DEMONYM),
        ("Polish", "POL", NameKind.ADJECTIVE),
        ("Washington", "USA", NameKind.CAPITAL),
        ("Kiev", "UKR", NameKind.CAPITAL),
        ("Kremlin", "RUS", NameKind.METONYM),
        ("Seimas", "LTU", NameKind.METONYM),
        ("Saeima", "LVA", NameKind.METONYM),
        ("Riigikogu", "EST", NameKind.METONYM),
        ("Sejm", "POL", NameKind.METONYM),
    ],
)
def test_other_words_for_a_state(
    ledger: Ledger, form: str, participant: str, kind: NameKind
) -> None:
    forms = {(n.form, n.kind) for n in ledger.participants[participant].names}
    assert (form, kind) in forms


def test_every_participant_has_an_english_name(participants: tuple[Participant, ...]) -> None:
    bare = [
        p.id
        for p in participants
        if not any(n.language == "en" and n.kind is NameKind.NAME for n in p.names)
    ]
    assert bare == []


def _rows_of_status_pages() -> Iterator[tuple[str, str]]:
    for page in sorted((SHARED / "untc-pages").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        table = text[text.find("thead-one") :].partition("</table>")[0]
        for row in re.findall(r'<tr class="tr[^>]*>(.*?)</tr>', table, re.DOTALL):
            cell = re.search(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
            if cell:
                bare = re.sub(r"<sup.*?</sup>|<a .*?</a>|<[^>]+>", "", cell[1], flags=NOTES)
                yield page.name, html.unescape(bare).strip()


@pytest.mark.skipif(
    not SHARED.exists(), reason="the depositary's pages are not beside the checkout"
)
def test_every_row_of_the_depositary_s_pages_names_a_known_participant(ledger: Ledger) -> None:
    rows = list(_rows_of_status_pages())
    assert len(rows) > 1000
    for _, written in rows:
        if written:
            ledger.participant(written)


@pytest.mark.skipif(not SHARED.exists(), reason="the collected tables are not beside the checkout")
def test_every_participant_of_the_collected_tables_is_known_under_its_code(ledger: Ledger) -> None:
    for table in sorted((SHARED / "record").glob("*.csv")):
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                # Taiwan's acts are a note to China's: it is no participant of this record.
                if row["iso3"] and row["iso3"] != "TWN":
                    assert ledger.participant(row["participant"]).id == row["iso3"], table.name
