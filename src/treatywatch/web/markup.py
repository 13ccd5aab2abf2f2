"""What a page says of a treaty to search engines, in the words of schema.org."""

from datetime import date

from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.plain_json import Json
from treatywatch.status.entry import entry_into_force


def legislation(ledger: Ledger, treaty: Treaty, on: date) -> dict[str, Json]:
    """A treaty as schema.org's ``Legislation``; what is not known is left out."""
    adopted = treaty.milestone(MilestoneKind.ADOPTED)
    begun = entry_into_force(ledger, treaty.id).when
    told: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "legislationType": "Treaty",
        "identifier": treaty.id,
        "name": treaty.title,
        "alternateName": treaty.short_title,
        "legislationIdentifier": treaty.reference.unts or treaty.reference.mtdsg,
        "legislationDate": None if adopted is None else str(adopted.on),
        "legislationLegalForce": _force(begun, on),
    }
    return {name: value for name, value in told.items() if value is not None}


def _force(begun: object, on: date) -> str | None:
    if not isinstance(begun, date):
        return None
    return "InForce" if begun <= on else "NotInForce"
