"""Reading a report: from its text to its claims, in one pass from left to right."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.answers.filled_in import as_answered, filled_in
from treatywatch.reading.claims.at_large.alike import by_likeness
from treatywatch.reading.claims.at_large.at_large import claims_at_large
from treatywatch.reading.claims.at_large.in_one_breath import in_one_breath
from treatywatch.reading.claims.at_large.left_over import claims_left_over
from treatywatch.reading.claims.counts.consents import without_thresholds
from treatywatch.reading.claims.counts.count import count_claims
from treatywatch.reading.claims.counts.counted_names import with_whom_they_count
from treatywatch.reading.claims.counts.ranks_told import without_ranks_told
from treatywatch.reading.claims.dated_rows import with_dated_rows
from treatywatch.reading.claims.facts.any_verb import by_any_verb
from treatywatch.reading.claims.facts.for_one_state import without_those_for_one
from treatywatch.reading.claims.facts.for_the_joiner import for_the_joiner, for_the_joiner_too
from treatywatch.reading.claims.facts.in_entries import with_facts_of_entries
from treatywatch.reading.claims.facts.lasting import with_spans
from treatywatch.reading.claims.facts.of_its_time import of_their_time
from treatywatch.reading.claims.facts.predicates import further_predicates, up_to_the_next
from treatywatch.reading.claims.facts.ruled_facts import ruled_facts, rules_told, without_replaced
from treatywatch.reading.claims.facts.treaty_fact import treaty_fact_claims
from treatywatch.reading.claims.figures.bare_votes import of_their_parliaments
from treatywatch.reading.claims.figures.indicator import indicator_claims
from treatywatch.reading.claims.figures.plan import plan_claims
from treatywatch.reading.claims.lists.lists import with_lists
from treatywatch.reading.claims.lists.of_days import with_entries
from treatywatch.reading.claims.lists.of_labels import by_their_labels
from treatywatch.reading.claims.lists.of_one_treaty import as_in_their_boxes
from treatywatch.reading.claims.participations.apposed import apposed_standings
from treatywatch.reading.claims.participations.beside_others import named_beside
from treatywatch.reading.claims.participations.cut_apart import with_those_behind
from treatywatch.reading.claims.participations.participation import participation_claims
from treatywatch.reading.claims.participations.told_twice import as_told_before
from treatywatch.reading.claims.respectively import each_on_its_day
from treatywatch.reading.claims.several_treaties import of_several_treaties
from treatywatch.reading.claims.status_lines import with_status_lines
from treatywatch.reading.claims.tables.grid import with_bars
from treatywatch.reading.claims.tables.table import with_tables
from treatywatch.reading.claims.views.quote import quote_claims
from treatywatch.reading.claims.withdrawals.in_chronologies import with_days_of_entries
from treatywatch.reading.claims.withdrawals.outside_since import as_exits
from treatywatch.reading.claims.withdrawals.returns import returns
from treatywatch.reading.claims.withdrawals.the_one_meant import with_the_one_meant
from treatywatch.reading.claims.withdrawals.those_counted import with_those_counted
from treatywatch.reading.claims.withdrawals.votes_to_join import as_votes_to_join
from treatywatch.reading.claims.withdrawals.what_was_taken_back import with_days_taken_back
from treatywatch.reading.claims.withdrawals.whose_step import with_whose_step
from treatywatch.reading.claims.withdrawals.withdrawal import withdrawal_claims
from treatywatch.reading.learned.likeness import has_own
from treatywatch.reading.learned.meant import meant_by_likeness
from treatywatch.reading.markup.marks import with_names_whole, without_marks
from treatywatch.reading.merge import merge
from treatywatch.reading.naming.families import only_gone_with
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import CueHit, sight
from treatywatch.reading.naming.passing import named_in_passing
from treatywatch.reading.naming.references import resolve_treaties
from treatywatch.reading.naming.those_left_in import as_left_over
from treatywatch.reading.naming.written_out import written_out
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.quantities.durations import find_durations
from treatywatch.reading.quantities.numbers import find_numbers
from treatywatch.reading.speaking.speech import find_speech
from treatywatch.reading.syntax.clauses import (
    Clause,
    behind_datelines,
    split_clauses,
    with_days_described,
    with_own_subjects,
    with_what_they_are,
    with_whole_dates,
    with_whole_lists,
    with_whole_names,
)
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.syntax.restricted import (
    without_answers,
    without_asides,
    without_bounds,
    without_late,
)
from treatywatch.reading.syntax.scenes import Stage, set_out
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.in_order import InOrder, Stretches
from treatywatch.reading.vocabulary.spans import (
    UNKNOWN,
    MentionKind,
    NumberMention,
)
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.reports.report import Report
from treatywatch.values import frozen


def read(report: Report, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims of a report in text order; none where it names no treaty of the record.

    Deterministic, and linear in the length of the text; a text without the name of a treaty is left
    after one quick pass.
    """
    if report.window_title is not None:
        return _below_its_title(report, report.window_title, lexicon)
    return _as_given(report, lexicon, _read)


def _as_given(report: Report, lexicon: Lexicon, reader: "_Reader") -> tuple[Claim, ...]:
    """What is read in plain words, without marks or signs, where it stands with them."""
    written = written_out(report.text, lexicon)
    words = report.text if written is None else written.text
    if not may_name_a_treaty(words, lexicon):
        return ()
    bare = without_marks(report.text, written)
    if bare is None:
        return _with_answers(report, lexicon, reader)
    told = _with_answers(replace(report, text=bare.text), lexicon, reader)
    places = [bare.place(claim.start, claim.end) for claim in told]
    return tuple(
        replace(claim, start=start, end=end, quote=report.text[start:end])
        for claim, (start, end) in zip(told, places, strict=True)
    )


def may_name_a_treaty(text: str, lexicon: Lexicon) -> bool:
    """Whether a text may, with its marks or without them: "the **Mine Ban** Treaty"."""
    if lexicon.may_name_a_treaty(fold(text)):
        return True
    whole = with_names_whole(text)
    return whole != text and lexicon.may_name_a_treaty(fold(whole))


def _read(ready: "_Ready", lexicon: Lexicon) -> tuple[Claim, ...]:
    told = by_likeness(ready.stage, ready.cues, ready.clauses, _by_rules(ready))
    told = tuple(as_votes_to_join(ready.stage, told))
    return tuple(with_spans(ready.stage, _of_their_time(ready, told, lexicon)))


def _with_answers(report: Report, lexicon: Lexicon, reader: "_Reader") -> tuple[Claim, ...]:
    """What the reader finds where answers in a fragment are whole sentences."""
    ready = _ready(report, lexicon)
    if ready is None:
        return ()
    filled = filled_in(ready.stage)
    whole = _ready(filled.report, lexicon) if filled is not None else None
    if filled is None or whole is None:
        return reader(ready, lexicon)
    return merge(tuple(as_answered(filled, report.text, reader(whole, lexicon))))


def _below_its_title(report: Report, title: str, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims of a page, on the treaty that is named above its text alone, if one is."""
    bare = replace(report, window_title=None)
    if not lexicon.may_name_a_treaty(fold(title)):
        return read(bare, lexicon)
    head = f"{title}\n\n"
    whole = replace(bare, text=f"{head}{report.text}")
    before = len(head)
    return tuple(
        replace(claim, start=claim.start - before, end=claim.end - before)
        for claim in read(whole, lexicon)
        if claim.start >= before
    )


def read_by_rules(report: Report, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The same without likeness: all that the rules make claims, and nothing else."""
    return _as_given(report, lexicon, _read_by_rules)


def _read_by_rules(ready: "_Ready", lexicon: Lexicon) -> tuple[Claim, ...]:
    return _of_their_time(ready, _by_rules(ready), lexicon)


def _of_their_time(ready: "_Ready", told: Sequence[Claim], lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims in text order, each of a treaty of the record that was there on its day."""
    context, stage = ready.stage.context, ready.stage
    told = [claim for claim in told if claim.treaty not in UNKNOWN]
    told = list(of_several_treaties(stage, told))
    told = with_those_behind(stage, told)
    told = with_whose_step(stage, with_the_one_meant(stage, told))
    told = [*with_days_taken_back(stage, told)]
    told = by_their_labels(stage, as_in_their_boxes(stage, ready.cues, told), lexicon.short_names)
    told = with_status_lines(
        stage, ready.cues, with_tables(stage, ready.cues, told, lexicon.short_names)
    )
    told = with_lists(stage, ready.cues, told, lexicon.short_names)
    told = with_entries(stage, ready.cues, told)
    told = with_facts_of_entries(stage, ready.cues, told)
    told = list(each_on_its_day(stage, with_those_counted(stage, told)))
    told = with_dated_rows(stage, told)
    ours = merge(tuple(of_their_time(context, told, lexicon.attributes)))
    ours = tuple(with_days_of_entries(context, ours))
    return tuple(for_the_joiner_too(stage, ours))


@frozen
class _Ready:
    """A report set out for the claim readers; ``cues`` and ``clauses`` are those of all of it."""

    stage: Stage
    cues: Sequence[CueHit]
    clauses: Sequence[Clause]


_Reader = Callable[[_Ready, Lexicon], tuple[Claim, ...]]


def _ready(report: Report, lexicon: Lexicon) -> _Ready | None:
    """None where no treaty of the record is named."""
    folded = fold(report.text)
    if not lexicon.may_name_a_treaty(folded):
        return None
    context, cues = _understood(report, folded, lexicon)
    if not context.treaties:
        return None
    clauses = clauses_of(context, lexicon)
    return _Ready(set_out(context, clauses, cues, lexicon.acts), cues, clauses)


def _understood(
    report: Report, folded: str, lexicon: Lexicon
) -> tuple[ReadingContext, tuple[CueHit, ...]]:
    """The report with the treaties that it surely names, or that doubtful names mean in it.

    Those mean a treaty by the words around them: "it quit Open Skies".
    """
    maybe = lexicon.treaties if has_own(lexicon.language) else ()
    context, cues = understand(report, folded, lexicon, maybe)
    if context.surely:
        return context, cues
    meant = meant_by_likeness(context, cues, clauses_of(context, lexicon))
    if meant == frozenset(context.treaties):
        return context, cues
    return understand(report, folded, lexicon, meant)


def _by_rules(ready: _Ready) -> tuple[Claim, ...]:
    stage, clauses = ready.stage, ready.clauses
    context = stage.context
    facts_told = up_to_the_next(context, treaty_fact_claims(stage))
    of_states = (*as_exits(stage, participation_claims(stage)), *count_claims(stage))
    of_treaties = tuple(without_those_for_one(stage, facts_told, of_states))
    ours: tuple[Claim, ...] = (
        *withdrawal_claims(stage),
        *without_thresholds(of_states, of_treaties),
        *of_treaties,
    )
    ours = tuple(as_told_before((*ours, *returns(stage, ours))))
    by_rule = up_to_the_next(context, ruled_facts(context, ours, clauses))
    facts = tuple(without_those_for_one(stage, by_rule, ours))
    ours = (*without_replaced(context, ours, (*facts, *rules_told(context, ours))), *facts)
    told = (*ours, *indicator_claims(context, clauses), *plan_claims(context, clauses))
    told = (*told, *claims_at_large(stage, told))
    told = tuple(in_one_breath(stage, (*told, *further_predicates(context, told, clauses))))
    told = tuple(as_votes_to_join(stage, told))
    told = (*told, *apposed_standings(stage, told), *named_beside(stage, told))
    told = tuple(without_ranks_told(stage, with_whom_they_count(stage, told)))
    told = tuple(of_their_parliaments(context, told))
    told = merge((*told, *quote_claims(context, told)))
    told = (*told, *by_any_verb(stage, told))
    told = merge((*told, *claims_left_over(context, told, clauses)))
    return tuple(for_the_joiner(stage, told))


def clauses_of(context: ReadingContext, lexicon: Lexicon) -> Sequence[Clause]:
    """The clauses of a report in text order, no date cut in two."""
    acts = lexicon.acts
    text = context.report.text
    cut = split_clauses(context.folded, context.passages, acts, text)
    whole = with_whole_names(cut, context.mentions)
    whole = with_whole_lists(whole, context.mentions, context.folded, acts)
    whole = with_whole_dates(whole, context.dates, acts)
    whole = with_days_described(whole, context.dates, text, acts)
    whole = with_what_they_are(whole, context.folded, acts)
    whole = list(with_own_subjects(whole, context.mentions, context.folded, acts))
    return tuple(behind_datelines(whole, InOrder(context.dates), text))


def understand(
    report: Report, folded: str, lexicon: Lexicon, maybe: Collection[str] = ()
) -> tuple[ReadingContext, tuple[CueHit, ...]]:
    """All that can be found in a report before claims are read, and the cues for acts.

    Without dates, numbers and speech where it names no treaty: none surely, and none of those in
    ``maybe`` by a name that may be something else's.
    """
    text, words = report.text, lexicon.words
    values = with_bars(text)
    published = PartialDate.parse(report.published) if report.published else None
    passages = split_passages(text, words)
    day = str(published.last()) if published else None
    sighting = sight(text, folded, passages, lexicon, day, maybe=maybe)
    mentions = resolve_treaties(text, folded, passages, sighting, lexicon)
    named = bool(sighting.treaties)  # else there is nothing to look for
    treaties = [m for m in mentions if m.kind is MentionKind.TREATY]
    context = ReadingContext(
        report=report,
        folded=folded,
        passages=passages,
        mentions=mentions,
        dates=find_dates(values, words, published) if named else (),
        durations=find_durations(values, words) if named else (),
        numbers=_but_shares_of_time(find_numbers(values, words), folded, words) if named else (),
        speech=find_speech(text, passages, words, mentions) if named else (),
        words=words,
        treaties=sighting.treaties,
        surely=sighting.surely,
        in_passing={
            **named_in_passing(folded, passages, treaties, sighting.cues, lexicon.acts),
            **only_gone_with(treaties, passages, lexicon.treaties),
        },
    )
    cues = as_left_over(_but_months(sighting.cues, context), treaties, folded, lexicon.acts)
    acts = lexicon.acts
    real = without_asides(without_bounds(cues, folded, acts), folded, acts)
    real = without_late(real, folded, (date.start for date in context.dates), acts)
    told = tuple(without_answers(real, folded, passages))
    return context, tuple(_nouns_alone(told, context, acts))


def _but_months(cues: Iterable[CueHit], context: ReadingContext) -> Iterator[CueHit]:
    """The cues without the "may" that is the month of a date: "in May Norway left"."""
    dates = Stretches((one.start, one.end) for one in context.dates)
    return (c for c in cues if c.kind is not CueKind.HEDGE or not dates.cover(c.start))


def _but_shares_of_time(
    numbers: Iterable[NumberMention], folded: str, words: Words
) -> tuple[NumberMention, ...]:
    """The numbers without the quarter in "a quarter of a century", which is a share of nobody."""
    ages = tuple(unit for unit in words.calendar.units if " " in unit)
    return tuple(one for one in numbers if not (one.percent and _opens(ages, folded, one)))


def _opens(ages: tuple[str, ...], folded: str, share: NumberMention) -> bool:
    last = folded.rfind(" ", share.start, share.end) + 1 or share.start
    return folded.startswith(ages, last)


def _nouns_alone(
    cues: tuple[CueHit, ...], context: ReadingContext, acts: ActWords
) -> Iterator[CueHit]:
    """The cues without the verb that a noun behind its article looks like: "la denuncia".

    Where a relative pronoun looks like an article ("das ausstieg"), the noun has a capital.
    """
    nouns = {(c.start, c.end) for c in cues if c.tense is Tense.NOUN and c.kind in _LEAVING}
    small = acts.syntax.object_before
    for cue in cues:
        alike = cue.kind in _LEAVING and cue.tense is not Tense.NOUN
        if not alike or (cue.start, cue.end) not in nouns:
            yield cue
            continue
        before = context.folded[max(0, cue.start - _ARTICLE) : cue.start].split()[-1:]
        capital = not small or context.report.text[cue.start].isupper()
        if not (capital and set(before) & acts.grammar["article"]):
            yield cue


_LEAVING = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})
_ARTICLE = 8  # characters of an article and its space
