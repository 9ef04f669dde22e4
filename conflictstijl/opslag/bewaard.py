"""Unfinished tests on disk: finding them again, and naming the ones that cannot be used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conflictstijl.fouten import Bevinding, Plek, render_oorzaak
from conflictstijl.model.vragen import check_antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.opslag.schijf import build_slug, read_bestand
from conflictstijl.tekst import clean_tekst, render_opsomming

EINDE = ".jsonl"
"""How the name of a journal ends."""

MAX_BYTES = 64 * 1024 * 1024
"""Largest journal that is read."""


@dataclass(frozen=True, slots=True)
class Bewaard:
    """An unfinished test on disk; `antwoorden` has one value per question, `NOOIT` where none was given.

    `opnieuw` are the numbers (from 1) of questions asked again because the line with their newest answer is
    damaged; `onleesbaar` counts damaged lines that do not tell which question they answered.
    """

    pad: Path
    kop: JournaalKop
    antwoorden: Stand
    opnieuw: tuple[int, ...] = ()
    onleesbaar: int = 0

    @property
    def beantwoord(self) -> int:
        """Number of questions with an answer; left open on purpose does not count."""
        return sum(antwoord not in {NOOIT, None} for antwoord in self.antwoorden)

    @property
    def plaats(self) -> int:
        """Index of the first question that was never answered; the number of questions when there is none."""
        return self.antwoorden.index(NOOIT) if NOOIT in self.antwoorden else self.kop.aantal

    def render_schade(self, nummers: Sequence[int] | None = None) -> str:
        """Return one sentence about what is damaged, empty when nothing is.

        `nummers` are those that the questions asked again have on the screen; left out they are those of the file.
        """
        delen, opnieuw = [], self.opnieuw if nummers is None else nummers
        if opnieuw:
            meer = len(opnieuw) > 1
            vragen = render_opsomming([str(nummer) for nummer in opnieuw])
            delen.append(f"vraag {vragen} {'worden' if meer else 'wordt'} opnieuw gesteld")
        if self.onleesbaar:
            delen.append("kijk aan het eind je antwoorden na")
        return f"een deel van je bewaarde antwoorden is beschadigd; {render_opsomming(delen)}" if delen else ""


@dataclass(frozen=True, slots=True)
class Journalen:
    """The unfinished tests of one questionnaire with at least one answer, newest first.

    `gewijzigd` were taken with another content of the questionnaire, so ask before going on with one. `meldingen`
    names the files that cannot be used.
    """

    bewaard: tuple[Bewaard, ...] = ()
    gewijzigd: tuple[Bewaard, ...] = ()
    meldingen: tuple[Bevinding, ...] = ()


def load_journalen(map_: Path, vragenlijst: Vragenlijst, vingerafdruk: str) -> Journalen:
    """Return the unfinished tests of a questionnaire; a damaged file is named in it, never raised."""
    gevonden = list(_load_bestanden(map_, vragenlijst))
    bewaard = sorted(
        (een for een in gevonden if isinstance(een, Bewaard)), key=lambda een: (een.kop.begin, een.pad), reverse=True
    )
    return Journalen(
        bewaard=tuple(een for een in bewaard if een.kop.vingerafdruk == vingerafdruk),
        gewijzigd=tuple(een for een in bewaard if een.kop.vingerafdruk != vingerafdruk),
        meldingen=tuple(een for een in gevonden if isinstance(een, Bevinding)),
    )


def _load_bestanden(map_: Path, vragenlijst: Vragenlijst) -> Iterator[Bewaard | Bevinding]:
    naam = re.compile(f"{build_slug(vragenlijst.volledige_id)}-[0-9a-f]{{6}}{re.escape(EINDE)}")
    try:
        paden = sorted(pad for pad in map_.iterdir() if naam.fullmatch(pad.name))
    except FileNotFoundError:
        return
    except OSError as fout:
        yield _build_melding(map_, f"de map met bewaarde tests is niet te lezen: {render_oorzaak(fout)}")
        return
    for pad in paden:
        gelezen = _load_bestand(pad)
        if isinstance(gelezen, Bewaard):
            yield from _check_bewaard(gelezen, vragenlijst)
        elif gelezen:
            yield _build_melding(pad, f"deze bewaarde test is niet te hervatten: {gelezen}")


def _load_bestand(pad: Path) -> Bewaard | str:
    """Return a journal, or why it cannot be used; the reason is empty when no answer was ever written in it."""
    try:
        rauw = read_bestand(pad, MAX_BYTES)
    except OSError as fout:
        return render_oorzaak(fout)
    inhoud = parse_journaal(rauw)
    if isinstance(inhoud, str):
        return inhoud if b"\n" in rauw else ""
    return build_bewaard(pad, inhoud) if inhoud.nr or inhoud.opnieuw or inhoud.onleesbaar else ""


def _check_bewaard(bewaard: Bewaard, vragenlijst: Vragenlijst) -> Iterator[Bewaard | Bevinding]:
    """Yield a journal of this questionnaire, if its answers are possible ones.

    A checksum is no signature, and the questionnaire may have changed since.
    """
    if bewaard.kop.vragenlijst != vragenlijst.volledige_id:
        return
    if _check_antwoorden(bewaard.antwoorden, vragenlijst):
        yield bewaard
    else:
        yield _build_melding(bewaard.pad, "deze bewaarde test bevat antwoorden die de vragenlijst niet kent")


def _check_antwoorden(antwoorden: Stand, vragenlijst: Vragenlijst) -> bool:
    vragen = vragenlijst.vragen
    if len(antwoorden) != len(vragen):
        return False
    paren = zip(antwoorden, vragen, strict=True)
    return all(antwoord is NOOIT or check_antwoord(antwoord, vraag) for antwoord, vraag in paren)


def build_bewaard(pad: Path, inhoud: Inhoud) -> Bewaard:
    """Return what a file holds as something to offer."""
    return Bewaard(pad, inhoud.kop, inhoud.antwoorden, inhoud.opnieuw, inhoud.onleesbaar)


def _build_melding(pad: Path, wat: str) -> Bevinding:
    return Bevinding(
        Plek(clean_tekst(str(pad))), "bewaarde-test", wat, "wis het bestand als je het niet meer nodig hebt"
    )
