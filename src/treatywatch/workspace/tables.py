"""The tables of a workspace. Decisions, acts and changes are only ever added to.

Every change here is a migration in ``migrations/versions``; a test compares the two.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from treatywatch.workspace.moments import Moment

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What the workspace itself has to remember: the secret that signs sessions, for one.
KEPT = Table(
    "kept",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("password", Text, nullable=False),  # argon2id, with its own salt and settings
    Column("role", String(16), nullable=False),  # editor or contributor
    Column("made_at", Moment, nullable=False),
    Column("closed_at", Moment),
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("name", String(64), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256; the token is not kept
    Column("made_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),  # SHA-256 of what the cookie holds
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
)

# A report as it was taken in. The same text is one report, however often it arrives.
REPORTS = Table(
    "reports",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),  # of the normalised text
    Column("name", String(400), nullable=False),
    Column("title", String(400)),
    Column("text", Text, nullable=False),
    Column("particulars", JSON, nullable=False),  # published, published_from, language, address ...
    Column("received_at", Moment, nullable=False),
    Column("account_id", ForeignKey("accounts.id")),
)

# One reading of a report against the record of its day; a new record may be read against again.
READINGS = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False),
    Column("state", String(16), nullable=False),  # waiting, reading, done, failed
    Column("record", String(64), nullable=False),  # digest of the record that was used
    Column("findings", JSON),
    Column("trouble", Text),
    Column("asked_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("reader", String(128)),  # the process that reads it, as host:process:number
    Column("alive_at", Moment),  # when that process last told that it still does
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("tally", JSON),  # how many findings of each verdict
    Index(None, "report_id", "id"),
    Index(None, "state", "id"),
)

# A claim that goes beyond the record and waits for an editor.
PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("treaty", String(64), nullable=False),
    Column("participant", String(16), nullable=False),
    Column("act", String(64), nullable=False),
    Column("day", String(32)),  # EDTF, where the words give one
    Column("made_at", Moment, nullable=False),
    UniqueConstraint(
        "reading_id", "start", "end", "treaty", "participant", "act", name="uq_proposals_claim"
    ),
)

# What an editor decided on a proposal; the last one holds, all are kept.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("proposal_id", ForeignKey("proposals.id"), nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("decided_at", Moment, nullable=False),
    Column("outcome", String(16), nullable=False),  # accepted, rejected, taken-back
    Column("note", Text, nullable=False),
    Index(None, "proposal_id", "id"),
)

# Acts that the desk added to the record, in the columns of record/acts/*.csv.
ACTS = Table(
    "acts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("decision_id", ForeignKey("decisions.id"), nullable=False),
    Column("treaty", String(64), nullable=False),
    Column("participant", String(16), nullable=False),
    Column("act", String(64), nullable=False),
    Column("done_on", String(32)),
    Column("received_on", String(32)),
    Column("learned_on", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("source_url", Text, nullable=False),
    Column("confidence", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("stands", Boolean, nullable=False),  # False: takes back an act of the desk ...
    Column("takes_back", ForeignKey("acts.id")),  # ... namely this one, from learned_on
    Index(None, "treaty", "id"),
)

# What feeds tell: acts recorded, notices, effects, corrected findings.
CHANGES = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("treaty", String(64)),
    Column("participant", String(16)),
    Column("words", Text, nullable=False),
    Column("path", String(400), nullable=False),  # the page of the change, below the server
    Index(None, "at", "id"),
)
