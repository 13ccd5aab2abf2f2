"""The forms of single numbers in a language: digits, words, scales, ordinals, vague amounts."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_sections import NumberWords
from treatywatch.values import frozen

_LINK = r"(?:\s+|-)"


@frozen
class Quantity:
    """What a number comes to: the same bounds twice, or the two ends of "several dozen"."""

    low: float
    high: float
    ordinal: bool = False
    percent: bool = False


@frozen
class NumberGrammar:
    """``number`` is the pattern of one number with its scale, :meth:`value` its meaning."""

    number: str
    words: NumberWords

    def value(self, form: str) -> Quantity:
        """What a match of ``number`` comes to."""
        joined = self._joined(form)
        plain = " ".join(joined.replace("-", " ").split())
        if plain in self.words.vague:
            low, high = self.words.vague[plain]
            return Quantity(low, high)
        if plain in self.words.fractions:
            share = self.words.fractions[plain]
            return Quantity(share, share, percent=True)
        tokens = [one for part in joined.split() for one in self._apart(part)]
        tokens = [token for token in tokens if token not in self.words.inner_joiners]
        if tokens[0] in self.words.scale_plurals:
            return self._vague_plural(tokens)
        return self._summed(tokens)

    def _apart(self, part: str) -> list[str]:
        """A word at its hyphens, but for a number that has them: "quatre-vingt-dix"."""
        whole = part in self.words.words or part in self.words.ordinals
        return [part] if whole else part.replace("-", " ").split()

    def _joined(self, form: str) -> str:
        """The form with its groups of digits and its ending as one word: "1 550", "124-й"."""
        if " " in self.words.group_separators:
            form = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", "", form)
        for ending in self.words.ordinal_endings:
            if ending.startswith("-"):
                form = re.sub(rf"(?<=\d){re.escape(ending)}(?!\w)", ending[1:], form)
        return form

    def _vague_plural(self, tokens: list[str]) -> Quantity:
        whole = self.scale_of(" ".join(tokens))
        return Quantity(float(whole), float(whole * 10 - 1))

    def scale_of(self, form: str) -> int:
        """The product of the scales in a form: a million for "70 million", 1 for "70"."""
        product = 1
        for token in form.replace("-", " ").split():
            product *= self._scale(token) or 1
        return product

    def _scale(self, token: str) -> int:
        return self.words.scales.get(token) or self.words.scale_plurals.get(token) or 0

    def _summed(self, tokens: list[str]) -> Quantity:
        total, group, ordinal = 0.0, 0.0, False
        for token in tokens:
            scale = self.words.scales.get(token)
            if scale == 100:
                group = (group or 1) * 100
            elif scale is not None:
                total, group = total + (group or 1) * scale, 0.0
            else:
                amount, is_ordinal = self._single(token)
                group, ordinal = group + amount, ordinal or is_ordinal
        return Quantity(total + group, total + group, ordinal)

    def _single(self, token: str) -> tuple[float, bool]:
        if token in self.words.words:
            return float(self.words.words[token]), False
        if token in self.words.ordinals:
            return float(self.words.ordinals[token]), True
        if token in self.words.articles:
            return 1.0, False
        bare = re.sub(r"[^\d.,]+$", "", token)
        for separator in self.words.group_separators:
            bare = bare.replace(separator, "")
        return float(bare.replace(self.words.decimal_point, ".")), bare != token and bool(
            re.search(r"[^\W\d]$", token)
        )


@grammar
def number_grammar(words: Words) -> NumberGrammar:
    """The grammar of single numbers in a language."""
    numbers = words.numbers
    return NumberGrammar(_number(numbers), numbers)


def _number(numbers: NumberWords) -> str:
    separator, point = f"[{re.escape(numbers.group_separators)}]", re.escape(numbers.decimal_point)
    digits = rf"(?:\d{{1,3}}(?:{separator}\d{{3}}){{1,5}}|\d{{1,15}})(?:{point}\d{{1,6}})?(?!\d)"
    ending = rf"(?:{any_of(numbers.ordinal_endings)})?"
    scale, word = any_of(numbers.scales), any_of(numbers.words)
    ordinal = any_of(numbers.ordinals)
    joiner = any_of(numbers.inner_joiners)
    scales = rf"(?:{_LINK}{scale}(?!\w))"
    unit = rf"{_LINK}(?:{word}|{ordinal})(?!\w)"
    more = rf"(?:{unit})?(?:{scales}{{1,3}}(?:(?:{_LINK}{joiner})?{unit}(?:{unit})?)?){{0,5}}"
    written = rf"(?:{word}|(?:{any_of(numbers.articles)}(?=\s+{scale}(?!\w))))(?!\w){more}"
    hundred = rf"{any_of(numbers.alone)}(?!\w)(?:{unit})?{more}"
    plural = any_of(numbers.scale_plurals)
    preposition = any_of(form for form in numbers.of_total if " " not in form)
    heap = rf"{plural}(?:\s+{preposition}\s+{plural}){{0,3}}(?!\w)"
    choices = (
        any_of(numbers.vague),
        any_of(numbers.fractions).replace(r"\s+", r"[\s-]+"),
        rf"(?:{digits}){ending}(?:{_LINK}{scale}(?!\w)){{0,3}}",
        heap,
        written,
        hundred,
        ordinal,
    )
    return "(?:" + "|".join(choices) + ")"
