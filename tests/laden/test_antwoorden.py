"""Answer sheets: the words for an answer, and the stream of JSON Lines."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import Ernst, Plek
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, Ruw, parse_antwoord, render_antwoorden
from conflictstijl.laden.antwoorden import MAX_BEVINDINGEN, Verwijzing, check_regels, parse_bladen, parse_regels
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.yamlbron import MAX_KNOPEN
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragen import (
    LETTERS,
    Achtergrondvraag,
    Keuze,
    OpenVraag,
    Stelling,
    Vorm,
    Vraag,
    check_antwoord,
)
from conflictstijl.model.vragenlijst import Vragenlijst

LIJST = "likert-lijst"
KAART = "likert-kaart"
SITUATIES = "situaties"
RANGSCHIK = "rangschik-en-verdeel"
PUNTEN = "een getal per optie, samen 10, zoals '4 3 3'"
LIJSTEN = [
    LIJST, KAART, "likert-eigen", "paren", SITUATIES, RANGSCHIK, "punten-verdelen", "vijf-lenzen", "vertakking",
    "gedeelde-stellingen", "antwoorden-per-onderdeel",
]  # fmt: skip
"""Examples that together have every form of question."""


@cache
def load_een(naam: str, variant: str = "", met: str = "") -> Vragenlijst:
    return load_vragenlijst(naam, variant, met)


def find(verwijzing: Verwijzing, _: Plek, __: Bevindingen) -> Vragenlijst:
    return load_een(*verwijzing)


def find_vraag(naam: str, nummer: str = "1") -> Vraag:
    return next(vraag for vraag in load_een(naam).vragen if vraag.id == nummer)


def parse_een(tekst: str) -> Antwoordblad:
    bevindingen = Bevindingen()
    [(_, blad)] = parse_bladen(tekst, "x.yaml", find, bevindingen)
    assert bevindingen == []
    return blad


@pytest.mark.parametrize(
    ("naam", "nummer", "ruw", "antwoord"),
    [
        (LIJST, "1", "4", 4),
        (LIJST, "1", "04", 4),
        (LIJST, "1", " VAAK ", 4),
        (KAART, "1", "0", 0),
        (KAART, "1", "N.v.t.", NVT),
        (KAART, "1", "weet  ik niet", NVT),
        ("likert-eigen", "1", "-02", -2),
        ("paren", "1", "A", 0),
        ("paren", "1", "b", 1),
        ("paren", "1", "vermijden", 0),
        ("paren", "1", "Toegeven", 1),
        (SITUATIES, "1", "nvt", NVT),
        (SITUATIES, "1", "C", 2),
        (SITUATIES, "dochter", "d a", (3, 0)),
        (SITUATIES, "dochter", "D,a", (3, 0)),
        (SITUATIES, "dochter", ["forceren", "c"], (0, 2)),
        (SITUATIES, "dochter", {"slechtste": "vermijden", "beste": "a"}, (0, 1)),
        (SITUATIES, "dochter", " NVT ", NVT),
        (RANGSCHIK, "rangorde.1", "samenwerken a B", (2, 0, 1)),
        (RANGSCHIK, "rangorde.1", ["c", "b", "a"], (2, 1, 0)),
        (RANGSCHIK, "punten.1", {"vermijden": "4", "A": " 6 "}, (6, 0, 4)),
        (RANGSCHIK, "punten.1", ["0", "10", "0"], (0, 10, 0)),
        (RANGSCHIK, "punten.1", "7, 2, 1", (7, 2, 1)),
        ("vertakking", "leiding", " NEE", 1),
        ("vertakking", "team", "Meer  dan 7", 1),
        ("vertakking", "gesprek", " Over\ngeld. ", "Over geld."),
        ("vertakking", "gesprek", "nvt", "nvt"),
        ("vertakking", "gesprek", "  ", None),
    ],
)
def test_an_answer_is_a_value_a_label_a_letter_a_scale_a_row_or_words(
    naam: str, nummer: str, ruw: Ruw, antwoord: Antwoord
) -> None:
    assert parse_antwoord(ruw, find_vraag(naam, nummer)) == antwoord


@pytest.mark.parametrize(
    ("naam", "nummer", "ruw", "hint"),
    [
        (LIJST, "1", "6", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "1", "\uff14", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "1", "1\u00b2", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "1", "Zeldn", "bedoelde je 'Zelden'?"),
        (LIJST, "1", ["4"], "geef een enkel antwoord: 1, 2, 3, 4 of 5"),
        (KAART, "1", "9", "kies uit 0, 1, 2 of nvt"),
        ("paren", "1", "c", "kies uit a of b"),
        ("paren", "1", "vermeiden", "bedoelde je 'vermijden'?"),
        ("paren", "1", "0", "kies uit a of b"),
        (SITUATIES, "dochter", "a", "geef twee letters: eerst de beste, dan de slechtste, zoals 'a d'"),
        (SITUATIES, "dochter", "a a", "de beste en de slechtste zijn niet dezelfde"),
        (SITUATIES, "dochter", {"best": "a"}, "geef twee letters: eerst de beste, dan de slechtste, zoals 'a d'"),
        (SITUATIES, "dochter", ["a", "vermeiden"], "bedoelde je 'vermijden'?"),
        (RANGSCHIK, "rangorde.1", "a b", "noem elke optie een keer: alle letters op volgorde, zoals 'c b a'"),
        (RANGSCHIK, "rangorde.1", {"a": "1"}, "geef alle letters op volgorde, zoals 'c b a'"),
        (RANGSCHIK, "punten.1", "1 2 3", "samen is dat 6 en het moet 10 zijn"),
        (RANGSCHIK, "punten.1", "10", "er staat 1 getal, en het moeten er 3 zijn"),
        (RANGSCHIK, "punten.1", "6,3,1,0", "er staan 4 getallen, en het moeten er 3 zijn"),
        (RANGSCHIK, "punten.1", "3,5 3,5 3", f"geef hele getallen: {PUNTEN}"),
        (RANGSCHIK, "punten.1", "3.5, 3.5, 3", f"geef hele getallen: {PUNTEN}"),
        (RANGSCHIK, "punten.1", ["3.5", "3.5", "3"], f"geef hele getallen: {PUNTEN}"),
        (RANGSCHIK, "punten.1", {"a": "3,5", "b": "6,5"}, f"geef hele getallen: {PUNTEN}"),
        (RANGSCHIK, "punten.1", "vijf drie twee", f"geef {PUNTEN}"),
        (RANGSCHIK, "punten.1", "11 0 -1", f"geef {PUNTEN}"),
        (RANGSCHIK, "punten.1", {"a": "5", "forceren": "5"}, "noem elke optie hoogstens een keer"),
        ("vertakking", "leiding", "1", "kies uit ja of nee"),
        ("vertakking", "leiding", "nvt", "kies uit ja of nee"),
        ("vertakking", "team", "acht", "kies uit 'tot en met 7' of 'meer dan 7'"),
        ("vertakking", "leiding", {"ja": "ja"}, "geef een enkel antwoord: ja of nee"),
        ("vertakking", "gesprek", ["geld"], "geef een tekst"),
    ],
)
def test_what_is_no_answer_comes_with_the_answers_there_are(naam: str, nummer: str, ruw: Ruw, hint: str) -> None:
    with pytest.raises(AntwoordOnbekendFout) as fout:
        parse_antwoord(ruw, find_vraag(naam, nummer))
    assert str(fout.value) == hint


def test_an_example_of_dividing_few_points_over_many_options_adds_up() -> None:
    vraag = Keuze("1", find_keuze("punten-verdelen", "werk").opties, Plek("x"), Vorm.VERDEEL, totaal=3)
    assert render_antwoorden(vraag) == "een getal per optie, samen 3, zoals '1 1 1 0 0'"


def find_keuze(naam: str, nummer: str) -> Keuze:
    return next(keuze for keuze in load_een(naam).keuzes if keuze.id == nummer)


def test_an_open_question_is_answered_with_a_text() -> None:
    assert render_antwoorden(OpenVraag("a", "Wat?")) == "een tekst"


def build_antwoorden(vraag: Vraag) -> st.SearchStrategy[Antwoord]:
    """Return every answer that is possible to a question, but for the text of an open one that is left empty."""
    match vraag:
        case OpenVraag():
            return st.from_regex(r"[A-Za-z][a-z ]{0,8}[a-z]", fullmatch=True).map(lambda t: " ".join(t.split()))
        case Achtergrondvraag(antwoorden=labels):
            return st.sampled_from([None, *range(len(labels))])
        case Stelling(antwoorden=schaal):
            return st.sampled_from([None, NVT, *(punt.waarde for punt in schaal.punten)])
        case Keuze():
            return st.one_of(st.none(), st.just(NVT), build_keuze(vraag))


def build_keuze(keuze: Keuze) -> st.SearchStrategy[Antwoord]:
    aantal = len(keuze.opties)
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return st.permutations(range(aantal)).map(lambda orde: tuple(orde[:2]))
        case Vorm.RANGSCHIK:
            return st.permutations(range(aantal)).map(tuple)
        case Vorm.VERDEEL:
            grenzen = st.lists(st.integers(0, keuze.totaal), min_size=aantal - 1, max_size=aantal - 1).map(sorted)
            return grenzen.map(lambda g: tuple(b - a for a, b in zip([0, *g], [*g, keuze.totaal], strict=True)))
        case _:
            return st.integers(0, aantal - 1)


def spell(antwoord: Antwoord, vraag: Vraag, *, kort: bool) -> str:
    """Spell an answer as a sheet does: values and letters (`kort`), else labels, scales and maps."""
    if antwoord is None or antwoord is NVT:
        return "null" if antwoord is None else "nvt"
    if isinstance(antwoord, str):
        return f'"{antwoord}"'
    if isinstance(antwoord, tuple):
        return spell_rij(antwoord, vraag, kort=kort)
    match vraag:
        case Achtergrondvraag(antwoorden=labels):
            return f'"{labels[antwoord]}"'
        case Stelling(antwoorden=schaal):
            label = next(punt.label for punt in schaal.punten if punt.waarde == antwoord)
            return str(antwoord) if kort or not label else f'"{label}"'
        case _:
            return spell_optie(antwoord, vraag, kort=kort)


def spell_optie(plaats: int, vraag: Vraag, *, kort: bool) -> str:
    assert isinstance(vraag, Keuze)
    schaal = vraag.schalen[plaats].rpartition(".")[2]
    return LETTERS[plaats] if kort or not schaal else schaal


def spell_rij(antwoord: tuple[int, ...], vraag: Vraag, *, kort: bool) -> str:
    assert isinstance(vraag, Keuze)
    if vraag.vorm is not Vorm.VERDEEL:
        namen = [spell_optie(plaats, vraag, kort=kort) for plaats in antwoord]
        return f"[{', '.join(namen)}]" if kort else " ".join(namen)
    if kort:
        return f"[{', '.join(map(str, antwoord))}]"
    namen = [f"{spell_optie(plaats, vraag, kort=False)}: {punten}" for plaats, punten in enumerate(antwoord) if punten]
    return f"{{{', '.join(namen)}}}"


@pytest.mark.parametrize("naam", LIJSTEN)
@given(data=st.data())
def test_a_sheet_spelled_in_values_and_letters_or_in_labels_and_maps_is_read_back(
    naam: str, data: st.DataObject
) -> None:
    lijst = load_een(naam)
    antwoorden = tuple(data.draw(build_antwoorden(vraag)) for vraag in lijst.vragen)
    assert all(check_antwoord(antwoord, vraag) for antwoord, vraag in zip(antwoorden, lijst.vragen, strict=True))
    paren = list(zip(lijst.vragen, antwoorden, strict=True))
    items = ", ".join(spell(a, vraag, kort=True) for vraag, a in paren if isinstance(vraag, Stelling | Keuze))
    kop = f"vragenlijst: {naam}\n"
    rondom = {"achtergrond": Achtergrondvraag, "open": OpenVraag}
    for sleutel, soort in rondom.items():
        delen = [f"{vraag.id}: {spell(a, vraag, kort=True)}" for vraag, a in paren if isinstance(vraag, soort)]
        kop += f"{sleutel}: {{{', '.join(delen)}}}\n" if delen else ""
    lang = "".join(f"  {vraag.id}: {spell(a, vraag, kort=False)}\n" for vraag, a in paren)
    for tekst in (f"{kop}antwoorden: [{items}]\n", f"vragenlijst: {naam}\nantwoorden:\n{lang}"):
        [(_, blad)] = parse_bladen(tekst, "x.yaml", find, bevindingen := Bevindingen())
        assert blad.antwoorden == antwoorden
        assert {bevinding.ernst for bevinding in bevindingen} <= {Ernst.WAARSCHUWING}


def test_json_lines_are_read_one_at_a_time() -> None:
    gelezen: list[int] = []

    def read_bron() -> Iterator[str]:
        for nummer in range(1000):
            gelezen.append(nummer)
            yield f'{{"vragenlijst": "{LIJST}", "antwoorden": [1, 2, 3]}}\n'

    bladen = parse_regels(read_bron(), "x.jsonl", find, Bevindingen())
    for _ in range(3):
        next(bladen)
    assert gelezen == [0, 1, 2]


def test_a_finding_in_json_lines_has_the_line_of_the_file() -> None:
    bevindingen = Bevindingen()
    regels = [
        "",
        f'{{"vragenlijst": "{LIJST}", "antwoorden": [1, 2, 3]}}',
        "  ",
        f'{{"vragenlijst": "{LIJST}", "antwoorden": [1, 2, 9]}}',
    ]
    assert len(list(parse_regels(regels, "x.jsonl", find, bevindingen))) == 1
    assert [bevinding.plek for bevinding in bevindingen] == [Plek("x.jsonl", 4, 54)]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("{}\n{}\n", True), ("\n{}\r\n\n{", True), ("{}", False), ("{\n}\n", False), ("a: 1\n{}\n", False), ("", False)],
)
def test_json_lines_are_known_by_their_first_whole_line(tekst: str, waarde: bool) -> None:
    assert check_regels(tekst) is waarde


def test_a_list_of_sheets_may_be_larger_than_an_authored_file() -> None:
    bevindingen = Bevindingen()
    tekst = f"- {{vragenlijst: {LIJST}, antwoorden: [1, 2, 3]}}\n" * (MAX_KNOPEN // 8)
    assert len(parse_bladen(tekst, "x.yaml", find, bevindingen)) == MAX_KNOPEN // 8
    assert bevindingen == []


def test_json_is_read_with_tabs_and_halves_of_characters() -> None:
    tekst = f'{{\t"vragenlijst":\t"{LIJST}",\t"deelnemer":"\\ud83d\\ude00 \\u00eb",\t"antwoorden":[1,null,3]}}'
    [(_, blad)] = parse_bladen(tekst, "x.json", find, Bevindingen())
    assert blad.deelnemer == "\U0001f600 \u00eb"
    assert blad.antwoorden == (1, None, 3)


def test_a_map_of_answers_leaves_the_other_questions_open() -> None:
    assert parse_een(f"vragenlijst: {LIJST}\nantwoorden: {{3: Vaak}}\n").antwoorden == (None, None, 4)


def test_the_starting_number_of_a_random_order_stays_with_the_sheet() -> None:
    assert parse_een("{vragenlijst: banden, zaad: 12, antwoorden: [0, 1, 2, 0]}").zaad == 12
    assert parse_een("{vragenlijst: banden, antwoorden: [0, 1, 2, 0]}").zaad is None


def test_a_sheet_says_in_which_version_and_with_which_deepening_it_was_filled_in() -> None:
    tekst = (
        "- {vragenlijst: drie-vormen, vorm: medewerker, antwoorden: [1, 2, 3, 4, 5]}\n"
        "- {vragenlijst: likert-twintig, met: verdieping, antwoorden: {bij.eis: 5}}\n"
        "- {vragenlijst: drie-vormen, vorm: '', met: , antwoorden: {}}\n"
    )
    bladen = parse_bladen(tekst, "x.yaml", find, bevindingen := Bevindingen())
    assert [bevinding.code for bevinding in bevindingen] == []
    [(medewerker, _), (samen, blad), (collega, _)] = bladen
    assert [lijst.volledige_id for lijst in (medewerker, collega)] == ["drie-vormen.medewerker", "drie-vormen"]
    assert (samen.met, len(blad.antwoorden), blad.antwoorden[-1]) == ("verdieping", 25, 5)


def test_answers_around_the_items_stand_in_the_order_of_the_questionnaire() -> None:
    blad = parse_een(
        "vragenlijst: vertakking\nopen: {gesprek: Geld.}\nachtergrond: {leiding: ja}\nantwoorden: [1, 4, 3, null, null]"
    )
    assert blad.antwoorden == (0, None, 1, 4, 3, None, None, "Geld.", None)


def test_warnings_never_end_a_stream() -> None:
    regel = f'{{"vragenlijst": "{LIJST}", "versie": "0.9", "antwoorden": [1, 2, 3]}}'
    aantal = MAX_BEVINDINGEN + 10
    bladen = list(parse_regels([regel] * aantal, "x.jsonl", find, bevindingen := Bevindingen()))
    assert len(bladen) == len(bevindingen) == aantal
    assert bevindingen.count_fouten() == 0
