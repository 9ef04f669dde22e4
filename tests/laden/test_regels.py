"""The pages behind the codes of findings: complete, in plain Dutch, and their examples do what they say."""

import ast
import re
import statistics
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import conflictstijl
from conflictstijl.cli.programma import TABEL
from conflictstijl.cli.regels import ALLE
from conflictstijl.fouten import InvoerFout
from conflictstijl.laden import regels
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.regels import load_regels, parse_regels
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.regel import Controleregel
from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen, parse_zinnen
from tests.taal.teksten import ETIKET, GEMIDDELDE_ZIN, LIJDEND, check_spelling

from .lezen import FOUT, WAARSCHUWING, read_bevindingen
from .proefbestand import BLADEN, HEEL, KENNIS, TABELLEN, check_regels, merge

REGELS = load_regels()
MODULES = {
    str(pad.relative_to(pakket)): ast.parse(pad.read_text(encoding="utf-8"))
    for pakket in [Path(conflictstijl.__file__).parent]
    for pad in sorted(pakket.rglob("*.py"))
}
MAKERS = {"Bevinding", "add", "add_waarschuwing", "add_onbruikbaar"}
"""Calls that make a finding; their second argument is the code."""
DOORGEEFLUIKEN = {"laden/bevindingen.py", "laden/valkuilen.py", "laden/yamlbron.py", "rekenen/controle.py"}
"""Modules that pass on a code which is written elsewhere: in a tuple that is returned, yielded or a constant."""
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
NOG_TE_KOMEN: set[str] = set()
OPDRACHT = "conflictstijl "
"""How lines begin that are a command and no file."""
ONGETOETST = {
    "andere-vorm": "it takes a call from Python",
    "andere-codering": "the remedy is that a person reads again",
    "bewaard-groepsbeeld": "it takes a group picture of before",
    "bewaarde-uitslag": "it takes a kept result",
    "bij": "it takes another file",
    "dubbele-vragenlijst": "it takes another file",
    "een-profiel": "it takes a file with profiles",
    "niet-gewist": "it takes a kept result",
    "opnieuw-berekend": "it takes a kept result",
    "te-groot": "an example of 20,000 lines is no example",
    "te-lang": "an example of 2,000 signs is no example",
    "te-veel-fouten": "an example of 200 lines is no example",
    "werkbladantwoord": "it takes the answers to a worksheet",
    "uitslag-botst": "it takes a kept result",
}
"""Codes whose example cannot be put to the test."""
BREEDSTE = 76
MENDERS = ("wis", "vergelijk", "importeer")
VAKWOORDEN = {"YAML"}
"""Words that no dictionary has and that the messages of the program use as well."""
PAGINA = """
regels: proef
formaat: 1
lijst:
  lange-zin:
    titel: Lang
    wat: Deze zin is te lang.
    waarom: Dat leest niet.
    voorbeeld: |
      items:
        - a: Een lange zin.

    remedie: kort
"""


def read_codes(boom: ast.Module) -> Iterator[str | None]:
    """Yield every code in a module, None for one that a call gets from elsewhere."""
    constanten = {ast.unparse(deel.targets[0]): deel.value for deel in boom.body if isinstance(deel, ast.Assign)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call):
            yield from read_aanroep(knoop, constanten)
        elif isinstance(knoop, ast.Return | ast.Yield):
            yield from read_tuple(knoop.value)
    for waarde in constanten.values():
        yield from read_tuple(waarde)


def read_aanroep(aanroep: ast.Call, constanten: dict[str, ast.expr]) -> Iterator[str | None]:
    naam = aanroep.func.attr if isinstance(aanroep.func, ast.Attribute) else getattr(aanroep.func, "id", "")
    genoemd = [deel.value for deel in aanroep.keywords if deel.arg == "code"]
    for code in [*genoemd, *aanroep.args[1:2]][:1] if naam in MAKERS else []:
        waarde = constanten.get(code.id, code) if isinstance(code, ast.Name) else code
        yield str(waarde.value) if isinstance(waarde, ast.Constant) else None


def read_tuple(knoop: ast.expr | None) -> Iterator[str]:
    """Yield the code of a tuple in which it stands first or second, with a sentence behind it."""
    delen = knoop.elts if isinstance(knoop, ast.Tuple) else []
    for code, zin in pairwise(delen[:3]):
        is_code = isinstance(code, ast.Constant) and CODE.fullmatch(str(code.value))
        if is_code and (not isinstance(zin, ast.Constant) or " " in str(zin.value)):
            yield ast.literal_eval(code)


def list_gebruikt() -> set[str]:
    return {code for boom in MODULES.values() for code in read_codes(boom) if code}


def list_toetsbaar() -> list[str]:
    met_opdracht = {naam for naam, regel in REGELS.items() if regel.voorbeeld.startswith(OPDRACHT)}
    return [naam for naam in REGELS if naam not in NOG_TE_KOMEN | set(ONGETOETST) | met_opdracht]


def list_opdrachten() -> list[str]:
    blokken = [blok for pagina in REGELS.values() for blok in (pagina.voorbeeld, pagina.remedie)]
    return [regel for blok in blokken for regel in blok.split("\n") if regel.startswith(OPDRACHT)]


def parse_pagina(tekst: str) -> tuple[dict[str, Controleregel], list[str]]:
    bevindingen = Bevindingen()
    wortel = parse_yaml(tekst, "x.yaml", bevindingen)
    assert wortel is not None
    return parse_regels(wortel, bevindingen), [bevinding.code for bevinding in bevindingen]


def list_zinnen() -> list[tuple[str, str]]:
    """Every text that is a sentence, without the words of the program between quotes."""
    teksten = ((naam, tekst) for naam, regel in REGELS.items() for tekst in (regel.titel, regel.wat, regel.waarom))
    return [(naam, re.sub(r"(?<!\w)'[^']+'(?!\w)", "'x'", tekst)) for naam, tekst in teksten]


def test_every_code_in_the_program_has_a_page() -> None:
    assert list_gebruikt() - set(REGELS) == set()


def test_every_page_belongs_to_a_code_that_the_program_uses_or_will_use() -> None:
    assert set(REGELS) - list_gebruikt() - NOG_TE_KOMEN == set()
    assert NOG_TE_KOMEN - set(REGELS) == set()


def test_no_code_escapes_the_search() -> None:
    assert {naam for naam, boom in MODULES.items() if None in read_codes(boom)} <= DOORGEEFLUIKEN
    assert len(list_gebruikt()) > 80


def test_the_search_finds_each_way_to_write_a_code() -> None:
    boom = ast.parse(
        '_C = "een"\n_T = ("twee-a", "met een zin", "x")\n_U = (("drie", "is een rij"), "z")\n_W = ("vier", "woord")\n'
        'def f():\n    b.add(plek, _C)\n    Bevinding(plek, "vijf", "x")\n    Bevinding(plek, code="zes")\n'
        '    b.add(plek, code)\n    b.add(knoop)\n    anders(plek, "zeven")\n    yield "acht", f"een {zin}"\n'
        '    return kolom, "negen", wat\n'
    )
    assert sorted(read_codes(boom), key=str) == [None, "acht", "een", "negen", "twee-a", "vijf", "zes"]


@pytest.mark.parametrize("folder", [FOUT, WAARSCHUWING])
def test_every_finding_about_an_example_file_has_a_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    namen = [pad.name for pad in folder.iterdir() if pad.suffix != ".txt"]
    assert {bevinding.code for naam in namen for bevinding in read_bevindingen(naam)} - set(REGELS) == set()


def test_the_word_for_every_rule_is_no_rule() -> None:
    assert ALLE not in {*REGELS, *list_gebruikt()}


@pytest.mark.parametrize("naam", list_toetsbaar())
def test_the_wrong_lines_break_exactly_this_rule(naam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert check_regels(naam, REGELS[naam].voorbeeld, heel=naam in HEEL) == {naam}


@pytest.mark.parametrize("naam", [naam for naam in list_toetsbaar() if REGELS[naam].remedie not in list_opdrachten()])
def test_the_right_lines_break_no_rule(naam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert check_regels(naam, REGELS[naam].remedie) == set()


@pytest.mark.parametrize("regel", list_opdrachten())
def test_a_command_in_an_example_exists(regel: str) -> None:
    assert regel.split()[1] in {opdracht.naam for opdracht in TABEL}


@pytest.mark.parametrize(
    "naam", ["bewaard-groepsbeeld", "bewaarde-uitslag", "niet-gewist", "opnieuw-berekend", "uitslag-botst"]
)
def test_what_is_kept_wrong_is_shown_with_what_is_wrong_and_a_command_that_mends_it(naam: str) -> None:
    """A command that only shows something is no mistake, and `--help` mends nothing."""
    goed = REGELS[naam].remedie.split("\n")
    assert REGELS[naam].voorbeeld.startswith("# ")
    assert any(regel.split()[:3] in (["conflictstijl", "resultaten", woord] for woord in MENDERS) for regel in goed)


def test_only_what_cannot_be_put_to_the_test_is_left_out() -> None:
    assert len(list_toetsbaar()) > 75
    assert {*ONGETOETST, *BLADEN, *TABELLEN, *HEEL, *KENNIS} <= set(REGELS)


@pytest.mark.parametrize("regel", REGELS.values(), ids=lambda regel: regel.id)
def test_wrong_and_right_differ_and_fit_the_screen(regel: Controleregel) -> None:
    assert regel.voorbeeld != regel.remedie
    assert max(map(len, (regel.voorbeeld + "\n" + regel.remedie).split("\n"))) <= BREEDSTE


def test_lines_are_put_in_the_place_of_the_same_key_or_below_it() -> None:
    basis = "a: 1\nb:\n  c:\n    d: 2\n    e: 3\n  f:\n    - g\nitems:\n  - h\n"
    assert merge(basis, "A: 4\nx: 5") == basis.replace("a: 1\n", "A: 4\nx: 5\n")
    assert merge(basis, "x: 5") == basis + "x: 5\n"
    assert merge(basis, "b:\n  c:\n    d: 6") == basis.replace("2", "6")
    assert merge(basis, "b:\n  f:\n    # nog een\n    - y") == basis.replace("    - g\n", "    - g\n    - y\n")
    assert merge(basis, "b:\n  # niets") == basis
    assert merge(basis, "items:\n  - y") == basis.replace("- h", "- y")
    assert merge("antwoorden: [a]\nitems: []\n", "vorm: kies\nitems: [1]") == "vorm: kies\nitems: [1]\n"


def test_no_sentence_is_too_long_and_none_denies_twice() -> None:
    assert [f"{naam}: {wat}" for naam, tekst in list_zinnen() for _, wat in check_zinnen(tekst)] == []


def test_sentences_are_short_on_average() -> None:
    lengtes = [len(zin) for _, tekst in list_zinnen() for zin in parse_zinnen(tekst) if len(zin) > 2]
    assert statistics.fmean(lengtes) <= GEMIDDELDE_ZIN
    assert max(lengtes) <= LANGSTE_ZIN


def test_a_page_tells_what_in_one_or_two_sentences_and_why_in_at_most_three() -> None:
    aantal = {regel.id: (len(parse_zinnen(regel.wat)), len(parse_zinnen(regel.waarom))) for regel in REGELS.values()}
    assert {naam: zinnen for naam, zinnen in aantal.items() if zinnen > (2, 3) or zinnen[1] > 3} == {}


def test_a_page_is_plain_dutch_without_labels() -> None:
    assert [tekst for _, tekst in list_zinnen() if LIJDEND.search(tekst) or ETIKET.search(tekst)] == []


def test_every_word_is_in_the_dictionary_or_between_quotes() -> None:
    woorden = {woord.strip("'’-") for _, tekst in list_zinnen() for woord in re.findall(r"[^\W\d_][\w'’-]*", tekst)}
    assert set(check_spelling(woorden)) == VAKWOORDEN


def test_an_example_keeps_its_lines_and_its_indentation() -> None:
    pagina, codes = parse_pagina(PAGINA)
    assert codes == []
    assert pagina["lange-zin"].voorbeeld == "items:\n  - a: Een lange zin."
    assert pagina["lange-zin"].waarom == "Dat leest niet."


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("regels: proef", "regels: Proef", "ongeldig-id"),
        ("formaat: 1", "formaat: 2", "formaat"),
        ("lijst:\n", "lijst: geen\nover:\n", "geen-groep"),
        ("  lange-zin:", "  Lange zin:", "ongeldig-id"),
        ("    titel: Lang\n", "", "ontbreekt"),
        ("    titel: Lang\n", "    titel: Lang\n    bron: ik\n", "onbekende-sleutel"),
        ("remedie: kort", "remedie: [kort]", "geen-tekst"),
        ("remedie: kort", "remedie:", "lege-tekst"),
        ("    remedie: kort", "    remedie: kort\nover: 1", "onbekende-sleutel"),
    ],
)
def test_a_damaged_page_is_a_finding(oud: str, nieuw: str, code: str) -> None:
    assert oud in PAGINA
    assert code in parse_pagina(PAGINA.replace(oud, nieuw))[1]


@pytest.mark.parametrize("inhoud", ["", "regels: [\n", "regels: x\nformaat: 1\n"])
def test_a_damaged_file_with_pages_is_told_with_its_place(
    inhoud: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regels, "_PAD", tmp_path / "regels.yaml")
    (tmp_path / "regels.yaml").write_text(inhoud, encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        load_regels()
    assert all(regel.startswith("regels.yaml:") for regel in fout.value.regels())
