"""Small words by which facts about a treaty are compared, as ``facts/words.yaml`` writes them."""

from dataclasses import field

from treatywatch.values import frozen

Phrases = tuple[str, ...]


@frozen
class KeepingWords:
    """How reports say who keeps a treaty; see the comments of the file."""

    depositary: Phrases = ()
    depositaries: Phrases = ()
    keeps: Phrases = ()
    kept_by: Phrases = ()
    is_: Phrases = ()
    between: Phrases = ()
    describes: Phrases = ()
    in_house: Phrases = ()
    not_: Phrases = ()


@frozen
class FirstWords:
    """How reports say who was the first to leave; see the comments of the file."""

    leaving: Phrases = ()
    act_of_leaving: Phrases = ()
    completed: Phrases = ()
    until_now: Phrases = ()
    giving_notice: Phrases = ()
    before_it: Phrases = ()
    nobody: Phrases = ()
    besides: Phrases = ()
    first: Phrases = ()
    plain: Phrases = ()
    wider: Phrases = ()
    among: Phrases = ()
    outside: Phrases = ()
    narrowing: Phrases = ()


@frozen
class TermWords:
    """What a duty or a number is about; see the comments of the file."""

    parties: Phrases = ()
    all_told: Phrases = ()
    stocks: Phrases = ()
    land: Phrases = ()
    report: Phrases = ()
    records: Phrases = ()
    suspension: Phrases = ()
    war: Phrases = ()
    way_out: Phrases = ()
    at_once: Phrases = ()
    shortened: Phrases = ()
    none: Phrases = ()
    checks: Phrases = ()
    endless: Phrases = ()
    further: Phrases = ()
    worldwide: Phrases = ()
    in_force: Phrases = ()
    has_begun: Phrases = ()
    takes_force_too: Phrases = ()
    joining: Phrases = ()
    past: Phrases = ()
    remaining: Phrases = ()
    gone: Phrases = ()
    denouncing: Phrases = ()
    bound: Phrases = ()
    ratifying: Phrases = ()
    signing: Phrases = ()
    denying: Phrases = ()
    by_then: Phrases = ()
    denying_after: Phrases = ()
    pointing: Phrases = ()
    same_one: Phrases = ()
    entering: Phrases = ()
    times: Phrases = ()
    still_so: Phrases = ()
    returning: Phrases = ()
    for_whom: Phrases = ()
    from_now: Phrases = ()
    at_place: Phrases = ()
    some_have: Phrases = ()
    among_them: Phrases = ()
    opening: Phrases = ()
    left_then: Phrases = ()
    since_then: Phrases = ()
    treaty_nouns: Phrases = ()
    of_what: Phrases = ()
    adopting: Phrases = ()
    belonging: Phrases = ()
    first_day: Phrases = ()
    from_the_start: Phrases = ()
    staying_out: Phrases = ()
    not_signing: Phrases = ()
    merely_signed: Phrases = ()
    as_others: Phrases = ()
    so_did: Phrases = ()
    another_one: Phrases = ()
    one_of_many: Phrases = ()
    which: Phrases = ()
    not_yet_opens: Phrases = ()
    telling_nouns: Phrases = ()
    conventions: Phrases = ()
    a_party: Phrases = ()
    ordinal_endings: Phrases = ()
    consents: Phrases = ()
    counted_from: Phrases = ()
    by_now: Phrases = ()
    not_ratifying: Phrases = ()
    refusing: Phrases = ()
    home_papers: Phrases = ()
    left_out: Phrases = ()
    annexed: Phrases = ()
    reservations: Phrases = ()
    barring: Phrases = ()
    running_out: Phrases = ()
    surviving: Phrases = ()
    lifetime: Phrases = ()
    must_have: Phrases = ()
    who_consents: Phrases = ()
    so_far: Phrases = ()
    had_done: Phrases = ()
    out_now: Phrases = ()
    rejoin: Phrases = ()
    all_of_them: Phrases = ()
    once_it_is: Phrases = ()
    when_it_is: Phrases = ()
    perfect: Phrases = ()
    said_wrongly: Phrases = ()
    reckoned_from: Phrases = ()
    bound_too: Phrases = ()
    without_signing: Phrases = ()
    having_signed: Phrases = ()
    and_then: Phrases = ()
    reaches: Phrases = ()
    ratifications: Phrases = ()
    on_that_day: Phrases = ()
    before_long: Phrases = ()
    put_off: Phrases = ()
    no_notice: Phrases = ()
    papers_alone: Phrases = ()
    would_be: Phrases = ()
    to_be_done: Phrases = ()
    done_by_now: Phrases = ()
    setting_apart: Phrases = ()
    imagined: Phrases = ()
    binds_one: Phrases = ()
    the_making: Phrases = ()
    added_up: Phrases = ()
    year_of_it: Phrases = ()
    since: Phrases = ()
    told_as_over: Phrases = ()
    of_leaving: Phrases = ()
    papers: Phrases = ()
    signatures: Phrases = ()
    reached: Phrases = ()
    already: Phrases = ()
    home_law: Phrases = ()
    none_of_them: Phrases = ()
    that_one: Phrases = ()
    later_on: Phrases = ()
    notice_runs: Phrases = ()
    wishing_out: Phrases = ()


@frozen
class PlaceWords:
    """Places in a line of those who did a thing: the second, the last, the only one."""

    first: Phrases = ()
    second: Phrases = ()
    third: Phrases = ()
    fourth: Phrases = ()
    fifth: Phrases = ()
    sixth: Phrases = ()
    seventh: Phrases = ()
    eighth: Phrases = ()
    ninth: Phrases = ()
    tenth: Phrases = ()
    last: Phrases = ()
    only: Phrases = ()


@frozen
class FactWords:
    """The words of all languages together."""

    keeping: KeepingWords = field(default_factory=KeepingWords)
    firsts: FirstWords = field(default_factory=FirstWords)
    terms: TermWords = field(default_factory=TermWords)
    places: PlaceWords = field(default_factory=PlaceWords)
    circles: tuple[tuple[str, Phrases], ...] = ()  # by id of a group: words for one of its members
    ordinals: tuple[tuple[str, Phrases], ...] = ()  # beyond the tenth
