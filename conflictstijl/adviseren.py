"""The use cases about situations: from factors or a case, perhaps beside a profile, to advice. No output."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from conflictstijl import toepassing
from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.laden.eisen import parse_kenmerken
from conflictstijl.laden.knopen import Knoop
from conflictstijl.laden.profielen import build_gebruik, check_profielen, parse_gebruik, read_variant, read_vragenlijst
from conflictstijl.laden.situatiebron import load_casus, load_casussen, load_situaties
from conflictstijl.laden.situaties import build_standen
from conflictstijl.laden.vervolgstappen import load_stappen
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.document import Document
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.situatie import (
    GESLOTEN,
    ROL,
    STANDEN_VEILIGHEID,
    VEILIGHEID,
    WEET_NIET,
    Casus,
    Gebruik,
    Hulp,
    Situatieadvies,
)
from conflictstijl.model.vervolg import Vervolgstap
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.situatie import Situatie, build_hulpdocument, build_situatiedocument
from conflictstijl.rekenen.situatie import compare_anders
from conflictstijl.rekenen.situatieadvies import advise_situatie

__all__ = [
    "Vraagstuk",
    "build_advies",
    "build_document",
    "build_gebruik_van",
    "build_kenmerken",
    "load_casus",
    "load_casussen",
    "load_gebruik",
    "load_situaties",
    "parse_opties",
]

_GEEF_VEILIGHEID = (
    "zonder antwoord op de veiligheidsvraag komt er geen advies; "
    "geef --kenmerk veiligheid=veilig, onveilig of twijfel, of gebruik een terminal"
)


class Vraagstuk(NamedTuple):
    """A situation to advise about: the levels of its factors, and the case it came from."""

    kenmerken: dict[str, str]
    casus: Casus | None = None


def parse_opties(regels: Collection[str]) -> dict[str, str]:
    """Return the levels in texts like `macht=minder`; raises GebruikFout with a line for each that is wrong."""
    kenmerken, fouten = parse_kenmerken(regels, build_standen(load_situaties()))
    if fouten:
        raise GebruikFout("\n".join(fouten))
    return kenmerken


def read_gesloten(regels: Collection[str], casus: Casus | None = None) -> Vraagstuk | None:
    """Return the situation of someone who says that it is or may be unsafe; None when nobody says so.

    It is read before anything else that could be wrong with a call, in what is given and in a case.
    """
    if casus and casus.veiligheid in GESLOTEN:
        return Vraagstuk({VEILIGHEID: casus.veiligheid})
    gezegd = {tuple(deel.strip() for deel in regel.split("=", 1)) for regel in regels}
    for stand in GESLOTEN:
        if (VEILIGHEID, stand) in gezegd:
            return Vraagstuk({VEILIGHEID: stand})
    return None


def build_kenmerken(gegeven: Mapping[str, str], casus: Casus | None = None) -> dict[str, str]:
    """Return the levels of a situation: those of a case, with what is given over them.

    What somebody does not know is left out. A case that says it is not safe stays so, whatever is given.
    """
    van_casus = {VEILIGHEID: casus.veiligheid, ROL: casus.rol, **casus.kenmerken} if casus else {}
    kenmerken = {naam: stand for naam, stand in {**van_casus, **gegeven}.items() if stand and stand != WEET_NIET}
    if casus and casus.veiligheid in GESLOTEN:
        kenmerken[VEILIGHEID] = casus.veiligheid
    if kenmerken.get(VEILIGHEID) not in STANDEN_VEILIGHEID:
        kenmerken.pop(VEILIGHEID, None)
    return kenmerken


def build_advies(
    situatie: Mapping[str, str] | str | Path,
    *,
    profiel: Stijlprofiel | None = None,
    vragenlijst: Vragenlijst | str | Path | None = None,
) -> Situatieadvies | Hulp:
    """Return the advice for a situation, with `profiel` beside what that person says to do.

    `situatie` maps factors to levels, `veiligheid` among them, or is a case by id or path. With any other answer
    than `veiligheid: veilig` the result is `Hulp` (its `poort` is set): no style, only what helps instead.
    `vragenlijst` is needed for a profile of a questionnaire that is not shipped. Raises GebruikFout for an unknown
    factor, level or case, and when nothing is said about safety; InvoerFout for an unusable file.
    """
    regels = [f"{naam}={stand}" for naam, stand in situatie.items()] if isinstance(situatie, Mapping) else []
    casus = None if isinstance(situatie, Mapping) else load_casus(str(situatie))
    gesloten = read_gesloten(regels, casus)
    if gesloten:
        return advise_vraagstuk(gesloten)
    kenmerken = build_kenmerken(parse_opties(regels), casus)
    gebruik = None
    if profiel is not None:
        lijst = vragenlijst or profiel.vragenlijst
        if not isinstance(lijst, Vragenlijst):
            lijst = toepassing.load_vragenlijst(lijst, vorm=profiel.vorm or "")
        gebruik = build_gebruik_van(profiel, lijst)
    return advise_vraagstuk(Vraagstuk(kenmerken), gebruik)


def advise_vraagstuk(vraagstuk: Vraagstuk, gebruik: Gebruik | None = None) -> Situatieadvies | Hulp:
    """Return the advice or the help; raises GebruikFout when nothing is said about safety."""
    if VEILIGHEID not in vraagstuk.kenmerken:
        raise GebruikFout(_GEEF_VEILIGHEID)
    return advise_situatie(vraagstuk.kenmerken, load_situaties(), load_kennis(), gebruik)


def build_situatie(
    vraagstuk: Vraagstuk, gebruik: Gebruik | None = None, *, bron: str = "", wat_als: bool = False
) -> Situatie | Hulp:
    """Return the advice with all that a report tells about it; `wat_als` adds what would change it.

    `bron` says in a sentence where `gebruik` comes from, when that is a kept result.
    With a closed gate the help alone is returned: nothing is repeated, not even the name of the case.
    """
    advies = advise_vraagstuk(vraagstuk, gebruik)
    if isinstance(advies, Hulp):
        return advies
    wissels = compare_anders(vraagstuk.kenmerken, load_situaties()) if wat_als else None
    situatie = Situatie(advies, load_situaties(), load_kennis(), vraagstuk.casus, wissels, bron, gebruik)
    return situatie._replace(verder=_load_verder(advies))


def _load_verder(advies: Situatieadvies) -> dict[str, tuple[Vervolgstap, ...]]:
    """Return what each route of an advice leads to; only these routes are worth reading anything for."""
    routes = load_situaties().routes
    return {naam: load_stappen(routes[naam].verder) for naam in advies.routes}


def build_document(uitkomst: Situatie | Hulp) -> Document:
    """Return the report of a situation, or the help, as a neutral document."""
    return build_hulpdocument(uitkomst) if isinstance(uitkomst, Hulp) else build_situatiedocument(uitkomst)


def build_gebruik_van(profiel: Stijlprofiel, vragenlijst: Vragenlijst) -> Gebruik:
    """Return what a profile says about the use of each style; raises GebruikFout when it is about someone else."""
    _check_zelf(vragenlijst)
    duidingen = {naam: score.duiding or "" for naam, score in profiel.scores.items()}
    return build_gebruik(vragenlijst, duidingen, profiel.duidelijk_hoog, profiel.duidelijk_laag)


def load_gebruik(bron: str) -> Gebruik:
    """Return what a person says to do, from a file with one profile (JSON) or one answer sheet.

    Raises GebruikFout when the file is about more than one person; InvoerFout for an unusable file.
    """
    bevindingen = Bevindingen()
    wortel = parse_yaml(load_tekst(Path(bron), bron), bron, bevindingen)
    if wortel is not None and check_profielen(wortel):
        return _load_profiel(wortel, bevindingen)
    return _load_blad(bron)


def _load_profiel(wortel: Knoop, bevindingen: Bevindingen) -> Gebruik:
    naam = read_vragenlijst(wortel, bevindingen)
    bevindingen.check_fouten()
    lijst = toepassing.load_vragenlijst(naam, vorm=read_variant(wortel, bevindingen))
    _check_zelf(lijst)
    return parse_gebruik(wortel, lijst, bevindingen)


def _check_zelf(vragenlijst: Vragenlijst) -> None:
    if vragenlijst.over_ander:
        raise GebruikFout("deze uitslag gaat over een ander; geef een uitslag over jezelf")


def _load_blad(bron: str) -> Gebruik:
    resultaten = list(toepassing.score_bladen(toepassing.load_antwoorden(bron)))
    if len(resultaten) != 1:
        raise GebruikFout(f"'{bron}' heeft {len(resultaten)} bladen; geef een bestand met de antwoorden van één mens")
    return build_gebruik_van(resultaten[0].profiel, resultaten[0].vragenlijst)
