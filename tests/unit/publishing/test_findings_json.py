import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.unit.checking.claims import a_report
from tests.unit.publishing.findings import checked
from treatywatch.publishing.findings_json import findings_schema, findings_text, report_object


def validator() -> Draft202012Validator:
    schema = json.loads(findings_schema())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_findings_are_what_the_schema_says() -> None:
    for report, findings in checked():
        validator().validate(json.loads(findings_text(report, findings)))


def test_a_report_without_claims_is_an_object_too() -> None:
    empty = report_object(a_report("Nothing here.", "2025-04"), ())
    validator().validate(empty)
    assert empty["as_known_on"] == "2025-04-30"
    validator().validate(report_object(a_report("Nothing here."), ()))


def test_the_quote_is_the_text_between_its_offsets() -> None:
    for report, findings in checked():
        claims = json.loads(findings_text(report, findings))["claims"]
        assert claims
        for claim in claims:
            assert report.text[claim["start"] : claim["end"]] == claim["quote"]


def test_a_verdict_without_a_basis_does_not_pass_the_schema() -> None:
    report, findings = checked()[0]
    written = json.loads(findings_text(report, findings))
    judged = next(c for c in written["claims"] if c["verdict"] == "contradicted")
    judged["basis"] = []
    with pytest.raises(ValidationError):
        validator().validate(written)


def test_an_unknown_verdict_or_key_does_not_pass_the_schema() -> None:
    report, findings = checked()[0]
    for key, value in (("verdict", "false"), ("start", -1), ("feeling", "good")):
        written = json.loads(findings_text(report, findings))
        written["claims"][0][key] = value
        with pytest.raises(ValidationError):
            validator().validate(written)


def test_whole_numbers_are_written_whole_and_the_same_findings_give_the_same_bytes() -> None:
    report, findings = checked()[0]
    text = findings_text(report, findings)
    assert '"value": 133,' in text
    assert text == findings_text(report, findings)
    assert "\n" not in text


def test_the_basis_names_its_kind_and_its_source() -> None:
    report, findings = checked()[1]
    (notified, adopted, _) = json.loads(findings_text(report, findings))["claims"]
    assert notified["basis"][0] == {
        "act": "apmbc:FIN:withdrawal-notice:2025-07-10",
        "source": notified["basis"][0]["source"],
    }
    assert adopted["basis"][0]["milestone"] == "apmbc adopted 1997-09-18"
