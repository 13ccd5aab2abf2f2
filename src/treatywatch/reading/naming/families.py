"""Which treaty another goes with: a protocol with its convention, the Paris Agreement with its."""

from collections.abc import Mapping

from treatywatch.law.treaty import Treaty


def parent_of(treaty: str, treaties: Mapping[str, Treaty]) -> str | None:
    """The treaty that it goes with: whose end is its own too, or from whose id its own goes on."""
    known = treaties.get(treaty)
    if known is None:
        return None
    ends_with = next((end.treaty for end in known.final_clauses.ends_with), None)
    family = treaty.rpartition("-")[0]
    return ends_with or (family if family in treaties else None)
