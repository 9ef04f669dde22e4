"""Answer sheets: the words for an answer, and the stream of JSON Lines."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoorden import (
    AntwoordOnbekendFout,
    check_regels,
    parse_antwoord,
    parse_bladen,
    parse_regels,
    render_antwoorden,
)
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.yamlbron import MAX_KNOPEN
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst

LIJST = "likert-lijst"
KAART = "likert-kaart"


@cache
def load_een(naam: str) -> Vragenlijst:
    return load_vragenlijst(naam)


def find(naam: str, _: Plek, __: Bevindingen) -> Vragenlijst:
    return load_een(naam)


@pytest.mark.parametrize(
    ("naam", "tekst", "antwoord"),
    [
        (LIJST, "4", 4),
        (LIJST, "04", 4),
        (LIJST, " VAAK ", 4),
        (KAART, "0", 0),
        (KAART, "N.v.t.", NVT),
        (KAART, "weet  ik niet", NVT),
        ("paren", "A", 0),
        ("paren", "b", 1),
        ("paren", "vermijden", 0),
        ("paren", "Toegeven", 1),
    ],
)
def test_an_answer_is_a_value_a_label_a_letter_or_a_style(naam: str, tekst: str, antwoord: Antwoord) -> None:
    vragenlijst = load_vragenlijst(naam)
    assert parse_antwoord(tekst, vragenlijst.items[0], vragenlijst) == antwoord


@pytest.mark.parametrize(
    ("naam", "tekst", "hint"),
    [
        (LIJST, "6", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "\uff14", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "1\u00b2", "kies uit 1, 2, 3, 4 of 5"),
        (LIJST, "Zeldn", "bedoelde je 'Zelden'?"),
        (KAART, "9", "kies uit 0, 1, 2 of nvt"),
        ("paren", "c", "kies uit a of b"),
        ("paren", "vermeiden", "bedoelde je 'vermijden'?"),
    ],
)
def test_what_is_no_answer_comes_with_the_answers_there_are(naam: str, tekst: str, hint: str) -> None:
    vragenlijst = load_vragenlijst(naam)
    with pytest.raises(AntwoordOnbekendFout) as fout:
        parse_antwoord(tekst, vragenlijst.items[0], vragenlijst)
    assert str(fout.value) == hint


def test_a_questionnaire_without_answers_has_no_answer_to_a_statement() -> None:
    vragenlijst = replace(load_vragenlijst(LIJST), antwoorden=None)
    with pytest.raises(AntwoordOnbekendFout):
        parse_antwoord("1", vragenlijst.items[0], vragenlijst)
    assert render_antwoorden(vragenlijst.items[0], vragenlijst) == "a of b"


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
    [(_, blad)] = parse_bladen(f"vragenlijst: {LIJST}\nantwoorden: {{3: Vaak}}\n", "x.yaml", find, Bevindingen())
    assert blad.antwoorden == (None, None, 4)
