"""Who is bound by which treaty, when and why; and what a report gets wrong about it.

One call for each question, with names or ids of treaties and participants, and days as ``date`` or
as ISO text::

    import treatywatch

    treatywatch.status("Finland", "apmbc", on="2025-12-31").spell.standing
    treatywatch.effect("apmbc", "withdrawal", "2025-07-10").when
    treatywatch.check("Finland has left the Ottawa Convention.", published="2025-04-04")

Every name below is loaded when it is first used; importing the package reads no file.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatywatch.api import check as check
    from treatywatch.api import compare as compare
    from treatywatch.api import compare_reports as compare_reports
    from treatywatch.api import count as count
    from treatywatch.api import effect as effect
    from treatywatch.api import import_untc as import_untc
    from treatywatch.api import lint as lint
    from treatywatch.api import load as load
    from treatywatch.api import open_report as open_report
    from treatywatch.api import open_reports as open_reports
    from treatywatch.api import read as read
    from treatywatch.api import score as score
    from treatywatch.api import status as status
    from treatywatch.api import timeline as timeline
    from treatywatch.checking.comparing.compare import Disagreement as Disagreement
    from treatywatch.checking.comparing.comparison import Comparison as Comparison
    from treatywatch.checking.grounds.finding import Basis as Basis
    from treatywatch.checking.grounds.finding import BasisKind as BasisKind
    from treatywatch.checking.grounds.finding import Finding as Finding
    from treatywatch.checking.grounds.finding import Verdict as Verdict
    from treatywatch.errors import FaultyRecord as FaultyRecord
    from treatywatch.errors import NotADate as NotADate
    from treatywatch.errors import TreatywatchError as TreatywatchError
    from treatywatch.errors import UnknownName as UnknownName
    from treatywatch.errors import UnreadableInput as UnreadableInput
    from treatywatch.law.act import Act as Act
    from treatywatch.law.act import Step as Step
    from treatywatch.law.calendar import Interval as Interval
    from treatywatch.law.calendar import PartialDate as PartialDate
    from treatywatch.law.calendar import Undetermined as Undetermined
    from treatywatch.law.effect import Effect as Effect
    from treatywatch.law.effect import Reason as Reason
    from treatywatch.law.participant import Participant as Participant
    from treatywatch.law.terms import ActKind as ActKind
    from treatywatch.law.terms import Stage as Stage
    from treatywatch.law.terms import Standing as Standing
    from treatywatch.law.treaty import Treaty as Treaty
    from treatywatch.ledger.fault import Fault as Fault
    from treatywatch.ledger.imports.run import ImportReport as ImportReport
    from treatywatch.ledger.ledger import Ledger as Ledger
    from treatywatch.reading.claim import Claim as Claim
    from treatywatch.reading.claim import ClaimType as ClaimType
    from treatywatch.reading.claim import Voice as Voice
    from treatywatch.reading.second_reader import SecondReaderWarning as SecondReaderWarning
    from treatywatch.reports.report import Report as Report
    from treatywatch.scoring.score import Score as Score
    from treatywatch.status.answers import Count as Count
    from treatywatch.status.answers import CountReport as CountReport
    from treatywatch.status.answers import CountRule as CountRule
    from treatywatch.status.answers import EffectAnswer as EffectAnswer
    from treatywatch.status.answers import Spell as Spell
    from treatywatch.status.answers import StatusAnswer as StatusAnswer
    from treatywatch.status.answers import Timeline as Timeline

__version__ = "0.1.0"

_HOMES = {
    "treatywatch.api": (
        "check",
        "compare",
        "compare_reports",
        "count",
        "effect",
        "import_untc",
        "lint",
        "load",
        "open_report",
        "open_reports",
        "read",
        "score",
        "status",
        "timeline",
    ),
    "treatywatch.checking.comparing.compare": ("Disagreement",),
    "treatywatch.checking.comparing.comparison": ("Comparison",),
    "treatywatch.checking.grounds.finding": ("Basis", "BasisKind", "Finding", "Verdict"),
    "treatywatch.errors": (
        "FaultyRecord",
        "NotADate",
        "TreatywatchError",
        "UnknownName",
        "UnreadableInput",
    ),
    "treatywatch.law.act": ("Act", "Step"),
    "treatywatch.law.calendar": ("Interval", "PartialDate", "Undetermined"),
    "treatywatch.law.effect": ("Effect", "Reason"),
    "treatywatch.law.participant": ("Participant",),
    "treatywatch.law.terms": ("ActKind", "Stage", "Standing"),
    "treatywatch.law.treaty": ("Treaty",),
    "treatywatch.ledger.fault": ("Fault",),
    "treatywatch.ledger.imports.run": ("ImportReport",),
    "treatywatch.ledger.ledger": ("Ledger",),
    "treatywatch.reading.claim": ("Claim", "ClaimType", "Voice"),
    "treatywatch.reading.second_reader": ("SecondReaderWarning",),
    "treatywatch.reports.report": ("Report",),
    "treatywatch.scoring.score": ("Score",),
    "treatywatch.status.answers": (
        "Count",
        "CountReport",
        "CountRule",
        "EffectAnswer",
        "Spell",
        "StatusAnswer",
        "Timeline",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted([*_HOME_OF, "__version__"])  # noqa: PLE0605 - a list; pinned by a test

# The room `status` is loaded once now (it is empty) and its name given up, so that loading a module
# of it later cannot hide the question of that name.
import_module("treatywatch.status")
del globals()["status"]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for (PEP 562)."""
    if (home := _HOME_OF.get(name)) is None:
        raise AttributeError(f"module 'treatywatch' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
