"""The frame around every page, and the templates: every text escaped, no script in a page."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

TEMPLATES = Path(__file__).with_name("templates")


def environment(*more: Path) -> Environment:
    """Templates of this room, and of further folders."""
    return Environment(
        loader=FileSystemLoader([TEMPLATES, *more]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def framed(
    templates: Environment, template: str, request: Request, shown: Mapping[str, object]
) -> str:
    """One page in the frame of the house; ``shown`` is what its template speaks of."""
    nobody: Mapping[str, object] = {"account": None, "form_token": ""}
    return templates.get_template(template).render({"path": request.url.path, **nobody, **shown})
