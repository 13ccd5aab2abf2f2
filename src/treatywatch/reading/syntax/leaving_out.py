"""Who is left out of all the others: "all but Israel", "every EU member except Malta"."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


@grammar
def ends_in_all_but(acts: ActWords) -> re.Pattern[str]:
    """Words that end where those begin who are left out: "all but", "all EU states except"."""
    nouns = acts.cues_of(CueKind.STATE_NOUN, CueKind.PARTY_NOUN, CueKind.STATE_NOUN_ONE)
    everyone, excepting = acts.any_of("everyone"), acts.any_of("excepting")
    of_a_kind = rf"(?:{everyone})(?:\s[\w-]+){{0,2}}\s(?:{nouns}),?\s(?:{excepting})"
    return re.compile(rf"(?<!\w)(?:{acts.any_of('all_but')}|{of_a_kind})$")


@grammar
def except_behind(acts: ActWords) -> re.Pattern[str]:
    """What stands between a group and those of it who are left out: " states, except the"."""
    nouns = acts.cues_of(CueKind.STATE_NOUN, CueKind.PARTY_NOUN)
    words = acts.any_of("excepting")
    return re.compile(rf"(?:\s(?:{nouns}))?,?\s(?:{words})\s{acts.maybe('name_article')}")
