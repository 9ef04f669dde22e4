"""What a header that is nearly a question says differently: which words, in which column."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from conflictstijl.invoer.koppen import fold_kop, split_kop
from conflictstijl.invoer.plaatsen import render_letters
from conflictstijl.invoer.vraagnamen import render_vraagtekst
from conflictstijl.model.tabel import Indeling, Kolom
from conflictstijl.model.vragen import Vraag
from conflictstijl.tekst import render_citaat, render_opsomming

_MEESTE_VERSCHILLEN = 3


def render_lijkend(kolom: Kolom, vraag: Vraag, indeling: Indeling) -> str:
    """Return that a header is taken for a question, and where the two differ."""
    waar = {
        Indeling.GEWOON: f"kop in kolom {render_letters(kolom.plaats)}",
        Indeling.GEKANTELD: f"kop in rij {kolom.plaats + 1}",
        Indeling.LANG: f"vraag {render_citaat(kolom.kop)}",
    }[indeling]
    verschil = render_verschil(kolom.kop, render_vraagtekst(vraag))
    return f"{waar} lijkt op vraag {vraag.id}, {verschil}; gelezen als vraag {vraag.id}"


def render_verschil(kop: str, tekst: str) -> str:
    """Return which words of a header differ from those of a text; a text cut short has the rest missing."""
    goed = _split_woorden(tekst)
    delen = [_split_woorden(deel) for deel in split_kop(kop)]
    beste = max(delen, key=lambda deel: SequenceMatcher(None, deel, goed, autojunk=False).ratio(), default=[])
    anders = list(_read_verschillen(beste, goed))
    genoemd = anders[:_MEESTE_VERSCHILLEN]
    meer = len(anders) - len(genoemd)
    return render_opsomming([*genoemd, f"nog {meer} {'verschil' if meer == 1 else 'verschillen'}"] if meer else genoemd)


def _read_verschillen(gelezen: Sequence[str], goed: Sequence[str]) -> Iterator[str]:
    gepast = SequenceMatcher(None, gelezen, goed, autojunk=False)
    for soort, van, tot, vanaf, eind in gepast.get_opcodes():
        kop, tekst = render_citaat(" ".join(gelezen[van:tot])), render_citaat(" ".join(goed[vanaf:eind]))
        if soort == "replace":
            yield f"met {kop} in plaats van {tekst}"
        elif soort == "insert":
            yield f"zonder {tekst}"
        elif soort == "delete":
            yield f"met {kop} erbij"


def _split_woorden(tekst: str) -> list[str]:
    return re.findall(r"[\w'-]+", fold_kop(tekst))
