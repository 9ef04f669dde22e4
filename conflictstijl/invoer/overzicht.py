"""What was recognised in a table, as rows to show (`--bekijk`), and the first cells that are no answer."""

from collections.abc import Iterator, Sequence

from conflictstijl.invoer.cellen import Lezer
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.invoer.overslaan import NIETS, Overslaan
from conflictstijl.invoer.plaatsen import build_celmelding
from conflictstijl.invoer.rijen import read_koppen, read_rijen
from conflictstijl.model.tabel import Invoermelding, Kolommenkaart, Tabel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst

_LANGSTE_KOP = 120
_SLEUTEL, _PERSOONLIJK, _GROEP, _NIET = "sleutel", "persoonlijk", "groep", "-"


def build_overzicht(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst) -> list[tuple[str, str, str]]:
    """Return for every header what it is: the id of a question or a word, and how it was recognised."""
    vragen = {kolom.plaats: kolom for kolom in kaart.kolommen}
    koppen = enumerate(read_koppen(tabel, kaart, vragenlijst))
    rijen = []
    for plaats, kop in koppen:
        kolom = vragen.get(plaats)
        if kolom:
            rijen.append((clean_tekst(kolom.kop, _LANGSTE_KOP), kolom.vraag, str(kolom.hoe)))
        elif kop.strip():
            rijen.append((clean_tekst(kop, _LANGSTE_KOP), *_read_rol(plaats, kaart)))
    return rijen


def _read_rol(plaats: int, kaart: Kolommenkaart) -> tuple[str, str]:
    rol = _SLEUTEL if plaats == kaart.sleutel else _GROEP if plaats in dict(kaart.overig) else _NIET
    return rol, _PERSOONLIJK if plaats in kaart.persoonlijk else ""


def read_onduidelijk(
    tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, lezers: Sequence[Lezer], sla_over: Overslaan = NIETS
) -> Iterator[Invoermelding]:
    """Yield every cell that is no answer, row by row; take as many as are to be shown."""
    plaats_van = {vraag.id: lezer for vraag, lezer in zip(vragenlijst.vragen, lezers, strict=True)}
    kolommen = [(kolom, plaats_van[kolom.vraag]) for kolom in kaart.kolommen]
    for nummer, cellen in read_rijen(tabel, kaart, vragenlijst, lambda _: None, sla_over):
        for kolom, lezer in kolommen:
            gelezen = lezer(cellen[kolom.plaats])
            if isinstance(gelezen, Onduidelijk):
                wat = (gelezen.soort, gelezen.wat, "leeg")
                yield build_celmelding(tabel, kaart, (nummer, kolom.plaats), wat, kolom.vraag)
