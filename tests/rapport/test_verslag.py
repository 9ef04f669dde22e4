"""The record for a register as a sheet: what is known stands there, and for the rest there is room."""

import os
from pathlib import Path

import pytest

from conflictstijl.model.bewijs import Bewijs
from conflictstijl.model.document import Kop, Opsomming, Tabel
from conflictstijl.model.intervisie import Intervisieopdracht
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.verslag import build_bewijsdocument, render_duur
from conflictstijl.voorbereiden import build_documenten, build_intervisie

GOUDEN = Path(__file__).parent.parent / "gouden"
VOL = Bewijs(
    *("3 mei 2026", "13:30", "15:15", 15, "Team Noord", "Karin Smit", "0012", "balint", "intervisie", True, "online"),
    deelnemers=4,
    thema="Hoe blijf ik rustig als een ouder boos is?",
    persoonlijk="Ik merkte dat ik sneller ging praten. Dat herken ik van thuis.",
    opbrengst="Eerst stil zijn, dan pas vragen.",
)


def render_rij(naam: str, bewijs: Bewijs) -> str:
    """Return what stands beside a name in the first table of a record."""
    tabel = next(blok for blok in build_bewijsdocument(bewijs, "").blokken if isinstance(blok, Tabel))
    return {rij[0]: rij[1] for rij in tabel.rijen}[naam]


@pytest.mark.parametrize("breedte", [60, 80])
def test_a_record_is_the_golden_one(breedte: int) -> None:
    gemaakt = render_tekst(build_bewijsdocument(VOL, "Balint-methode"), breedte).encode()
    bestand = GOUDEN / f"bewijs.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


@pytest.mark.parametrize(
    ("minuten", "tekst"),
    [
        (45, "45 minuten"),
        (60, "1 uur"),
        (90, "1 uur en 30 minuten (1,5 uur)"),
        (105, "1 uur en 45 minuten (1,75 uur)"),
        (100, "1 uur en 40 minuten"),
        (123, "2 uur en 3 minuten (2,05 uur)"),
        (61, "1 uur en 1 minuut"),
    ],
)
def test_a_length_is_told_exactly(minuten: int, tekst: str) -> None:
    assert render_duur(minuten) == tekst


@pytest.mark.parametrize(
    ("bewijs", "tijden"),
    [
        (Bewijs(), ["", "", ""]),
        (Bewijs(begin="9:00"), ["begin 9:00, einde:", "", ""]),
        (Bewijs(einde="11:00", pauze=10), ["einde 11:00, begin:", "10 minuten", ""]),
        (Bewijs(begin="9:00", einde="11:00"), ["9:00 tot 11:00", "geen", "2 uur"]),
    ],
)
def test_what_is_known_of_the_times_stands_there(bewijs: Bewijs, tijden: list[str]) -> None:
    assert [render_rij(naam, bewijs) for naam in ("Begin en einde", "Pauze", "Netto tijd")] == tijden


def test_a_facilitator_may_have_a_number_alone() -> None:
    assert render_rij("Begeleider met nummer", Bewijs(registernummer="7")) == "registernummer 7"


def test_the_record_of_a_preparation_has_the_same_headings_and_the_planned_minutes() -> None:
    voorbereid = build_documenten(build_intervisie(Intervisieopdracht("balint", 90, 8)))[-1]
    eigen = build_bewijsdocument(Bewijs(deelnemers=8), "")
    koppen = [[blok.tekst for blok in document.blokken if isinstance(blok, Kop)] for document in (voorbereid, eigen)]
    assert koppen[0] == koppen[1]
    assert [blok for blok in eigen.blokken if isinstance(blok, Opsomming)] == [
        blok for blok in voorbereid.blokken if isinstance(blok, Opsomming)
    ]
    assert "90 minuten gepland, netto:" in render_tekst(voorbereid, 200)
