"""Before the first question: which version of a questionnaire, and what must be true to take it."""

from conflictstijl.afname.gesprek import STOP, Gesprek
from conflictstijl.fouten import GebruikFout, GeweigerdFout, OnderbrokenFout
from conflictstijl.model.vragenlijst import Variant, Vragenlijst
from conflictstijl.tekst import fold_tekst, render_opsomming


def ask_lijst(naam: str, vorm: str, gesprek: Gesprek) -> Vragenlijst:
    """Return a questionnaire by id or path in the version that is meant: by id, the standard one or a choice.

    Raises GebruikFout for an unknown one, or where a choice is needed and nobody can be asked; GeweigerdFout when
    what must be true before the start is not; OnderbrokenFout when the user stops.
    """
    from conflictstijl import toepassing

    lijst = toepassing.load_vragenlijst(naam, vorm=vorm)
    try:
        if check_vormkeuze(lijst, vorm):
            lijst = toepassing.load_vragenlijst(naam, vorm=_ask_variant(lijst, gesprek))
        _check_vooraf(lijst, gesprek)
    except EOFError:
        raise OnderbrokenFout("gestopt; je had nog niets beantwoord") from None
    return lijst


def check_vormkeuze(lijst: Vragenlijst, vorm: str) -> bool:
    """Tell whether someone must still choose a version: none was named, and none is the standard one."""
    return not vorm and lijst.variant is not None and not lijst.variant.standaard


def _ask_variant(lijst: Vragenlijst, gesprek: Gesprek) -> str:
    """Return the id of the version that a person chooses."""
    varianten = lijst.varianten
    if not gesprek.mens:
        namen = [variant.id for variant in varianten]
        raise GebruikFout(f"'{lijst.id}' heeft meer vormen; geef er een met --vorm: {render_opsomming(namen, 'of')}")
    gesprek.write_regel(f"{lijst.titel}. Welke vorm?")
    for nummer, variant in enumerate(varianten, 1):
        gesprek.write_regel(f"  {nummer}. {variant.naam}")
    while True:
        gekozen = _parse_variant(gesprek.read_regel(), varianten, gesprek)
        if gekozen:
            gesprek.write_regel("")
            return gekozen


def _parse_variant(invoer: str, varianten: tuple[Variant, ...], gesprek: Gesprek) -> str:
    """Return the id of a version by name, id or number, empty for anything else; raises EOFError for a stop."""
    woord = fold_tekst(invoer).rstrip(".")
    if woord in STOP:
        raise EOFError
    bekend = {fold_tekst(naam): variant.id for variant in varianten for naam in (variant.naam, variant.id)}
    if woord in bekend:
        return bekend[woord]
    gekozen = gesprek.parse_keuze(invoer, len(varianten))
    return "" if gekozen is None else varianten[gekozen].id


def _check_vooraf(lijst: Vragenlijst, gesprek: Gesprek) -> None:
    """Ask a person what must be true before the start; a script is told, for it has nobody to ask."""
    if lijst.variant is None or not lijst.variant.vooraf:
        return
    if not gesprek.mens:
        gesprek.write_regel("Deze vorm vraagt dat het antwoord hierop ja is:")
        gesprek.write_regel(f"'{lijst.variant.vooraf}'")
        gesprek.write_regel("")
    elif not gesprek.ask_ja_nee(lijst.variant.vooraf):
        raise GeweigerdFout("dan kan deze vorm niet; vraag het de ander eerst")
    else:
        gesprek.write_regel("")
