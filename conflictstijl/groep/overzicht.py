"""How a group file is read: which column is what, how many people are in it, and what is not clear."""

from collections.abc import Iterator
from typing import Any

from conflictstijl.fouten import GebruikFout
from conflictstijl.groep.dubbelen import Bron, Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.invoer.bestand import load_tabellen
from conflictstijl.invoer.herkenning import read_naaste
from conflictstijl.invoer.kolommenbestand import render_kaart, render_skelet
from conflictstijl.invoer.overzicht import build_overzicht
from conflictstijl.invoer.rijen import read_koppen
from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.model.tabel import Indeling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.groepsgegevens import build_meldingen
from conflictstijl.tekst import clean_tekst, render_citaat

_INDELINGEN = {
    Indeling.GEWOON: "Elke rij is een deelnemer. De koppen staan in rij {}.",
    Indeling.GEKANTELD: "Elke kolom is een deelnemer. De koppen staan in kolom {}.",
    Indeling.LANG: "Elke rij is één antwoord. De koppen staan in rij {}.",
}
_ZONDER_SLEUTEL = "Geen kolom houdt deelnemers uit elkaar. Wie twee keer inzond, telt dus twee keer."
_NIETS_GESCOORD = (
    "Er is nog niets gescoord. Klopt dit, laat dan --bekijk weg. "
    "Klopt het niet? Bewaar de kolommen met --bekijk --kolommen BESTAND en pas dat aan."
)
_KOPPEN = ("Kolom in het bestand", "Vraag", "Herkend aan")


def count_deelnemers(invoer: Groepsinvoer, volg: Volg = iter) -> int:
    """Read every answer and return how many people there are; what is not clear is in the messages of the input."""
    return sum(1 for _ in invoer.read_bladen(volg))


def build_leesdocument(invoer: Groepsinvoer, deelnemers: int) -> Document:
    """Return how the files are read as a report."""
    mensen = "is 1 deelnemer" if deelnemers == 1 else f"zijn {deelnemers} deelnemers"
    return Document(
        (
            Kop("Zo wordt het bestand gelezen", 1),
            Alinea(f"Vragenlijst: {invoer.vragenlijst.titel} ({invoer.vragenlijst.id}). Er {mensen}."),
            *(blok for bron in invoer.bronnen for blok in _build_bron(bron, invoer.vragenlijst)),
            Alinea(_NIETS_GESCOORD),
        )
    )


def _build_bron(bron: Bron, vragenlijst: Vragenlijst) -> Iterator[Blok]:
    tabel, kaart = bron.tabel, bron.kaart
    yield Kop(clean_tekst(tabel.bestand))
    yield Alinea(_INDELINGEN[kaart.indeling].format(kaart.koprij))
    yield Tabel(_KOPPEN, tuple(build_overzicht(tabel, kaart, vragenlijst)))
    yield Alinea(_render_sleutel(bron, vragenlijst))
    if kaart.overig:
        yield Alinea("Met --per kun je splitsen op:")
        yield Opsomming(tuple(render_citaat(kop) for _, kop in kaart.overig))


def _render_sleutel(bron: Bron, vragenlijst: Vragenlijst) -> str:
    """Return how people are told apart; a row of a turned table names its column by number."""
    plaats = bron.kaart.sleutel
    if plaats is None:
        return _ZONDER_SLEUTEL
    kop = read_koppen(bron.tabel, bron.kaart, vragenlijst)[plaats]
    naam = f"aan {render_citaat(kop)}" if kop.strip() else f"aan kolom {plaats + 1}"
    return f"Het programma houdt deelnemers uit elkaar {naam}."


def render_kolommen(invoer: Groepsinvoer) -> str:
    """Return a file that says which column is what, for the next file of the same form.

    Raises GebruikFout when there are several tables: each has headers of its own.
    """
    if len(invoer.bronnen) > 1:
        raise GebruikFout("bewaar de kolommen van één tabel tegelijk: geef één bestand, en zo nodig --blad")
    (bron,) = invoer.bronnen
    return render_kaart(bron.kaart, read_koppen(bron.tabel, bron.kaart, invoer.vragenlijst), invoer.vragenlijst)


def load_skelet(bestand: str, blad: str, vragenlijst: Vragenlijst) -> str:
    """Return the start of a file that says which column is what, for a file that was not recognised.

    Raises InvoerFout for a file that cannot be read at all. Of several sheets the first one counts.
    """
    koppen, vragen = read_naaste(load_tabellen(bestand, blad)[0], vragenlijst)
    return render_skelet(koppen, vragen, vragenlijst)


def build_leesgegevens(invoer: Groepsinvoer, deelnemers: int) -> dict[str, Any]:
    """Return how the files are read as data."""
    return {
        "formaat": FORMAAT,
        "soort": "groepsinvoer",
        "vragenlijst": invoer.vragenlijst.id,
        "deelnemers": deelnemers,
        "tabellen": [
            {
                "bestand": bron.tabel.bestand,
                "blad": bron.tabel.blad or None,
                "indeling": bron.kaart.indeling,
                "koprij": bron.kaart.koprij,
                "sleutel": bron.kaart.sleutel,
                "kolommen": [kolom._asdict() for kolom in bron.kaart.kolommen],
                "overig": [kop for _, kop in bron.kaart.overig],
            }
            for bron in invoer.bronnen
        ],
        "meldingen": list(build_meldingen(invoer.meldingen.eerste)),
    }
