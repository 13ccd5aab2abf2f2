"""Clauses: the parts of a sentence that each say one thing.

Cut at strong punctuation and before words that open a clause, never inside a list of names: no
parser, so a clause may be too long, and its readers take the words nearest to what they look for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.reading.quantities.dateline import dateline_end, is_dateline
from treatywatch.reading.syntax.leaving_out import ends_in_all_but
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder, Stretches
from treatywatch.reading.vocabulary.spans import (
    DateMention,
    Mention,
    MentionKind,
    Passage,
    PassageKind,
)
from treatywatch.reading.vocabulary.words_acts import ActWords
from treatywatch.values import frozen


@frozen
class Clause:
    """A part of a passage. ``opener`` is the word that opens it ("which"), empty at the start.

    ``elliptical`` tells that it leaves out the verb of the clause before it: "Latvia in April".
    """

    start: int
    end: int
    passage: Passage
    opener: str
    elliptical: bool = False


@grammar
def _boundary(acts: ActWords) -> re.Pattern[str]:
    after_comma, bare = acts.any_of("opens"), acts.any_of("opens_without_comma")
    the, rank = acts.any_of("name_article"), acts.any_of("rank_untold")
    other = rf"{the}\s[\w-]+\s{the}\s{rank}(?!\w)"  # "the Danes were first, the Swiss the last"
    return re.compile(
        rf"(?P<short>\([^()]{{1,15}}\))|[;:!?]\s|\s-\s|--|(?<=\w)-(?=the |a |an )|[()\[\]]"
        rf"|,\s(?P<comma>{after_comma})\b|\s(?P<bare>{bare})\s|,\s(?={other})"
    )


@grammar
def _points(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('preposition')})$")


def split_clauses(
    folded: str, passages: tuple[Passage, ...], acts: ActWords, text: str | None = None
) -> tuple[Clause, ...]:
    """The clauses of all passages but boilerplate, in text order.

    With the unfolded text, a list of names between dashes does not cut the clause that it is in,
    nor a dash for a verb left out.
    """
    return tuple(
        clause
        for passage in passages
        if passage.kind is not PassageKind.BOILERPLATE
        for clause in _clauses(folded, passage, acts, text or "")
    )


def behind_datelines(
    clauses: Iterable[Clause], dates: InOrder[DateMention], text: str
) -> Iterator[Clause]:
    """The clauses without datelines, whose day and country are those of the report."""
    for clause in clauses:
        first = next(iter(dates.within(clause.start, clause.end)), None)
        opens = clause.start == clause.passage.start
        if opens and is_dateline(text, clause.start, clause.end):
            continue
        end = dateline_end(text, clause.start, first) if opens and first is not None else None
        if end is None:
            yield clause
        elif end < clause.end:
            yield replace(clause, start=end)


def with_whole_dates(
    clauses: Iterable[Clause], dates: Iterable[DateMention], acts: ActWords
) -> list[Clause]:
    """The clauses, but none that opens with the "that" of a day: "signed in Oslo that December"."""
    days = {date.start for date in dates}
    whole: list[Clause] = []
    for clause in clauses:
        opens = clause.opener in acts.grammar["that"] and clause.start in days
        if whole and opens and whole[-1].passage == clause.passage:
            whole[-1] = replace(whole[-1], end=clause.end)
        else:
            whole.append(clause)
    return whole


def with_days_described(
    clauses: Iterable[Clause], dates: Iterable[DateMention], text: str, acts: ActWords
) -> list[Clause]:
    """The clauses, but none cut by what a day is: "am 20. Januar, dem ersten Tag, verfügt".

    Or by the day itself: "am ersten Tag, dem 30. März 2007, unterzeichnet".

    For a language whose article also opens a relative clause, which would end in its verb; what
    ends in a noun, written with a capital, is none.
    """
    either = acts.grammar["relative"] & acts.grammar["article"]
    if not acts.syntax.object_before or not either:
        return list(clauses)
    days = tuple(dates)
    ends, starts = {date.end for date in days}, {date.start: date.end for date in days}
    whole: list[Clause] = []
    for clause in clauses:
        same = whole and whole[-1].passage == clause.passage
        words = text[clause.start : clause.end].partition(",")[0].split()
        described = same and whole[-1].end in ends and words[-1][:1].isupper()
        day = starts.get(clause.start, starts.get(clause.start + len(clause.opener) + 1))
        given = same and day is not None and text.startswith(",", day)
        if clause.opener in either and (described or given):
            whole[-1] = replace(whole[-1], end=clause.end)
        else:
            whole.append(clause)
    return whole


def with_what_they_are(clauses: Iterable[Clause], folded: str, acts: ActWords) -> list[Clause]:
    """The clauses, but none cut between a rank and what it is of: "ist das erste Land, | das".

    For a language that sets a comma before every relative clause; the subject stands before.
    """
    grammar = acts.grammar
    if grammar["relative"] & grammar["opens_without_comma"]:
        return list(clauses)
    whole: list[Clause] = []
    for clause in clauses:
        follows = whole and whole[-1].passage == clause.passage
        behind = follows and folded[whole[-1].end : clause.start].strip() == ","
        if (
            behind
            and clause.opener in grammar["relative"]
            and _ends_in_a_rank(whole[-1], folded, acts)
        ):
            whole[-1] = replace(whole[-1], end=clause.end)
        else:
            whole.append(clause)
    return whole


def _ends_in_a_rank(clause: Clause, folded: str, acts: ActWords) -> bool:
    """Whether it closes with a place in a line that its subject has: "ist der erste Staat"."""
    words = folded[clause.start : clause.end].replace(",", " ,").split()
    ranks = [n for n, word in enumerate(words) if word in acts.grammar["rank"]]
    if not ranks or len(words) - ranks[-1] > _OF_WHAT or "," in words[ranks[-1] :]:
        return False
    being = acts.grammar["be"] | acts.grammar["becomes"] | acts.grammar["as_what"]
    return bool(set(words[: ranks[-1]]) & being)


_OF_WHAT = 5  # words of "letzte Mitgliedstaat der Europäischen Union"


def with_whole_lists(
    clauses: Iterable[Clause], mentions: Iterable[Mention], folded: str, acts: ActWords
) -> list[Clause]:
    """The clauses, but none that opens with the article of a name in a list.

    "Ungarn, die Slowakei und Bulgarien haben".
    """
    names = {m.start: m for m in mentions if m.kind is not MentionKind.TREATY}
    ends = {m.end for m in names.values()}
    whole: list[Clause] = []
    for clause in clauses:
        article = clause.opener in acts.grammar["article"] and whole and whole[-1].end in ends
        name = names.get(clause.start + len(clause.opener) + 1) if article else None
        if name is not None and _is_joined(folded, name.end, acts):
            whole[-1] = replace(whole[-1], end=clause.end)
        else:
            whole.append(clause)
    return whole


def with_own_subjects(
    clauses: Iterable[Clause], mentions: Iterable[Mention], folded: str, acts: ActWords
) -> Iterator[Clause]:
    """The clauses; an article before a name and its auxiliary opens none of them.

    "Russland ratifizierte ihn, die USA haben ihn unterzeichnet": the verb of a clause that "die"
    opens as a pronoun would stand at its end.
    """
    names = {m.start: m for m in mentions if m.kind is not MentionKind.TREATY}
    last = acts.syntax.object_before  # a language that puts the verb of such a clause last
    either = acts.grammar["relative"] & acts.grammar["article"] if last else frozenset()
    verbs = acts.grammar["have"] | acts.grammar["be"]
    for clause in clauses:
        at = clause.start + len(clause.opener) + 1
        name = names.get(at) if clause.opener in either else None
        following = folded[name.end : clause.end].split()[:1] if name is not None else []
        yield replace(clause, opener="") if set(following) & verbs else clause


def _is_joined(folded: str, end: int, acts: ActWords) -> bool:
    """Whether another name follows that is joined to this one."""
    following = folded[end : end + 12].split()
    return folded.startswith(",", end) or bool(set(following[:1]) & acts.grammar["joins"])


def with_whole_names(clauses: Iterable[Clause], mentions: Iterable[Mention]) -> list[Clause]:
    """The clauses, but none that opens within a name: "the nine states that have the bomb"."""
    of_states = (m for m in mentions if m.kind is not MentionKind.TREATY)
    names = Stretches((m.start + 1, m.end) for m in of_states)
    whole: list[Clause] = []
    for clause in clauses:
        if whole and names.cover(clause.start) and whole[-1].passage == clause.passage:
            whole[-1] = replace(whole[-1], end=clause.end)
        else:
            whole.append(clause)
    return whole


@grammar
def _names_apart(acts: ActWords) -> re.Pattern[str]:
    """A list of names between dashes: "five countries – Estonia, Latvia and Poland – have"."""
    name = rf"(?:[^\W\d_a-zà-ÿ][\w'’.-]*|{acts.any_of('between')})"
    return re.compile(rf"\s[-–—]\s{name}(?:[\s,]+{name})*\s[-–—]\s")


def _is_written_large(cut: re.Match[str], passage: Passage, text: str) -> bool:
    """Whether what looks like a word that opens a clause is an abbreviation."""
    word = text[slice(*cut.span("comma"))] or text[slice(*cut.span("bare"))]
    return len(word) > 1 and word.isupper() and not text[passage.start : passage.end].isupper()


def _set_apart(cut: re.Match[str], passage: Passage, acts: ActWords) -> str:
    """The word that opens a relative clause behind a dash or a bracket: "Japan - which signed"."""
    apart = cut.group().strip()[:1] in _OPENS_APART
    found = _relative(acts).match(cut.string, cut.end(), passage.end) if apart else None
    return found[1] if found is not None else ""


_OPENS_APART = frozenset("-([")


@grammar
def _relative(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"({acts.any_of('relative')})\s")


@grammar
def _one_thing(acts: ActWords) -> re.Pattern[str]:
    """What "that" points at: a noun that would need its article ("took back that notice")."""
    return re.compile(rf"(?:{acts.any_of('one_thing') or '(?!)'})(?!\w)")


_VERB_LEFT_OUT = re.compile(
    r",\s(?:[^\W\dA-Z_]+\s)?[^\W\d_][\w'’.-]*(?:\s[\w'’-]+){0,5}\s[-–—]\s(?:\w{1,12}\s){0,2}\d"
)  # ", а Филиппины — в 2019 году": the dash stands for the verb before it


def _clauses(folded: str, passage: Passage, acts: ActWords, text: str) -> list[Clause]:
    clauses: list[Clause] = []
    start, opener = passage.start, ""
    lists = _names_apart(acts).finditer(text, passage.start, passage.end)
    apart = [m.span() for m in lists] if passage.kind is not PassageKind.HEADLINE else []
    apart += [m.span() for m in _VERB_LEFT_OUT.finditer(text, passage.start, passage.end)]
    for cut in _boundary(acts).finditer(folded, start, passage.end):
        if any(low <= cut.start() < high for low, high in apart):
            continue
        if cut["short"] or _is_written_large(cut, passage, text):
            continue  # "(TPNW)", "left the WHO on Thursday"
        if cut["bare"] and ends_in_all_but(acts).search(folded, passage.start, cut.end("bare")):
            continue  # "all but Israel have ratified it"
        if cut["bare"] in acts.grammar["that"] and (
            _points(acts).search(folded, max(0, cut.start() - 8), cut.start())
            or _one_thing(acts).match(folded, cut.end())
        ):
            continue
        clauses.append(Clause(start, cut.start(), passage, opener))
        group = "comma" if cut["comma"] else "bare" if cut["bare"] else None
        start = cut.start(group) if group else cut.end()
        opener = cut[group] if group else _set_apart(cut, passage, acts)
    clauses.append(Clause(start, passage.end, passage, opener))
    return [c for c in clauses if folded[c.start : c.end].strip()]
