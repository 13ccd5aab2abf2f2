"""Tables as they are printed."""

import pytest

from treatywatch.cli.printing import print_table


@pytest.mark.parametrize("number", [3, 1_500])
def test_every_row_of_a_table_is_printed_in_its_columns(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [(f"State {n}", "1 March 1999") for n in range(number)]
    print_table(("who", "since"), rows)
    head, _, *body = capsys.readouterr().out.splitlines()
    assert [" ".join(line.split()) for line in body] == [" ".join(row) for row in rows]
    assert {line.index("1 March 1999") for line in body} == {head.index("since")}
