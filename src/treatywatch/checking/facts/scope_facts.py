"""What a treaty covers: the acts and objects it forbids, and its name."""

from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    nothing_recorded,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.treaty import Prohibition, Treaty
from treatywatch.reading.claim import Claim

# A stem this long tells "stockpil-e" from other words and finds "stockpiling" and "stockpiles".
_STEM = 5


def judge_prohibits(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Forbids: an object that the treaty leaves out contradicts; one that it names bears out."""
    treaty = knowledge.treaty(claim.treaty or "")
    words = _plain(claim.quote)
    for prohibition in treaty.prohibitions:
        outside = [o for o in prohibition.outside_its_scope if _names(words, o, prohibition)]
        if outside:
            return _outside(claim, treaty, prohibition, outside)
    if treaty.forbids_nothing:
        return _forbids_nothing(claim, treaty)
    if claim.negated:
        return nothing_recorded(f"that limit of the {treaty.short_title}")
    for prohibition in treaty.prohibitions:
        named = [n for n in (*prohibition.objects, *treaty.subjects) if _plain(n) in words]
        if not named and any(_plain(stem) in words for stem in prohibition.called):
            named = [prohibition.objects[0]]
        acts = [act for act in prohibition.acts if _stem(act) in words]
        if named or acts:
            done = f" ({', '.join(acts)})" if acts else ""
            forbids = f"{(named or prohibition.objects)[0]}{done}"
            return borne_out(
                f"{treaty.short_title}, Art. {prohibition.article}: forbids {forbids}.",
                article_of(treaty.id, prohibition.article),
            )
    return nothing_recorded(f"such a rule in the {treaty.short_title}")


def _forbids_nothing(claim: Claim, treaty: Treaty) -> Judgement:
    basis = article_of(treaty.id, treaty.forbids_nothing)
    words = f"The {treaty.short_title} forbids nothing (Art. {treaty.forbids_nothing})."
    return borne_out(words, basis) if claim.negated else contradicted(words, basis)


def judge_name(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Formally known as: the full title stands in the words."""
    treaty = knowledge.treaty(claim.treaty or "")
    if _plain(treaty.title) in _plain(claim.quote):
        return borne_out(
            f"That is its title: {treaty.title}.", Basis(BasisKind.ARTICLE, f"{treaty.id} title")
        )
    return nothing_recorded(f"that name of the {treaty.short_title}")


def _outside(
    claim: Claim, treaty: Treaty, prohibition: Prohibition, outside: list[str]
) -> Judgement:
    basis = article_of(treaty.id, prohibition.article)
    words = (
        f"{', '.join(outside)} are outside the {treaty.short_title} (Art. {prohibition.article})"
    )
    return borne_out(f"{words}.", basis) if claim.negated else contradicted(f"{words}.", basis)


def _names(words: str, outside: str, prohibition: Prohibition) -> bool:
    """Whether the words name the thing left out, and not only as part of a thing covered."""
    bare = words
    for covered in prohibition.objects:
        bare = bare.replace(_plain(covered), " ")
    return _plain(outside) in bare


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


def _stem(act: str) -> str:
    return _plain(act)[: max(_STEM, len(act) - 2)] if len(act) > _STEM else _plain(act)[:-1] or act
