"""The fingerprint: another one for everything that decides a score, the same for everything else."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.fouten import Plek
from conflictstijl.model.vragen import Antwoordschaal, Sleutel
from conflictstijl.model.vragenlijst import Herkomst, Scoresoort, Vragenlijst
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from tests.bouwers import build_antwoordschaal, build_paren, build_stellingen, parse_sleutel

LIJST = build_stellingen("forceren", "-toegeven 2, forceren", "toegeven", teksten=["Eén tekst.", "Wat ik wil."])
PAREN = build_paren("forceren toegeven", "toegeven samenwerken")
PUNTEN = build_antwoordschaal()


def replace_stelling(
    lijst: Vragenlijst, nummer: int, *, tekst: str = "", sleutel: Sleutel | None = None
) -> Vragenlijst:
    oud = lijst.stellingen[nummer]
    nieuw = replace(oud, tekst=tekst or oud.tekst, sleutel=oud.sleutel if sleutel is None else sleutel)
    return replace(lijst, items=(*lijst.stellingen[:nummer], nieuw, *lijst.stellingen[nummer + 1 :]))


def replace_tekst(verander: Callable[[str], str]) -> Vragenlijst:
    labels = tuple(punt._replace(label=verander(punt.label)) for punt in PUNTEN.punten)
    stellingen = tuple(replace(stelling, tekst=verander(stelling.tekst)) for stelling in LIJST.stellingen)
    return replace_punten(replace(PUNTEN, punten=labels), replace(LIJST, items=stellingen))


def replace_sleutel(sleutel: str) -> Vragenlijst:
    return replace_stelling(LIJST, 1, sleutel=parse_sleutel(sleutel))


def replace_punten(punten: Antwoordschaal, lijst: Vragenlijst = LIJST) -> Vragenlijst:
    """Return the questionnaire with other answers, at its head and at every statement, as a file gives them."""
    stellingen = tuple(replace(stelling, antwoorden=punten) for stelling in lijst.stellingen)
    return replace(lijst, antwoorden=punten, items=stellingen)


ANDERS = {
    "text": replace_stelling(LIJST, 0, tekst="Een andere tekst."),
    "scale in a key": replace_sleutel("-toegeven 2, samenwerken"),
    "weight": replace_sleutel("-toegeven 3, forceren"),
    "direction": replace_sleutel("toegeven 2, forceren"),
    "direction of another part": replace_sleutel("-toegeven 2, -forceren"),
    "one part less": replace_sleutel("-toegeven 2"),
    "no key": replace_sleutel(""),
    "order of statements": replace(LIJST, items=LIJST.stellingen[::-1]),
    "statement id": replace(LIJST, items=(replace(LIJST.stellingen[0], id="een"), *LIJST.stellingen[1:])),
    "one statement less": replace(LIJST, items=LIJST.stellingen[:-1]),
    "one scale more": replace(LIJST, schalen=(*LIJST.schalen, LIJST.schalen[0]._replace(id="extra"))),
    "answer label": replace_punten(build_antwoordschaal(labels=("Nooit", "Soms", "Vaak", "Meestal", "Altijd"))),
    "answer values": replace_punten(build_antwoordschaal(range(5))),
    "number of answers": replace_punten(build_antwoordschaal(range(1, 5))),
    "does not apply": replace_punten(replace(PUNTEN, nvt=None)),
    "kind of score": replace(LIJST, score=Scoresoort.SOM),
    "rule for missing answers": replace(LIJST, ontbrekend=Fraction(3, 4)),
    "id": replace(LIJST, id="ander"),
    "pairs": PAREN,
    "sides of a pair": replace(
        PAREN, items=(replace(PAREN.keuzes[0], opties=PAREN.keuzes[0].opties[::-1]), PAREN.keuzes[1])
    ),
    "order of pairs": replace(PAREN, items=PAREN.keuzes[::-1]),
}

GELIJK = {
    "case": replace_tekst(str.upper),
    "white space": replace_tekst(lambda tekst: f" {tekst.replace(' ', '  ')}\n"),
    "unicode form": replace_tekst(lambda tekst: unicodedata.normalize("NFD", tekst)),
    "order of parts": replace_sleutel("forceren, -toegeven 2"),
    "spelling of a weight": replace_sleutel("-toegeven 2.0, forceren 1"),
    "place in the file": replace(LIJST, items=tuple(replace(s, plek=Plek("x", 9, 9)) for s in LIJST.stellingen)),
    "title": replace(LIJST, titel="Anders", uitleg="Lees eerst.", minuten=3, herkomst=Herkomst("CC0")),
    "version": replace(LIJST, versie="2.0"),
}


def test_a_fingerprint_is_a_sha256_in_hexadecimal() -> None:
    soort, waarde = build_vingerafdruk(LIJST).split(":")
    assert soort == "sha256"
    assert len(waarde) == 64
    assert int(waarde, 16)


def test_everything_that_decides_a_score_gives_another_fingerprint() -> None:
    afdrukken = {naam: build_vingerafdruk(lijst) for naam, lijst in {"": LIJST, **ANDERS}.items()}
    assert len(set(afdrukken.values())) == len(afdrukken)


@pytest.mark.parametrize("wat", GELIJK)
def test_nothing_else_changes_the_fingerprint(wat: str) -> None:
    assert build_vingerafdruk(GELIJK[wat]) == build_vingerafdruk(LIJST)


def test_a_fingerprint_stays_the_same_between_versions_of_the_program() -> None:
    # other programs keep it; when this fails, SCOREVERSIE goes up
    assert (
        build_vingerafdruk(build_stellingen("forceren", teksten=["Eén tekst."]))
        == "sha256:e8625cd1f295535a60ccfe9085dba59975a97947c4d23046bc1d637daeba62aa"
    )
    assert (
        build_vingerafdruk(build_paren("forceren toegeven"))
        == "sha256:3cc0ea777d0f01433b939f4b5a37cbfe1789cc8d2b67ffab1c440e0bce1b65c5"
    )
