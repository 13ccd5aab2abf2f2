"""The article that words cite for the way out: "under Article X of the NPT a State may withdraw".

Reports write "Article 10" for an article X, and the numbers are compared. Of an article that the
words give to another text ("of the Constitution", "of the Vienna Convention") nothing is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, article_of, borne_out, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.law.clauses.final import Silence, Withdrawal
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.quantities.roman import roman_number
from treatywatch.reading.vocabulary.wording import any_of

_BESIDE = 90  # signs of ", pursuant to Article 127 of the Rome Statute of the Court"
_PHRASE = 60  # signs of "of the Treaty on the Non-Proliferation of Nuclear Weapons"
_NUMBER = re.compile(r"(?:art\.? )?(?P<number>\d+|[ivxlc]+)(?!\w)", re.IGNORECASE)
_PARAGRAPH = r"(?:\s?\(\w{1,3}\)|[.:§]\d{1,2}|,?\s(?:para(?:graph)?\.?|§)\s\d{1,2})*"
_PARTS = re.compile(r"[,;.()]")


def judge_article_on_leaving(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """Right or wrong by the article cited for the way out; None where none of the treaty is."""
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.withdrawal
    if isinstance(clause, Silence) or (own := _number(clause.article)) is None:
        return None
    cited = dict(_cited(claim, treaty, knowledge))
    if not cited:
        return None
    words = f"The article of the {treaty.short_title} on leaving is Art. {clause.article}"
    basis = article_of(treaty.id, clause.article)
    if own in cited.values():
        return borne_out(f"{words}: {clause.takes_effect.words}.", basis)
    if set(cited.values()) & _beside(clause, treaty):
        return None
    return contradicted(f"{words}, not Art. {next(iter(cited))}.", basis)


def by_the_right_article(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The judgement, unless what is borne out is told of an article that is not on leaving."""
    if judgement.verdict is not Verdict.BORNE_OUT:
        return judgement
    cited = judge_article_on_leaving(claim, knowledge)
    wrong = cited is not None and cited.verdict is Verdict.CONTRADICTED
    return cited if cited is not None and wrong else judgement


def _beside(clause: Withdrawal, treaty: Treaty) -> frozenset[int]:
    """The articles that rule leaving too: a lock, a window, terms, a war, how long it lasts."""
    others = (clause.lock, clause.window, clause.terms, clause.postponed)
    articles = [one.article for one in others if one is not None]
    articles += [treaty.final_clauses.duration.article or ""]
    if not isinstance(treaty.final_clauses.suspension, Silence):
        articles.append(treaty.final_clauses.suspension.article)
    return frozenset(number for one in articles if (number := _number(one)) is not None)


def _number(article: str) -> int | None:
    """The number of an article of the treaty itself: 10 of "X(1)"; none of "CCW Art. 9"."""
    found = _NUMBER.match(article)
    return _value(found["number"]) if found else None


def _value(written: str) -> int | None:
    return int(written) if written.isdecimal() else roman_number(written)


def _cited(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """The articles of the treaty that the words cite, as written and by their numbers."""
    terms = knowledge.ledger.fact_words.terms
    before = around.before(claim, knowledge, _BESIDE)
    said = f"{before}{claim.quote}{around.behind(claim, knowledge, _BESIDE)}"
    firsts = knowledge.ledger.fact_words.firsts
    leaving = (*firsts.leaving, *firsts.act_of_leaving, *terms.denouncing, *terms.gone)
    if not has_one(said, (*leaving, *terms.left_then, *terms.out_now, *terms.wishing_out)):
        return
    for found in _articles(terms).finditer(said):
        number = _value(found["number"])
        behind, ahead = said[found.end() : found.end() + _PHRASE], said[: found.start()]
        if number is None or not _is_cited(found.start(), len(before), claim, ahead, terms):
            continue
        if _is_of_it(behind, claim, treaty, terms) and _belongs(ahead, claim, treaty, terms):
            yield found["number"], number


def _articles(terms: TermWords) -> re.Pattern[str]:
    nouns = any_of(terms.articles)
    return re.compile(rf"(?<!\w)(?:{nouns})\s(?P<number>\d{{1,3}}|[IVXLC]+)(?![\w%]){_PARAGRAPH}")


def _is_cited(start: int, lead: int, claim: Claim, ahead: str, terms: TermWords) -> bool:
    """Whether the article stands in the words, or leads to them, or follows: "under Article X"."""
    within = lead <= start < lead + len(claim.quote)
    if within and claim.type is ClaimType.TREATY_FACT:
        return True
    leads = ahead[-_PHRASE:].rstrip().casefold().endswith(tuple(terms.by_article))
    between = ahead[lead + len(claim.quote) :]
    return leads and not _PARTS.search(between.strip(" ,")) and len(between) <= _LED


_LED = 30  # signs of ", in accordance with its " between the words and their article


def _is_of_it(behind: str, claim: Claim, treaty: Treaty, terms: TermWords) -> bool:
    """Whether what follows the number leaves it to the treaty, or gives it to another text."""
    phrase = _PARTS.split(behind, maxsplit=1)[0].strip()
    first, _, rest = phrase.partition(" ")
    if first.casefold() not in terms.of_what:
        other = first[:1].isupper()
        return not other or names_treaty(replace(claim, quote=phrase), treaty)
    return names_treaty(replace(claim, quote=phrase), treaty) or _points_to_it(rest, terms)


def _points_to_it(rest: str, terms: TermWords) -> bool:
    """ "The treaty", "that convention": not "the Convention on the Law of Treaties"."""
    words = rest.casefold().split()[:3]
    noun = words[1:2] if words[:1] and words[0] in terms.pointing_articles else words[:1]
    titled = bool(words) and words[-1] in terms.titles_on
    return bool(noun) and has_one(noun[0], terms.treaty_nouns) and not titled


def _belongs(ahead: str, claim: Claim, treaty: Treaty, terms: TermWords) -> bool:
    """Whether nothing else owns the article: "the Constitution's Article 75", "NATO Article 5"."""
    words = ahead.split()
    last = words[-1].strip("(\"'“‘") if words else ""
    owned = last.endswith(("'s", "’s"))
    named = last[:1].isupper() and not has_one(last, terms.by_article)
    if not (owned or named):
        return True
    phrase = ahead[-_PHRASE:]
    return names_treaty(replace(claim, quote=phrase), treaty) or (
        owned and has_one(last[:-2], terms.treaty_nouns)
    )
