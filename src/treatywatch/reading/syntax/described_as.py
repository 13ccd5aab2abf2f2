"""What those named are, told behind them between commas: "China, both nuclear powers, joined"."""

from treatywatch.reading.vocabulary.words_acts import ActWords


def only_describes(folded: str, named_end: int, group: tuple[int, int], acts: ActWords) -> bool:
    """Whether a group between commas tells what all of those before it are, and acts no more."""
    gap = folded[named_end : group[0]].split()
    led = len(gap) > 1 and gap[0] == "," and set(gap[1:]) <= acts.grammar["everyone"]
    return led and folded.startswith(",", group[1])
