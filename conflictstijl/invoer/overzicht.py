"""What was recognised in a table, as rows to show (`--bekijk`)."""

from conflictstijl.invoer.rijen import read_koppen
from conflictstijl.model.tabel import Kolom, Kolommenkaart, Tabel
from conflictstijl.model.vragen import Keuze
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst, fold_tekst

_LANGSTE_KOP, _MEESTE_WOORDEN = 120, 40
_SLEUTEL, _PERSOONLIJK, _GROEP, _NIET = "sleutel", "persoonlijk", "groep", "-"


def build_overzicht(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst) -> list[tuple[str, str, str]]:
    """Return for every header what it is: a question or a word, and how it was recognised."""
    woorden = {
        vraag.id: vraag.vraag or vraag.casus if isinstance(vraag, Keuze) else vraag.tekst
        for vraag in vragenlijst.vragen
    }
    vragen = {kolom.plaats: kolom for kolom in kaart.kolommen}
    koppen = enumerate(read_koppen(tabel, kaart, vragenlijst))
    rijen = []
    for plaats, kop in koppen:
        kolom = vragen.get(plaats)
        if kolom:
            rijen.append(
                (clean_tekst(kolom.kop, _LANGSTE_KOP), _render_vraag(kolom, woorden[kolom.vraag]), str(kolom.hoe))
            )
        elif kop.strip():
            rijen.append((clean_tekst(kop, _LANGSTE_KOP), *_read_rol(plaats, kaart)))
    return rijen


def _read_rol(plaats: int, kaart: Kolommenkaart) -> tuple[str, str]:
    rol = _SLEUTEL if plaats == kaart.sleutel else _GROEP if plaats in dict(kaart.overig) else _NIET
    return rol, _PERSOONLIJK if plaats in kaart.persoonlijk else ""


def _render_vraag(kolom: Kolom, woorden: str) -> str:
    """Return a question by its id, with its words where the header does not say them."""
    gevouwen = fold_tekst(woorden)
    if not gevouwen or gevouwen in fold_tekst(kolom.kop):
        return kolom.vraag
    return f"{kolom.vraag}: {clean_tekst(woorden, _MEESTE_WOORDEN)}"
