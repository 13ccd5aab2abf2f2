"""The public surface: what ``import treatywatch`` offers, no more and no less."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import treatywatch

NAMES = """
    Act ActKind Basis BasisKind Claim ClaimType Comparison Count CountReport CountRule
    Disagreement Effect EffectAnswer Fault FaultyRecord Finding ImportReport Interval Ledger
    NotADate PartialDate Participant Reason Report Score SecondReaderWarning Spell Stage
    Standing StatusAnswer Step Timeline Treaty TreatywatchError Undetermined UnknownName
    UnreadableInput Verdict Voice __version__ check compare compare_reports count effect
    import_untc lint load open_report open_reports read score status timeline
"""
PROMISED = NAMES.split()


def test_the_public_names_are_those_promised() -> None:
    assert sorted(treatywatch.__all__) == sorted(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(treatywatch, name)
    assert name == "__version__" or value.__doc__


def test_the_type_checker_sees_the_same_names_in_the_same_homes() -> None:
    source = Path(treatywatch.__file__).read_text(encoding="utf-8")
    block = next(node for node in ast.parse(source).body if isinstance(node, ast.If))
    typed = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == treatywatch._HOME_OF


def test_the_version_is_that_of_the_package_and_the_changelog(root: Path) -> None:
    assert f'version = "{treatywatch.__version__}"' in (root / "pyproject.toml").read_text("utf-8")
    assert f"## {treatywatch.__version__}" in (root / "CHANGELOG.md").read_text("utf-8")


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'statuses'"):
        treatywatch.__getattr__("statuses")


def in_a_fresh_process(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "first",
    ["import treatywatch.status.answers", "from treatywatch.status import answers", "pass"],
)
def test_the_question_status_is_not_hidden_by_the_room_of_that_name(first: str) -> None:
    told = in_a_fresh_process(
        f"{first}\nimport treatywatch\nimport treatywatch.status.answers\n"
        "print(type(treatywatch.status).__name__)"
    )
    assert told == "function"


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = in_a_fresh_process("import sys, treatywatch\nprint(*sys.modules)").split()
    heavy = {"lxml", "pydantic", "yaml", "rich", "typer", "jinja2", "ahocorasick_rs", "numpy"}
    assert heavy & {name.partition(".")[0] for name in loaded} == set()
