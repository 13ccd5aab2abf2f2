"""The names of the forms in which a checked report can be taken away."""

from enum import StrEnum


class Form(StrEnum):
    """A form by its name on the command line; the brief and the JSON have options of their own."""

    MARKDOWN = "markdown"
    CLAIM_REVIEW = "claim-review"
    WEB_ANNOTATION = "web-annotation"
