"""Filling in a worksheet by lines: what is asked, what a person can type, and that every answer is kept at once."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.werkbladsessie import Bladwens, ask_invulling
from conflictstijl.afname.werkbladverloop import Werkbladverloop
from conflictstijl.fouten import ConflictstijlFout, GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.werkblad import Invulling, Regels, Sleutel, Werkblad
from conflictstijl.opslag import werkbladen
from conflictstijl.opslag.werkbladen import load_begonnen, resume_bladbestand
from tests.laden.lezen import GOED

HEEL = load_werkblad(str(GOED / "werkblad-heel.yaml"))
KLEIN = load_werkblad(str(GOED / "werkblad-klein.yaml"))
KORT = load_werkblad("reflectie-kort")
LEERVRAAG = load_werkblad("leervraag")
CTRL_C = "^C\n"
PER_PARTIJ = ["nee", "rust", "2", "ja"]


class Afloop(NamedTuple):
    """What somebody filled in (None: stopped), what stood on the screen, and what was said at the end."""

    antwoorden: dict[Sleutel, Regels] | None
    scherm: str
    fout: str = ""


class Toetsen(io.StringIO):
    """A keyboard on which Ctrl-C is a line of its own."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed names two bases
        """Return the next line."""
        regel = super().readline(size)
        if regel == CTRL_C:
            raise KeyboardInterrupt
        return regel


def vul(
    werkblad: Werkblad,
    regels: Iterable[str],
    map_: Path | None = None,
    *,
    mens: bool = True,
    hervat: bool | None = None,
) -> Afloop:
    """Fill a worksheet in by typing lines, after which the input ends."""
    scherm = io.StringIO()
    tekst = "".join(f"{regel}\n" for regel in regels)
    gesprek = Gesprek(Toetsen(tekst), scherm, 200, mens)
    try:
        with ask_invulling(werkblad, gesprek, Bladwens(map_, hervat, "conflictstijl werkblad x")) as zitting:
            pass
    except ConflictstijlFout as fout:
        return Afloop(None, scherm.getvalue(), str(fout))
    return Afloop(dict(zitting.invulling.antwoorden), scherm.getvalue())


def lees(map_: Path) -> dict[Sleutel, Regels]:
    """Return the answers of the only unfinished worksheet."""
    [begonnen], _ = load_begonnen(map_)
    return dict(begonnen.invulling.antwoorden)


# what is asked, and what can be typed


def test_a_person_is_asked_everything_per_party_and_may_look_once_more(tmp_path: Path) -> None:
    regels = [
        "Hoe begin ik donderdag?",
        "Ze wil niet.",
        "moeder",
        "vader",
        "",
        *("nee", "rust", "stilte", "", "1", "2"),
    ]
    uit = vul(HEEL, [*regels, *("ja", "", "a", ""), "Wat telt voor jou?", "", ""], tmp_path)
    assert uit.antwoorden == {
        ("", "leervraag"): ("Hoe begin ik donderdag?",),
        ("", "partijen"): ("moeder", "vader"),
        ("moeder", "standpunt"): ("nee",),
        ("moeder", "belang"): ("rust", "stilte"),
        ("moeder", "weet_ik"): ("gevraagd",),
        ("moeder", "kind"): ("nee",),
        ("vader", "standpunt"): ("ja",),
        ("vader", "belang"): (),
        ("vader", "weet_ik"): ("aangenomen",),
        ("vader", "kind"): (),
        ("", "vragen"): ("Wat telt voor jou?",),
    }
    assert load_begonnen(tmp_path) == ([], [])
    # a verdict helped to think, and is nobody's to read later
    assert not any(b"Ze wil niet." in pad.read_bytes() for pad in tmp_path.iterdir())
    assert "Vraag 1\n" in uit.scherm
    assert "Vraag 4 van 12\n" in uit.scherm
    assert "Noem rollen, geen namen." in uit.scherm


def test_help_stands_at_the_first_party_and_for_the_others_behind_a_question_mark(tmp_path: Path) -> None:
    begin = ["Hoe begin ik donderdag?", "", "moeder, vader;kind", "", "nee", "rust", "", "2", "ja", "nee"]
    zonder = vul(HEEL, begin, tmp_path / "a").scherm
    assert zonder.count("Bijvoorbeeld: rust") == 1
    assert vul(HEEL, [*begin, "?"], tmp_path / "b").scherm.count("Bijvoorbeeld: rust") == 2


def test_a_pipe_gives_one_line_per_answer_and_an_empty_one_after_several() -> None:
    regels = ["", "", "moeder", "", *PER_PARTIJ, "Wat telt?", "Wat nog meer?", ""]
    uit = vul(HEEL, regels, mens=False)
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "vragen"] == ("Wat telt?", "Wat nog meer?")
    assert uit.antwoorden["moeder", "belang"] == ("rust",)


def test_the_end_of_the_input_closes_the_last_answer() -> None:
    uit = vul(HEEL, ["", "", "moeder", "", *PER_PARTIJ, "Wat telt?"], mens=False)
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "vragen"] == ("Wat telt?",)


def test_a_list_that_is_full_asks_no_empty_line() -> None:
    uit = vul(HEEL, ["", "", "moeder", "", *PER_PARTIJ, "Een?", "Twee?", "Drie?"], mens=False)
    assert uit.antwoorden is not None
    assert len(uit.antwoorden["", "vragen"]) == 3


@pytest.mark.parametrize(
    ("regels", "fout"),
    [
        (["", "", "moeder", "", "nee", "rust", "misschien"], "regel 7: Kies uit: gevraagd, aangenomen; je antwoorden"),
        (["", "", ""], "regel 3: Deze vraag hoort erbij. De vragen hierna gaan over elke partij apart; de antwoorden"),
        (["x" * 2001], "regel 1: Een regel heeft hoogstens 2000 tekens. Maak hem korter; je had nog niets"),
    ],
)
def test_a_wrong_line_from_a_pipe_ends_it_with_its_number(regels: list[str], fout: str, tmp_path: Path) -> None:
    uit = vul(HEEL, regels, tmp_path if "je antwoorden" in fout else None, mens=False)
    assert uit.antwoorden is None
    assert uit.fout.startswith(fout)


def test_a_person_hears_why_an_answer_cannot_stand_and_is_asked_again() -> None:
    uit = vul(KORT, ["", "", "overslaan", "Ik vraag door.", ""])
    assert "Deze vraag hoort erbij. Zonder voornemen blijft het bij terugkijken." in uit.scherm
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "voornemen"] == ("Ik vraag door.",)


def test_a_blunt_learning_question_is_kept_and_can_be_sharpened_at_once(tmp_path: Path) -> None:
    begin = ["", "", "", "Waarom luistert hier niemand?"]
    uit = vul(LEERVRAAG, begin, tmp_path)
    assert "Genoteerd. Het kan nog scherper:" in uit.scherm
    assert lees(tmp_path)["", "eerste"] == ("Waarom luistert hier niemand?",)
    rest = ["Hoe begin ik donderdag?", "3", "Hoe begin ik donderdag?", "", ""]
    verder = vul(LEERVRAAG, rest, tmp_path, hervat=True)
    assert verder.antwoorden is not None


def test_enter_keeps_a_blunt_question_and_a_pipe_is_not_held_up() -> None:
    slap = "Waarom luistert hier niemand?"
    begin, rest = ["", "", ""], ["1", "Hoe begin ik donderdag?", "", ""]
    mens = vul(LEERVRAAG, [*begin, slap, "", *rest])
    buis = vul(LEERVRAAG, [*begin, slap, *rest], mens=False)
    for uit in (mens, buis):
        assert uit.antwoorden is not None
        assert uit.antwoorden["", "eerste"] == (slap,)


def test_going_back_keeps_what_was_answered_and_at_the_first_question_says_so() -> None:
    uit = vul(KORT, ["terug", "Eerst.", "", "terug", "", "Belang.", "", "Ik vraag door.", ""])
    assert "Dit is de eerste vraag." in uit.scherm
    assert "Je antwoord was: Eerst.\nMet Enter blijft dat zo." in uit.scherm
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "gebeurd"] == ("Eerst.",)


def test_at_the_end_a_question_can_be_seen_again_by_its_number() -> None:
    begin = ["A.", "", "", "Ik vraag door.", "lijst", "9", "1", "B.", "", "terug", "Ik wacht.", "klaar"]
    uit = vul(KORT, begin)
    assert "  1. Gebeurd: A." in uit.scherm
    assert "  2. Belangrijk: (open)" in uit.scherm
    assert "'9' is geen keuze" in uit.scherm
    assert uit.antwoorden == {("", "gebeurd"): ("B.",), ("", "belangrijk"): (), ("", "voornemen"): ("Ik wacht.",)}


def test_the_list_at_the_end_says_about_whom_an_answer_is() -> None:
    regels = ["", "", "moeder", "", "nee", "rust", "", "2", "ja", "Wat telt?", "", "lijst", ""]
    assert "  5. moeder, Belang: rust" in vul(HEEL, regels).scherm


def test_a_party_that_is_spelled_better_keeps_its_answers_and_a_party_less_takes_them_along() -> None:
    verloop = Werkbladverloop(HEEL)
    for regels in [(), (), ("moder", "vader"), ("nee",)]:
        verloop.write_antwoord(regels)
    verloop.ask_vraag(3)
    verloop.write_antwoord(("moeder", "vader"))
    assert verloop.build_invulling().read_antwoord("standpunt", "moeder") == ("nee",)
    verloop.ask_vraag(3)
    verloop.write_antwoord(("vader",))
    assert not any(partij == "moeder" for partij, _ in verloop.build_invulling().antwoorden)


def test_a_party_in_the_place_of_another_begins_empty_and_is_asked_everything() -> None:
    regels = ["", "", "vader", "", "nee", "rust", "", "2", "ja", "terug", "terug", "terug", "terug", "terug"]
    uit = vul(HEEL, [*regels, "kind", "", "stop"])
    assert uit.scherm.count("Nu over: kind") == 1
    na = uit.scherm[uit.scherm.index("Nu over: kind") :]
    assert "Vraag 4 van 8" in na
    assert "Je antwoord was" not in na


# keeping, stopping and going on


@pytest.mark.parametrize("regels", [["Eerst.", "", "stop"], ["Eerst.", "stop"], ["Eerst.", ""]])
def test_who_stops_hears_that_the_answers_are_kept_and_how_to_go_on(tmp_path: Path, regels: list[str]) -> None:
    uit = vul(KORT, regels, tmp_path)
    zin = "gestopt: 2 van de 3 vragen zijn nog open; je antwoorden zijn bewaard, verder met:"
    assert uit.fout == f"{zin} conflictstijl werkblad x --hervat"
    assert lees(tmp_path) == {("", "gebeurd"): ("Eerst.",)}


def test_every_answer_is_on_disk_before_the_next_question_shows(tmp_path: Path) -> None:
    gezien: list[int] = []

    class Scherm(io.StringIO):
        """A screen that looks what is on disk whenever a question shows."""

        def write(self, tekst: str, /) -> int:
            if tekst.startswith("Vraag "):
                gezien.append(sum(len(een.invulling.antwoorden) for een in load_begonnen(tmp_path)[0]))
            return super().write(tekst)

    gesprek = Gesprek(io.StringIO("a\nb\nc\n"), Scherm(), 80, mens=False)
    with ask_invulling(KORT, gesprek, Bladwens(tmp_path, None, "x")):
        gezien.append(len(lees(tmp_path)))
    assert gezien == [0, 1, 2, 3]


def test_ctrl_c_keeps_what_was_answered(tmp_path: Path) -> None:
    uit = vul(KORT, ["Eerst.", "", "^C"], tmp_path)
    assert uit.fout == "gestopt; je antwoorden zijn bewaard, verder met: conflictstijl werkblad x --hervat"
    assert lees(tmp_path) == {("", "gebeurd"): ("Eerst.",)}


def test_ctrl_c_before_the_first_answer_and_where_nothing_is_kept_says_so(tmp_path: Path) -> None:
    assert vul(KORT, ["^C"], tmp_path).fout == "gestopt; je had nog niets beantwoord"
    assert vul(KORT, ["Eerst.", "", "^C"]).fout == "gestopt; de antwoorden zijn niet bewaard"
    assert load_begonnen(tmp_path) == ([], [])


def test_a_person_is_offered_to_go_on_and_sees_the_rest_only(tmp_path: Path) -> None:
    vul(KORT, ["Eerst.", "", "stop"], tmp_path)
    uit = vul(KORT, ["ja", "", "Ik vraag door.", ""], tmp_path)
    assert "met 1 antwoord. Ga je daarmee verder? (ja of nee)" in uit.scherm
    assert "Je gaat verder bij vraag 2." in uit.scherm
    assert "Vraag 1 van" not in uit.scherm
    assert uit.antwoorden is not None
    assert uit.antwoorden["", "gebeurd"] == ("Eerst.",)
    assert load_begonnen(tmp_path) == ([], [])


def test_who_wants_a_new_one_keeps_the_old_one(tmp_path: Path) -> None:
    vul(KORT, ["Eerst.", "", "Dan.", "", "stop"], tmp_path)
    assert "met 2 antwoorden" in vul(KORT, ["nee", "", "", "Ik vraag door.", ""], tmp_path).scherm
    assert vul(KORT, ["", "", "Ik vraag door."], tmp_path, mens=False, hervat=False).antwoorden is not None
    assert len(lees(tmp_path)) == 2


def test_who_stops_at_that_offer_hears_how_to_go_on(tmp_path: Path) -> None:
    vul(KORT, ["Eerst.", "", "stop"], tmp_path)
    assert vul(KORT, ["stop"], tmp_path).fout == "gestopt; verder met: conflictstijl werkblad x --hervat"


def test_a_pipe_goes_on_only_when_it_says_so(tmp_path: Path) -> None:
    vul(KORT, ["Eerst."], tmp_path, mens=False)
    assert vul(KORT, ["a", "b", "c"], tmp_path, mens=False).antwoorden is not None
    verder = vul(KORT, ["b", "c"], tmp_path, mens=False, hervat=True)
    assert verder.antwoorden is not None
    assert verder.antwoorden["", "gebeurd"] == ("Eerst.",)


def test_there_must_be_something_to_go_on_with(tmp_path: Path) -> None:
    fout = "er is geen begonnen werkblad 'reflectie-kort'; begin met: conflictstijl werkblad x"
    assert vul(KORT, [], tmp_path, hervat=True).fout == fout


def test_a_damaged_worksheet_is_named_to_who_would_go_on(tmp_path: Path) -> None:
    (tmp_path / "reflectie-kort-00000000.json").write_text("{}", encoding="utf-8")
    uit = vul(KORT, ["stop"], tmp_path, hervat=True)
    assert "reflectie-kort-00000000.json: dit werkblad is beschadigd" in uit.scherm
    assert "er is geen begonnen werkblad" in uit.fout
    assert "beschadigd" not in vul(KORT, ["a", "b", "c"], tmp_path, mens=False).scherm


def test_who_had_answered_everything_only_looks_once_more(tmp_path: Path) -> None:
    vul(KORT, ["A.", "", "", "Ik vraag door.", "stop"], tmp_path)
    uit = vul(KORT, [""], tmp_path, hervat=True)
    assert "Je gaat verder" not in uit.scherm
    assert uit.antwoorden is not None


def test_answers_that_the_worksheet_no_longer_takes_are_asked_again(tmp_path: Path) -> None:
    vul(HEEL, ["", "", "moeder", "", "nee", "rust", "", "2", "stop"], tmp_path)
    [begonnen], _ = load_begonnen(tmp_path)
    oud = {**begonnen.invulling.antwoorden, ("moeder", "weet_ik"): ("gegokt",), ("", "weg"): ("ooit",)}
    with resume_bladbestand(begonnen) as bestand:
        bestand.write_antwoorden(begonnen.invulling._replace(antwoorden=oud))
    uit = vul(HEEL, [], tmp_path, hervat=True)
    assert "Je gaat verder bij vraag 6." in uit.scherm


def test_a_full_disk_says_that_the_earlier_answers_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vul(KORT, ["Eerst.", "", "stop"], tmp_path)

    def weiger(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(werkbladen, "write_vervanging", weiger)
    uit = vul(KORT, ["Dan.", ""], tmp_path, hervat=True)
    assert "de schijf is vol" in uit.fout
    assert "je eerdere antwoorden zijn bewaard, verder met:" in uit.fout
    assert lees(tmp_path) == {("", "gebeurd"): ("Eerst.",)}


@pytest.mark.parametrize("soort", [OnderbrokenFout, GebruikFout, SchrijfFout])
def test_what_goes_wrong_with_the_outcome_keeps_the_answers(tmp_path: Path, soort: type[ConflictstijlFout]) -> None:
    gesprek = Gesprek(io.StringIO("a\n"), io.StringIO(), 80, mens=False)
    with pytest.raises(soort, match="verder met"), ask_invulling(KLEIN, gesprek, Bladwens(tmp_path, None, "x")):
        raise soort("mis")
    assert lees(tmp_path) == {("", "vraag-1"): ("a",)}


def test_an_answer_to_nothing_is_no_answer() -> None:
    assert Invulling("x", "1", {}).read_antwoord("weg") == ()
