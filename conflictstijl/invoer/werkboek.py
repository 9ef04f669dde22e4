"""A workbook as tables: one for every visible sheet, or the one that was asked for."""

from collections.abc import Iterator, Sequence
from functools import partial

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.bron import Bron, build_leeg
from conflictstijl.invoer.ods import INHOUD, parse_ods
from conflictstijl.invoer.raster import Rij
from conflictstijl.invoer.werkblad import Werkblad, Werkboek
from conflictstijl.invoer.xlsx import PAKKET, parse_xlsx
from conflictstijl.invoer.zipwacht import load_delen
from conflictstijl.model.tabel import Invoermelding, Tabel
from conflictstijl.tekst import advise_naam, clean_tekst, fold_tekst, render_citaat, render_opsomming

_MEESTE_NAMEN = 5


def load_werkboek(bron: Bron, blad: str) -> list[Tabel]:
    """Return the tables of a workbook; sheets without a filled cell are left out.

    Raises InvoerFout for a file that is no workbook, or damaged, and for a sheet that it does not have.
    """
    boek = _parse_boek(bron)
    bladen = _read_keuze(boek.bladen, blad, bron.naam)
    # a blank sheet, as Excel makes them beside the first, is nothing to tell about
    vol = [(blad, rijen) for blad, rijen in zip(bladen, boek.read(bladen), strict=True) if rijen]
    if not vol:
        raise build_leeg(bron.naam)
    meldingen = () if blad else tuple(_build_meldingen(boek.bladen, bron.naam))
    return [
        _build_tabel(bron.naam, blad.naam, rijen, () if nummer else meldingen)
        for nummer, (blad, rijen) in enumerate(vol)
    ]


def _parse_boek(bron: Bron) -> Werkboek:
    delen = load_delen(bron)
    if INHOUD in delen:
        return parse_ods(delen, bron.naam)
    if PAKKET in delen:
        return parse_xlsx(delen, bron.naam)
    wat = "dit is een ingepakt bestand (zip) zonder werkblad"
    raise InvoerFout(
        [Bevinding(Plek(bron.naam), "geen-tabel", wat, "pak het uit, en geef het bestand met de antwoorden")]
    )


def _read_keuze(bladen: Sequence[Werkblad], blad: str, bestand: str) -> list[Werkblad]:
    """Return the sheets to read: those that show, or the one with a name, hidden or not."""
    if not blad:
        zichtbaar = [kandidaat for kandidaat in bladen if not kandidaat.verborgen]
        if not zichtbaar:
            wat = "dit bestand heeft geen zichtbaar werkblad"
            raise InvoerFout([Bevinding(Plek(bestand), "blad", wat, _render_bladen(bladen))])
        return zichtbaar
    genoemd = [kandidaat for kandidaat in bladen if _fold_naam(kandidaat.naam) == _fold_naam(blad)]
    precies = [kandidaat for kandidaat in genoemd if kandidaat.naam == blad]
    if not genoemd:
        hint = advise_naam(blad, [kandidaat.naam for kandidaat in bladen]) or _render_bladen(bladen)
        wat = f"er is geen blad {render_citaat(blad)}"
        raise InvoerFout([Bevinding(Plek(bestand), "blad", wat, hint)])
    return [*precies, *genoemd][:1]


def _fold_naam(naam: str) -> str:
    return fold_tekst(naam).replace(" ", "")


def _render_bladen(bladen: Sequence[Werkblad]) -> str:
    namen = [render_citaat(blad.naam) for blad in bladen[:_MEESTE_NAMEN]]
    return f"kies met --blad uit {render_opsomming(namen, 'of')}" if namen else "geef een werkboek of een csv"


def _build_meldingen(bladen: Sequence[Werkblad], bestand: str) -> Iterator[Invoermelding]:
    for blad in bladen:
        if blad.verborgen:
            wat = f"blad {render_citaat(blad.naam)} is verborgen; lees het met --blad"
            yield Invoermelding(bestand, 0, "", "", "verborgen-blad", wat, "overgeslagen")


def _build_tabel(bestand: str, blad: str, rijen: list[Rij], meldingen: tuple[Invoermelding, ...]) -> Tabel:
    return Tabel(bestand, clean_tekst(blad), partial(iter, rijen), werkboek=True, meldingen=meldingen)
