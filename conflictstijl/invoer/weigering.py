"""Why a table cannot be used with a questionnaire, and what a user can do about it."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.koppen import fold_kop
from conflictstijl.invoer.vraagnamen import render_vraagtekst
from conflictstijl.model.vragen import Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst, render_citaat, render_opsomming

_MEESTE_VRAGEN, _MEESTE_KOPPEN = 3, 3
_VERGELEKEN = 200
_LANGSTE = 60

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
    lijkt = _read_lijkende(ontbreekt, [kop for kop in koppen[:_VERGELEKEN] if kop.strip()])
    op = f"; koppen die in de buurt komen: {render_opsomming(lijkt)}" if lijkt else ""
    hint = (
        "kies met --vragenlijst de vragenlijst die bij dit bestand hoort, bekijk met --bekijk wat er is herkend, "
        "of wijs de kolommen aan met --kolommen"
    )
    return InvoerFout([Bevinding(Plek(bestand), ONBEKEND, wat + op, hint)])


def _read_lijkende(vragen: Sequence[Vraag], koppen: Sequence[str]) -> list[str]:
    """Return the headers that come nearest to the missing questions, the nearest first."""
    gevouwen = {fold_kop(kop)[:_LANGSTE]: kop for kop in koppen}
    buren: list[str] = []
    for vraag in vragen[:_VERGELEKEN]:
        tekst = fold_kop(render_vraagtekst(vraag) or vraag.id)[:_LANGSTE]
        buren += get_close_matches(tekst, gevouwen, n=1, cutoff=0.3)
        if len(set(buren)) >= _MEESTE_KOPPEN:
            break
    uniek = [*dict.fromkeys([*buren, *gevouwen])][:_MEESTE_KOPPEN]
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
