"""What Alembic runs: the migrations on the connection that ``migrating`` gives."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from treatywatch.workspace.moments import Moment
from treatywatch.workspace.tables import METADATA


def _as_written(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    return "Moment()" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_as_written,
)
with context.begin_transaction():
    context.run_migrations()
