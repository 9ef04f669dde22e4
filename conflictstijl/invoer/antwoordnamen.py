"""What an answer to one closed question can be called: by label, value, letter or the code of a tool."""

from collections.abc import Mapping
from typing import NamedTuple

from conflictstijl.invoer.koppen import fold_kop
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import LETTERS, Achtergrondvraag, Antwoordschaal, Keuze, Stelling
from conflictstijl.tekst import fold_tekst

NVT_WOORDEN = ("nvt", "n.v.t.", "n.v.t")

Gesloten = Stelling | Keuze | Achtergrondvraag
"""A question whose answers are known beforehand."""


class Antwoordnamen(NamedTuple):
    """The names of the answers to one question."""

    labels: Mapping[str, Antwoord]
    """Answer by folded label."""
    ruim: Mapping[str, Antwoord]
    """Answer by label without end punctuation, where that leaves the labels apart."""
    waarden: Mapping[str, Antwoord]
    """Answer by folded number or letter, as it also stands before or behind a label."""
    volgorde: tuple[Antwoord, ...]
    """The answers in the order of the questionnaire: what the codes of a tool count."""
    woorden: tuple[str, ...]
    """The labels as the author wrote them."""
    bereik: tuple[int, int] | None = None
    """Lowest and highest number that is an answer; None when a number is none."""
    hint: str = ""

    def read_label(self, tekst: str) -> Antwoord:
        """Return the answer with this label, None when there is none."""
        streng = self.labels.get(fold_tekst(tekst).strip(" ;"))
        return self.ruim.get(fold_kop(tekst)) if streng is None else streng


def build_antwoordnamen(vraag: Gesloten) -> Antwoordnamen:
    """Return the names of the answers to a question with one answer."""
    match vraag:
        case Stelling(antwoorden=schaal):
            return _build_schaalnamen(schaal)
        case Keuze():
            return _build_optienamen(vraag)
        case _:
            antwoorden = tuple(range(len(vraag.antwoorden)))
            labels = _build_labels(dict(zip(vraag.antwoorden, antwoorden, strict=True)))
            return Antwoordnamen(*labels, {}, antwoorden, vraag.antwoorden)


def _build_labels(labels: Mapping[str, Antwoord]) -> tuple[dict[str, Antwoord], dict[str, Antwoord]]:
    """Return answers by folded label, and by label without end punctuation where that leaves the labels apart."""
    streng: dict[str, Antwoord] = {fold_tekst(label): antwoord for label, antwoord in labels.items()}
    ruim: dict[str, list[Antwoord]] = {}
    for label, antwoord in labels.items():
        ruim.setdefault(fold_kop(label), []).append(antwoord)
    return streng, {label: zelfde[0] for label, zelfde in ruim.items() if label and len(set(zelfde)) == 1}


def _build_schaalnamen(schaal: Antwoordschaal) -> Antwoordnamen:
    labels: dict[str, Antwoord] = {punt.label: punt.waarde for punt in schaal.punten if punt.label}
    if schaal.nvt:
        labels |= {**dict.fromkeys(NVT_WOORDEN, NVT), schaal.nvt: NVT}
    waarden: dict[str, Antwoord] = {str(punt.waarde): punt.waarde for punt in schaal.punten}
    volgorde = tuple(punt.waarde for punt in schaal.punten)
    woorden = tuple(punt.label for punt in schaal.punten if punt.label)
    return Antwoordnamen(*_build_labels(labels), waarden, volgorde, woorden, (schaal.laagste, schaal.hoogste))


def _build_optienamen(keuze: Keuze) -> Antwoordnamen:
    volgorde = tuple(range(len(keuze.opties)))
    schalen = [naam.removeprefix(f"{keuze.onderdeel}.") for naam in keuze.schalen]
    teksten = [optie.tekst for optie in keuze.opties]
    labels: dict[str, Antwoord] = {
        naam: plaats for namen in (schalen, teksten) for plaats, naam in enumerate(namen) if namen.count(naam) == 1
    }
    waarden: dict[str, Antwoord] = {LETTERS[plaats]: plaats for plaats in volgorde}
    letters = f"{', '.join(LETTERS[: len(volgorde) - 1])} of {LETTERS[len(volgorde) - 1]}"
    return Antwoordnamen(*_build_labels(labels), waarden, volgorde, tuple(teksten), None, f"kies uit {letters}")
