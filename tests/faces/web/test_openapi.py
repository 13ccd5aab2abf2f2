"""The OpenAPI document holds: whatever it allows to be asked is answered as it says."""

from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from treatywatch.web.app import create
from treatywatch.web.settings import Settings

# The document is read when the tests are collected: the workspace lives as long as the process.
FOLDER = TemporaryDirectory(prefix="treatywatch-openapi-")
APP = create(Settings(database=f"sqlite:///{FOLDER.name}/workspace.db", reads_per_minute=1_000_000))
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP)


@SCHEMA.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_what_may_be_asked_is_answered_as_described(case: "Case[Any]") -> None:
    # Which names and which days are good is in the record, not in the document: a well-formed
    # question about a treaty that does not exist may be refused.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])


def test_it_is_of_version_3_1(client: TestClient) -> None:
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
