"""How people are put together in small groups by what they filled in: the key `groepen` of a worksheet."""

from conflictstijl.laden.velden import Velden, advise_woord, check_id
from conflictstijl.laden.werkvragen import check_verslag
from conflictstijl.model.werkblad import Bladdeel, Groepering
from conflictstijl.tekst import render_citaat

KLEINSTE, GROOTSTE = 2, 12
"""Fewest and most people that a small group may be made of."""
_CODE = "groepering"


def parse_groepering(velden: Velden, delen: tuple[Bladdeel, ...]) -> Groepering | None:
    """Return what a worksheet says about small groups; None when it says nothing.

    What is shared and what is spread are questions with one short answer about the whole, not about a party or a line.
    """
    knoop = velden.read_knoop("groepen")
    if knoop is None:
        return None
    eigen = Velden(knoop, velden.bevindingen, "'groepen'")
    groepering = Groepering(
        op=eigen.read_teksten("op", verplicht=True),
        meng=eigen.read_tekst("meng", verplicht=True),
        van=eigen.read_geheel("van", KLEINSTE, GROOTSTE, verplicht=True) or KLEINSTE,
        tot=eigen.read_geheel("tot", KLEINSTE, GROOTSTE, verplicht=True) or GROOTSTE,
        werkvorm=_read_werkvorm(eigen),
    )
    _check_vragen(eigen, groepering, delen)
    if groepering.van > groepering.tot:
        eigen.bevindingen.add(knoop.plek, _CODE, "'van' is hier groter dan 'tot'", "draai de twee getallen om")
    eigen.check_onbekend()
    return groepering


def _read_werkvorm(velden: Velden) -> str:
    knoop = velden.read_knoop("werkvorm")
    return "" if knoop is None else check_id(knoop, velden.bevindingen) or ""


def _check_vragen(velden: Velden, groepering: Groepering, delen: tuple[Bladdeel, ...]) -> None:
    """Report what is no question with one answer about the whole, what stays off paper, and what is named twice."""
    vragen = [vraag for deel in delen if not deel.per for vraag in deel.vragen]
    bekend = {vraag.id: vraag for vraag in vragen if not vraag.lang and vraag.hoogstens == 1}
    gezien: set[str] = set()
    for sleutel, namen in (("op", groepering.op), ("meng", (groepering.meng,))):
        knoop = velden.read_knoop(sleutel)
        plek = (knoop or velden.knoop).plek
        for naam in filter(None, namen if knoop else ()):
            if naam not in bekend:
                wat = f"{render_citaat(naam)} is hier geen vraag met één antwoord"
                velden.bevindingen.add(plek, _CODE, wat, advise_woord(naam, bekend))
            elif naam in gezien:
                wat = f"vraag {render_citaat(naam)} staat twee keer in 'groepen'"
                velden.bevindingen.add(plek, _CODE, wat, "noem elke vraag één keer")
            else:
                check_verslag(plek, bekend[naam], velden.bevindingen)
            gezien.add(naam)
