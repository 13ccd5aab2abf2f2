"""The place of one that joined, told behind the act: "joined in 2012, as the last member to do so".

Or in a sentence of its own: "It was the last of the EU member states to do so". It
is a claim of its own: the act may be right and the place wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, Voice
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_ACTS = frozenset({"acceded", "ratified", "signed"})
_AHEAD = 110  # characters of "as the last member of the European Union to do so"


def places_behind(stage: Stage, joined: Sequence[Claim]) -> Iterator[Claim]:
    """A claim on the place for each act of one State that such words stand right behind."""
    for claim in joined:
        if claim.stage not in _ACTS or len(claim.participants) != 1 or claim.negated:
            continue
        if claim.voice is not Voice.DID:
            continue
        reach = stage.folded, claim.end, claim.end + _AHEAD
        ways = (_behind(stage.acts), _next_sentence(stage.acts), _as_one(stage.acts))
        found = next((m for way in ways if (m := way.match(*reach)) is not None), None)
        if found is not None:
            start, end = found.span("place")
            quote = stage.text[start:end]
            yield replace(claim, quote=quote, start=start, end=end, date=None)


@grammar
def _behind(acts: ActWords) -> re.Pattern[str]:
    """ ", as the last member of the European Union to do so" """
    again, places = acts.any_of("rank_does_so"), acts.any_of("place_of_one")
    article = (
        acts.maybe("article") if acts.grammar["as_what"] else rf"(?:{acts.any_of('article')})\s"
    )
    return re.compile(
        rf"(?:\s?[,:-])?\s(?P<place>{acts.maybe('ranked_as')}{article}"
        rf"(?:{places})\s(?:[^\s.;:,]+\s){{0,7}}?(?:{again}))(?!\w)"
    )


@grammar
def _as_one(acts: ActWords) -> re.Pattern[str]:
    """ ", als letzter EU-Staat", which closes its clause; "w 2012 r. jako ostatni kraj UE" """
    led, places = acts.any_of("as_what"), acts.any_of("place_of_one")
    article = acts.maybe("article")
    return re.compile(
        rf"(?:\s\w{{1,2}}\.)?(?:\s?[,:-])?\s(?P<place>(?:{led})\s{article}(?:{places})(?:\s[^\s.;:,]+){{1,5}})"
        r"(?=[.,;:)]|$)"
    )


@grammar
def _next_sentence(acts: ActWords) -> re.Pattern[str]:
    """ ". It was the last of the EU member states to do so" """
    again, places = acts.any_of("rank_does_so"), acts.any_of("place_at_the_end")
    subject, be, article = acts.any_of("it_alone"), acts.any_of("be"), acts.any_of("article")
    return re.compile(
        rf"\.\s(?P<place>(?:{subject})\s(?:{be})\s(?:{article})\s"
        rf"(?:{places})\s(?:[^\s.;:,]+\s){{0,7}}?(?:{again}))(?!\w)"
    )
