"""Earlier tests that were not finished: what there is, and what to say before someone goes on with one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.bewaren import KORT, Uitslag, check_uitslag
from conflictstijl.fouten import Bevinding, GebruikFout
from conflictstijl.laden.catalogus import load_ids
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, Journalen, load_begonnen_ids, load_journalen
from conflictstijl.opslag.journaal import resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.opslag.opruiming import clean_klaar
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from conflictstijl.tekst import render_dag, render_klok, render_opsomming

_PAST_NIET = "De vragenlijst is sindsdien veranderd en die antwoorden passen er niet meer bij. Je begint opnieuw."


@dataclass(frozen=True, slots=True)
class Bewaarwens:
    """Where to keep a running test (None: nowhere), and whether to go on with an earlier one (None: ask).

    `opdracht` is the command that asks this questionnaire, without --vorm and --hervat. `zaad` starts the random
    order; without one a person gets an order of the session's own, and a script that of the file. `klaar` is the
    folder of finished tests: an unfinished one that stands there too is left over. `test` is the session of the test
    that this sitting is a part of; without one it is a test by itself.
    """

    folder: Path | None
    hervat: bool | None = None
    opdracht: str = ""
    zaad: int | None = None
    klaar: Path | None = None
    test: str = ""

    def build_erbij(self, test: str) -> "Bewaarwens":
        """Return the wish for what deepens a test: an earlier part may be gone on with, unless all begins anew."""
        return replace(self, hervat=self.hervat and None, test=test)

    def render_verder(self, vragenlijst: Vragenlijst) -> str:
        """Return the command that goes on with an unfinished test."""
        opdracht, variant = self.opdracht or f"conflictstijl afnemen {vragenlijst.id}", vragenlijst.variant
        vorm = f" --vorm {variant.id}" if variant and not variant.standaard else ""
        return f"{opdracht}{vorm} --hervat"


@dataclass(frozen=True, slots=True)
class Eerder:
    """An unfinished test with its place in the questionnaire as it is now."""

    bewaard: Bewaard
    verloop: Verloop

    @property
    def past(self) -> bool:
        """False when none of its answers fits a changed questionnaire: then there is nothing to go on with."""
        return not self.bewaard.veranderd or _count_gegeven(self.bewaard.stand) > 0

    @property
    def omvang(self) -> str:
        """When it began and how far it came; before a change also in the number of questions."""
        bewaard, verloop = self.bewaard, self.verloop
        begonnen = f"{render_dag(bewaard.kop.begin)} om {render_klok(bewaard.kop.begin)}"
        if bewaard.veranderd:
            return f"{begonnen}: {_count_gegeven(bewaard.antwoorden)} van de {bewaard.kop.aantal} vragen"
        return f"{begonnen}: {verloop.aantal - len(verloop.read_open())} van de {verloop.aantal} vragen"

    @property
    def uitleg(self) -> str:
        """What someone must know who may go on: how far it came, and what changed since."""
        begin = f"Je bent hier al aan begonnen op {self.omvang}."
        return f"{begin}{self._render_veranderd()}" if self.past else f"{begin} {_PAST_NIET}"

    def _render_veranderd(self) -> str:
        """Return how much goes along to a changed questionnaire and how much is asked, empty when it did not change."""
        bewaard = self.bewaard
        if not bewaard.veranderd:
            return ""
        houdt = f"{_count_gegeven(bewaard.stand)} van de {_count_gegeven(bewaard.antwoorden)} antwoorden"
        krijgt = f"{self.verloop.count_nieuw()} van de {self.verloop.aantal} vragen krijg je nog of opnieuw"
        return f" De vragenlijst is sindsdien veranderd. Je houdt {houdt}; {krijgt}."

    @property
    def schade(self) -> str:
        """One sentence about what is damaged, empty when nothing is."""
        # where the questionnaire changed, the numbers are those of other questions
        bewaard = self.bewaard
        schade = bewaard.render_schade(() if bewaard.veranderd else self.verloop.read_nummers(bewaard.opnieuw))
        return f"Let op: {schade}." if schade else ""

    def clean(self) -> None:
        """Remove it; raises GebruikFout when another window has it open, SchrijfFout when the disk refuses."""
        resume_journaal(self.bewaard).clean()


def load_eerdere(folder: Path, vragenlijst: Vragenlijst) -> tuple[tuple[Eerder, ...], tuple[Bevinding, ...]]:
    """Return every unfinished test of a questionnaire, the unchanged ones first, and what cannot be used."""
    journalen = load_journalen(folder, vragenlijst, build_vingerafdruk(vragenlijst))
    alle = tuple(_build_eerder(een, vragenlijst) for een in (*journalen.bewaard, *journalen.gewijzigd))
    return alle, journalen.meldingen


def load_eerder(
    wens: Bewaarwens, vragenlijst: Vragenlijst, *, mens: bool
) -> tuple[Eerder | None, tuple[Bevinding, ...]]:
    """Return the newest unfinished test, if the user may want to go on with it, and what cannot be used.

    Raises GebruikFout when there is none to go on with, or where only a person can say whether to.
    """
    if wens.folder is None:
        return None, ()
    # what a kill left between keeping the result and removing the journal
    af = clean_klaar(wens.folder, wens.klaar, check_uitslag) if wens.klaar else []
    journalen = load_journalen(wens.folder, vragenlijst, build_vingerafdruk(vragenlijst))
    if wens.hervat and not (journalen.bewaard or journalen.gewijzigd):
        eigen = [uitslag for uitslag in af if uitslag.vragenlijst.volledige_id == vragenlijst.volledige_id]
        fout = _build_af(eigen[-1]) if eigen else _build_niets(vragenlijst, wens.folder)
        raise _build_samen(journalen.meldingen, fout)
    bewaard = _read_eerder(journalen, wens.hervat, mens=mens)
    return None if bewaard is None else _build_eerder(bewaard, vragenlijst), journalen.meldingen


def _build_eerder(bewaard: Bewaard, vragenlijst: Vragenlijst) -> Eerder:
    return Eerder(bewaard, build_verloop(vragenlijst, bewaard.kop, bewaard.stand))


def build_verloop(vragenlijst: Vragenlijst, kop: JournaalKop, stand: Stand) -> Verloop:
    """Return the questions in the order of a session, with the answers that it already has."""
    verloop = Verloop(vragenlijst, kop.zaad if check_willekeurig(vragenlijst) else None)
    if stand:
        verloop.resume_antwoorden([None if a is NOOIT else a for a in stand], [a is not NOOIT for a in stand])
    return verloop


def _read_eerder(journalen: Journalen, hervat: bool | None, *, mens: bool) -> Bewaard | None:
    mogelijk = journalen.bewaard or journalen.gewijzigd
    if hervat is False or not mogelijk or (hervat is None and not mens):
        return None
    if not mens and not journalen.bewaard:
        wat = "de vragenlijst is veranderd sinds die test begon"
        raise GebruikFout(f"{wat}; hervat hem in een terminal, of begin opnieuw met --opnieuw")
    return mogelijk[0]


def _build_af(uitslag: Uitslag) -> GebruikFout:
    return GebruikFout("die test is al af, bekijk hem met:", f"conflictstijl resultaten {uitslag.sessie[:KORT]}")


def _build_samen(meldingen: Sequence[Bevinding], fout: GebruikFout) -> GebruikFout:
    """Return an error after the findings that may be the cause of it, each on its own line."""
    bericht = str(fout).removesuffix(fout.opdracht).rstrip()
    return GebruikFout("\n".join([*map(str, meldingen), bericht]), fout.opdracht)


def _build_niets(vragenlijst: Vragenlijst, folder: Path) -> GebruikFout:
    """Return the error that there is nothing to go on with; it names what there is of other questionnaires."""
    namen = [naam.replace(".", " --vorm ") for naam in load_begonnen_ids(folder) if naam != vragenlijst.volledige_id]
    if not namen:
        return GebruikFout("er is geen begonnen test om te hervatten; begin er een zonder --hervat")
    wat = f"er is geen begonnen test van {vragenlijst.volledige_id}, wel van {render_opsomming(namen)}"
    # what was given as a file is not found by its id
    bekend = [naam for naam in namen if naam.split()[0] in load_ids()]
    if not bekend:
        return GebruikFout(f"{wat}; geef dat bestand, met --hervat")
    return GebruikFout(f"{wat}; geef:", f"conflictstijl afnemen {bekend[0]} --hervat")


def _count_gegeven(stand: Stand) -> int:
    return sum(antwoord is not NOOIT for antwoord in stand)
