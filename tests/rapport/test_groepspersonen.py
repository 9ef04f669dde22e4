"""The people of a group one by one: marked confidential, on conditions, and nothing that steers a terminal."""

from dataclasses import replace

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.document import Document, Kop, Opsomming, Tabel
from conflictstijl.model.profiel import Melding, Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.groepspersonen import build_personen
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.taal.teksten import GEMIDDELDE_ZIN, LIJDEND, count_zinnen

from .bouw import lees_tabel, lees_tekst, vul_in, vul_stijl

LIJST = load_vragenlijst("conflictstijlen")


def bouw_profiel(deelnemer: str | None = "D01", lijst: Vragenlijst = LIJST, **waarden: int) -> Stijlprofiel:
    return score_antwoorden(lijst, Antwoordblad(lijst.id, vul_in(lijst, vul_stijl(**waarden)), deelnemer=deelnemer))


def bouw_document(*profielen: Stijlprofiel, lijst: Vragenlijst = LIJST) -> Document:
    return Document(tuple(build_personen(profielen, lijst, load_kennis())))


def test_it_is_marked_confidential_before_anything_else() -> None:
    kop, regels, *_ = bouw_document(bouw_profiel()).blokken
    assert isinstance(kop, Kop)
    assert kop.tekst.startswith("VERTROUWELIJK")
    assert isinstance(regels, Opsomming)
    assert "als iedereen in de lijst dat goed vindt" in regels.delen[0]
    assert "niet voor de werkgever" in regels.delen[1]


def test_every_person_is_a_row_with_the_value_of_every_scale() -> None:
    tabel = lees_tabel(bouw_document(bouw_profiel(vermijden=5), bouw_profiel("D02", forceren=1, toegeven=4)))
    assert tabel.koppen == ("Wie", "Doorzetten", "Samen oplossen", "Compromis", "Vermijden", "Toegeven", "Let op")
    assert tabel.rijen == (
        ("D01", "3,0", "3,0", "3,0", "5,0", "3,0", ""),
        ("D02", "1,0", "3,0", "3,0", "3,0", "4,0", ""),
    )


def test_flags_are_short_and_an_unknown_one_keeps_its_code() -> None:
    profiel = bouw_profiel()
    vlaggen = (Melding("rechte_lijn", "lang verhaal"), Melding("nieuw", "lang verhaal"))
    tabel = lees_tabel(bouw_document(replace(profiel, kwaliteit=profiel.kwaliteit._replace(meldingen=vlaggen))))
    assert tabel.rijen[0][-1] == "bijna overal hetzelfde, nieuw"


def test_a_scale_without_a_score_is_a_dash_and_who_has_no_code_is_told_so() -> None:
    leeg = score_antwoorden(LIJST, Antwoordblad(LIJST.id, (None,) * len(LIJST.vragen)))
    assert lees_tabel(bouw_document(leeg)).rijen[0][:2] == ("zonder code", "-")
    assert "Een streepje betekent: te weinig antwoorden." in lees_tekst(bouw_document(leeg))


def test_parts_stand_in_the_headings() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    assert "Doorzetten (Gespannen)" in lees_tabel(bouw_document(bouw_profiel(lijst=lijst), lijst=lijst)).koppen


def test_a_code_cannot_steer_a_terminal() -> None:
    assert lees_tabel(bouw_document(bouw_profiel("\x1b[31mD\u202e01" + "x" * 90))).rijen[0][0] == f"[31mD01{'x' * 32}…"


def test_nobody_is_no_table() -> None:
    assert not any(isinstance(blok, Tabel) for blok in bouw_document().blokken)


def test_the_conditions_are_plain_dutch() -> None:
    blokken = [blok for blok in bouw_document(bouw_profiel()).blokken if not isinstance(blok, Tabel)]
    regels = lees_tekst(Document(tuple(blokken))).splitlines()
    assert count_zinnen(regels)[0] <= GEMIDDELDE_ZIN
    assert not any(map(LIJDEND.search, regels))
