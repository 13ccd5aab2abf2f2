"""The lines of lists: whom or what act a line is on is told by its label alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.lists.in_blocks import in_blocks
from treatywatch.reading.claims.lists.in_pieces import in_pieces
from treatywatch.reading.claims.lists.lines import boxes, headed_lists
from treatywatch.reading.claims.lists.notifications import notifications
from treatywatch.reading.claims.lists.of_a_treaty import of_a_treaty
from treatywatch.reading.claims.lists.of_acts import of_acts
from treatywatch.reading.claims.lists.of_numbers import of_numbers
from treatywatch.reading.claims.lists.of_one_state import of_one_state
from treatywatch.reading.claims.lists.of_one_treaty import treaty_of_box
from treatywatch.reading.claims.lists.of_states import of_states
from treatywatch.reading.claims.lists.of_treaties import of_treaties
from treatywatch.reading.claims.lists.of_years import of_years
from treatywatch.reading.claims.lists.particulars import particulars
from treatywatch.reading.claims.tables.above import treaty_above
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder, Stretches


def with_lists(
    stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim], names: ShortNames
) -> tuple[Claim, ...]:
    """The claims told, those of lines of lists by their labels, whoever was told of before."""
    words = InOrder(cues)
    listed = [*boxes(stage.text, partial(treaty_of_box, stage, words))]
    kinds = (
        partial(in_pieces, names),
        of_states,
        of_acts,
        partial(of_one_state, names),
        of_treaties,
        of_a_treaty,
    )
    read = [each for kind in kinds for each in kind(stage, words, listed)]
    read += [*of_numbers(stage, words)]
    taken = {line.label.start for line, _ in read}
    read += [one for one in particulars(stage, words, listed) if one[0].label.start not in taken]
    read += [*of_years(stage, words), *in_blocks(stage, words)]
    read += of_acts(stage, words, [*headed_lists(stage.text, partial(treaty_above, stage))])
    notified = [*notifications(stage, words)]
    if notified:  # "FINLAND: WITHDRAWAL" is no list of one
        theirs = Stretches((line.label.start, line.end) for line, _ in notified)
        read = [*(one for one in read if not theirs.cover(one[0].label.start)), *notified]
    if not read:
        return tuple(told)
    ours = Stretches((line.label.start, line.end) for line, _ in read)
    return (
        *(one for one in told if one.type is ClaimType.QUOTE or not ours.cover(one.start)),
        *(replace(one, read_by=ReadBy.TABLE) for _, claims in read for one in claims),
    )
