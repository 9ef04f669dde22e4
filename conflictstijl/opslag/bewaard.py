"""Unfinished tests on disk: finding them again, and naming the ones that cannot be used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from conflictstijl.fouten import Bevinding, Plek, render_oorzaak
from conflictstijl.model.vragen import check_antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.opslag.schijf import MAX_SLUG, build_slug, read_bestand
from conflictstijl.opslag.vraagafdruk import build_afdrukken
from conflictstijl.tekst import clean_tekst, render_opsomming

EINDE = ".jsonl"
"""How the name of a journal ends."""

SLUG = f"[a-z0-9-]{{1,{MAX_SLUG}}}"
"""How the name of every journal begins, as a pattern."""

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
    passend: Stand | None = field(default=None, compare=False)
    """When the questionnaire changed: per question as it is now the answer that was given to it; else None."""

    @property
    def veranderd(self) -> bool:
        """True when the questionnaire changed since the test began."""
        return self.passend is not None

    @property
    def stand(self) -> Stand:
        """The answers to go on with: one value per question as it is now."""
        return self.antwoorden if self.passend is None else self.passend

    def render_schade(self, nummers: Sequence[int]) -> str:
        """Return one sentence about what is damaged, empty when nothing is.

        `nummers` are those that the questions asked again have on the screen.
        """
        delen = []
        if nummers:
            meer = len(nummers) > 1
            vragen = render_opsomming([str(nummer) for nummer in nummers])
            delen.append(f"vraag {vragen} {'worden' if meer else 'wordt'} opnieuw gesteld")
        if self.onleesbaar:
            delen.append("kijk aan het eind je antwoorden na")
        return f"een deel van je bewaarde antwoorden is beschadigd; {render_opsomming(delen)}" if delen else ""


@dataclass(frozen=True, slots=True)
class Journalen:
    """The unfinished tests of one questionnaire, or of all, with at least one answer, newest first.

    `gewijzigd` were taken with another content of the questionnaire, so ask before going on with what fits of one.
    `meldingen` names the files that cannot be used.
    """

    bewaard: tuple[Bewaard, ...] = ()
    gewijzigd: tuple[Bewaard, ...] = ()
    meldingen: tuple[Bevinding, ...] = ()


def load_journalen(map_: Path, vragenlijst: Vragenlijst, vingerafdruk: str) -> Journalen:
    """Return the unfinished tests of a questionnaire; a damaged file is named in it, never raised."""
    gelezen = _load_bestanden(map_, build_slug(vragenlijst.volledige_id))
    eigen = (een for een in gelezen if isinstance(een, Bevinding) or een.kop.vragenlijst == vragenlijst.volledige_id)
    return _build_journalen(
        een if isinstance(een, Bevinding) else build_huidig(een, vragenlijst, vingerafdruk) for een in eigen
    )


def load_alle(map_: Path) -> Journalen:
    """Return the unfinished tests of all questionnaires, as they were kept; a damaged file is named in it."""
    return _build_journalen(_load_bestanden(map_, SLUG))


def load_begonnen_ids(map_: Path) -> list[str]:
    """Return the full ids of the questionnaires of all unfinished tests, newest first; what is damaged is left out."""
    return list(dict.fromkeys(een.kop.vragenlijst for een in load_alle(map_).bewaard))


def _build_journalen(gevonden: Iterable[Bewaard | Bevinding]) -> Journalen:
    alle = list(gevonden)
    bewaard = sorted(
        (een for een in alle if isinstance(een, Bewaard)), key=lambda een: (een.kop.begin, een.pad), reverse=True
    )
    return Journalen(
        bewaard=tuple(een for een in bewaard if not een.veranderd),
        gewijzigd=tuple(een for een in bewaard if een.veranderd),
        meldingen=tuple(een for een in alle if isinstance(een, Bevinding)),
    )


def load_journaalpaden(map_: Path, slug: str = SLUG, einde: str = EINDE) -> list[Path]:
    """Return the files with a name of our own shape that begins with a pattern; none when the folder is not there."""
    naam = re.compile(f"{slug}-[0-9a-f]{{6}}{re.escape(einde)}", re.ASCII)
    try:
        return sorted(pad for pad in map_.iterdir() if naam.fullmatch(pad.name))
    except FileNotFoundError:
        return []


def _load_bestanden(map_: Path, slug: str) -> Iterator[Bewaard | Bevinding]:
    """Yield the journals whose name begins with a pattern, and what is wrong with those that cannot be used."""
    try:
        paden = load_journaalpaden(map_, slug)
    except OSError as fout:
        yield _build_melding(map_, f"de map met bewaarde tests is niet te lezen: {render_oorzaak(fout)}")
        return
    for pad in paden:
        gelezen = _load_bestand(pad)
        if isinstance(gelezen, Bewaard):
            yield gelezen
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


def build_huidig(bewaard: Bewaard, vragenlijst: Vragenlijst, vingerafdruk: str) -> Bewaard | Bevinding:
    """Return a journal beside its questionnaire as it is now, or what is wrong with it.

    Its answers must be possible ones: a checksum is no signature.
    """
    nu = _build_passend(bewaard, build_afdrukken(vragenlijst), vingerafdruk)
    if _check_antwoorden(nu.stand, vragenlijst):
        return nu
    return _build_melding(bewaard.pad, "deze bewaarde test bevat antwoorden die de vragenlijst niet kent")


def _build_passend(bewaard: Bewaard, afdrukken: tuple[str, ...], vingerafdruk: str) -> Bewaard:
    """Return a journal beside the questionnaire as it is now: an answer goes only with the question that was asked.

    A journal without fingerprints does not tell which that was, so of a changed questionnaire nothing fits.
    """
    kop = bewaard.kop
    if kop.vingerafdruk == vingerafdruk and kop.afdrukken in ((), afdrukken):
        return bewaard
    gegeven = dict(zip(kop.afdrukken, bewaard.antwoorden, strict=False))
    return replace(bewaard, passend=tuple(gegeven.get(afdruk, NOOIT) for afdruk in afdrukken))


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
