"""Bytes into text into nodes: bounds, places and texts that stay text."""

from pathlib import Path

import pytest
import yaml

from conflictstijl.fouten import InvoerFout, Plek
from conflictstijl.laden import yamlbron
from conflictstijl.laden.bestand import MAX_BYTES, build_leesfout, load_tekst, parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.yamlbron import MAX_DIEPTE, MAX_KNOPEN, parse_yaml


def parse(tekst: str) -> tuple[Knoop | None, list[str]]:
    bevindingen = Bevindingen()
    boom = parse_yaml(tekst, "x.yaml", bevindingen)
    return boom, [str(bevinding) for bevinding in bevindingen]


@pytest.mark.parametrize("lezer", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    "tekst",
    [
        "no",
        "on",
        "off",
        "yes",
        "true",
        "1:30",
        "012",
        "0x1F",
        "2024-05-01",
        "1.10",
        "1e3",
        ".inf",
        "null",
        "~",
        "=",
        "<<",
    ],
)
def test_a_bare_scalar_stays_the_text_that_was_written(tekst: str, lezer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlbron, "_LEZER", getattr(yaml, lezer))
    boom, regels = parse(f"a: {tekst}\n{tekst}: b\n")
    assert isinstance(boom, Kaart)
    assert boom.paren[0][1] == Tekst(tekst, Plek("x.yaml", 1, 4))
    assert boom.paren[1][0].waarde == tekst
    assert regels == []


def test_quotes_are_remembered_and_escapes_are_read() -> None:
    boom, _ = parse("[\"1.0\", 'it''s', \"\\u00eb\"]")
    assert isinstance(boom, Lijst)
    assert [(deel.waarde, deel.kaal) for deel in boom.delen if isinstance(deel, Tekst)] == [
        ("1.0", False),
        ("it's", False),
        ("\u00eb", False),
    ]


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_lines_count_the_same_for_every_line_end_and_columns_count_characters(einde: str) -> None:
    boom, _ = parse(f"a: 1{einde}\U0001f600\u00e9: b{einde}")
    assert isinstance(boom, Kaart)
    sleutel, waarde = boom.paren[1]
    assert (sleutel.plek, waarde.plek) == (Plek("x.yaml", 2, 1), Plek("x.yaml", 2, 5))


@pytest.mark.parametrize(("open_", "kolom"), [("[", 11), ("{a: ", 38), ("- ", 21)])
def test_a_hundred_thousand_brackets_are_refused_at_the_first_one_too_many(open_: str, kolom: int) -> None:
    _, regels = parse(open_ * 100_000)
    plek = f"x.yaml:1:{kolom}"
    assert regels == [f"{plek}: er staan meer dan 10 lagen in elkaar; kijk inspringen en haakjes na"]


def test_as_many_layers_as_allowed_are_read() -> None:
    assert parse("[" * MAX_DIEPTE + "]" * MAX_DIEPTE)[1] == []


def test_too_many_nodes_are_refused_and_just_enough_are_not() -> None:
    assert parse("- a\n" * (MAX_KNOPEN - 1))[1] == []
    assert parse("- a\n" * MAX_KNOPEN)[1] == [
        "x.yaml:20000:3: het bestand heeft meer dan 20000 onderdelen; splits het bestand"
    ]


def test_too_many_bytes_are_refused_and_just_enough_are_not(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_bytes(b"#" * MAX_BYTES)
    assert len(load_tekst(pad, "x.yaml")) == MAX_BYTES
    pad.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(InvoerFout) as fout:
        load_tekst(pad, "x.yaml")
    assert fout.value.regels() == ["x.yaml: het bestand is groter dan 1024 kB; splits het bestand"]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_bytes(b"\xef\xbb\xbfa", "x.yaml") == "a"


def test_a_bad_byte_is_found_by_the_character_it_stands_at_whatever_the_line_ends() -> None:
    with pytest.raises(InvoerFout) as fout:
        parse_bytes("één\rtwéé".encode() + b"\xeb", "x.yaml")
    assert fout.value.bevindingen[0].plek == Plek("x.yaml", 2, 5)


@pytest.mark.parametrize(
    ("fout", "wat"),
    [
        (FileNotFoundError(), "dit bestand is er niet"),
        (NotADirectoryError(), "dit bestand is er niet"),
        (PermissionError(), "je mag dit bestand niet lezen"),
        (OSError(), "dit bestand is niet te lezen"),
        (ValueError(), "dit bestand is niet te lezen"),
    ],
)
def test_what_the_system_refuses_is_told_in_a_sentence(fout: OSError | ValueError, wat: str) -> None:
    assert build_leesfout(fout, "x\n.yaml").wat == wat
    assert build_leesfout(fout, "x\n.yaml").plek == Plek("x .yaml")


def test_nothing_more_is_said_at_a_place_that_was_called_unusable() -> None:
    bevindingen = Bevindingen()
    plek = Plek("x.yaml", 1, 1)
    bevindingen.add_onbruikbaar(plek, "een", "een")
    bevindingen.add(plek, "twee", "twee")
    bevindingen.add_waarschuwing(plek, "drie", "drie")
    assert [bevinding.code for bevinding in bevindingen] == ["een"]


def test_only_errors_make_a_file_unusable() -> None:
    bevindingen = Bevindingen()
    bevindingen.add_waarschuwing(Plek("x.yaml", 1, 1), "een", "een")
    bevindingen.check_fouten()
    bevindingen.add(Plek("x.yaml", 1, 1), "twee", "twee")
    with pytest.raises(InvoerFout):
        bevindingen.check_fouten()


def test_an_escape_beyond_unicode_is_an_error_for_the_pure_parser_too(monkeypatch: pytest.MonkeyPatch) -> None:
    tekst = 'a: 1\nb: "\\UFFFFFFFF"\n'
    snel = parse(tekst)[1]
    monkeypatch.setattr(yamlbron, "_LEZER", yaml.SafeLoader)
    langzaam = parse(tekst)[1]
    wat = "deze \\ met cijfers staat niet voor een teken; schrijf het teken zelf"
    assert snel == [f"x.yaml:2:7: {wat}"]
    assert langzaam == [f"x.yaml:2:1: {wat}"]


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [("a: %\n", "1:4"), ("%YAML 9.0\n---\na: 1\n", "1:1"), ("a: 'x\n---\n", "1:4")],
)
def test_a_rare_break_still_has_its_place(tekst: str, plek: str) -> None:
    assert [regel.split(": ")[0] for regel in parse(tekst)[1]] == [f"x.yaml:{plek}"]


def test_many_open_quotes_do_not_make_the_search_for_the_cause_long() -> None:
    regels = parse("a:\n" + "".join(f"  - x{i}: 'open {i}\n    vervolg\n" for i in range(40)))[1]
    assert len(regels) == 1


def test_a_good_line_is_not_blamed_when_many_stand_between_cause_and_error() -> None:
    goed = "".join(f'    "zin {i}" vervolg\n' for i in range(30))
    assert parse(f"a:\n  b: Een\n{goed}  c: d\n\te: f\n")[1][0].startswith(
        "x.yaml:34:1: deze regel springt in met een tab"
    )
