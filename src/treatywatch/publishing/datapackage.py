"""The description of a panel as a Frictionless data package (Data Package, version 2)."""

from collections.abc import Mapping, Sequence

from treatywatch import __version__
from treatywatch.law.terms import ActKind, Standing
from treatywatch.publishing.panel import Panel
from treatywatch.publishing.panel_rows import LONG_COLUMNS
from treatywatch.publishing.panel_spells import DYAD_COLUMNS, SPELL_COLUMNS

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

TREATY_COLUMNS = ("treaty_id", "mtdsg", "title", "opened", "in_force", "record_holds", "until")
STATE_COLUMNS = ("participant", "iso3c", "ccode", "gwcode", "statenme", "system_from", "system_to")

_DESCRIBED: dict[str, str] = {
    "treaty_id": "The treaty's name in the record",
    "mtdsg": "Number in Multilateral Treaties Deposited with the Secretary-General",
    "title": "The treaty's full title",
    "opened": "Opened for signature",
    "in_force": "Entry into force of the treaty itself, derived from the acts",
    "record_holds": "all-acts, or exits-only where it is not in the record who joined",
    "until": "Last day up to which the record of acts was brought",
    "year": "Calendar year",
    "participant": "The participant's id in the record: the ISO code where there is one",
    "iso3c": "ISO 3166-1 alpha-3 code",
    "ccode": "Correlates of War number",
    "gwcode": "Gleditsch and Ward number",
    "statenme": "Common name in English",
    "system_from": "First day in the state system; empty before the panel",
    "system_to": "Last day in the state system; empty if it is in it still",
    "signed_date": "Signature by 31 December, as the depositary lists it: also one taken back",
    "consent_date": "Receipt of the instrument of consent, if by 31 December",
    "consent_mode": "Kind of consent",
    "eif_date": "Entry into force for the participant that follows from acts by 31 December",
    "notice_date": "Receipt of a notice of withdrawal that stands on 31 December",
    "exit_date": "Day of exit that follows from acts by 31 December",
    "status_jan1": "Standing on 1 January",
    "status_dec31": "Standing on 31 December",
    "status_any": "The most binding standing of the year",
    "party_any": "1 if party on any day of the year, 0 if not, empty if it cannot be said",
    "party_days": "Days of the year on which it was party",
    "iea_code": "0 no action, 1 signed or consented, 2 in force, on 31 December",
    "n_parties_dec31": "Participants for which the treaty is in force on 31 December",
    "n_signatories_dec31": (
        "Participants listed on 31 December as having signed: parties included, those that have "
        "left the treaty or ceased to exist not"
    ),
    "contested": "1 if something on record contests the standing on 31 December",
    "source_ids": "Sources of the acts by 31 December, separated by semicolons",
    "as_known_on": "The day whose knowledge is used; empty for all there is",
    "spell": "Number of the spell, 1 is the first",
    "standing": "Standing throughout the spell",
    "start": "First day of the spell",
    "stop": "First day after the spell",
    "next_standing": "Standing after the spell",
    "censored": "1 if the end of the spell is the end of observation",
    "participant1": "The participant that comes first in the alphabet",
    "participant2": "The other participant",
    "code1": "Its number in the state system",
    "code2": "The other's number in the state system",
    "n_both_party_dec31": "Treaties to which both are party on 31 December",
    "n_one_party_dec31": "Treaties to which exactly one is party on 31 December",
    "n_treaties": "Treaties of the panel",
}
_INTEGERS = frozenset(
    {
        "ccode",
        "gwcode",
        "party_any",
        "party_days",
        "iea_code",
        "n_parties_dec31",
        "n_signatories_dec31",
        "contested",
        "spell",
        "censored",
        "code1",
        "code2",
        "n_both_party_dec31",
        "n_one_party_dec31",
        "n_treaties",
    }
)
_DAYS = frozenset({"start", "stop", "as_known_on"})
_STANDINGS = frozenset({"status_jan1", "status_dec31", "status_any", "standing", "next_standing"})
_KEYS: dict[str, tuple[str, ...]] = {
    "panel_long": ("treaty_id", "year", "participant"),
    "panel_others": ("treaty_id", "year", "participant"),
    "panel_wide": ("year", "participant"),
    "spells": ("treaty_id", "participant", "spell"),
    "dyads": ("year", "participant1", "participant2"),
    "treaties": ("treaty_id",),
    "states": ("participant",),
}


def columns_of(table: str, panel: Panel) -> tuple[str, ...]:
    """The columns of a table of the package, in their order."""
    return {
        "panel_long": LONG_COLUMNS,
        "panel_others": LONG_COLUMNS,
        "panel_wide": tuple(panel.wide),
        "spells": SPELL_COLUMNS,
        "dyads": DYAD_COLUMNS,
        "treaties": TREATY_COLUMNS,
        "states": STATE_COLUMNS,
    }[table]


def datapackage(panel: Panel, tables: Mapping[str, Sequence[str]]) -> dict[str, Json]:
    """The descriptor; ``tables`` gives the names of the files of each table."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "treatywatch-panel",
        "title": "Who is bound by which treaty, by State and year",
        "version": __version__,
        "description": _about(panel),
        "licenses": [{"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0"}],
        "resources": [
            _resource(table, path, panel) for table, paths in tables.items() for path in paths
        ],
    }


def _about(panel: Panel) -> str:
    choices = panel.choices
    known = f" as known on {choices.as_known_on}" if choices.as_known_on else ""
    return (
        f"{len(panel.treaties)} treaties, {choices.first} to {choices.last}{known}. A State has a "
        f"row for each year in which it was in the {choices.system.upper()} state system on any "
        f"day. The wide table gives the standing at {choices.status_at}."
    )


def _resource(table: str, path: str, panel: Panel) -> Json:
    is_csv = path.endswith(".csv")
    name = table if is_csv else f"{table}_parquet"
    about: dict[str, Json] = {"name": name.replace("_", "-"), "type": "table", "path": path}
    if is_csv:
        about |= {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    else:
        about |= {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    return {**about, "schema": _schema(table, panel)}


def _schema(table: str, panel: Panel) -> Json:
    schema: dict[str, Json] = {
        "fields": [_field(name, panel) for name in columns_of(table, panel)],
        "primaryKey": list(_KEYS[table]),
        "missingValues": [""],
    }
    if table in {"panel_long", "panel_others", "spells"}:
        schema["foreignKeys"] = [_refers("treaty_id", "treaties"), _refers("participant", "states")]
    elif table == "panel_wide":
        schema["foreignKeys"] = [_refers("participant", "states")]
    return schema


def _refers(field: str, table: str) -> Json:
    return {"fields": [field], "reference": {"resource": table, "fields": [field]}}


def _field(name: str, panel: Panel) -> Json:
    if name in panel.treaties and name not in _DESCRIBED:
        told = f"Standing towards {name} at {panel.choices.status_at}"
        return {"name": name, "type": "string", "description": told, **_one_of(Standing)}
    described: dict[str, Json] = {"name": name, "type": "string", "description": _DESCRIBED[name]}
    if name == "year":
        return {**described, "type": "year"}
    if name in _INTEGERS:
        return {**described, "type": "integer"}
    if name in _DAYS:
        return {**described, "type": "date"}
    if name in _STANDINGS:
        return {**described, **_one_of(Standing)}
    return {**described, **_one_of(ActKind)} if name == "consent_mode" else described


def _one_of(words: type[Standing] | type[ActKind]) -> dict[str, Json]:
    return {"constraints": {"enum": [word.value for word in words]}}
