"""Settings of a server, as the environment gives them."""

import pytest

from treatywatch.errors import BadSetting
from treatywatch.web.settings import Settings, from_environment
from treatywatch.web.starting import make_ready


def test_nothing_given_means_this_machine_alone() -> None:
    assert from_environment({}) == Settings()
    assert Settings().is_loopback


def test_what_is_given_is_taken_and_other_variables_are_not() -> None:
    given = {"TREATYWATCH_PORT": "9000", "TREATYWATCH_SECURE_COOKIES": "yes", "PORT": "1"}
    assert from_environment(given) == Settings(port=9000, secure_cookies=True)


@pytest.mark.parametrize(
    ("name", "value"), [("TREATYWATCH_PORT", "http"), ("TREATYWATCH_SECURE_COOKIES", "maybe")]
)
def test_a_value_that_is_none_is_told_with_its_variable(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f'{name} is "{value}"'):
        from_environment({name: value})


def test_a_server_that_others_can_reach_needs_an_account(tmp_path: object) -> None:
    open_to_all = Settings(host="0.0.0.0", database=f"sqlite:///{tmp_path}/workspace.db")
    with pytest.raises(BadSetting, match="accounts add"):
        make_ready(open_to_all)
