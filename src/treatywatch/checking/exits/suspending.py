"""Steps towards a suspension: no steps on the way out, though reports call them so."""

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import rank
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, silent_on
from treatywatch.law.terms import Stage

_SLACK = 3


def only_suspended(question: ExitQuestion) -> Judgement | None:
    """ "Announced that it was withdrawing", of one whose every step was towards a suspension.

    A suspension ends no membership (VCLT Art. 57). None where a step on the way out is known that
    may be meant, or where the words have no word of leaving in them.
    """
    taken = [step for step in question.steps if rank(step.stage) is not None]
    meant = [step for step in taken if agree(question.claimed, step.on, _SLACK)]
    if not question.said_as_leaving or not taken:
        return None
    if not all(step.of_suspension for step in meant or taken):
        return None
    words = f"{meant[-1].words if meant else taken[-1].words}, of a suspension"
    if not meant:
        return silent_on(question.name, f"leaving the {question.title}; it has {words}")
    return contradicted(f"{question.name}: {words}, which ends no membership.", meant[-1].basis)


def suspension_to_come(question: ExitQuestion) -> Judgement | None:
    """ "Announced that it would suspend the treaty": borne out by such a step; None else."""
    taken = [step for step in question.steps if step.of_suspension]
    taken += question.exactly(Stage.SUSPENDED)
    dated = [step for step in taken if agree(question.claimed, step.on, _SLACK)]
    if not dated:
        return None
    words = dated[-1].words + (", of a suspension" if dated[-1].of_suspension else "")
    return borne_out(f"{question.name}: {words}.", dated[-1].basis)
