"""Collecting findings while a file is read."""

from collections.abc import Iterable

from conflictstijl.fouten import Bevinding, Ernst, InvoerFout, OnveiligFout, Plek


class Bevindingen(list[Bevinding]):
    """Findings in the making, with a short way to add one.

    What the parser already called wrong at a place (`add_onbruikbaar`) is not called wrong again there. What it
    thought odd (`add_oorzaak`) is told instead of an error that is found there later, and once.
    """

    def __init__(self, bevindingen: Iterable[Bevinding] = ()) -> None:
        super().__init__(bevindingen)
        self.onveilig = ""
        """What the text says about safety when that closes the gate: known whatever else is wrong."""
        self._onbruikbaar: set[Plek] = set()
        self._oorzaken: dict[Plek, Bevinding] = {}

    def build_leeg(self) -> "Bevindingen":
        """Return an empty collection that knows the same places."""
        leeg = Bevindingen()
        leeg._onbruikbaar, leeg._oorzaken = self._onbruikbaar.copy(), self._oorzaken
        return leeg

    def add(self, plek: Plek, code: str, wat: str, hint: str = "") -> None:
        """Add an error at a place."""
        if plek in self._onbruikbaar:
            return
        oorzaak = self._oorzaken.get(plek)
        if oorzaak is not None:
            # it may have been told, also as a warning
            self[:] = [bevinding for bevinding in self if bevinding[:3] != oorzaak[:3]]
        self.append(oorzaak or Bevinding(plek, code, wat, hint))

    def add_oorzaak(self, plek: Plek, bevinding: Bevinding) -> None:
        """Remember what is to be told when something is wrong at this place."""
        self._oorzaken[plek] = bevinding

    def block(self, plek: Plek) -> None:
        """Report nothing more at this place: what is wrong there has been said."""
        self._onbruikbaar.add(plek)

    def add_onbruikbaar(self, plek: Plek, code: str, wat: str, hint: str = "") -> None:
        """Add an error that makes the value at this place unusable: what follows from it is not reported."""
        self.add(plek, code, wat, hint)
        self.block(plek)

    def add_waarschuwing(self, plek: Plek, code: str, wat: str, hint: str = "") -> None:
        """Add a warning: the file can be used all the same."""
        if plek not in self._onbruikbaar:
            self.append(Bevinding(plek, code, wat, hint, Ernst.WAARSCHUWING))

    def count_fouten(self) -> int:
        """Return how many findings are errors."""
        return sum(bevinding.ernst is Ernst.FOUT for bevinding in self)

    def check_fouten(self) -> None:
        """Raise InvoerFout with everything found when at least one finding is an error."""
        if self.count_fouten() and self.onveilig:
            raise OnveiligFout(self.onveilig, self)
        if self.count_fouten():
            raise InvoerFout(self)
