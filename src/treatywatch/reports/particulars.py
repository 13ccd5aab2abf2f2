"""What a document says of itself: title, author, dates, address, language."""

from collections.abc import Iterable
from dataclasses import fields, replace

from treatywatch.values import frozen


@frozen
class Particulars:
    """Each None where the document does not say it; dates are EDTF.

    ``published_from`` names the place in the document that ``published`` was read from.
    """

    title: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None


def first_of_each(told: Iterable[Particulars]) -> Particulars:
    """Each particular from the first that tells it; a date and where it is from stay together."""
    known = Particulars()
    for one in told:
        news = {
            field.name: getattr(one, field.name)
            for field in fields(Particulars)
            if getattr(known, field.name) is None and field.name != "published_from"
        }
        if "published" in news:
            news["published_from"] = one.published_from if one.published else None
        known = replace(known, **news)
    return known
