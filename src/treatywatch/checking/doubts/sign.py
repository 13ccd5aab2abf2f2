"""What a sign that words were read amiss is: a reason to call nothing wrong, or none."""

from collections.abc import Callable

from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.reading.claim import Claim

Judge = Callable[[Claim, Knowledge], Judgement]
Sign = Callable[[Claim, Knowledge], str]
"""Why a claim that the record does not bear out may have been read amiss; empty where not."""
Trial = Callable[[Judge, Claim, Knowledge], str]
"""The same, found by judging the claim with another State, treaty, act or day in it."""
