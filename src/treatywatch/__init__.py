"""Who is bound by which treaty, when and why; and what a report gets wrong about it."""

__version__ = "0.1.0"
