"""The questions of a worksheet as they are asked: for every line, when their conditions hold, with own words."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from conflictstijl.model.werkblad import Bladdeel, Bladvoorwaarde, Bladvraag, Regels, Sleutel, Werkblad, Werkvraag
from conflictstijl.tekst import fold_tekst

INVULPLAATS = re.compile(r"\{([^{}]*)\}")
"""A place in a text for the answer to the question whose id stands between the braces."""
_MET_PUNT = re.compile(rf"{INVULPLAATS.pattern}(\.?)")
_ZINSEINDEN = (".", "?", "!", "\u2026")

Gegeven = Mapping[Sleutel, Regels]
"""Answers by their places."""


class Bladrij(NamedTuple):
    """The questions in the order of asking, and those of the given answers that belong to one of them."""

    vragen: tuple[Bladvraag, ...]
    antwoorden: Gegeven


def build_bladrij(werkblad: Werkblad, antwoorden: Gegeven) -> Bladrij:
    """Return the questions that somebody with these answers is asked.

    An answer that no longer belongs (its line went, its condition no longer holds) is left out, and asks nothing more.
    """
    bouwer = Rijbouwer(werkblad, antwoorden)
    for deel in werkblad.alle_delen:
        for groep in bouwer.read_groepen(deel):
            for vraag in deel.vragen:
                bouwer.add_vraag(deel, groep, vraag)
    return Bladrij(tuple(bouwer.vragen), bouwer.geldig)


def read_een(antwoorden: Gegeven, vraag: str, groep: str) -> Regels:
    """Return the answer about a group; the one for the whole where the question was asked once."""
    return antwoorden.get((groep, vraag), antwoorden.get(("", vraag), ()))


def render_gevuld(tekst: str, read: Callable[[str], str]) -> str:
    """Return a text with an answer at each place for one; after an answer that is a sentence comes no second stop."""
    return _MET_PUNT.sub(lambda plaats: _render_vulling(read(plaats[1]), plaats[2]), tekst)


def _render_vulling(antwoord: str, punt: str) -> str:
    return antwoord if antwoord.endswith(_ZINSEINDEN) else f"{antwoord}{punt}"


def check_voorwaarden(als: tuple[Bladvoorwaarde, ...], antwoorden: Gegeven, groep: str) -> bool:
    """Return True when all conditions hold for a group."""
    return all(set(read_een(antwoorden, eis.vraag, groep)) & set(eis.keuzes) for eis in als)


class Rijbouwer:
    """Adds one question after the other, each in the light of the answers before it."""

    def __init__(self, werkblad: Werkblad, antwoorden: Gegeven) -> None:
        self._gegeven = antwoorden
        self._namen = {vraag.id: vraag.kort for deel in werkblad.alle_delen for vraag in deel.vragen}
        self.vragen: list[Bladvraag] = []
        self.geldig: dict[Sleutel, Regels] = {}

    def read_groepen(self, deel: Bladdeel) -> Regels:
        """Return what the questions of a part are asked about."""
        return self.geldig.get(("", deel.per), ()) if deel.per else ("",)

    def add_vraag(self, deel: Bladdeel, groep: str, vraag: Werkvraag) -> None:
        """Add a question, when it is asked, with its answer, when that belongs to it."""
        keuzes = tuple(self._read_alle(vraag.kies_uit)) if vraag.kies_uit else vraag.keuzes
        if not check_voorwaarden(vraag.als, self.geldig, groep) or (vraag.kies_uit and not keuzes):
            return
        zin, uitleg = self._fill(vraag.vraag, groep), self._fill(vraag.uitleg, groep)
        gevraagd = Bladvraag(deel, groep, vraag._replace(vraag=zin, uitleg=uitleg, keuzes=keuzes))
        self.vragen.append(gevraagd)
        self._add_antwoord(gevraagd)

    def _add_antwoord(self, gevraagd: Bladvraag) -> None:
        gegeven = self._gegeven.get(gevraagd.sleutel)
        if gegeven is None:
            return
        vraag = gevraagd.vraag
        regels = tuple(regel for regel in gegeven if not vraag.kies_uit or regel in vraag.keuzes)
        # what was chosen and is there no more, is to be chosen again
        if regels or not gegeven:
            self.geldig[gevraagd.sleutel] = regels

    def _read_alle(self, naam: str) -> Iterator[str]:
        """Yield the lines of all answers to a question, each once."""
        gehad: set[str] = set()
        for (_, vraag), regels in self.geldig.items():
            for regel in regels if vraag == naam else ():
                if fold_tekst(regel) not in gehad:
                    gehad.add(fold_tekst(regel))
                    yield regel

    def _fill(self, tekst: str, groep: str) -> str:
        return render_gevuld(tekst, lambda naam: self._read_woord(naam, groep))

    def _read_woord(self, naam: str, groep: str) -> str:
        return " ".join(read_een(self.geldig, naam, groep)) or f"[{self._namen.get(naam, naam)}]"
