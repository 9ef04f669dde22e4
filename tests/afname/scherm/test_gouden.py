"""Every screen as text, narrow, common and wide: a golden file per screen.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/afname/scherm/test_gouden.py` writes them anew; read the difference.
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len

from conflictstijl.afname.scherm.afname import Afnameapp
from conflictstijl.afname.scherm.basis import Basisapp
from conflictstijl.laden.mappen import load_resultatenmap
from conflictstijl.model.vragen import Keuze, Stelling
from conflictstijl.opslag.geschiedenis import write_uitslag
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import Antwoordregel, render_antwoordregel, render_kop
from tests.afname.lijsten import VORMEN

from .kijker import Kijker, bekijk
from .opzet import begin, load_bewaard, load_journalen, open_start
from .test_afname import SPRINGT, VLAK, vul

GOUDEN = Path(__file__).parent / "gouden"
LANG = {"nakijken", "nakijken-halverwege", "vragenlijsten"}
"""Lists that may be longer than the narrowest screen: one goes through them."""
MATEN = ((60, 20), (80, 24), (120, 40))
OEFENEN = VORMEN.replace("titel: Proef", "titel: Proef\noefen: [Ik drink koffie.]")
TOEN = datetime(2026, 2, 1, 12, 34, tzinfo=UTC)
WISSELEND = ((r"\b\d\d:\d\d\b", "12:34"), (r"(als |\()[0-9a-f]{6}\b", r"\g<1>123abc"))
"""What differs between two runs, and what stands for it: as long as it is."""

Album = dict[str, str]


def neem(kijker: Kijker[Basisapp], album: Album, naam: str) -> None:
    """Put what the screen shows in each size into an album, and leave the screen as it was."""
    beelden = []
    for breedte, hoogte in MATEN:
        kijker.maat(breedte, hoogte)
        assert kijker.check_breedte()
        tekst = kijker.tekst
        for patroon, vast in WISSELEND:
            tekst = re.sub(patroon, vast, tekst)
        beelden.append(f"== {breedte}x{hoogte}\n{tekst}")
    kijker.maat(80, 24)
    album[naam] = "".join(beelden)


def write_begin() -> None:
    """Let the one test that is not finished have begun on a day that stays the same."""
    (pad,) = load_journalen()
    inhoud = parse_journaal(pad.read_bytes())
    assert isinstance(inhoud, Inhoud)
    kop = replace(inhoud.kop, begin=TOEN)
    regel = Antwoordregel(inhoud.nr, inhoud.plaats + 1, inhoud.antwoorden)
    pad.write_bytes(render_kop(kop) + render_antwoordregel(kop, regel))


def write_klaar() -> None:
    """Let the one result be of a day that stays the same."""
    (uitslag,) = load_bewaard()
    assert uitslag.pad is not None
    uitslag.pad.unlink()
    write_uitslag(load_resultatenmap(), replace(uitslag, klaar=TOEN))


def zoek(kijker: Kijker[Afnameapp], waarde: Callable[[Stelling | Keuze], int]) -> None:
    """Go on without answers to the question for which this is highest."""
    verloop = kijker.app._zittingen[0].verloop
    hoogste = max(verloop.vragenlijst.items, key=waarde)
    while verloop.getoond.vraag.id != hoogste.id:
        kijker.toets("right")


def neem_vragen(album: Album, _map: Path) -> None:
    with bekijk(begin("conflictstijlen")) as kijker:
        neem(kijker, album, "inleiding")
        kijker.toets("enter")
        neem(kijker, album, "vraag")
        kijker.toets("3", "left")
        neem(kijker, album, "vraag-beantwoord")
        kijker.toets("?")
        neem(kijker, album, "hulp")
        kijker.toets("escape", "escape")
        neem(kijker, album, "pauze")
        kijker.toets("escape", "right", "n")
        neem(kijker, album, "nakijken-halverwege")
        kijker.toets("escape")
        zoek(kijker, lambda item: len(item.tekst) if isinstance(item, Stelling) else 0)
        neem(kijker, album, "vraag-lang")
    write_begin()
    with bekijk(begin("conflictstijlen")) as kijker:
        neem(kijker, album, "hervatten")
        kijker.toets("1", *"3" * 30)
        neem(kijker, album, "nakijken")


def neem_situaties(album: Album, _map: Path) -> None:
    with bekijk(begin("praktijksituaties")) as kijker:
        kijker.toets("enter")
        zoek(kijker, lambda item: sum(len(optie.tekst) for optie in item.opties) if isinstance(item, Keuze) else 0)
        neem(kijker, album, "situatie-lange-opties")


def neem_delen(album: Album, _map: Path) -> None:
    with bekijk(begin("rustig-en-gespannen")) as kijker:
        kijker.toets("enter")
        neem(kijker, album, "deel")


def neem_vormen(album: Album, _map: Path) -> None:
    with bekijk(begin(OEFENEN)) as kijker:
        kijker.toets("enter")
        neem(kijker, album, "oefenen")
        kijker.toets("2")
        neem(kijker, album, "achtergrond")
        kijker.toets("2", "0", "a", "b")
        neem(kijker, album, "uitersten")
        kijker.toets("a", "enter", "down")
        neem(kijker, album, "rangschikken")
        kijker.toets("enter", "end", "enter", "4", "down")
        neem(kijker, album, "verdelen")
        kijker.toets("6", "end", "enter")
        kijker.typ("Ik wacht liever even.")
        neem(kijker, album, "eigen-woorden")
        kijker.toets("enter")
        neem(kijker, album, "nakijken-vormen")


def neem_uitslag(album: Album, folder: Path) -> None:
    (folder / "verslag.md").touch()
    with bekijk(begin("conflictstijlen")) as kijker:
        kijker.toets("enter")
        vul(kijker, SPRINGT)
        for nummer in range(1, 5):
            kijker.toets(str(nummer))
            neem(kijker, album, f"uitslag-{nummer}")
        kijker.toets("b")
        neem(kijker, album, "bewaren")
        kijker.toets("enter")
        neem(kijker, album, "bewaren-bestaat")
        kijker.toets("escape", "escape")
    write_klaar()
    with bekijk(open_start()) as start:
        neem(start, album, "begin")
        start.toets("3")
        neem(start, album, "vragenlijsten")
        start.toets("escape", "5")
        neem(start, album, "resultaten")
        start.toets("1")
        neem(start, album, "terugkijken")


def neem_rest(album: Album, _map: Path) -> None:
    with bekijk(begin("conflictstijlen")) as kijker:
        kijker.toets("enter")
        vul(kijker, VLAK)
        neem(kijker, album, "verdieping")
    with bekijk(Afnameapp(begin("conflictstijlen")._opzet._replace(kies_vorm=True))) as kijker:
        neem(kijker, album, "vorm")
        kijker.toets("2")
        neem(kijker, album, "inleiding-vorm")
    with bekijk(open_start()) as start:
        start.toets("5")
        neem(start, album, "resultaten-geen")


RONDES: tuple[Callable[[Album, Path], None], ...] = (
    neem_vragen,
    neem_situaties,
    neem_delen,
    neem_vormen,
    neem_uitslag,
    neem_rest,
)


@pytest.mark.parametrize("ronde", RONDES, ids=[ronde.__name__ for ronde in RONDES])
def test_every_screen_looks_as_its_golden_text(ronde: Callable[[Album, Path], None], tmp_path: Path) -> None:
    album: Album = {}
    ronde(album, tmp_path)
    for naam, tekst in album.items():
        goud = GOUDEN / f"{naam}.txt"
        if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
            goud.write_text(tekst, encoding="utf-8")
        assert tekst == goud.read_text(encoding="utf-8"), naam


def read_beelden() -> Iterator[tuple[str, int, list[str]]]:
    """Yield every golden screen with its width."""
    for goud in sorted(GOUDEN.glob("*.txt")):
        for beeld in goud.read_text(encoding="utf-8").split("== ")[1:]:
            maat, *regels = beeld.splitlines()
            yield goud.stem, int(maat.partition("x")[0]), regels


def test_every_golden_text_is_of_a_screen_that_is_shown() -> None:
    namen = {een for ronde in RONDES for een in re.findall(r'"([a-z-]+)"', _lees_bron(ronde))}
    genummerd = {f"uitslag-{nummer}" for nummer in range(1, 5)}
    assert {goud.stem for goud in GOUDEN.iterdir()} <= namen | genummerd


def _lees_bron(ronde: Callable[[Album, Path], None]) -> str:
    import inspect

    return inspect.getsource(ronde)


def test_no_line_is_wider_than_its_screen() -> None:
    assert [
        (naam, regel) for naam, breedte, regels in read_beelden() for regel in regels if cell_len(regel) > breedte
    ] == []


def test_the_keys_stand_on_one_line_below_an_empty_one_or_a_text() -> None:
    for naam, _, regels in read_beelden():
        assert regels[-1].count("  ") >= 1, naam
        assert not any(een in regels[-2] for een in ("Esc ", "Enter doen")), naam


def test_the_longest_texts_do_not_need_more_room_than_the_narrowest_screen_has() -> None:
    for naam, breedte, regels in read_beelden():
        if breedte == MATEN[0][0] and naam not in LANG and "uitslag" not in regels[0]:
            assert not any(set(regel[-1:]) & set("▁▂▃▄▅▆▇█") for regel in regels), naam
