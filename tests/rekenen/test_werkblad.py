"""What is wrong with an answer on a worksheet, and what is still to be asked of whom."""

import pytest

from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.werkblad import (
    MEESTE_PARTIJEN,
    WIE,
    Invulling,
    Regels,
    Sleutel,
    Vraageis,
    Werkvraag,
)
from conflictstijl.rekenen.werkblad import advise_antwoord, build_navragen, build_uitkomst, check_antwoord
from tests.laden.lezen import GOED

HEEL = load_werkblad(str(GOED / "werkblad-heel.yaml"))
OPEN = Werkvraag("open", "Wat?", "Wat")


def build_invulling(*partijen: str, **antwoorden: str) -> Invulling:
    """Return answers about parties, each as `partij__vraag`."""
    gegeven: dict[Sleutel, Regels] = {("", "partijen"): partijen}
    for naam, antwoord in antwoorden.items():
        partij, _, vraag = naam.partition("__")
        gegeven[partij, vraag] = (antwoord,)
    return Invulling("werkblad-heel", "1.0", gegeven)


def list_navragen(invulling: Invulling) -> list[tuple[str, str]]:
    return [(punt.partij, punt.vraag.id) for punt in build_navragen(HEEL, invulling)]


@pytest.mark.parametrize(
    ("vraag", "antwoord", "begin"),
    [
        (OPEN._replace(waarom="Daarom."), (), "Deze vraag hoort erbij. Daarom."),
        (OPEN, ("een", "twee"), "Geef één antwoord; dit zijn er 2."),
        (OPEN._replace(keuzes=("ja", "nee")), ("misschien",), "Kies uit: ja, nee."),
        (OPEN, ("x" * 2001,), "Een regel heeft hoogstens 2000 tekens."),
        (WIE, ("x" * 61,), "Een regel heeft hoogstens 60 tekens."),
        (WIE, ("moeder", "Moeder"), "Geef elke partij een eigen naam."),
        (WIE, tuple(map(str, range(MEESTE_PARTIJEN + 1))), f"Geef hoogstens {MEESTE_PARTIJEN} antwoorden"),
        (OPEN._replace(eis=Vraageis.VRAAG), ("Ze wil niet.",), "Maak er een vraag van"),
    ],
)
def test_an_answer_that_cannot_stand_hears_why(vraag: Werkvraag, antwoord: Regels, begin: str) -> None:
    [reden] = check_antwoord(vraag, antwoord)
    assert reden.startswith(begin)


@pytest.mark.parametrize(
    ("vraag", "antwoord"),
    [
        (OPEN, ()),
        (OPEN._replace(lang=True), ("een", "twee")),
        (OPEN._replace(hoogstens=2, waarom="Daarom."), ("een", "twee")),
        (OPEN._replace(keuzes=("ja", "nee")), ("nee",)),
        (OPEN._replace(eis=Vraageis.VRAAG), ("Wat heb je nodig?",)),
        (WIE, ("moeder", "vader")),
    ],
)
def test_any_other_answer_stands(vraag: Werkvraag, antwoord: Regels) -> None:
    assert check_antwoord(vraag, antwoord) == ()


def test_how_sharp_a_learning_question_is_remains_advice() -> None:
    vraag = OPEN._replace(eis=Vraageis.LEERVRAAG)
    assert check_antwoord(vraag, ("Waarom luistert niemand?",)) == ()
    assert len(advise_antwoord(vraag, ("Waarom luistert niemand hier?",))) == 2


def test_what_could_be_sharper_is_told_once_by_question() -> None:
    gegeven = {("", "leervraag"): ("Hoe kan het beter?",), ("", "vragen"): ("Een.", "Twee.")}
    uitkomst = build_uitkomst(HEEL, Invulling("werkblad-heel", "1.0", gegeven))
    assert {naam: len(redenen) for naam, redenen in uitkomst.scherper.items()} == {"leervraag": 1, "vragen": 1}


def test_unasked_interests_come_first_and_those_of_the_most_vulnerable_before_all() -> None:
    invulling = build_invulling(
        *("vader", "kind", "moeder"),
        vader__belang="rust",
        vader__weet_ik="aangenomen",
        kind__kind="ja",
        moeder__belang="contact",
        moeder__standpunt="ik wil haar zien",
        moeder__weet_ik="gevraagd",
    )
    assert list_navragen(invulling) == [
        ("kind", "belang"),
        ("vader", "belang"),
        ("kind", "standpunt"),
        ("vader", "standpunt"),
    ]
    eerste, tweede, *_ = build_navragen(HEEL, invulling)
    assert (eerste.eerst, eerste.aanname) == (("kind? ja",), ())
    assert (tweede.eerst, tweede.aanname) == ((), ("rust",))


def test_an_interest_that_was_asked_for_and_left_open_is_still_to_be_asked() -> None:
    invulling = build_invulling("vader", vader__weet_ik="gevraagd", vader__standpunt="nee")
    assert list_navragen(invulling) == [("vader", "belang")]


def test_without_parties_nothing_is_to_be_asked() -> None:
    assert list_navragen(build_invulling()) == []
