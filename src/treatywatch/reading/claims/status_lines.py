"""Lines of a profile: a label and the standing of the State that the heading names.

"Mine Ban Treaty status: State Party (ratified 5 July 2002)" below "Angola" is of Angola, whoever
was told of before; "Status: Signatory (2008)" is of the treaty that its section is on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention, Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen

_LINE = re.compile(r"[^\n]*[^\n.,;\s][^\n]*")
_LABEL = re.compile(r"[\W\d_]*(?P<label>[^:|.;!?]{2,120}?)(?::|\s[|–—-])\s+(?=\S)")
_HEADING_WORDS = 7
_LABEL_WORDS = 3  # beside the name of a treaty, if there is one: "Ratification status"
_OPENS = 12  # characters before the standing that a label announces: "a full "
_BESIDE = 24  # characters between an act or a standing and its day
_ACTS = {CueKind.SIGN: "signed", CueKind.RATIFY: "ratified", CueKind.ACCEDE: "acceded"}
_STANDINGS = {  # the first that fits; with a day behind it what is told on the right
    CueKind.OUTSIDE: ("not_party", None),
    CueKind.SIGNATORY: ("signed", "signed"),
    CueKind.BELONG: ("party", "acceded"),
}
_DENIED = {CueKind.SIGN: "not_signed", CueKind.RATIFY: "not_ratified"}


@frozen
class _Line:
    """A line with its label: of whom and of which treaty it tells, and where its words begin."""

    start: int
    rest: int
    end: int
    who: tuple[str, ...]
    treaty: str


def with_status_lines(
    stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims told, those of status lines by the headings above them."""
    words = InOrder(cues)
    found: list[Claim] = []
    read: list[_Line] = []
    for line in _status_lines(stage, words):
        claims = [*_of_line(stage, line, words.within(line.rest, line.end))]
        found += claims
        read += [line] if claims else []
    if not read:
        return tuple(told)
    starts = InOrder(sorted(told, key=lambda claim: claim.start))
    ours = {
        id(claim)
        for line in read
        for claim in starts.within(line.start, line.end)
        if claim.type is not ClaimType.QUOTE
    }
    return (*(claim for claim in told if id(claim) not in ours), *found)


def _status_lines(stage: Stage, words: InOrder[CueHit]) -> Iterator[_Line]:
    whose: Mention | None = None
    for match in _LINE.finditer(stage.text):
        start, end = match.span()
        label = _LABEL.match(stage.text, start, end)
        head = heading(stage, words, start, end)
        if label is not None and _is_row(stage.text[label.end() : end]):
            whose = head or whose
            continue
        if label is not None and head is None and "|" not in label[0]:
            head = heading(stage, words, label.end(), end)  # "Profile of a State: Chad"
        if label is None or head is not None:
            whose = head or whose
            continue
        treaty = _labelled(stage, words, label)
        if whose is not None and treaty is not None:
            yield _Line(start, label.end(), end, whose.ids, treaty)


def _is_row(rest: str) -> bool:
    """Whether several cells stand behind the label: the row of a table, for its readers."""
    return "|" in rest.rstrip(" |")


def state_above(stage: Stage, words: InOrder[CueHit], offset: int) -> tuple[str, ...]:
    """The one State that the nearest heading above names; nobody where there is none."""
    ends = offset
    for _ in range(_ABOVE):
        ends = stage.text.rfind("\n", 0, max(0, ends))
        if ends < 0:
            return ()
        start = stage.text.rfind("\n", 0, ends) + 1
        whose = heading(stage, words, start, ends) if stage.text[start:ends].strip() else None
        if whose is not None:
            return whose.ids
    return ()


_ABOVE = 12  # lines between a heading and the table below it


def heading(stage: Stage, words: InOrder[CueHit], start: int, end: int) -> Mention | None:
    """The one State that a short line names, which tells no act."""
    people = stage.context.people_in(start, end)
    short = len(stage.text[start:end].split()) <= _HEADING_WORDS
    if len(people) != 1 or len(people[0].ids) != 1 or not short:
        return None
    closed = stage.text[start:end].rstrip().endswith((".", ":", ";", ","))
    acts = any(c.tense in _VERBS for c in words.within(start, end))
    return None if closed or acts or stage.context.dates_in(start, end) else people[0]


_VERBS = frozenset({Tense.PAST, Tense.PRESENT})


def _labelled(stage: Stage, words: InOrder[CueHit], label: re.Match[str]) -> str | None:
    """The treaty that the label names, or that its section is on; none of a label of acts."""
    start, end = label.span("label")
    context = stage.context
    treaties = context.treaties_in(start, end)
    if context.people_in(start, end) or context.dates_in(start, end):
        return None
    if len({one.ids for one in treaties}) > 1:
        return None
    acts = (c for c in words.within(start, end) if c.kind in _STANDINGS or c.kind in _ACTS)
    if any(not any(t.start <= c.start < t.end for t in treaties) for c in acts):
        return None
    named = sum(len(stage.text[t.start : t.end].split()) for t in treaties)
    if len(stage.text[start:end].split()) - named > _LABEL_WORDS:
        return None
    return treaties[0].ids[0] if treaties else context.treaty_at(start)


def _of_line(stage: Stage, line: _Line, cues: Sequence[CueHit]) -> Iterator[Claim]:
    """Each act with its day; else the standing, with the day behind it if there is one."""
    context = stage.context
    if context.people_in(line.rest, line.end) or context.treaties_in(line.rest, line.end):
        return
    dates = context.dates_in(line.rest, line.end)
    standing = next((c for kind in _STANDINGS for c in cues if c.kind is kind), None)
    opens = standing is not None and standing.start - line.rest <= _OPENS
    acts = [(c, day) for c in cues if c.kind in _ACTS and (day := _day_of(c, dates)) is not None]
    if not opens and not (acts and acts[0][0].start - line.rest <= _OPENS):
        yield from _denied(stage, line, cues)
        return
    start = line.start
    for cue, day in acts:
        yield _claim(stage, line, (start, day.end), _ACTS[cue.kind], day)
        start = day.end
    if not acts and standing is not None:
        plain, dated = _STANDINGS[standing.kind]
        own = _day_of(standing, dates) if dated else None
        kind, ends = (dated, own.end) if own is not None and dated else (plain, standing.end)
        yield _claim(stage, line, (start, ends), kind, own)


def _denied(stage: Stage, line: _Line, cues: Sequence[CueHit]) -> Iterator[Claim]:
    """ "Status: not signed"."""
    first = next((c for c in cues if c.kind is CueKind.NEGATION), None)
    if first is None or first.start - line.rest > _OPENS:
        return
    act = next((c for c in cues if c.kind in _DENIED and 0 <= c.start - first.end <= 1), None)
    if act is not None:
        yield _claim(stage, line, (line.start, act.end), _DENIED[act.kind], None)


def _day_of(cue: CueHit, dates: Sequence[DateMention]) -> DateMention | None:
    """The day right behind: "ratified 5 July 2002", "State Party (since 2004)"."""
    return next((d for d in dates if 0 <= d.start - cue.end <= _BESIDE), None)


def _claim(
    stage: Stage, line: _Line, span: tuple[int, int], kind: str, day: DateMention | None
) -> Claim:
    start, end = span
    piece = stage.text[start:end]
    start += len(piece) - len(piece.lstrip(" ,;/|–-)"))
    claim = Claim(ClaimType.PARTICIPATION, stage.text[start:end], start, end, line.treaty)
    return replace(
        claim,
        participants=line.who,
        stage=kind,
        negated=kind.startswith("not_"),
        date=None if day is None else as_partial(day),
    )
