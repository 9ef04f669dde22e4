"""What a group and its people are told in: a report, data for a program, and a report for each participant."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from conflictstijl.fouten import Bevinding
from conflictstijl.groep.beeld import Groepsuitslag, Groepswens, build_uitslag, write_eenmalig
from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer, build_afdruk
from conflictstijl.groep.profielen import score_profielen
from conflictstijl.groep.tellen import count_items
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.document import Document
from conflictstijl.model.groepsbeeld import TE_GELIJK, Voorna
from conflictstijl.opslag.schijf import build_slug
from conflictstijl.rapport import groepsgegevens
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rapport.groep import build_groep
from conflictstijl.rapport.groepspersonen import build_personen
from conflictstijl.rapport.groepswerkboek import Personen, build_groepswerkboek
from conflictstijl.rapport.uitvoer.werkboek import write_werkboek
from conflictstijl.rekenen.voorna import compare_voor_na
from conflictstijl.toepassing import Uitgave, build_deelblad, build_profieldocument

_CODETEKENS = 6


class Groepsverslag(NamedTuple):
    """All that is to be told about one group file."""

    invoer: Groepsinvoer
    uitslag: Groepsuitslag
    voor_na: Voorna | None = None
    met_profielen: bool = False
    """True to tell also about every person."""
    volg: Volg = iter

    @property
    def dicht(self) -> bool:
        """True when nothing at all may be told."""
        return self.uitslag.beeld.geheel is None and not self.met_profielen

    @property
    def waarom(self) -> str:
        """Why nothing is told about the group, in a sentence; else nothing."""
        return self.uitslag.waarom

    @property
    def meldingen(self) -> tuple[Bevinding, ...]:
        """Earlier pictures that cannot be read."""
        return self.uitslag.meldingen

    def build_document(self) -> Document:
        """Return the report of the group, with the people when they were asked for."""
        kennis, lijst = load_kennis(), self.invoer.vragenlijst
        beeld, met_mensen = self.uitslag.beeld, self.met_profielen
        document = build_groep(beeld, lijst, kennis, self.voor_na, met_mensen=met_mensen)
        if not self.met_profielen:
            return document
        profielen = (een.profiel for een in score_profielen(self.invoer, self.volg))
        return Document((*document.blokken, *build_personen(profielen, lijst, kennis)))

    def render_json(self) -> Iterator[str]:
        """Yield the group as JSON, in pieces: the people are not all in memory at once."""
        lijst = self.invoer.vragenlijst
        document = groepsgegevens.build_groep(lijst.id, self.uitslag.tal.deelnemers, self.uitslag.beeld, self.voor_na)
        profielen = None
        if self.met_profielen:
            profielen = (build_profiel(een.profiel) for een in score_profielen(self.invoer, self.volg))
        return groepsgegevens.render_groep(document, profielen, self._read_meldingen)

    def write_werkboek(self, doel: BinaryIO) -> None:
        """Write the group as a workbook."""
        lijst, beeld = self.invoer.vragenlijst, self.uitslag.beeld
        erbij = self._build_personen() if self.met_profielen else self.invoer.meldingen.aantallen
        write_werkboek(build_groepswerkboek(beeld, lijst, load_kennis(), erbij, self.voor_na), doel)

    def _build_personen(self) -> Personen:
        items = count_items(self.invoer, self.volg)
        profielen = (een.profiel for een in score_profielen(self.invoer, self.volg))
        return Personen(profielen, items, self.invoer.meldingen.eerste)

    def _read_meldingen(self) -> groepsgegevens.Meldingen:
        meldingen = self.invoer.meldingen
        return meldingen.eerste if self.met_profielen else meldingen.aantallen


def build_verslag(
    invoer: Groepsinvoer, wens: Groepswens, later: Groepsinvoer | None = None, volg: Volg = iter
) -> Groepsverslag:
    """Return what may be told about a group; `later` is the input of the same people after something happened.

    Raises GebruikFout for a wish that cannot be, and SchrijfFout when the picture cannot be remembered.
    """
    uitslag = build_uitslag(invoer, wens, volg)
    if later is None:
        return Groepsverslag(invoer, uitslag, volg=volg)
    voor_na, waarom = compare_groepen(invoer, later, wens)
    # who is refused twice reads it once: about the whole group
    redenen = uitslag.waarom or waarom
    return Groepsverslag(invoer, uitslag._replace(waarom=redenen), voor_na, volg=volg)


def compare_groepen(voor: Groepsinvoer, na: Groepsinvoer, wens: Groepswens) -> tuple[Voorna, str]:
    """Return in how many people a style changed, of the people with a key who are in both files.

    Beside it why nothing is told, when an earlier comparison was about nearly the same people; else an empty text.
    """
    begin = len(voor.vragenlijst.achtergrond)
    eerst = {sleutel: blad for sleutel, blad in voor.read_bladen() if sleutel}
    paren = {sleutel: (eerst[sleutel], blad) for sleutel, blad in na.read_bladen() if sleutel in eerst}
    voor_na = compare_voor_na(paren.values(), voor.vragenlijst, wens.minimum)
    if voor_na.n is None:
        return voor_na, ""
    mensen = [
        (sleutel, build_afdruk(antwoord for blad in paar for antwoord in blad.antwoorden[begin:]))
        for sleutel, paar in paren.items()
    ]
    waarom, _ = write_eenmalig(f"{voor.vragenlijst.volledige_id} voor en na", [mensen], wens)
    if waarom:
        return Voorna(None, {}, TE_GELIJK), f"{waarom}; het verschil tussen voor en na blijft weg"
    return voor_na, ""


class Eigenverslag(NamedTuple):
    """What one participant gets."""

    naam: str
    """Of the file, without an ending: a slug and a check code, never a raw name."""
    deelnemer: str
    documenten: list[Document]
    """The report, and the page that may be shared."""


def build_verslagen(invoer: Groepsinvoer, volg: Volg = iter) -> Iterator[Eigenverslag]:
    """Yield the report of every participant."""
    uitgave = Uitgave(bewaren=True)
    gezien: set[str] = set()
    for resultaat in score_profielen(invoer, volg):
        code = resultaat.blad.deelnemer or ""
        naam = _build_naam(code, code)
        while naam in gezien:
            naam = _build_naam(code, naam)
        gezien.add(naam)
        # the number of a row is no name: only the trainer knows what it means
        profiel = resultaat.profiel if resultaat.met_code else replace(resultaat.profiel, deelnemer=None)
        alle = (build(profiel, invoer.vragenlijst, uitgave) for build in (build_profieldocument, build_deelblad))
        yield Eigenverslag(naam, code, [document for document in alle if document])


def _build_naam(code: str, zaad: str) -> str:
    controle = sha256(zaad.encode()).hexdigest()[:_CODETEKENS]
    return f"{build_slug(code)}-{controle}"
