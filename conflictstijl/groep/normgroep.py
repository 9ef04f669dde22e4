"""A norm group out of own data: refused when it is too small or when its scores cannot be compared."""

from typing import NamedTuple

from conflictstijl.fouten import Bevinding, GeweigerdFout
from conflictstijl.groep.beeld import Groepswens, write_eenmalig
from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer, build_afdruk
from conflictstijl.laden.normen import MINSTE_N
from conflictstijl.model.norm import Normbestand
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.normgroep import Normgegevens, Normsommen, build_normgroep

GENOEG = 300
"""People below which a norm group comes with a warning."""


class Normresultaat(NamedTuple):
    """A norm group made from own data, with what its maker should know."""

    bestand: Normbestand
    meldingen: tuple[str, ...]


def build_normbestand(
    invoer: Groepsinvoer, naam: str, gegevens: Normgegevens, volg: Volg = iter, *, toch: bool = False
) -> Normresultaat:
    """Return the norm group of the people in group files; `naam` is its id, `volg` sees the rows go by.

    Raises GeweigerdFout for a questionnaire with choices, below a hundred people with a score on every scale, and for
    nearly the same people as in an earlier norm group, unless `toch`: the difference would be the scores of a few.
    """
    _check_vragenlijst(invoer.vragenlijst)
    begin, sommen = len(invoer.vragenlijst.achtergrond), Normsommen(invoer.vragenlijst)
    mensen: list[tuple[str, str]] = []
    for sleutel, blad in invoer.read_bladen(volg):
        n = sommen.n
        sommen.add(blad.antwoorden)
        if sommen.n > n:
            afdruk = build_afdruk(blad.antwoorden[begin:])
            mensen.append((sleutel or afdruk, afdruk))
    if sommen.n < MINSTE_N:
        wat = f"een normgroep vraagt minstens {MINSTE_N} mensen met een score op elke schaal, en hier zijn het er"
        raise GeweigerdFout(f"{wat} {sommen.n}; verzamel er meer")
    eerdere = _write_eenmalig(invoer, mensen, toch=toch)
    lijst, normen = invoer.vragenlijst, build_normgroep(sommen, gegevens)
    bestand = Normbestand(naam, lijst.volledige_id, lijst.versie, normen)
    return Normresultaat(bestand, (*map(str, eerdere), *_build_meldingen(bestand, sommen.zonder)))


def _write_eenmalig(invoer: Groepsinvoer, mensen: list[tuple[str, str]], *, toch: bool) -> tuple[Bevinding, ...]:
    """Remember who is in the norm group; return what cannot be read of earlier ones."""
    waarover = f"{invoer.vragenlijst.volledige_id} normen"
    waarom, eerdere = write_eenmalig(waarover, [mensen], Groepswens(toch=toch))
    if waarom:
        raise GeweigerdFout(waarom)
    return eerdere


def _check_vragenlijst(vragenlijst: Vragenlijst) -> None:
    if vragenlijst.keuzes:
        wat = "bij keuzevragen gaat een punt voor de ene schaal ten koste van een andere"
        raise GeweigerdFout(f"{wat}; van '{vragenlijst.id}' is daarom geen normgroep te maken")


def _build_meldingen(bestand: Normbestand, zonder: int) -> list[str]:
    normen = bestand.normen
    regels = []
    if zonder:
        wie = "1 mens telt" if zonder == 1 else f"{zonder} mensen tellen"
        regels.append(f"{wie} niet mee: daar heeft niet elke schaal een score")
    if normen.n < GENOEG:
        wat = f"deze normgroep telt {normen.n} mensen; onder {GENOEG} is een vergelijking grof"
        regels.append(f"{wat}, en wie erin zit is eerder te herkennen")
    if normen.betrouwbaarheid is None:
        regels.append("niet elke schaal heeft een bruikbare alfa; de normgroep geeft daarom geen marge om een score")
    return regels
