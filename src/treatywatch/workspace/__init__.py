"""What a newsroom keeps: accounts, reports read, proposals, decisions, the acts it has accepted.

The record of the package is never changed; what the desk accepts lies on top of it, each step kept.
"""
