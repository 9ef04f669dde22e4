"""Answers about lines from a file, and the keys of a worksheet that asks these."""

import pytest

from conflictstijl.fouten import Ernst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.werkbladantwoorden import Ingevuld, parse_ingevuld
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.werkblad import LANGSTE_GROEP, LANGSTE_PARTIJ, WIE
from conflictstijl.rekenen.werkblad import check_antwoord

from .lezen import GOED, parse_boom

NAAM = str(GOED / "werkblad-per-regel.yaml")
BLAD = load_werkblad(NAAM)
REGEL = """\
antwoorden:
  doel: rust
  mis:
    zwijgen: {tegendeel: praten}
    roepen:
  partijen: [moeder]
  keus: praten
"""


def lees(tekst: str) -> tuple[Ingevuld, list[str]]:
    """Return what a file holds, with every error and warning."""
    bevindingen = Bevindingen()
    boom = parse_boom("x.yaml", tekst.encode())
    assert boom is not None
    ingevuld = parse_ingevuld(boom, bevindingen, NAAM, check_antwoord)
    assert ingevuld is not None
    regels = [f"{str(een).removeprefix('x.yaml:')}{'!' if een.ernst is Ernst.FOUT else ''}" for een in bevindingen]
    return ingevuld, sorted(regels)


def test_answers_about_a_line_stand_below_it_and_a_line_may_have_none() -> None:
    (_, invulling, _), bevindingen = lees(REGEL)
    assert invulling.read_antwoord("mis") == ("zwijgen", "roepen")
    assert invulling.read_antwoord("tegendeel", "zwijgen") == ("praten",)
    assert invulling.read_antwoord("tegendeel", "roepen") == ()
    assert bevindingen == []


@pytest.mark.parametrize("lijst", ["[zwijgen, roepen]", "{zwijgen: , roepen: {}}"])
def test_lines_without_any_answer_may_be_a_list(lijst: str) -> None:
    (_, invulling, _), bevindingen = lees(f"antwoorden: {{doel: rust, mis: {lijst}, partijen: moeder}}\n")
    assert invulling.read_antwoord("mis") == ("zwijgen", "roepen")
    assert invulling.partijen == ("moeder",)
    assert bevindingen == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "fout"),
    [
        ("roepen:", "Zwijgen:", "5:5: 'Zwijgen' staat hier twee keer, ook op regel 4"),
        ("zwijgen: {tegendeel: praten}", "'': {tegendeel: praten}", "4:5: deze regel is leeg; vul hem in"),
        ("[moeder]", "[a, A]", "6:13: het antwoord op 'partijen' kan niet zo: Geef elke partij een eigen naam; "),
        ("roepen:", f"{'x' * 201}:", "4:5: het antwoord op 'mis' kan niet zo: Een regel heeft hoogstens 200 tekens"),
        ("tegendeel", "tegendel", "4:15: onbekende naam 'tegendel' in de antwoorden over 'zwijgen'; bedoelde je"),
        (
            "keus: praten",
            "keus: zingen",
            "7:9: het antwoord op 'keus' kan niet zo: Kies uit je eerdere antwoorden, zoals",
        ),
        ("keus: praten", "keus: [praten, praten]", "7:9: het antwoord op 'keus' kan niet zo: Schrijf elke regel maar"),
        ("keus: praten", "gekozen: x", "2:3: het antwoord op 'keus' kan niet zo: Deze vraag hoort erbij. Daarmee be"),
        ("roepen:", "roepen: rust", "5:13: de antwoorden over 'roepen' bestaat uit regels 'naam: waarde'; schrijf"),
    ],
)
def test_what_is_wrong_about_a_line_has_its_place(oud: str, nieuw: str, fout: str) -> None:
    _, bevindingen = lees(REGEL.replace(oud, nieuw))
    assert [een for een in bevindingen if een.startswith(fout) and een.endswith("!")] != []


def test_an_answer_to_a_question_that_is_not_asked_counts_for_nothing_and_is_told() -> None:
    (_, invulling, _), bevindingen = lees(REGEL.replace("praten}", "praten, moeite: weinig, hulp: Ina}"))
    assert ("zwijgen", "hulp") not in invulling.antwoorden
    wat = "het antwoord op 'hulp' telt niet mee, want die vraag komt hier niet"
    assert bevindingen == [f"4:56: {wat}; haal het weg, of kijk na waar deze vraag van afhangt"]


def test_a_line_about_which_questions_follow_is_short_and_stands_there_once() -> None:
    [mis] = [vraag for vraag in BLAD.delen[0].vragen if vraag.id == "mis"]
    assert (mis.langste, mis.verschillend) == (LANGSTE_GROEP, True)
    assert (WIE.langste, WIE.verschillend) == (LANGSTE_PARTIJ, True)


def test_only_parties_bring_the_gate_and_the_question_who_are_there() -> None:
    zonder = BLAD._replace(delen=BLAD.delen[:2])
    assert BLAD.poort
    assert not zonder.poort
    assert [deel.naam for deel in zonder.alle_delen] == ["Vooraf", "Elke regel"]
    assert [deel.naam for deel in BLAD.alle_delen][2] == WIE.kort
