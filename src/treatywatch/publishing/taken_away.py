"""A checked report in a form to take away: Markdown, ClaimReview, Web Annotation."""

import json
from collections.abc import Sequence
from datetime import datetime

from treatywatch.checking.grounds.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.claim_review import claim_reviews
from treatywatch.publishing.form import Form
from treatywatch.publishing.markdown import markdown
from treatywatch.publishing.web_annotation import web_annotations
from treatywatch.reports.report import Report


def in_form(
    form: Form, report: Report, findings: Sequence[Finding], ledger: Ledger, made_at: datetime
) -> str:
    """A checked report as text in that form; JSON-LD stands on one line.

    ``made_at`` is the moment at which it was checked, which the JSON-LD tells.
    """
    if form is Form.MARKDOWN:
        return markdown(report, findings, ledger)
    told = (
        claim_reviews(report, findings, made_at.date())
        if form is Form.CLAIM_REVIEW
        else web_annotations(report, findings, ledger, made_at)
    )
    return f"{json.dumps(told, ensure_ascii=False)}\n"
