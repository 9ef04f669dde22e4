"""What every part of a report draws on, and the names it uses."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from conflictstijl.model.kennis import Kennis, Profieladvies, Stijl
from conflictstijl.model.profiel import NIET_GEVRAAGD, Stijlprofiel
from conflictstijl.model.vervolg import Vervolgstap
from conflictstijl.model.vragenlijst import Eenheid, Herkomst, Onderdeel, Scoresoort, Vragenlijst
from conflictstijl.tekst import render_datum, render_opsomming, render_zin

KLEIN = 3
"""Level of a heading inside a part."""
VEILIG = "Voelt een situatie onveilig? Kies dan geen stijl, maar haal er eerst iemand bij."
_GEEN_ADVIES = Profieladvies((), "")


class Uitgave(NamedTuple):
    """What a report is made for, and what the result itself does not know of where it comes from."""

    bewaren: bool = False
    """True for a file to keep: with room to write and more questions, beside a page that may be shared."""
    ingevuld: datetime | None = None
    """When the questions were answered; None when that is not known, or told elsewhere in the report."""
    programma: str = ""
    """The version of the program."""


OM_TE_LEZEN = Uitgave()
"""For the eye only, as on a terminal."""


class Gegeven(NamedTuple):
    """One profile with all that a report tells about it."""

    profiel: Stijlprofiel
    lijst: Vragenlijst
    kennis: Kennis
    advies: Profieladvies = _GEEN_ADVIES
    uitgave: Uitgave = OM_TE_LEZEN
    verder: tuple[Vervolgstap, ...] = ()
    """What the outcome leads to."""

    @property
    def bewaren(self) -> bool:
        """True for a report to keep about oneself: one about someone else gives questions to ask, not to answer."""
        return self.uitgave.bewaren and not self.over_ander

    @property
    def stijlen(self) -> dict[str, Stijl]:
        """The style of every scale that stands for one, by scale id."""
        stijlen = self.kennis.stijlen.stijlen
        return {schaal.id: stijlen[schaal.stijl] for schaal in self.lijst.schalen if schaal.stijl}

    @property
    def vergelijkbaar(self) -> list[str]:
        """The scales that can be compared: all but those of a performance."""
        return [schaal.id for schaal in self.lijst.schalen if not schaal.prestatie]

    @property
    def over_ander(self) -> bool:
        """True when someone else is described."""
        return self.lijst.over_ander

    @property
    def organisatie(self) -> bool:
        """True when the people of an organisation filled it in together."""
        return self.lijst.eenheid is Eenheid.ORGANISATIE

    @property
    def wiens(self) -> str:
        """Whose score it is, as a word before `score`."""
        return "de" if self.over_ander or self.organisatie else "je"

    @property
    def punt(self) -> str:
        """The unit of a difference between scores, as a word."""
        return "procentpunt" if self.lijst.score is Scoresoort.PROCENT else "punt"

    @property
    def soort(self) -> str:
        """What a scale stands for, as a word."""
        return "stijl" if self.stijlen else "schaal"

    @property
    def delen(self) -> list[Onderdeel]:
        """The parts that are scored by themselves and were asked."""
        scores = self.profiel.scores
        gesteld = {schaal.onderdeel for schaal in self.lijst.schalen if scores[schaal.id].reden != NIET_GEVRAAGD}
        return [deel for deel in self.lijst.onderdelen if deel.id in gesteld and deel.id in self.profiel.onderdelen]

    def read_naam(self, schaal: str) -> str:
        """Return the name of a scale on screen, without its part."""
        gevonden = self.lijst.schaal(schaal)
        stijlen = self.stijlen
        if schaal in stijlen and gevonden.naam == schaal.rpartition(".")[2]:
            return stijlen[schaal].kort
        return gevonden.naam

    def read_genoemd(self, schalen: Sequence[str]) -> list[Stijl]:
        """Return the styles of scales, each once."""
        stijlen = self.stijlen
        return build_uniek(stijlen[naam] for naam in schalen if naam in stijlen)

    def render_namen(self, schalen: Iterable[str]) -> str:
        """Return the names of scales as a Dutch enumeration."""
        return render_opsomming([self.read_naam(naam) for naam in schalen])

    def render_klein(self, schalen: Iterable[str], voegwoord: str = "en") -> str:
        """Return the same as it stands inside a sentence."""
        return render_opsomming([render_klein(self.read_naam(naam)) for naam in schalen], voegwoord)

    def render_bron(self) -> str:
        """Return where the result comes from, as sentences: when, which questions, and the program."""
        return " ".join(filter(None, self._build_bron()))

    def render_deelbron(self) -> str:
        """Return the same for a page to share, without the version and the licence of the questions."""
        status = self.lijst.herkomst.status.rstrip(".")
        naam = f"vragenlijst '{self.lijst.id}'"
        vragen = f"Bij {naam} staat: {status}." if status else f"{render_zin(naam)}."
        return " ".join(filter(None, (self._ingevuld, vragen, self._gemaakt)))

    def _build_bron(self) -> Iterator[str]:
        yield self._ingevuld
        yield f"Vragenlijst '{self.lijst.id}', versie {self.lijst.versie}."
        yield render_herkomst(self.lijst.herkomst)
        yield self._gemaakt

    @property
    def _ingevuld(self) -> str:
        return f"Ingevuld op {render_datum(self.uitgave.ingevuld)}." if self.uitgave.ingevuld else ""

    @property
    def _gemaakt(self) -> str:
        return f"Gemaakt met conflictstijl, versie {self.uitgave.programma}." if self.uitgave.programma else ""

    def render_waar(self, stijl: Stijl, *, hoog: bool) -> str:
        """Return in which parts a style stands out, as `rustig en gespannen`; empty when there are no parts."""
        ordeningen = [(deel.naam, self.profiel.onderdelen[deel.id]) for deel in self.delen]
        schalen = {naam: ordening.hoog if hoog else ordening.laag for naam, ordening in ordeningen}
        waar = [render_klein(naam) for naam, rij in schalen.items() if stijl in self.read_genoemd(rij)]
        return "in elk deel" if len(waar) == len(schalen) > 1 else render_opsomming(waar)


def build_uniek(stijlen: Iterable[Stijl]) -> list[Stijl]:
    """Return styles without doubles: two scales may stand for one style."""
    return list({stijl.id: stijl for stijl in stijlen}.values())


def render_klein(naam: str) -> str:
    """Return a name as it stands inside a sentence; one that begins as an abbreviation keeps its capitals."""
    return naam if naam[1:2].isupper() else naam[:1].lower() + naam[1:]


def render_herkomst(herkomst: Herkomst) -> str:
    """Return research status and licence as sentences; what is not known is left out."""
    delen = (herkomst.status, f"Licentie: {herkomst.licentie}" if herkomst.licentie else "")
    return " ".join(f"{render_zin(deel.rstrip('.'))}." for deel in delen if deel)
