"""Why a table cannot be used with a questionnaire, and what a user can do about it."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.antwoordnamen import build_antwoordnamen
from conflictstijl.invoer.koppen import fold_kop
from conflictstijl.invoer.vraagnamen import render_vraagtekst
from conflictstijl.model.vragen import Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst, render_citaat, render_opsomming

_MEESTE_VRAGEN, _MEESTE_KOPPEN = 3, 3
_VERGELEKEN = 200
_LANGSTE = 60
_GELIJKENIS = 0.45

ONBEKEND = "kolommen-onbekend"
"""Code of the finding that a table is about something else."""


def render_vraag(vraag: Vraag) -> str:
    """Return a question as a message names it: its id, and how its text begins."""
    tekst = render_vraagtekst(vraag)
    return f"{vraag.id} ({render_citaat(tekst)})" if tekst else vraag.id


def build_weigering(
    bestand: str, vragenlijst: Vragenlijst, gevonden: Mapping[int, object], koppen: Sequence[str]
) -> InvoerFout:
    """Return the error about a table in which too few questions are found: which are missing, and what comes near.

    `gevonden` has the indices of the questions that are found; `koppen` the row that came nearest.
    """
    eerste = len(vragenlijst.achtergrond)
    ontbreekt = [item for plaats, item in enumerate(vragenlijst.items, eerste) if plaats not in gevonden]
    aantal = len(vragenlijst.items) - len(ontbreekt)
    genoemd = [render_vraag(item) for item in ontbreekt[:_MEESTE_VRAGEN]]
    meer = len(ontbreekt) - len(genoemd)
    niet = render_opsomming([*genoemd, f"nog {meer}"] if meer else genoemd)
    wat = (
        f"van de {len(vragenlijst.items)} vragen van '{vragenlijst.id}' staan er {aantal} in deze tabel; "
        f"niet gevonden: {niet}"
    )
    if _check_antwoorden(koppen, vragenlijst):
        hint = "zet boven elke kolom de tekst of het nummer van de vraag"
        zonder = f"het lijkt of er geen koppen zijn, want er staan meteen antwoorden; {wat}"
        return InvoerFout([Bevinding(Plek(bestand), ONBEKEND, zonder, hint)])
    lijkt = _read_lijkende(ontbreekt, [kop for kop in koppen[:_VERGELEKEN] if kop.strip()])
    op = f"; koppen die in de buurt komen: {render_opsomming(lijkt)}" if lijkt else ""
    hint = (
        "kies met --vragenlijst de vragenlijst die bij dit bestand hoort, of wijs de kolommen zelf aan: "
        "'--bekijk --kolommen BESTAND' maakt een bestand met alle koppen om aan te vullen"
    )
    return InvoerFout([Bevinding(Plek(bestand), ONBEKEND, wat + op, hint)])


def _check_antwoorden(koppen: Sequence[str], vragenlijst: Vragenlijst) -> bool:
    """Return True for a row of answers where headers should be."""
    namen = build_antwoordnamen(vragenlijst.items[0])
    gevuld = [kop for kop in koppen[:_VERGELEKEN] if kop.strip()]
    antwoorden = [kop for kop in gevuld if kop.strip().lower() in namen.waarden or namen.read_label(kop) is not None]
    return len(antwoorden) * 2 > max(len(gevuld), len(vragenlijst.items))


def _read_lijkende(vragen: Sequence[Vraag], koppen: Sequence[str]) -> list[str]:
    """Return the headers that come nearest to the missing questions, the nearest first."""
    gevouwen = {fold_kop(kop)[:_LANGSTE]: kop for kop in koppen}
    buren: list[str] = []
    for vraag in vragen[:_VERGELEKEN]:
        tekst = fold_kop(render_vraagtekst(vraag) or vraag.id)[:_LANGSTE]
        buren += get_close_matches(tekst, gevouwen, n=1, cutoff=_GELIJKENIS)
        if len(set(buren)) >= _MEESTE_KOPPEN:
            break
    uniek = [*dict.fromkeys(buren)][:_MEESTE_KOPPEN]
    return [render_citaat(clean_tekst(gevouwen[kop], _LANGSTE)) for kop in uniek]


def _render_kolommen(kolommen: Sequence[int], koppen: Sequence[str]) -> str:
    genoemd = [f"kolom {plaats + 1} {render_citaat(koppen[plaats])}" for plaats in kolommen[:_MEESTE_KOPPEN]]
    meer = len(kolommen) - len(genoemd)
    return render_opsomming([*genoemd, f"nog {meer}"] if meer else genoemd)


def check_dubbel(
    plek: Plek, vragenlijst: Vragenlijst, dubbel: Mapping[int, Sequence[int]], koppen: Sequence[str]
) -> None:
    """Raise InvoerFout when several columns hold one question: which of them counts is not for a program to say."""
    fouten = [
        Bevinding(
            plek._replace(kolom=kolommen[1] + 1),
            "dubbele-kolom",
            f"vraag {render_vraag(vragenlijst.vragen[vraag])} staat er {len(kolommen)} keer: "
            + _render_kolommen(kolommen, koppen),
            "haal een van deze kolommen weg, of wijs met --kolommen aan welke telt",
        )
        for vraag, kolommen in dubbel.items()
    ]
    if fouten:
        raise InvoerFout(fouten)


def build_onzeker(
    plek: Plek, vragenlijst: Vragenlijst, onzeker: Mapping[int, Sequence[int]], koppen: Sequence[str]
) -> InvoerFout:
    """Return the error about columns that can be several questions: a guess could give scores of another part."""
    kolom, vragen = next(iter(onzeker.items()))
    welke = render_opsomming([vragenlijst.vragen[vraag].id for vraag in vragen[:_MEESTE_VRAGEN]], "of")
    meer = f" (en zo nog {len(onzeker) - 1})" if len(onzeker) > 1 else ""
    wat = f"kolom {kolom + 1} {render_citaat(koppen[kolom])}{meer} kan bij vraag {welke} horen; welke is niet te zien"
    hint = (
        "zet het onderdeel of een doorlopend nummer in de kop, of wijs met --kolommen aan welke kolom bij welke hoort"
    )
    return InvoerFout([Bevinding(plek._replace(kolom=kolom + 1), "kolom-onzeker", wat, hint)])
