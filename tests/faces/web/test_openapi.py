"""The OpenAPI document holds: whatever it allows to be asked is answered as it says."""

from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import APIOperation, Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.postgresql import workspace_of_its_own
from treatywatch.web.app import create
from treatywatch.web.settings import Settings

# The document is read when the tests are collected: the workspace lives as long as the process.
FOLDER = TemporaryDirectory(prefix="treatywatch-openapi-")
APP = create(Settings(database=f"sqlite:///{FOLDER.name}/workspace.db", reads_per_minute=1_000_000))
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP)

SETTINGS = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@SCHEMA.parametrize()
@settings(SETTINGS)
def test_what_may_be_asked_is_answered_as_described(case: "Case[Any]") -> None:
    # Which names and which days are good is in the record, not in the document: a well-formed
    # question about a treaty that does not exist may be refused.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])


# What rests on the record alone is the same whatever the workspace lies in.
OF_THE_WORKSPACE = "/(reports|proposals|imports)"


def test_the_same_holds_on_postgresql() -> None:
    with workspace_of_its_own() as database:
        app = create(Settings(database=database, reads_per_minute=1_000_000))
        with TestClient(app):
            schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
            found = list(schema.include(path_regex=OF_THE_WORKSPACE).get_all_operations())
            assert len(found) > 8
            for operation in found:
                asked(operation.ok())  # type: ignore[union-attr]


def asked(operation: "APIOperation[Any, Any, Any, Any]") -> None:
    @given(operation.as_strategy())
    @settings(SETTINGS, max_examples=3)
    def holds(case: "Case[Any]") -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    holds()


def test_it_is_of_version_3_1(reader: TestClient) -> None:
    assert reader.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
