"""Second coding: whether a blind reader of the texts alone gives every statement the style of the key."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, Plek
from conflictstijl.model.vragen import Sleuteldeel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import render_getal

Code = tuple[str, str]
"""A style and a direction (`+` or `-`)."""


class Codering(NamedTuple):
    """Agreement between key and second coding. `kappa` is None when one code explains everything."""

    aantal: int
    gelijk: int
    kappa: float | None
    bevindingen: tuple[Bevinding, ...]

    def render_overeenstemming(self) -> str:
        """Return the agreement as one Dutch phrase."""
        kappa = "niet te bepalen" if self.kappa is None else render_getal(self.kappa, 2)
        return f"tweede codering: {self.gelijk} van {self.aantal} gelijk (kappa {kappa})"


def compare_codering(vragenlijst: Vragenlijst, tweede: Mapping[str, Code], bestand: str) -> Codering:
    """Return the agreement of a questionnaire's key with a second coding, and each difference.

    `bestand` is the name of the second coding. Statements that are not scored, or score in several
    scales, have no single code and are left out.
    """
    sleutels: dict[str, tuple[Code, Plek]] = {}
    zonder: set[str] = set()
    prestatie = {schaal.id for schaal in vragenlijst.schalen if schaal.prestatie}
    for volledig, _, sleutel, plek in vragenlijst.uitspraken():
        naam = volledig.partition(".")[2] if vragenlijst.gedeeld else volledig
        code = _build_code([deel for deel in sleutel if deel.schaal not in prestatie])
        if code is None:
            zonder.add(naam)
        else:
            sleutels[naam] = code, plek
    samen = [(code, tweede[naam]) for naam, (code, _) in sleutels.items() if naam in tweede]
    onbekend = [naam for naam in tweede if naam not in sleutels and naam not in zonder]
    bevindingen = [*_compare_sleutels(sleutels, tweede)]
    bevindingen += [Bevinding(Plek(bestand), "onbekende-uitspraak", f"er is geen uitspraak {n}") for n in onbekend]
    return Codering(len(samen), sum(code == ander for code, ander in samen), score_kappa(samen), tuple(bevindingen))


def _compare_sleutels(sleutels: Mapping[str, tuple[Code, Plek]], tweede: Mapping[str, Code]) -> Iterator[Bevinding]:
    for naam, (code, plek) in sleutels.items():
        if naam not in tweede:
            yield Bevinding(plek, "niet-gecodeerd", f"uitspraak {naam} mist in de tweede codering")
        elif tweede[naam] != code:
            wat = (
                f"uitspraak {naam} heeft sleutel {_render_code(code)}, de tweede lezer las {_render_code(tweede[naam])}"
            )
            yield Bevinding(plek, "andere-codering", wat, "kijk de sleutel na, of herschrijf de tekst")


def score_kappa(paren: Sequence[tuple[Code, Code]]) -> float | None:
    """Return Cohen's kappa over style and direction together, or None when chance alone gives full agreement.

    (po - pe) / (1 - pe), pe from both margins (Cohen 1960), here with counts: (n g - S) / (n^2 - S), S
    the sum of products of the margins. R: ``psych::cohen.kappa(ratings)$kappa``.
    """
    aantal = len(paren)
    links, rechts = Counter(code for code, _ in paren), Counter(ander for _, ander in paren)
    toeval = sum(links[code] * rechts[code] for code in links)
    if toeval == aantal**2:
        return None
    return (aantal * sum(code == ander for code, ander in paren) - toeval) / (aantal**2 - toeval)


def _build_code(sleutel: Sequence[Sleuteldeel]) -> Code | None:
    match sleutel:
        case [deel]:
            return deel.schaal.rpartition(".")[2], "-" if deel.omgekeerd else "+"
        case _:
            return None


def _render_code(code: Code) -> str:
    schaal, richting = code
    return f"'{richting.strip('+')}{schaal}'"
