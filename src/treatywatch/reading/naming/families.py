"""Which treaty another goes with: a protocol with its convention, the Paris Agreement with its."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from treatywatch.law.treaty import Treaty
from treatywatch.reading.vocabulary.spans import Mention, Passage


def parent_of(treaty: str, treaties: Mapping[str, Treaty]) -> str | None:
    """The treaty that it goes with: whose end is its own too, or from whose id its own goes on."""
    known = treaties.get(treaty)
    if known is None:
        return None
    ends_with = next((end.treaty for end in known.final_clauses.ends_with), None)
    family = treaty.rpartition("-")[0]
    return ends_with or (family if family in treaties else None)


def only_gone_with(
    mentions: Sequence[Mention], passages: Sequence[Passage], treaties: Mapping[str, Treaty]
) -> Mapping[int, int]:
    """Where treaties begin that are never named, and that one of the report goes with.

    Each with where its sentence ends, behind which the report goes on about what it names.
    """
    named = {mention.ids[0] for mention in mentions if mention.role != "anaphor"}
    parents = {parent_of(one, treaties) for one in named} - named
    begins = [passage.start for passage in passages]
    return {
        one.start: passages[max(0, bisect_right(begins, one.start) - 1)].end
        for one in mentions
        if one.ids[0] in parents
    }
