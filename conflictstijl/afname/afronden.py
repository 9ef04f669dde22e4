"""After the last question: the score, what is kept of it, and what is said about that. The same in both modes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.zitting import Zitting
from conflictstijl.bewaren import KORT
from conflictstijl.fouten import SchrijfFout
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import render_zin
from conflictstijl.toepassing import Resultaat


class Afgerond(NamedTuple):
    """A finished test: its result, the id it is kept under (empty: not kept), and what went wrong with keeping."""

    resultaat: Resultaat
    id: str = ""
    waarschuwing: str = ""

    @property
    def melding(self) -> str:
        """What to know about keeping: whether the result is, and what went wrong."""
        bewaard = f"Je uitslag is bewaard als {self.id[:KORT]}." if self.id else "Je uitslag is niet bewaard."
        return f"{bewaard} {self.waarschuwing}".strip()

    @property
    def opdracht(self) -> str:
        """The command that shows the result again, empty when it is not kept."""
        return f"conflictstijl resultaten {self.id[:KORT]}" if self.id else ""


def build_resultaat(vragenlijst: Vragenlijst, zitting: Zitting) -> Resultaat:
    """Return the score of a finished test."""
    (resultaat,) = toepassing.score_bladen([(vragenlijst, zitting.blad)])
    return resultaat


def build_verdiept(eerste: Resultaat, erbij: Vragenlijst, tweede: Zitting) -> Resultaat:
    """Return the score of a test with what deepens it."""
    samen = toepassing.build_samen((eerste.vragenlijst, eerste.blad), (erbij, tweede.blad))
    (resultaat,) = toepassing.score_bladen([samen])
    return resultaat


def render_erbij(erbij: Vragenlijst) -> tuple[str, str]:
    """Return why more statements are offered, and what they bring."""
    duur = f" ({erbij.minuten} minuten)" if erbij.minuten else ""
    return (
        "De verschillen tussen je scores zijn te klein om iets over te zeggen.",
        f"Met {len(erbij.items)} stellingen erbij{duur} ziet het programma scherper.",
    )


def render_uitgesteld(resultaat: Resultaat) -> str:
    """Return that more statements are not offered, when that is for the remarks on the answers; else nothing."""
    profiel = resultaat.profiel
    zonder = replace(profiel, kwaliteit=profiel.kwaliteit._replace(meldingen=()))
    erbij = toepassing.load_verdieping(resultaat._replace(profiel=zonder)) if profiel.kwaliteit.meldingen else None
    if erbij is None:
        return ""
    wat = f"De verdieping van {len(erbij.items)} stellingen biedt het programma nu niet aan"
    return f"{wat}, om wat het verslag over je antwoorden opmerkt."


def write_klaar(resultaat: Resultaat, zittingen: Sequence[Zitting], wens: Bewaarwens) -> Afgerond:
    """Keep a result and then remove the journals of its test; without a folder, or by its outcome, nothing is kept.

    When the disk refuses, the journals stay and the warning says how to try again: nothing is lost.
    """
    eerste = zittingen[0]
    if wens.klaar is None or not _check_bewaren(resultaat):
        return Afgerond(resultaat, waarschuwing=_clean_zittingen(zittingen))
    try:
        uitslag = bewaren.write_resultaat(resultaat, eerste.sessie, eerste.begin)
    except SchrijfFout as fout:
        bewaard = f" {render_zin(eerste.render_bewaard())} {eerste.verder}" if eerste.journaal else ""
        return Afgerond(resultaat, waarschuwing=f"Let op: {fout}.{bewaard}")
    return Afgerond(resultaat, uitslag.sessie, _clean_zittingen(zittingen))


def _check_bewaren(resultaat: Resultaat) -> bool:
    """Return False for an outcome that is not for others on this computer to find."""
    stand = resultaat.profiel.uitkomst
    return stand is None or stand.uitkomst is None or stand.uitkomst.bewaren


def _clean_zittingen(zittingen: Sequence[Zitting]) -> str:
    """Remove the journals of a finished test; return a warning when the disk keeps one, else nothing."""
    waarschuwing = ""
    for zitting in zittingen:
        try:
            zitting.clean()
        except SchrijfFout as fout:
            waarschuwing = f"Let op: {fout}."
    return waarschuwing
