"""The newsrooms that reports name as their source, and how they name them, as data.

``record/newsrooms/outlets.yaml`` has the names, ``attribution.yaml`` the words around them.
"""

from collections.abc import Mapping
from functools import cache

from treatywatch.reading.vocabulary.words import as_section, read_sections
from treatywatch.values import frozen


@frozen
class Outlet:
    """A news agency, broadcaster or paper: the forms of its name and its addresses on the web."""

    names: tuple[str, ...]
    hosts: tuple[str, ...]


@frozen(eq=False)
class AttributionWords:
    """How one language names a newsroom as a source; the keys are told in the file."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    credits: tuple[str, ...]
    nouns: tuple[str, ...]
    small: tuple[str, ...]


@cache
def load_outlets() -> Mapping[str, Outlet]:
    """Every outlet by its id; :class:`treatywatch.errors.FaultyRecord` for a faulty file."""
    name = "outlets.yaml"
    return {
        str(outlet): as_section(fields, Outlet, f"newsrooms/{name}:0: {outlet}")
        for outlet, fields in read_sections(f"newsrooms/{name}").items()
    }


@cache
def load_attribution(language: str) -> AttributionWords | None:
    """The words of a language, None where the file has none for it.

    :class:`treatywatch.errors.FaultyRecord` for a faulty file.
    """
    name = "attribution.yaml"
    sections = read_sections(f"newsrooms/{name}")
    if language not in sections:
        return None
    return as_section(sections[language], AttributionWords, f"newsrooms/{name}:0: {language}")
