"""How stuck and how far a conflict is: every combination of scores and answers against a table."""

from itertools import product

import pytest

from conflictstijl.model.antwoorden import Antwoord

from .uitkomsten import build_antwoorden, check_volledig, load_lijst, parse_tabel, read_beslissen, score_uitkomst

WOORDEN = {"nee": 0, "soms": 1, "denk": 1, "ja": 2}
TEKENS = 8
IMPASSE = parse_tabel("""
punten onwil -> titel
0-4    nee   -> Weinig tekenen dat het vastzit
0-4    soms  -> Weinig tekenen dat het vastzit
0-4    ja    -> Weinig tekenen, wel een oordeel over een ander
5-9    nee   -> Het begint vast te lopen
5-9    soms  -> Het begint vast te lopen
5-9    ja    -> Het begint vast te lopen
10-16  nee   -> Veel tekenen dat het vastzit
10-16  soms  -> Veel tekenen dat het vastzit
10-16  ja    -> Veel tekenen dat het vastzit
""")
VEILIG = parse_tabel("""
geweld bang -> begin van de titel
nee    nee  -> hoogte
nee    denk -> Eerst veiligheid: iemand is bang
nee    ja   -> Eerst veiligheid: iemand is bang
denk   nee  -> Eerst veiligheid: er is geweld of dreiging
denk   denk -> Eerst veiligheid: er is geweld of dreiging
denk   ja   -> Eerst veiligheid: er is geweld of dreiging
ja     nee  -> Eerst veiligheid: er is geweld of dreiging
ja     denk -> Eerst veiligheid: er is geweld of dreiging
ja     ja   -> Eerst veiligheid: er is geweld of dreiging
""")
HOOGTE = parse_tabel("""
schuren winnen schade -> begin van de titel
-       -      -      -> Laag: je ziet weinig
-       -      ja     -> Hoog
-       ja     -      -> Midden
-       ja     ja     -> Hoog
ja      -      -      -> Laag: het schuurt
ja      -      ja     -> Hoog
ja      ja     -      -> Midden
ja      ja     ja     -> Hoog
""")
"""Whether a height is seen clearly; the highest one counts."""
HOOGTEN = ("schuren", "winnen", "schade")
SLEUTELS = f". . {' '.join(HOOGTEN * 3)}"
"""What every statement of escalatie is a sign of, as a reader hears it."""
RUSTIG: dict[str, Antwoord] = {"geweld": 0, "bang": 0}


def build_tekens(punten: int, onwil: int) -> dict[str, Antwoord] | None:
    """Return eight answers with this sum, the first of them given; None where that cannot be."""
    antwoorden: dict[str, Antwoord] = {"onwil": onwil}
    for nummer in range(2, TEKENS + 1):
        antwoorden[str(nummer)] = min(2, punten - sum(int(str(een)) for een in antwoorden.values()))
    waarden = [int(str(een)) for een in antwoorden.values()]
    return antwoorden if sum(waarden) == punten and min(waarden) >= 0 else None


def test_the_tables_have_every_combination() -> None:
    assert check_volledig(IMPASSE, "0-4 5-9 10-16", "nee soms ja")
    assert check_volledig(VEILIG, "nee denk ja", "nee denk ja")
    assert check_volledig(HOOGTE, *["- ja"] * len(HOOGTEN))


@pytest.mark.parametrize("rij", IMPASSE, ids="-".join)
def test_every_number_of_signs_leads_to_its_outcome(rij: tuple[str, str]) -> None:
    reeks, onwil = rij
    laagste, hoogste = map(int, reeks.split("-"))
    bladen = [build_tekens(punten, WOORDEN[onwil]) for punten in range(laagste, hoogste + 1)]
    assert {score_uitkomst("impasse", blad).titel for blad in bladen if blad} == {IMPASSE[rij]}


def test_it_makes_no_difference_which_signs_are_seen() -> None:
    tekens = ["onwil", *map(str, range(2, TEKENS + 1))]
    bladen = [{teken: 2 * (plaats % 2 == rest) for plaats, teken in enumerate(tekens)} for rest in (0, 1)]
    assert {score_uitkomst("impasse", blad).titel for blad in bladen} == {"Het begint vast te lopen"}


def test_every_outcome_of_an_impasse_holds_a_question_and_only_few_signs_leave_the_worksheet_out() -> None:
    uitkomsten = load_lijst("impasse").uitkomsten
    assert all("?" in uitkomst.tekst for uitkomst in uitkomsten)
    zonder = [uitkomst.titel for uitkomst in uitkomsten if "onwil-naar-belang" not in uitkomst.verder.werkblad]
    assert zonder == ["Weinig tekenen dat het vastzit"]


def test_many_signs_lead_to_a_third_person_and_to_how_far_it_is() -> None:
    uitkomst = load_lijst("impasse").uitkomsten[0]
    assert any("derde persoon" in zin for zin in uitkomst.doe)
    assert uitkomst.verder.vragenlijst == ("escalatie",)


@pytest.mark.parametrize("veilig", VEILIG, ids="-".join)
def test_every_height_has_its_outcome_and_safety_comes_before_all(veilig: tuple[str, str]) -> None:
    vooraf: dict[str, Antwoord] = dict(zip(RUSTIG, (WOORDEN[woord] for woord in veilig), strict=True))
    for rij, hoogte in HOOGTE.items():
        antwoorden = build_antwoorden(
            SLEUTELS, {naam: 2 * (woord == "ja") for naam, woord in zip(HOOGTEN, rij, strict=True)}
        )
        begin = hoogte if VEILIG[veilig] == "hoogte" else VEILIG[veilig]
        assert score_uitkomst("escalatie", antwoorden | vooraf).titel.startswith(begin)


@pytest.mark.parametrize(
    ("schaal", "titel"), [("schuren", "Laag: het schuurt"), ("winnen", "Midden"), ("schade", "Hoog")]
)
def test_one_clear_sign_or_two_that_are_guessed_make_a_height(schaal: str, titel: str) -> None:
    eigen = [str(nummer) for nummer, naam in enumerate(SLEUTELS.split(), 1) if naam == schaal]
    leeg = RUSTIG | build_antwoorden(SLEUTELS, dict.fromkeys(HOOGTEN, 0))
    for punten in product((0, 1, 2), repeat=len(eigen)):
        gevonden = score_uitkomst("escalatie", leeg | dict(zip(eigen, punten, strict=True))).titel
        assert gevonden.startswith(titel if sum(punten) >= 2 else "Laag: je ziet weinig")


def test_violence_leads_to_help_though_everything_else_is_open() -> None:
    assert score_uitkomst("escalatie", {"geweld": 2}).titel.startswith("Eerst veiligheid")


def test_without_an_answer_about_safety_there_is_no_outcome() -> None:
    antwoorden = build_antwoorden(SLEUTELS, dict.fromkeys(HOOGTEN, 0))
    assert read_beslissen("escalatie", antwoorden) == ("geweld", "bang")


def test_where_safety_comes_first_there_is_help_and_nothing_to_go_on_with() -> None:
    eerst = [een for een in load_lijst("escalatie").uitkomsten if een.titel.startswith("Eerst veiligheid")]
    assert len(eerst) == 2
    for uitkomst in eerst:
        assert "112" in uitkomst.doe[0]
        assert "0800-2000" in " ".join(uitkomst.doe)
        assert not any(uitkomst.verder)


def test_the_highest_outcome_asks_for_a_third_person() -> None:
    (hoog,) = [een for een in load_lijst("escalatie").uitkomsten if een.titel.startswith("Hoog")]
    assert hoog.titel == "Hoog: haal er een derde persoon bij"
