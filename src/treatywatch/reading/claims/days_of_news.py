"""Days of news: "word of Estonia's exit reached Geneva on 3 July" dates the word, not the exit.

Where a noun for what is told governs the act ("news of", "the report on", "news that"), and a verb
of its own stands between the act and the day, the day is that of the telling; so is one before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords
from treatywatch.values import frozen

_REACH = 90  # characters of "reports in the press of the planned withdrawal of"


@frozen
class _Telling:
    governs: re.Pattern[str]
    comes: re.Pattern[str]


def without_days_of_news(stage: Stage, scene: Scene, head: int, ends: Iterable[int]) -> Scene:
    """The clause without the days on which its act was only told of.

    ``head`` is where the word for the act begins, ``ends`` are where it and its names end.
    """
    if not scene.dates:
        return scene
    telling = _telling(stage.acts)
    start = max(scene.clause.passage.start, head - _REACH)
    news = telling.governs.search(stage.folded, start, head)
    if news is None:
        return scene
    act = tuple(ends)
    kept = [d for d in scene.dates if not _is_of(news, act, d, stage.folded, telling)]
    return replace(scene, dates=tuple(kept)) if len(kept) < len(scene.dates) else scene


def _is_of(
    news: re.Match[str], act: Sequence[int], day: DateMention, folded: str, telling: _Telling
) -> bool:
    if day.end <= news.start():
        return True
    told = max((end for end in act if end <= day.start), default=None)
    return told is not None and telling.comes.search(folded, told, day.start) is not None


@grammar
def _telling(acts: ActWords) -> _Telling:
    nouns, about = acts.any_of("told_of"), acts.any_of("about_what")
    comes = acts.any_of("news_comes")
    if not nouns:
        return _Telling(re.compile(r"(?!)"), re.compile(r"(?!)"))
    apart = r"(?:[\w'’-]+\s){0,5}"
    return _Telling(
        re.compile(rf"(?<!\w)(?:{nouns})\s(?:{about})\s{apart}$"),
        re.compile(rf"(?<!\w)(?:{comes})(?!\w)"),
    )
