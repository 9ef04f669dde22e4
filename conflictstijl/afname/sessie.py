"""One sitting: go on where someone stopped, keep every answer, and clean up when the result is safe."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, Journalen, load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop, resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk


@dataclass(frozen=True, slots=True)
class Bewaarwens:
    """Where to keep a running test (None: nowhere), and whether to go on with an earlier one (None: ask).

    `naam` is how the user named the questionnaire, an id or a path: the way to go on is told with it.
    """

    folder: Path | None
    hervat: bool | None = None
    naam: str = ""


@contextmanager
def ask_sessie(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Iterator[Antwoordblad]:
    """Ask a questionnaire and yield the sheet; the kept answers are removed when the block ends well.

    So the block should make the result durable. Raises OnderbrokenFout, answers kept, when the user
    stops, a signal comes or the input ends; GebruikFout for a wrong line from a pipe.
    """
    verloop = Verloop(vragenlijst)
    verder = f"verder met: conflictstijl afnemen {wens.naam or vragenlijst.id} --hervat"
    journaal = None if wens.folder is None else _ask_journaal(verloop, gesprek, wens.folder, wens.hervat, verder)
    with journaal or nullcontext():
        blad = _ask_blad(verloop, gesprek, journaal, verder)
        try:
            yield blad
        except SchrijfFout as fout:
            if journaal is None:
                raise
            raise SchrijfFout(f"{fout}; je antwoorden zijn bewaard, {verder}") from fout
        if journaal is not None:
            journaal.clean()


def _ask_journaal(
    verloop: Verloop, gesprek: Gesprek, folder: Path, hervat: bool | None, verder: str
) -> Journaal | None:
    """Return the journal to keep answers in, after taking over those of an earlier test when the user wants that."""
    vingerafdruk = build_vingerafdruk(verloop.vragenlijst)
    journalen = load_journalen(folder, verloop.vragenlijst, vingerafdruk)
    for melding in journalen.meldingen:
        gesprek.write_regel(str(melding))
    try:
        eerder = _ask_eerder(journalen, gesprek, hervat)
    except (EOFError, KeyboardInterrupt):
        raise OnderbrokenFout(f"gestopt; {verder}") from None
    if eerder is None:
        return _build_nieuw(verloop.vragenlijst, vingerafdruk, folder, gesprek)
    journaal = resume_journaal(eerder)
    verloop.resume_antwoorden([None if a is NOOIT else a for a in eerder.antwoorden], eerder.plaats)
    return journaal


def _ask_eerder(journalen: Journalen, gesprek: Gesprek, hervat: bool | None) -> Bewaard | None:
    """Return the unfinished test to go on with, or None to begin a new one."""
    mogelijk = journalen.bewaard or journalen.gewijzigd
    if hervat and not mogelijk:
        raise GebruikFout("er is geen begonnen test om te hervatten; begin er een zonder --hervat")
    if hervat is False or not mogelijk or (hervat is None and not gesprek.mens):
        return None
    eerder = mogelijk[0]
    if not (hervat and eerder in journalen.bewaard) and not gesprek.ask_ja_nee(_render_vraag(eerder, journalen)):
        if gesprek.ask_ja_nee("Die eerdere antwoorden wissen?"):
            resume_journaal(eerder).clean()
        return None
    if eerder.render_schade():
        gesprek.write_alinea(f"Let op: {eerder.render_schade()}.")
    return eerder


def _render_vraag(eerder: Bewaard, journalen: Journalen) -> str:
    anders = " De vragenlijst is sindsdien veranderd." if eerder in journalen.gewijzigd else ""
    begonnen = eerder.kop.begin.astimezone().strftime("%d-%m-%Y om %H:%M")
    return (
        f"Je bent hier al aan begonnen op {begonnen}: {eerder.beantwoord} van de {eerder.kop.aantal} vragen."
        f"{anders} Verdergaan?"
    )


def _build_nieuw(vragenlijst: Vragenlijst, vingerafdruk: str, folder: Path, gesprek: Gesprek) -> Journaal | None:
    """Return a new journal, or None when the disk refuses: the test can be taken all the same."""
    try:
        return build_journaal(folder, build_kop(vragenlijst, vingerafdruk))
    except SchrijfFout as fout:
        gesprek.write_regel(f"Let op: {fout}. Je antwoorden gaan verloren als je stopt.")
        return None


def _ask_blad(verloop: Verloop, gesprek: Gesprek, journaal: Journaal | None, verder: str) -> Antwoordblad:
    def bewaar(plaats: int, antwoord: Antwoord) -> None:
        if journaal is None:
            return
        try:
            journaal.write_antwoord(plaats, antwoord)
        except SchrijfFout as fout:
            gesprek.write_regel(f"Let op: {fout}. Stop niet voor het einde: dit antwoord is nog niet bewaard.")

    try:
        return Regelmodus(verloop, gesprek, bewaar).ask_vragenlijst()
    except OnderbrokenFout as fout:
        raise OnderbrokenFout(f"{fout}; {_render_bewaard(verloop, gesprek, journaal, verder)}") from None
    except KeyboardInterrupt:
        raise OnderbrokenFout(f"gestopt; {_render_bewaard(verloop, gesprek, journaal, verder)}") from None


def _render_bewaard(verloop: Verloop, gesprek: Gesprek, journaal: Journaal | None, verder: str) -> str:
    """Return whether the answers are kept and how to go on; a person's cursor still stands behind the prompt."""
    if gesprek.mens:
        gesprek.write_regel("")
    if not verloop.plaats:
        return "je had nog niets beantwoord"
    if journaal is None:
        return "de antwoorden zijn niet bewaard"
    if journaal.onbewaard:
        with suppress(SchrijfFout):
            journaal.write_stand()
    if journaal.onbewaard:
        return f"de laatste {journaal.onbewaard} antwoorden konden niet worden bewaard, {verder}"
    return f"je antwoorden zijn bewaard, {verder}"
