"""Help and refusals speak Dutch."""

import re
from typing import Any

import pytest
import typer
from typer.core import TyperOption

from conflictstijl import __version__
from conflictstijl.cli import programma
from conflictstijl.cli.hulp import build_rijen
from conflictstijl.cli.nederlands import Opdrachtgroep, Opdrachtregel, build_opdracht, build_vlag, check_keuze
from conflictstijl.fouten import GebruikFout

from . import proefprogramma
from .conftest import Roep, Uitkomst

ENGELS = set(
    re.findall(
        "[a-z]+",
        "usage options option error errors missing try show exit this message argument arguments command commands "
        "required default invalid unexpected such did you mean aborted value values requires takes does not the and "
        "for with from file directory found please got must valid integer text path boolean float env var int str "
        "no see choose",
    )
)
"""Words that betray an English message; none of them is a Dutch word that help could need."""


def check_engels(tekst: str) -> set[str]:
    """Return the English words in a text; names of options and commands to type do not count."""
    return ENGELS & set(re.findall(r"[a-z]+", re.sub(r"(?<!\w)--?[\w-]+", " ", tekst.lower())))


def echte_opdrachten() -> list[str]:
    return [regel.naam for regel in programma.TABEL]


def bouw(naam: str) -> tuple[Any, list[Any]]:
    """Return a registered command and its own parameters."""
    opdracht = build_opdracht(next(regel for regel in programma.TABEL if regel.naam == naam))
    return opdracht, opdracht.params


def verkeerde_aanroepen(naam: str) -> list[list[str]]:
    """Return calls of a command that are wrong in every way that its parameters allow."""
    _, delen = bouw(naam)
    opties = [deel for deel in delen if isinstance(deel, TyperOption)]
    plaatsen = [deel for deel in delen if deel not in opties]
    aanroepen = [["--onzin"], ["-ZZ"]]
    aanroepen += [[optie.opts[-1] + ("=x" if optie.is_flag else "")] for optie in opties]
    aanroepen += [[optie.opts[-1], "x"] for optie in opties if optie.type.name in {"int", "integer", "float"}]
    if any(deel.required for deel in plaatsen):
        aanroepen.append([])
    if all(deel.nargs == 1 for deel in plaatsen):
        aanroepen.append(["x"] * (len(plaatsen) + 1))
    return aanroepen


def check_ene_zin(uitkomst: Uitkomst) -> str:
    """Hold that a call was refused with one Dutch line, and return it."""
    assert uitkomst.code == 2
    assert uitkomst.uit == ""
    regels = uitkomst.fout.splitlines()
    assert len(regels) == 1
    assert regels[0].startswith("conflictstijl: ")
    assert check_engels(regels[0]) == set()
    return regels[0].removeprefix("conflictstijl: ")


def test_the_check_on_english_finds_the_help_of_typer_itself() -> None:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command("meet")(proefprogramma.meet)
    opdracht: Any = typer.main.get_command(app)
    with opdracht.make_context("meet", ["x"]) as context:
        assert check_engels(context.get_help()) >= {
            "usage",
            "options",
            "show",
            "message",
            "exit",
            "default",
            "required",
        }


@pytest.mark.parametrize("naam", ["", *echte_opdrachten()])
def test_no_help_of_a_registered_command_holds_an_english_word(roep: Roep, naam: str) -> None:
    uitkomst = roep(*naam.split(), "--help")
    assert uitkomst.code == 0
    assert uitkomst.fout == ""
    assert uitkomst.uit.startswith(f"Gebruik: conflictstijl {naam}".rstrip())
    assert "  -h, --help" in uitkomst.uit
    for regel in uitkomst.uit.splitlines():
        assert check_engels(regel) == set()


@pytest.mark.parametrize("naam", echte_opdrachten())
def test_no_wrong_call_of_a_registered_command_gets_an_english_answer(roep: Roep, naam: str) -> None:
    for aanroep in verkeerde_aanroepen(naam):
        check_ene_zin(roep(*naam.split(), *aanroep))


@pytest.mark.parametrize("naam", echte_opdrachten())
def test_every_parameter_of_a_registered_command_is_explained(naam: str) -> None:
    _, delen = bouw(naam)
    for deel in delen:
        assert deel.hidden or (deel.help and deel.help.endswith("."))


@pytest.mark.parametrize("breedte", [30, 60, 80])
@pytest.mark.parametrize("naam", ["", *echte_opdrachten()])
def test_help_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, naam: str, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    uitkomst = roep(*naam.split(), "-h")
    assert max(map(len, uitkomst.uit.splitlines())) <= breedte


def test_a_narrow_terminal_gets_one_column(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "39")
    assert "\n  kapot\n    Doe kapot.\n" in proef().uit
    monkeypatch.setenv("COLUMNS", "40")
    assert "\n  kapot       Doe kapot.\n" in proef().uit


def test_help_shows_parameters_in_the_order_of_declaration(proef: Roep) -> None:
    assert proef("meet", "--help").uit == (
        "Gebruik: conflictstijl meet [OPTIES] BESTAND...\n"
        "\n"
        "Doe meet.\n"
        "\n"
        "Proef met een uitleg die langer is.\n"
        "\n"
        "Argumenten:\n"
        "  BESTAND...          Wat je meet. [verplicht]\n"
        "\n"
        "Opties:\n"
        "  --minimum GETAL     Hoeveel op zijn minst. [standaard: 5]\n"
        "  --maat GETAL        Hoe groot. [standaard: 1.5] [omgeving: PROEF_MAAT]\n"
        "  -o, --uitvoer NAAM  Waarheen.\n"
        "  --regels            Per regel.\n"
        "  -h, --help          Toon deze uitleg.\n"
    )


def test_help_shows_both_sides_of_a_switch_and_no_hidden_option(proef: Roep) -> None:
    assert proef("toon", "--help").uit.partition("Opties:\n")[2] == (
        "  --kleur, --geen-kleur  Met kleur.\n"
        "  --soort TEKST          Welke soort. [standaard: de eerste]\n"
        "  -h, --help             Toon deze uitleg.\n"
    )


def test_a_parameter_without_help_or_default_shows_only_its_name() -> None:
    kaal = TyperOption(param_decls=["--een-lange-naam-die-niet-past"], type=str, show_default=False, default="x")
    assert build_rijen([kaal], "option") == [("--een-lange-naam-die-niet-past TEKST", "")]
    assert build_rijen([kaal], "argument") == []


def test_a_long_name_stands_above_its_explanation(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    regel = Opdrachtregel("opdracht-met-een-zeer-lange-naam", "Proef", "Doe iets.", proefprogramma.__name__, "code")
    monkeypatch.setattr(programma, "TABEL", [regel])
    assert "\n  opdracht-met-een-zeer-lange-naam\n" + " " * 30 + "Doe iets.\n" in proef().uit


def test_help_groups_commands_and_hides_hidden_ones(proef: Roep) -> None:
    hulp = proef("--help").uit
    assert "\nProef:\n  meet " in hulp
    assert "heimelijk" not in hulp
    assert proef("heimelijk").code == 3


def test_a_command_of_two_words_stands_in_the_help_of_its_first_word_alone(proef: Roep) -> None:
    regel = "  paar om        Doe paar om.\n"
    hulp = proef("paar", "--help").uit
    assert hulp.startswith("Gebruik: conflictstijl paar [OPTIES] TWEE\n")
    assert f"\nOpdrachten:\n{regel}\nArgumenten:\n" in hulp
    assert "paar om" not in proef("--help").uit
    assert proef("paar", "om", "--help").uit.startswith("Gebruik: conflictstijl paar om [OPTIES] NAAM\n")
    assert "Opdrachten" not in proef("paar", "om", "--help").uit


def test_a_command_of_two_words_gets_what_stands_behind_it(proef: Roep) -> None:
    assert proef("paar", "om", "3") == (0, "om 3\n", "")
    assert proef("paar", "heimelijk") == (3, "", "")
    # the first word by itself takes what is no second word
    assert proef("paar", "1", "2") == (0, "(1, 2) None\n", "")


def test_a_module_without_longer_help_has_the_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(proefprogramma, "UITLEG")
    assert build_opdracht(proefprogramma.TABEL[0]).help == "Doe meet."


@pytest.mark.parametrize("argumenten", [[], ["--debug"], ["-h"], ["--debug", "--help"]])
def test_without_a_command_the_program_shows_its_help(roep: Roep, argumenten: list[str]) -> None:
    assert roep(*argumenten) == roep("--help")
    assert roep(*argumenten).uit.startswith("Gebruik: conflictstijl [OPTIES] OPDRACHT ...")


def test_the_version_is_also_an_option_among_others(roep: Roep) -> None:
    assert roep("--debug", "--version") == (0, f"conflictstijl {__version__}\n", "")


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["kapt"], "onbekende opdracht 'kapt'; bedoelde je 'kapot'?"),
        (["zzz"], "onbekende opdracht 'zzz'; 'conflictstijl --help' toont alle opdrachten"),
        (["heimelij"], "onbekende opdracht 'heimelij'; 'conflictstijl --help' toont alle opdrachten"),
        (["paar", "omm"], "onbekende opdracht 'paar omm'; bedoelde je 'om'?"),
        (["paar-om"], "onbekende opdracht 'paar-om'; bedoelde je 'paar om'?"),
        (["paar", "om", "x"], "NAAM moet een heel getal zijn, niet 'x'"),
        (["paar", "heimelij", "2"], "'heimelij 2' kan niet bij TWEE; kijk bij 'conflictstijl paar --help'"),
        (["--", "--kapot"], "onbekende opdracht '--kapot'; bedoelde je 'kapot'?"),
        (["\x1b[31mrood"], "onbekende opdracht '[31mrood'; 'conflictstijl --help' toont alle opdrachten"),
        (["--verison"], "onbekende optie '--verison' bij 'conflictstijl'; bedoelde je '--version'?"),
        (["meet", "--uitvor=x"], "onbekende optie '--uitvor' bij 'conflictstijl meet'; bedoelde je '--uitvoer'?"),
        (["meet", "-regels"], "onbekende optie '-regels' bij 'conflictstijl meet'; bedoelde je '--regels'?"),
        (
            ["toon", "--geheym"],
            "onbekende optie '--geheym' bij 'conflictstijl toon'; kijk bij 'conflictstijl toon --help'",
        ),
        (["meet", "--debug"], "onbekende optie '--debug' bij 'conflictstijl meet'; zet die optie vóór de opdracht"),
        (["meet", "x", "-o"], "na '-o' ontbreekt NAAM; kijk bij 'conflictstijl meet --help'"),
        (["toon", "--geheim"], "na '--geheim' ontbreekt TEKST; kijk bij 'conflictstijl toon --help'"),
        (["meet", "x", "--regels=ja"], "'--regels' krijgt geen waarde; laat weg wat na '=' staat"),
        (["meet"], "BESTAND ontbreekt; kijk bij 'conflictstijl meet --help'"),
        (["verplicht", "x"], "'--sleutel' ontbreekt; kijk bij 'conflictstijl verplicht --help'"),
        (["verplicht", "--sleutel", "x"], "NAAM ontbreekt; kijk bij 'conflictstijl verplicht --help'"),
        (["meet", "x", "--minimum", "vijf"], "'--minimum' moet een heel getal zijn, niet 'vijf'"),
        (["meet", "x", "--maat", "groot"], "'--maat' moet een getal zijn, niet 'groot'"),
        (["paar", "1", "b"], "'1 b' kan niet bij TWEE; kijk bij 'conflictstijl paar --help'"),
        (["paar", "1"], "zo werkt 'conflictstijl paar' niet; kijk bij 'conflictstijl paar --help'"),
        (["paar", "1", "2", "--getal", "3", "--getal", "x"], "'--getal' moet een heel getal zijn, niet '3 x'"),
        (["kies", "--datum", "morgen"], "'morgen' kan niet bij '--datum'; kijk bij 'conflictstijl kies --help'"),
        (
            ["code", "mijn", "bestand"],
            (
                "'mijn' is te veel; zet een naam met spaties tussen aanhalingstekens, "
                "of kijk bij 'conflictstijl code --help'"
            ),
        ),
    ],
)
def test_a_wrong_call_gets_one_sentence_that_says_what_to_do(proef: Roep, argumenten: list[str], zin: str) -> None:
    assert check_ene_zin(proef(*argumenten)) == zin


def test_a_wrong_value_from_the_environment_is_named(proef: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROEF_MAAT", "groot")
    assert check_ene_zin(proef("meet", "x")) == "'--maat' moet een getal zijn, niet 'groot'"


def test_a_good_call_reaches_the_command(proef: Roep) -> None:
    uitkomst = proef("meet", "a", "b", "--minimum", "7", "-o", "-")
    assert uitkomst.code == 0
    assert '"minimum": 7' in uitkomst.uit
    assert '"uitvoer": "-"' in uitkomst.uit


def test_a_command_is_only_imported_when_it_is_used() -> None:
    regel = Opdrachtregel("weg", "Proef", "Doe niets.", "bestaat.niet", "weg")
    groep = Opdrachtgroep([regel, proefprogramma.TABEL[0]], name="proef")
    assert groep.get_command(None, "meet") is groep.get_command(None, "meet")
    assert groep.get_command(None, "onbekend") is None
    with pytest.raises(ModuleNotFoundError):
        groep.get_command(None, "weg")


def test_the_action_of_a_flag_waits_for_the_flag() -> None:
    gezien: list[Any] = []
    vlag = build_vlag("--nu", hulp="Doe het nu.", actie=gezien.append)
    groep = Opdrachtgroep([], name="proef", params=[vlag])
    groep.make_context("proef", [])
    assert gezien == []
    groep.make_context("proef", ["--nu"], resilient_parsing=True)
    assert gezien == []
    groep.make_context("proef", ["--nu"])
    assert len(gezien) == 1


@pytest.mark.parametrize(
    ("gegeven", "hint"), [("blau", "bedoelde je 'blauw'?"), ("zwart", "kies uit rood, wit of blauw")]
)
def test_an_unknown_choice_names_the_nearest_or_all(gegeven: str, hint: str) -> None:
    with pytest.raises(GebruikFout, match=re.escape(f"er is geen kleur '{gegeven}'; {hint}")):
        check_keuze("kleur", gegeven, ["rood", "wit", "blauw"])


def test_a_known_choice_passes() -> None:
    check_keuze("kleur", "wit", ["rood", "wit", "blauw"])
