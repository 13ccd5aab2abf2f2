"""How a language orders its words, as far as the reader must be told; the section ``syntax``."""

from treatywatch.values import frozen


@frozen
class Syntax:
    """What differs from "subject, verb, object"; a language without the section has all at rest.

    ``object_before``: the treaty may stand before its verb ("aus dem Vertrag austritt").
    ``subject_after``: the subject may follow its verb ("dann trat Finnland aus").
    ``negation_after``: "not" may close the clause ("ratifizierte den Vertrag nicht").
    ``drops_subject``: a sentence without a subject goes on about the last one ("Entró en vigor").
    ``pronoun_before``: "it" as an object stands before its verb ("lo firmaron").
    ``pronoun_after``: that "it" may follow its verb, too; not where articles look like it ("le").
    ``simple_future``: verbs have a future of their own, listed as progressive ("paziņos").
    ``small_nouns``: the noun of a treaty's name needs no capital ("convention d'Ottawa").
    ``elides``: small words end in an apostrophe ("de l'Estonie").
    ``aside_endings``: endings of names that stand for a place or a source ("Suomessa").
    ``for_endings``: endings of names in which or for which a law holds ("Suomessa", "Latvijai").
    ``given_endings``: endings of names to whom something is handed ("Portugalijai").
    ``whole_names``: names that end so by themselves ("Budapest" in Estonian).
    ``owner_endings``: endings of names that stand before what is theirs ("Suomen ero").
    ``names_after``: words after a noun for treaties that name another one ("traité sur").
    """

    object_before: bool = False
    subject_after: bool = False
    negation_after: bool = False
    drops_subject: bool = False
    pronoun_before: bool = False
    pronoun_after: bool = True
    simple_future: bool = False
    small_nouns: bool = False
    elides: bool = False
    aside_endings: tuple[str, ...] = ()
    for_endings: tuple[str, ...] = ()
    given_endings: tuple[str, ...] = ()
    whole_names: tuple[str, ...] = ()
    owner_endings: tuple[str, ...] = ()
    names_after: tuple[str, ...] = ()
