"""A group file of which every row is an organisation: read, laid side by side, and told about."""

from collections.abc import Callable, Iterator
from string import ascii_uppercase
from typing import BinaryIO, NamedTuple

from conflictstijl.fouten import Bevinding, GebruikFout, GeweigerdFout
from conflictstijl.groep.dubbelen import Bron, Cellen, Rijplek, Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.invoer.kolomsoorten import check_anoniem
from conflictstijl.invoer.koppen import fold_naam
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.document import Document
from conflictstijl.model.organisaties import (
    KLEINSTE_SAMENWERKING,
    MEESTE_ORGANISATIES,
    Organisatie,
    Organisatiebeeld,
)
from conflictstijl.rapport import organisatiegegevens
from conflictstijl.rapport.organisaties import build_organisaties
from conflictstijl.rapport.organisatiewerkboek import build_organisatiewerkboek
from conflictstijl.rapport.uitvoer.werkboek import write_werkboek
from conflictstijl.rekenen.scoren import read_antwoorden, score_antwoorden
from conflictstijl.rekenen.spreiding import build_organisatiebeeld, read_uitschieters
from conflictstijl.tekst import clean_tekst, fold_tekst

_LANGSTE_NAAM = 40
_ORGANISATIE = ("organisatie", "organisation", "organization")
"""What stands in the header of the column with the names of organisations."""
_EEN_BLAD = "dit beeld vraagt één blad per organisatie, dat de mensen daar samen invulden"


class Organisatieverslag(NamedTuple):
    """All that is to be told about organisations that laid their sheets side by side."""

    invoer: Groepsinvoer
    beeld: Organisatiebeeld

    @property
    def dicht(self) -> bool:
        """True when nothing may be told."""
        return self.beeld.dicht

    @property
    def waarom(self) -> str:
        """Why nothing may be told, in a sentence; else nothing."""
        if not self.dicht:
            return ""
        wie = "is 1 organisatie" if self.beeld.n == 1 else f"zijn {self.beeld.n} organisaties"
        return f"er {wie} met bruikbare antwoorden, en dit beeld vraagt er {self.beeld.minimum}"

    @property
    def meldingen(self) -> tuple[Bevinding, ...]:
        """What could not be read of earlier pictures: organisations are not remembered, so there is nothing."""
        return ()

    def build_document(self) -> Document:
        """Return the report."""
        met_namen = self.invoer.opties.met_namen
        return build_organisaties(self.beeld, self.invoer.vragenlijst, load_kennis(), met_namen=met_namen)

    def render_json(self) -> Iterator[str]:
        """Yield the same as JSON."""
        aantallen = self.invoer.meldingen.aantallen
        yield organisatiegegevens.render_organisaties(self.beeld, self.invoer.vragenlijst, aantallen)

    def write_werkboek(self, doel: BinaryIO) -> None:
        """Write the same as a workbook."""
        aantallen = self.invoer.meldingen.aantallen
        werkboek = build_organisatiewerkboek(self.beeld, self.invoer.vragenlijst, load_kennis(), aantallen)
        write_werkboek(werkboek, doel)


def build_organisatieverslag(
    invoer: Groepsinvoer, minimum: int = KLEINSTE_SAMENWERKING, volg: Volg = iter
) -> Organisatieverslag:
    """Return the organisations of a group file side by side; one without any score does not take part.

    Raises GebruikFout for a minimum below two, and GeweigerdFout when rows are people: several of one organisation,
    or more than any cooperation has partners.
    """
    if minimum < KLEINSTE_SAMENWERKING:
        raise GebruikFout(f"'--minimum' is hier minstens {KLEINSTE_SAMENWERKING}: één organisatie ligt nergens naast")
    organisaties = [een for een in _read_organisaties(invoer, volg) if {*een.scores.values()} != {None}]
    return Organisatieverslag(invoer, build_organisatiebeeld(organisaties, invoer.vragenlijst, minimum))


def _read_organisaties(invoer: Groepsinvoer, volg: Volg) -> Iterator[Organisatie]:
    lezers = [_build_naamlezer(bron) for bron in invoer.bronnen]
    gezien: dict[str, Rijplek] = {}
    for nummer, (plek, cellen) in enumerate(invoer.read_rijen(volg)):
        _check_aantal(nummer)
        naam = lezers[plek[0]](cellen)
        _check_eenmaal(invoer, gezien, naam, plek)
        getoond = (naam or f"organisatie {nummer + 1}") if invoer.opties.met_namen else build_letter(nummer)
        blad = invoer.read_blad(plek, cellen)
        scores = score_antwoorden(invoer.vragenlijst, blad).scores
        yield Organisatie(
            getoond,
            {schaal: score.exact for schaal, score in scores.items()},
            read_uitschieters(invoer.vragenlijst, read_antwoorden(invoer.vragenlijst, blad.antwoorden)),
        )


def _build_naamlezer(bron: Bron) -> Callable[[Cellen], str]:
    """Return what gives the name of the organisation in a row: by the header, else what tells rows apart."""
    kaart = bron.kaart
    koppen = (plaats for plaats, kop in kaart.overig if any(woord in fold_naam(kop) for woord in _ORGANISATIE))
    plaats = next(koppen, kaart.sleutel)

    def read_naam(cellen: Cellen) -> str:
        cel = "" if plaats is None else clean_tekst(cellen[plaats], _LANGSTE_NAAM)
        return "" if check_anoniem(cel) else cel

    return read_naam


def _check_aantal(nummer: int) -> None:
    if nummer >= MEESTE_ORGANISATIES:
        wat = f"dit bestand heeft meer dan {MEESTE_ORGANISATIES} rijen, en dat lijken mensen"
        raise GeweigerdFout(f"{wat}; {_EEN_BLAD}")


def _check_eenmaal(invoer: Groepsinvoer, gezien: dict[str, Rijplek], naam: str, plek: Rijplek) -> None:
    """Raise GeweigerdFout when an organisation is there twice: then the rows are people of it."""
    eerder = gezien.setdefault(fold_tekst(naam) or repr(plek), plek)
    if eerder != plek:
        wie = " en ".join(invoer.render_plek(een) for een in (eerder, plek))
        raise GeweigerdFout(f"{wie} zijn van dezelfde organisatie; {_EEN_BLAD}; laat er een weg met --sla-over")


def build_letter(nummer: int) -> str:
    """Return a letter by its number from 0: A to Z, and then AA, AB and so on."""
    rest, plaats = divmod(nummer, len(ascii_uppercase))
    return f"{ascii_uppercase[rest - 1] if rest else ''}{ascii_uppercase[plaats]}"
