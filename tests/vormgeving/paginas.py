"""Every kind of page that the program makes, and one of everything that is awkward."""

from pathlib import Path

from conflictstijl import adviseren, voorbereiden
from conflictstijl.groep.lezen import load_groep
from conflictstijl.groep.organisaties import build_organisatieverslag
from conflictstijl.laden.werkbladantwoorden import load_ingevuld
from conflictstijl.model.document import Alinea, Document, Kop, Opsomming, Schrijfruimte, Staaf, Staven, Tabel
from conflictstijl.rapport.uitvoer.html import render_html
from conflictstijl.rapport.werkblad import build_werkbladdocument
from conflictstijl.rekenen.werkblad import build_uitkomst
from tests.rapport import test_intervisie
from tests.rapport.test_groep import bouw_document as bouw_groep
from tests.rapport.test_groep import bouw_gesplitst
from tests.rapport.test_hertest import VERSLAGEN, lees
from tests.rapport.test_html import bouw_beelden, bouw_documenten, bouw_overal, bouw_verslag
from tests.rapport.test_situatie import build as build_situatie

INGEVULD = Path(__file__).parents[1] / "voorbeelden" / "ingevuld"
_LANG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterin" * 2
_NORM = "vaak, gemiddeld, hoger dan 45% van de normgroep"


def bouw_lastig() -> Document:
    """Return a document with many columns and bars, long texts, empty cells, and bars at both ends of the axis."""
    namen = ["Samen oplossen", _LANG, "Met iemand van een andere organisatie", "Kort", "Leeg"]
    waarden = [0.0, 100.0, 50.0, 3.0, None]
    staven = [
        Staaf(naam, waarde, "-" if waarde is None else f"{waarde:.0f},0", _NORM, *((0.0, 100.0) if waarde else ()))
        for naam, waarde in zip(namen, waarden, strict=True)
    ]
    koppen = ("Stijl", *[f"Met iemand uit groep {nummer}" for nummer in range(1, 8)])
    rijen = tuple((naam, *["3,0 soms", "", _LANG, "4,3 vaak", "", "2,0", "-"]) for naam in namen)
    delen = (Alinea(_LANG), Opsomming((_LANG, "kort")), Staven(tuple(staven), 0, 100, _LANG), Tabel(koppen, rijen))
    return Document((Kop(_LANG, 1), *[blok for nummer in range(4) for blok in (Kop(f"Deel {nummer}"), *delen)]))


def bouw_intervisie() -> list[Document]:
    """Return the preparation of a session with all its blocks."""
    casus = voorbereiden.load_casusinbreng("rooster")
    groep = test_intervisie.build_groep(forceren=3, vermijden=4)
    opdracht = test_intervisie.BASIS._replace(casus=casus, groep=groep)
    return voorbereiden.build_documenten(voorbereiden.build_intervisie(opdracht))


def bouw_werkblad(naam: str) -> Document:
    """Return a filled-in worksheet."""
    werkblad, invulling, _ = load_ingevuld(str(INGEVULD / f"{naam}.yaml"))
    return build_werkbladdocument(build_uitkomst(werkblad, invulling))


def bouw_organisaties() -> Document:
    """Return organisations beside each other, with the agenda they end in."""
    invoer = load_groep([str(INGEVULD / "bril.csv")], "samenwerkingsbril")
    return build_organisatieverslag(invoer).build_document()


def build_paginas() -> dict[str, list[Document]]:
    """Return the documents of each page by its name."""
    profielen = ("conflictstijlen", "conflictstijlen-paren", "rollen", "praktijksituaties")
    situaties = ("situatie-inkoop", "situatie-client", "situatie-twijfel")
    return {
        **{naam: [bouw_verslag(naam)] for naam in profielen},
        **{naam: [adviseren.build_document(build_situatie(naam))] for naam in situaties},
        "uitkomst": [bouw_verslag("impasse")],
        "werkblad": [bouw_werkblad("samenwerkingsafspraken")],
        "stappen": [bouw_werkblad("meerzijdig")],
        "organisaties": [bouw_organisaties()],
        "naast": bouw_documenten(),
        "groep": [bouw_groep()],
        "groep-teams": [bouw_gesplitst(rood=12, blauw=9)],
        "hertest": [lees(VERSLAGEN["clear"])],
        "vreemd": [bouw_overal("</title><script>alert(1)</script> & \u202e")],
        "beelden": [bouw_beelden(_LANG), Document((Kop("Schrijven", 1), Schrijfruimte(3)))],
        "intervisie": bouw_intervisie(),
        "lastig": [bouw_lastig()],
    }


PAGINAS = tuple(build_paginas())


def write_paginas(folder: Path) -> dict[str, Path]:
    """Write every page to a folder, and return where each one is."""
    paden = {naam: folder / f"{naam}.html" for naam in PAGINAS}
    for naam, documenten in build_paginas().items():
        paden[naam].write_text(render_html(documenten), encoding="utf-8")
    return paden
