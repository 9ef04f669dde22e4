"""The fingerprint: another one for everything that decides a score, the same for everything else."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from conflictstijl.fouten import Plek
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.vragen import Achtergrondvraag, Antwoordschaal, OpenVraag, Sleutel, Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Afgeleide, Band, Herkomst, Onderdeel, Scoresoort, Variant, Vragenlijst
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk
from tests.bouwers import build_antwoordschaal, build_keuze, build_lijst, build_paren, build_stellingen, parse_sleutel

LIJST = build_stellingen("forceren", "-toegeven 2, forceren", "toegeven", teksten=["Eén tekst.", "Wat ik wil."])
PAREN = build_paren("forceren toegeven", "toegeven samenwerken")
PUNTEN = build_antwoordschaal()
KEUZE = build_keuze("forceren / toegeven, passend", totaal=6)
NORMEN = Normgroep("groep", 100, 2024, "bron", "iedereen", {"forceren": ((Fraction(2), 60), (Fraction(3), 40))})


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
    "answers of one statement": replace(
        LIJST, items=(replace(LIJST.stellingen[0], antwoorden=build_antwoordschaal(range(5))), *LIJST.stellingen[1:])
    ),
    "condition": replace(LIJST, items=(*LIJST.items[:2], replace(LIJST.items[2], als=(Voorwaarde("1", (5,)),)))),
    "answer in a condition": replace(
        LIJST, items=(*LIJST.items[:2], replace(LIJST.items[2], als=(Voorwaarde("1", (4,)),)))
    ),
    "version": replace(LIJST, variant=Variant("ander", "Ander")),
    "deepening": replace(LIJST, met="meer"),
    "background": replace(LIJST, achtergrond=(Achtergrondvraag("rol", "Rol?", ("a", "b")),)),
    "answers of the background": replace(LIJST, achtergrond=(Achtergrondvraag("rol", "Rol?", ("a", "c")),)),
    "condition of the background": replace(
        LIJST, achtergrond=(Achtergrondvraag("rol", "Rol?", ("a", "b"), (Voorwaarde("team", (0,)),)),)
    ),
    "answer in a condition of the background": replace(
        LIJST, achtergrond=(Achtergrondvraag("rol", "Rol?", ("a", "b"), (Voorwaarde("team", (1,)),)),)
    ),
    "parts": replace(LIJST, onderdelen=(Onderdeel("storm", "Bij ruzie"),)),
    "name of a part": replace(LIJST, onderdelen=(Onderdeel("storm", "Bij spanning"),)),
    "explanation of a part": replace(LIJST, onderdelen=(Onderdeel("storm", "Bij ruzie", "Denk aan een ruzie."),)),
    "open question": replace(LIJST, open=(OpenVraag("rol", "Rol?"),)),
    "condition of an open question": replace(LIJST, open=(OpenVraag("rol", "Rol?", (Voorwaarde("1", (5,)),)),)),
    "bands": replace(LIJST, banden=(Band("laag", Fraction(1)),)),
    "lower bound of a band": replace(LIJST, banden=(Band("laag", Fraction(2)),)),
    "formula": replace(LIJST, afgeleid=(Afgeleide("x", "X", ("forceren", Fraction(2), "*")),)),
    "number in a formula": replace(LIJST, afgeleid=(Afgeleide("x", "X", ("forceren", Fraction(3), "*")),)),
    "norm group": replace(LIJST, normen=NORMEN),
    "people in a norm group": replace(
        LIJST, normen=NORMEN._replace(tabel={"forceren": ((Fraction(2), 61), (Fraction(3), 39))})
    ),
    "decimals of a norm group": replace(LIJST, normen=NORMEN._replace(decimalen=0)),
    **{f"form {vorm}": build_lijst(replace(KEUZE, vorm=vorm)) for vorm in Vorm if vorm is not Vorm.STELLINGEN},
    "points to divide": build_lijst(replace(KEUZE, vorm=Vorm.VERDEEL, totaal=7)),
    "case": build_lijst(replace(KEUZE, casus="Een ruzie.")),
    "question": build_lijst(replace(KEUZE, vraag="En nu?")),
    "scale of performance": replace(
        build_lijst(KEUZE), schalen=tuple(schaal._replace(prestatie=False) for schaal in build_lijst(KEUZE).schalen)
    ),
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
    "standard version": replace(LIJST, variant=Variant("zelf", "Over mezelf", standaard=True)),
    "name of a scale": replace(LIJST, schalen=tuple(schaal._replace(naam="Naam") for schaal in LIJST.schalen)),
    "practice": replace(LIJST, oefen=("Ik drink koffie.",)),
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


def test_a_background_or_open_question_without_a_condition_keeps_its_fingerprint() -> None:
    lijst = replace(
        build_stellingen("forceren", teksten=["Eén tekst."]),
        achtergrond=(Achtergrondvraag("rol", "Rol?", ("a", "b")),),
        open=(OpenVraag("open-1", "Wat wil je kwijt?"),),
    )
    assert build_vingerafdruk(lijst) == "sha256:4184cb50ec2e04395bda73616377a0e1fdbd057531247567230f8c7ae6572fc1"


def test_how_reliable_the_norm_group_is_decides_no_score() -> None:
    vast = Betrouwbaarheid(Betrouwbaarheidssoort.ALFA, {"forceren": Fraction(4, 5)})
    assert build_vingerafdruk(replace(LIJST, normen=NORMEN._replace(betrouwbaarheid=vast))) == build_vingerafdruk(
        replace(LIJST, normen=NORMEN)
    )


def test_the_norm_group_counts_by_its_numbers_and_not_by_its_name() -> None:
    assert build_vingerafdruk(replace(LIJST, normen=NORMEN._replace(naam="anders", jaar=2025))) == build_vingerafdruk(
        replace(LIJST, normen=NORMEN)
    )
