"""A protocol to a treaty is a treaty of its own: "the Optional Protocol to the Convention".

Where the record holds none to that treaty, it is one of which nothing is known: who ratified it in
2018 did not ratify the convention in that year.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import STRANGER, Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords

_REACH = 70  # characters of "second optional protocol no. 2 to the " before a name


def with_protocols(folded: str, named: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions, those of a treaty within the name of a protocol to it being the protocol's."""
    if not lexicon.acts.grammar["protocol_to_it"]:
        return list(named)
    named = _numbered(folded, named, lexicon.acts)
    named = _with_its_treaty(folded, _later_ones(folded, named, lexicon.acts), lexicon.acts)
    own = [m for m in named if m.role == "name" and not _has_protocols(m.ids[0], lexicon)]
    spans = [span for m in own if (span := _protocol_of(folded, m, lexicon.acts)) is not None]
    spans = [s for s in spans if not any(m.start < s[0] < m.end for m in named)]
    spans += [s for s in _of_others(folded, lexicon.acts) if not _overlap(s, named, spans)]
    kept = (m for m in named if not any(m.start < end and start < m.end for start, end in spans))
    told = [*kept, *(Mention(*span, MentionKind.TREATY, (STRANGER,), "name") for span in spans)]
    told = [*told, *_of_nothing_named(folded, told, lexicon)]
    return _bare(folded, sorted(told, key=lambda m: (m.start, m.end)), lexicon)


def _of_nothing_named(folded: str, named: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """ "The Additional Protocol" in a report on treaties none of which is a protocol."""
    if any(_is_of_protocols(m.ids[0], lexicon) for m in named):
        return
    met = Meeting(named)
    for found in _only_a_protocol(lexicon.acts).finditer(folded):
        if " " in found[0] and not met.meeting(*found.span()):
            yield Mention(*found.span(), MentionKind.TREATY, (STRANGER,), "name")


def _is_of_protocols(treaty: str, lexicon: Lexicon) -> bool:
    """Whether it is a protocol itself, or has protocols of its own in the record."""
    known = lexicon.attributes.known.get(treaty)
    nouns = known.nouns if known is not None else frozenset[str]()
    own = any(_only_a_protocol(lexicon.acts).fullmatch(noun) for noun in nouns)
    return own or _has_protocols(treaty, lexicon)


def _numbered(folded: str, named: Sequence[Mention], acts: ActWords) -> list[Mention]:
    """ "Protocol II" is that of a convention which the report names, or one of another treaty's."""
    families = {_family(one) for one in named if one.role != NameStrength.WEAK.value}
    return [
        replace(one, ids=(STRANGER,), role="name")
        if one.role == NameStrength.WEAK.value
        and _family(one) not in families
        and _with_a_number(acts).fullmatch(folded, one.start, one.end)
        else one
        for one in named
    ]


def _family(one: Mention) -> str:
    """The id of the convention that a protocol goes with: "ccw" of "ccw-p2"."""
    return one.ids[0].partition("-")[0]


def _later_ones(folded: str, named: Sequence[Mention], acts: ActWords) -> list[Mention]:
    """ "The Second Optional Protocol to the ICCPR" is another than the one that is called so."""
    told = []
    for one in named:
        led = _second(acts).search(folded, max(0, one.start - _ORDINAL), one.start)
        protocol = led is not None and _only_a_protocol(acts).match(folded, one.start, one.end)
        stranger = led and replace(one, start=led.start(), ids=(STRANGER,))
        told.append(stranger if stranger and protocol else one)
    return told


_ORDINAL = 12  # characters of "second "


def _with_its_treaty(folded: str, named: Sequence[Mention], acts: ActWords) -> list[Mention]:
    """ "The Kyoto Protocol to the Framework Convention": all of it is the protocol's name."""
    told: list[Mention] = []
    for one in named:
        last = told[-1] if told else None
        joined = last is not None and _to_it(acts).fullmatch(folded, last.end, one.start)
        if last and joined and _is_a_protocol_by_name(folded, last, acts):
            told[-1] = replace(last, end=one.end)
        else:
            told.append(one)
    return told


def _is_a_protocol_by_name(folded: str, one: Mention, acts: ActWords) -> bool:
    """ "The Kyoto Protocol"; what is only called the optional one may be any treaty's."""
    ends = _ends(acts).search(folded, one.start, one.end) is not None
    return ends and _only_a_protocol(acts).fullmatch(folded, one.start, one.end) is None


def _of_others(folded: str, acts: ActWords) -> Iterator[tuple[int, int]]:
    """ "The Additional Protocol to its safeguards agreement": to none of the record."""
    for found in _leads_on(acts).finditer(folded):
        if " " in found["name"]:  # "the protocol to which" is any
            yield found.span("name")


def _overlap(
    span: tuple[int, int], named: Sequence[Mention], spans: Sequence[tuple[int, int]]
) -> bool:
    taken = (*((one.start, one.end) for one in named), *spans)
    return any(start < span[1] and span[0] < end for start, end in taken)


def _bare(folded: str, named: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """ "The CRPD and its Optional Protocol": that of the treaty named before, which is no other's.

    A protocol that the report has named in full keeps its short name.
    """
    last, full, told = "", set[str](), list[Mention]()
    for one in named:
        treaty = one.ids[0]
        bare = _only_a_protocol(lexicon.acts).fullmatch(folded, one.start, one.end) is not None
        if not bare:
            last, full = treaty, full | {treaty}
        of_another = bare and last and treaty not in full and not _has_protocols(last, lexicon)
        told.append(replace(one, ids=(STRANGER,)) if of_another else one)
    return told


def _has_protocols(treaty: str, lexicon: Lexicon) -> bool:
    """Whether the record holds protocols to it: their ids go on from its own."""
    ids = sorted(lexicon.treaties)
    following = bisect_left(ids, f"{treaty}-")
    return following < len(ids) and ids[following].startswith(f"{treaty}-")


def _protocol_of(folded: str, name: Mention, acts: ActWords) -> tuple[int, int] | None:
    """Where the name of a protocol to it begins and ends, around the treaty's own name."""
    led = _before(acts).search(folded, max(0, name.start - _REACH), name.start)
    if led is not None:
        return led.start(), name.end
    owned = _behind(acts).match(folded, name.end)
    return (name.start, owned.end()) if owned is not None else None


@grammar
def _only_a_protocol(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('protocol_to_it')})(?!\w)")


@grammar
def _leads_on(acts: ActWords) -> re.Pattern[str]:
    name = rf"(?<!\w)(?P<name>{acts.any_of('protocol_to_it')})"
    return re.compile(rf"{name}\s(?:{acts.any_of('to_its_treaty')})\s")


@grammar
def _with_a_number(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{acts.any_of('protocol_to_it')})\s(?:\w+\.?\s)?(?:\d+|[ivx]+)")


@grammar
def _before(acts: ActWords) -> re.Pattern[str]:
    """ "Optional protocol to the ", "protocol no. 13 on all circumstances to the " before it."""
    number = rf"(?:\s{acts.any_of('number_mark')}?\s?(?:\d+|[ivx]+))?"
    of_what = rf"(?:\s(?:{acts.any_of('named_of')})(?:\s[\w'-]+){{1,6}}?)?"
    to = rf"(?:{acts.any_of('to_its_treaty')})\s{acts.maybe('name_article')}"
    return re.compile(rf"(?<!\w)(?:{acts.any_of('protocol_to_it')}){number}{of_what}\s{to}$")


@grammar
def _behind(acts: ActWords) -> re.Pattern[str]:
    """ "'s optional protocol" behind the name."""
    return re.compile(rf"['’]s?\s(?:{acts.any_of('protocol_to_it')})(?!\w)")


@grammar
def _second(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('not_the_first')})\s$")


@grammar
def _ends(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\w\s(?:{acts.any_of('numbered_nouns')})$")


@grammar
def _to_it(acts: ActWords) -> re.Pattern[str]:
    article = acts.maybe("name_article")
    return re.compile(rf"\s(?:{acts.any_of('to_its_treaty')})\s{article}")
