"""The small grammar of keys: `forceren`, `-vermijden`, `samenwerken 2, compromis`, `geen`.

sleutel = "geen" | deel {"," deel}
deel    = ["-"] schaal [" " gewicht]
"""

import re
from fractions import Fraction

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Tekst
from conflictstijl.laden.stijlnamen import advise_stijlnaam
from conflictstijl.laden.velden import advise_woord
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Sleutel, Sleuteldeel
from conflictstijl.tekst import render_citaat

GEEN = "geen"
_DEEL = re.compile(r"(?P<min>-?)(?P<schaal>[^\W\d][\w-]*)(?: +(?P<gewicht>[0-9]{1,3}(?:\.[0-9]{1,3})?))?", re.ASCII)


def parse_sleutel(knoop: Tekst, schalen: frozenset[str] | None, bevindingen: Bevindingen) -> Sleutel | None:
    """Return the key that a text spells, or None with a finding.

    `schalen` holds the known ids; None means that the scales themselves were wrong, and then no part
    is called unknown (one mistake, one finding).
    """
    if knoop.waarde == GEEN:
        return ()
    delen: list[Sleuteldeel] = []
    kolom = knoop.plek.kolom + (not knoop.kaal)
    for stuk in knoop.waarde.split(","):
        inspringing = len(stuk) - len(stuk.lstrip())
        plek = knoop.plek._replace(kolom=kolom + inspringing)
        deel = _parse_deel(stuk.strip(), plek, schalen, bevindingen)
        if deel is None:
            return None
        if deel.schaal in {eerder.schaal for eerder in delen}:
            wat = f"schaal '{deel.schaal}' staat twee keer in deze sleutel"
            bevindingen.add(plek, "dubbele-schaal", wat, "noem hem een keer, eventueel met een gewicht")
            return None
        delen.append(deel)
        kolom += len(stuk) + 1
    return tuple(delen)


def _parse_deel(stuk: str, plek: Plek, schalen: frozenset[str] | None, bevindingen: Bevindingen) -> Sleuteldeel | None:
    treffer = _DEEL.fullmatch(stuk)
    if treffer is None:
        wat = f"{render_citaat(stuk)} is geen sleutel" if stuk else "hier ontbreekt een schaal"
        hint = advise_stijlnaam(stuk, schalen or STIJLEN) or _advise_sleutel(stuk)
        bevindingen.add(plek, "ongeldige-sleutel", wat, hint)
        return None
    schaal, gewicht = treffer["schaal"], Fraction(treffer["gewicht"] or 1)
    if schaal == GEEN:
        wat = f"'{GEEN}' gaat niet samen met een schaal, een min of een gewicht"
        bevindingen.add(plek, "ongeldige-sleutel", wat, f"schrijf alleen '{GEEN}'")
        return None
    if schalen is not None and schaal not in schalen:
        hint = advise_woord(schaal, sorted(schalen))
        plek = plek._replace(kolom=plek.kolom + len(treffer["min"]))
        bevindingen.add(plek, "onbekende-schaal", f"onbekende schaal {render_citaat(schaal)}", hint)
        return None
    if not gewicht:
        bevindingen.add(plek, "gewicht-nul", "een gewicht van 0 telt niet mee", f"schrijf '{GEEN}' als sleutel")
        return None
    return Sleuteldeel(schaal, gewicht, omgekeerd=bool(treffer["min"]))


def _advise_sleutel(stuk: str) -> str:
    if stuk.isdecimal():
        return "schrijf een gewicht met een punt in plaats van een komma, bijvoorbeeld 2.5"
    return "schrijf een schaal, eventueel met een min ervoor (omgekeerd) en een gewicht erachter"
