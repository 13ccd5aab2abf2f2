"""Who is reading a report, whether it still is, how often it was tried, and what it found."""

import sqlalchemy as sa
from alembic import op

from treatywatch.workspace.moments import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW = ("reader", "alive_at", "tries", "tally")


def upgrade() -> None:
    """Add the columns; readings that were there were never tried."""
    op.add_column("readings", sa.Column("reader", sa.String(length=128), nullable=True))
    op.add_column("readings", sa.Column("alive_at", Moment(), nullable=True))
    tries = sa.Column("tries", sa.Integer(), nullable=False, server_default="0")
    op.add_column("readings", tries)
    op.add_column("readings", sa.Column("tally", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drop them; column by column, so that rows which point to a reading stay what they are."""
    for name in reversed(_NEW):
        op.drop_column("readings", name)
