"""The command `nieuw`: every example works at once, nothing is lost, and a wrong call says what to give."""

import errno
import io
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conflictstijl import toepassing
from conflictstijl.cli.nieuw import CASUS, SOORTEN, VORMEN, VRAGENLIJST, WERKBLAD, WERKVORM
from conflictstijl.laden import velden
from conflictstijl.laden.mappen import load_inhoudsmap
from conflictstijl.model.vragen import Achtergrondvraag, OpenVraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.blad import spell_antwoord
from conflictstijl.rekenen.sleutelcontrole import build_zuiver
from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen, parse_zinnen
from conflictstijl.tekst import fold_tekst
from tests.laden.lezen import parse_boom
from tests.laden.schemas import build_waarde, load_keurder
from tests.redacteur.aanwezig import check_server
from tests.redacteur.nederlands import check_nederlands
from tests.redacteur.redacteur import SERVER, Redacteur, run_redacteur
from tests.taal.teksten import ETIKET, GEMIDDELDE_ZIN, LIJDEND, load_teksten

from .conftest import WORTEL, Roep

SJABLONEN = WORTEL / "conflictstijl" / "sjablonen"
BESTANDEN = sorted(SJABLONEN.rglob("*.yaml"))
LIJSTEN = {vorm: SJABLONEN / VRAGENLIJST / f"{vorm}.yaml" for vorm in VORMEN}
LANGSTE = {"stijlen": 80, "adviezen": 80}
"""Lines of the kinds that need all five styles; any other example is short."""
NOG_NIET = ["situaties", "vertaling"]
AANROEP = {**{vorm: (VRAGENLIJST, vorm) for vorm in VORMEN}, **{soort: (soort, "") for soort in SOORTEN[1:]}}
"""By the name of an example: how it is asked for."""


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    map_ = tmp_path / "werk"
    map_.mkdir()
    monkeypatch.chdir(map_)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    return map_


@pytest.fixture(scope="module")
def redacteur() -> Iterator[Redacteur]:
    check_server(shutil.which("node"), SERVER, verplicht=bool(os.environ.get("CI")))
    with run_redacteur() as redacteur:
        yield redacteur


def maak(roep: Roep, vorm: str, naam: str = "ons-team") -> Path:
    soort, keus = AANROEP[vorm]
    uitkomst = roep("nieuw", soort, naam, *(["--vorm", keus] if keus else []))
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    return Path(f"{naam}.yaml")


def list_werkmap() -> list[str]:
    return sorted(pad.name for pad in Path().iterdir())


def list_versies() -> Iterator[tuple[str, str]]:
    """Yield every example of a questionnaire with each of its versions; the empty one where it has none."""
    for vorm, pad in LIJSTEN.items():
        varianten = toepassing.load_vragenlijst(str(pad)).varianten
        yield from ((vorm, variant.id) for variant in varianten) if varianten else [(vorm, "")]


def list_stijlen() -> Iterator[tuple[str, str, str]]:
    """Yield every version of every example with each style that it measures."""
    for vorm, variant in list_versies():
        lijst = toepassing.load_vragenlijst(str(LIJSTEN[vorm]), vorm=variant)
        yield from ((vorm, variant, schaal.id) for schaal in lijst.schalen if not schaal.prestatie)


def build_regels(lijst: Vragenlijst, schaal: str) -> Iterator[str]:
    """Yield what somebody types who always chooses one style; questions that are not asked get no line."""
    gegeven: dict[str, object] = {}
    zuiver = dict(zip((item.id for item in lijst.items), build_zuiver(lijst, schaal).antwoorden, strict=True))
    for vraag in lijst.vragen:
        antwoord = 0 if isinstance(vraag, Achtergrondvraag) else zuiver.get(vraag.id, "Eigen woorden.")
        if all(gegeven.get(eis.vraag) in eis.antwoorden for eis in vraag.als):
            gegeven[vraag.id] = antwoord
            gespeld = antwoord if isinstance(vraag, OpenVraag) else spell_antwoord(antwoord, vraag)
            yield " ".join(map(str, gespeld)) if isinstance(gespeld, list) else str(gespeld)


# what is written


@pytest.mark.parametrize("vorm", AANROEP)
def test_an_example_is_written_with_its_schema_and_has_no_findings(roep: Roep, vorm: str) -> None:
    pad = maak(roep, vorm)
    soort = AANROEP[vorm][0]
    assert list_werkmap() == sorted([pad.name, f"{soort}-1.json"])
    assert roep("controleer", str(pad)) == (0, "1 bestand nagekeken, geen bevindingen\n", "")


@pytest.mark.parametrize("vorm", AANROEP)
def test_a_written_file_is_the_example_with_its_own_name_and_the_schema_beside_it(roep: Roep, vorm: str) -> None:
    soort, keus = AANROEP[vorm]
    tekst = maak(roep, vorm).read_text(encoding="utf-8").splitlines()
    bron = (SJABLONEN / (f"{soort}/{keus}.yaml" if keus else f"{soort}.yaml")).read_text(encoding="utf-8").splitlines()
    anders = [regel for regel, oud in zip(tekst, bron, strict=True) if regel != oud]
    assert anders == [f"# yaml-language-server: $schema={soort}-1.json", f"{soort}: ons-team"]


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_schema_beside_the_file_is_the_one_that_the_program_shows(roep: Roep, soort: str) -> None:
    assert roep("nieuw", soort, "ons-team").code == 0
    assert json.loads(Path(f"{soort}-1.json").read_bytes()) == json.loads(roep("schema", soort).uit)


def test_the_next_two_commands_are_told_and_work(roep: Roep, shell: Roep) -> None:
    uit = roep("nieuw", VRAGENLIJST, "ons-team").uit
    assert uit.splitlines() == [
        "Geschreven: ons-team.yaml, met ernaast vragenlijst-1.json voor je editor.",
        "Zet er je eigen teksten in. Geef daarna:",
        "  conflictstijl controleer ons-team.yaml",
        "  conflictstijl afnemen ons-team.yaml",
    ]
    assert roep("controleer", "ons-team.yaml").code == 0
    assert shell("yes 3 | head -n 15 | $ECHT afnemen ons-team.yaml").code == 0


def test_of_a_case_the_next_commands_check_show_and_advise_and_work(roep: Roep) -> None:
    uit = roep("nieuw", CASUS, "het-raam").uit
    opdrachten = [regel.split()[1:] for regel in uit.splitlines() if regel.startswith("  ")]
    assert [opdracht for opdracht, _ in opdrachten] == ["controleer", "casussen", "situatie"]
    assert {naam for _, naam in opdrachten} == {"het-raam.yaml"}
    veilig = ["--kenmerk", "veiligheid=veilig"]  # which a person is asked, and a test is not
    for opdracht in opdrachten:
        uitkomst = roep(*opdracht, *(veilig if opdracht[0] == "situatie" else []))
        assert (uitkomst.code, uitkomst.fout) == (0, ""), opdracht


def test_of_a_method_the_next_commands_check_and_show_it_and_work(roep: Roep) -> None:
    uit = roep("nieuw", WERKVORM, "koffierondje").uit
    opdrachten = [regel.split()[1:] for regel in uit.splitlines() if regel.startswith("  ")]
    assert opdrachten == [["controleer", "koffierondje.yaml"], ["werkvormen", "koffierondje.yaml"]]
    assert [roep(*opdracht).code for opdracht in opdrachten] == [0, 0]


def test_of_a_worksheet_the_next_commands_check_and_ask_it_and_work(roep: Roep) -> None:
    uit = roep("nieuw", WERKBLAD, "teamvragen").uit
    opdrachten = [regel.split()[1:] for regel in uit.splitlines() if regel.startswith("  ")]
    assert opdrachten == [["controleer", "teamvragen.yaml"], ["werkblad", "teamvragen.yaml"]]
    for opdracht, erbij in zip(opdrachten, ([], ["--leeg"]), strict=True):
        assert roep(*opdracht, *erbij).code == 0, opdracht


@pytest.mark.parametrize("soort", SOORTEN[4:])
def test_of_a_file_without_questions_only_the_check_comes_next(roep: Roep, soort: str) -> None:
    opdrachten = [regel for regel in roep("nieuw", soort, "ons-team").uit.splitlines() if regel.startswith("  ")]
    assert opdrachten == ["  conflictstijl controleer ons-team.yaml"]


def test_all_that_is_told_fits_a_narrow_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for uit in (roep("nieuw", VRAGENLIJST, "ons-team").uit, roep("nieuw", "--help").uit):
        assert max(map(len, uit.splitlines())) <= 60


@pytest.mark.parametrize(
    ("woord", "regel"),
    [
        ("kies", "vorm: kies"),
        ("rangschik", "vorm: rangschik"),
        ("verdeel", "vorm: verdeel"),
        ("beste_en_slechtste", "vorm: beste_en_slechtste"),
        ("vormen", "vormen:"),
    ],
)
def test_a_word_of_the_format_finds_its_example_too(roep: Roep, woord: str, regel: str) -> None:
    assert roep("nieuw", VRAGENLIJST, "ons-team", "--vorm", woord).code == 0
    assert regel in Path("ons-team.yaml").read_text(encoding="utf-8").splitlines()


def test_a_dash_shows_the_example_and_writes_nothing(shell: Roep) -> None:
    uitkomst = shell("$ECHT nieuw vragenlijst ons-team --vorm situaties -o -", PYTHONIOENCODING="ascii")
    assert (uitkomst.code, uitkomst.fout, list_werkmap()) == (0, "", [])
    assert "\nvragenlijst: ons-team\n" in uitkomst.uit
    assert "cliënt" in uitkomst.uit


@pytest.mark.parametrize("uit", ["elders", "elders/", "elders/ons-team.yaml", "elders/ons-team.yml"])
def test_another_place_is_a_folder_or_a_file_with_the_same_name(roep: Roep, uit: str) -> None:
    Path("elders").mkdir()
    uitkomst = roep("nieuw", VRAGENLIJST, "ons-team", "-o", uit)
    bestand = "ons-team.yml" if uit.endswith("yml") else "ons-team.yaml"
    assert uitkomst.code == 0
    assert f"  conflictstijl controleer elders/{bestand}\n" in uitkomst.uit
    assert sorted(pad.name for pad in Path("elders").iterdir()) == [bestand, "vragenlijst-1.json"]
    assert list_werkmap() == ["elders"]


def test_knowledge_may_go_into_a_file_with_another_name(roep: Roep) -> None:
    assert roep("nieuw", "vaardigheden", "ons-team", "-o", "vaardigheden.yaml").code == 0
    assert roep("controleer", "vaardigheden.yaml").code == 0


@pytest.mark.parametrize(
    ("map_", "getoond"),
    [
        ("een map", '"een map/ons-team.yaml"'),
        ("geld$HOME", "'geld$HOME/ons-team.yaml'"),
        ("zo'n", '"zo\'n/ons-team.yaml"'),
        ("café", "café/ons-team.yaml"),
    ],
)
def test_the_next_commands_can_be_pasted_whatever_the_folder_is_called(
    roep: Roep, shell: Roep, map_: str, getoond: str
) -> None:
    Path(map_).mkdir()
    *_, opdracht, _ = roep("nieuw", VRAGENLIJST, "ons-team", "-o", map_).uit.splitlines()
    assert opdracht == f"  conflictstijl controleer {getoond}"
    assert shell(opdracht.replace("conflictstijl", "$ECHT", 1)).code == 0


def test_advice_knows_the_skills_of_the_example_beside_it(roep: Roep) -> None:
    maak(roep, "adviezen", "adviezen")
    maak(roep, "vaardigheden", "vaardigheden")
    assert roep("controleer", ".") == (0, "2 bestanden nagekeken, geen bevindingen\n", "")


# nothing is lost


def test_a_file_that_is_there_is_never_overwritten(roep: Roep) -> None:
    Path("ons-team.yaml").write_text("van mij", encoding="utf-8")
    uitkomst = roep("nieuw", VRAGENLIJST, "ons-team")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout == "conflictstijl: 'ons-team.yaml' bestaat al; kies een andere naam of geef --overschrijf\n"
    assert Path("ons-team.yaml").read_text(encoding="utf-8") == "van mij"
    assert list_werkmap() == ["ons-team.yaml"]


def test_a_file_is_replaced_when_asked(roep: Roep) -> None:
    Path("ons-team.yaml").write_text("van mij", encoding="utf-8")
    assert roep("nieuw", VRAGENLIJST, "ons-team", "--overschrijf").code == 0
    assert "van mij" not in Path("ons-team.yaml").read_text(encoding="utf-8")


def test_a_schema_that_is_there_is_left_alone(roep: Roep) -> None:
    maak(roep, "stellingen", "een")
    voor = Path("vragenlijst-1.json").stat()
    maak(roep, "paren", "twee")
    assert Path("vragenlijst-1.json").stat() == voor


def test_an_older_schema_of_the_program_is_renewed(roep: Roep) -> None:
    schema = Path("vragenlijst-1.json")
    schema.write_text('{"$id": "urn:conflictstijl:schema:vragenlijst-1"}', encoding="utf-8")
    maak(roep, "stellingen")
    assert json.loads(schema.read_bytes())["title"] == "Vragenlijst"


@pytest.mark.parametrize("soort", ["bestand", "map", "fifo", "link"])
@pytest.mark.parametrize("extra", [[], ["--overschrijf"]])
def test_something_else_in_the_place_of_the_schema_stays_and_is_told(roep: Roep, soort: str, extra: list[str]) -> None:
    plek = Path("vragenlijst-1.json")
    if soort == "bestand":
        plek.write_text("van mij", encoding="utf-8")
    elif soort == "map":
        plek.mkdir()
    elif soort == "fifo":
        os.mkfifo(plek)
    else:
        plek.symlink_to("weg")
    uitkomst = roep("nieuw", VRAGENLIJST, "ons-team", *extra)
    assert uitkomst.code == 0
    assert uitkomst.fout == (
        "'vragenlijst-1.json' is hier iets anders en blijft zo; kies een andere map als je editor moet helpen\n"
    )
    assert soort != "bestand" or plek.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("nummer", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_refuses_gets_nothing_and_the_reason_is_told(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, nummer: int
) -> None:
    def weiger(**_: object) -> None:
        raise OSError(nummer, "no")

    monkeypatch.setattr(tempfile, "mkstemp", weiger)
    uitkomst = roep("nieuw", VRAGENLIJST, "ons-team")
    assert (uitkomst.code, uitkomst.uit) == (1, "")
    assert re.fullmatch(
        r"conflictstijl: 'ons-team\.yaml' schrijven lukt niet: .*; kies een andere plek\n", uitkomst.fout
    )
    assert list_werkmap() == []


def test_a_schema_that_cannot_be_replaced_stops_before_anything_is_written(
    roep: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("vragenlijst-1.json").write_text('"urn:conflictstijl:schema:vragenlijst-1"', encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    uitkomst = roep("nieuw", VRAGENLIJST, "ons-team")
    assert (uitkomst.code, uitkomst.uit) == (1, "")
    assert "'vragenlijst-1.json' is alleen-lezen" in uitkomst.fout
    assert list_werkmap() == ["vragenlijst-1.json"]


# a wrong call


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "geef een soort en een naam, bijvoorbeeld: conflictstijl nieuw vragenlijst ons-team"),
        (["stijlen"], "geef ook een naam, bijvoorbeeld: conflictstijl nieuw stijlen ons-team"),
        (["vragenlijsten", "x"], "er is geen soort 'vragenlijsten'; bedoelde je 'vragenlijst'?"),
        (["ons-team"], "er is geen soort 'ons-team'; kies uit vragenlijst, casus, werkvorm, werkblad, vaardigheden,"),
        ([VRAGENLIJST, "x", "--vorm", "rangordes"], "er is geen vorm 'rangordes'; bedoelde je 'rangorde'?"),
        (["stijlen", "x", "--vorm", "paren"], "--vorm hoort bij vragenlijst, niet bij stijlen; laat --vorm weg"),
        ([VRAGENLIJST, "-"], "geef eerst een naam; met '-o -' erbij zie je het voorbeeld alleen op het scherm"),
        ([VRAGENLIJST, "ons-team", "-o", "x.yaml"], "'x.yaml' heet anders dan de vragenlijst; noem het bestand"),
        ([VRAGENLIJST, "ons-team", "-o", "x"], "'x' is geen map en eindigt niet op .yaml; schrijf bijvoorbeeld"),
        (["stijlen", "ons-team", "-o", "x.md"], "'x.md' is geen map en eindigt niet op .yaml; schrijf bijvoorbeeld"),
        ([VRAGENLIJST, "ons-team", "-o", "weg/ons-team.yaml"], "de map 'weg' is er niet; maak die eerst, of kies"),
        ([VRAGENLIJST, "conflictstijlen"], "bij het programma hoort al een vragenlijst 'conflictstijlen'; kies"),
        ([CASUS, "rooster"], "bij het programma hoort al een casus 'rooster'; kies een andere naam"),
        ([WERKVORM, "balint"], "bij het programma hoort al een werkvorm 'balint'; kies een andere naam"),
        ([CASUS, "het-raam", "-o", "x.yaml"], "'x.yaml' heet anders dan de casus; noem het bestand 'het-raam.yaml'"),
        ([CASUS, "het-raam", "--vorm", "paren"], "--vorm hoort bij vragenlijst, niet bij casus; laat --vorm weg"),
    ],
)
def test_a_wrong_call_is_one_line_and_writes_nothing(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("nieuw", *argumenten)
    assert (uitkomst.code, uitkomst.uit, list_werkmap()) == (2, "", [])
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1


@pytest.mark.parametrize("soort", NOG_NIET)
def test_a_kind_that_comes_later_is_told_as_such(roep: Roep, soort: str) -> None:
    keuzes = "vragenlijst, casus, werkvorm, werkblad, vaardigheden, stijlen, adviezen of normgroep"
    fout = f"conflictstijl: '{soort}' kan deze versie nog niet; kies uit {keuzes}\n"
    assert roep("nieuw", soort, "ons-team") == (2, "", fout)


def test_every_kind_of_the_format_has_an_example_or_comes_later() -> None:
    assert set(velden.SOORTEN) == {*SOORTEN, *NOG_NIET}


@pytest.mark.parametrize(
    ("naam", "voorstel"),
    [
        ("Ons Team", "'ons-team'"),
        ("team.yaml", "'team'"),
        ("team.YML", "'team-yml'"),
        ("v1.0", "'v1-0'"),
        ("Privé", "'prive'"),
        ("lijsten/team", "'team'; de map geef je met -o"),
        ("..\\team.yaml", "'team'; de map geef je met -o"),
        ("../../etc/passwd", "'passwd'; de map geef je met -o"),
        ("/", "'ons-team'; de map geef je met -o"),
        ("2024", "'ons-team'"),
        ("日本", "'ons-team'"),
        ("null", "'ons-team'"),
        ("a--b", "'a-b'"),
        ("x\x1b[31m\u202e\n  y", "'x-31m-y'"),
        ("team: {a: 1}", "'team-a-1'"),
        ("a" * 41, f"'{'a' * 40}'"),
        ("x" * 5000, f"'{'x' * 40}'"),
    ],
)
def test_a_name_that_cannot_be_one_gets_the_nearest_that_can(roep: Roep, naam: str, voorstel: str) -> None:
    uitkomst = roep("nieuw", VRAGENLIJST, naam)
    assert (uitkomst.code, uitkomst.uit, list_werkmap()) == (2, "", [])
    assert uitkomst.fout.endswith(
        f" kan geen naam zijn; gebruik kleine letters, cijfers en streepjes, zoals {voorstel}\n"
    )
    assert uitkomst.fout.rstrip("\n").isprintable()
    assert len(uitkomst.fout) < 200


@pytest.mark.parametrize("naam", ["con", "nul", "prn", "aux", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(roep: Roep, naam: str) -> None:
    fout = f"conflictstijl: '{naam}' kan op Windows geen bestand heten; kies een andere naam\n"
    assert roep("nieuw", "stijlen", naam) == (2, "", fout)
    assert roep("nieuw", "stijlen", f"{naam}-team").code == 0


def test_knowledge_may_have_the_name_of_a_shipped_questionnaire(roep: Roep) -> None:
    assert roep("nieuw", "stijlen", "conflictstijlen").code == 0


# what help and the Tab key show


def test_help_names_every_kind_and_every_form(roep: Roep) -> None:
    hulp = roep("nieuw", "--help").uit
    assert [naam for naam in (*SOORTEN, *VORMEN) if naam not in hulp] == []


def test_there_is_an_example_of_every_kind_and_form_and_no_other() -> None:
    verwacht = [*LIJSTEN.values(), *(SJABLONEN / f"{soort}.yaml" for soort in SOORTEN[1:])]
    assert sorted(verwacht) == BESTANDEN


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [("nieuw vra", ["vragenlijst"]), ("nieuw vragenlijst x --vorm ", list(VORMEN)), ("nieuw ", list(SOORTEN))],
)
def test_the_tab_key_completes_kinds_and_forms(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, getypt: str, verwacht: list[str]
) -> None:
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"conflictstijl {getypt}")
    assert re.findall(r'^(?:_arguments.*\()?\(?"([a-z-]+)"', roep().uit, re.MULTILINE) == verwacht


# the examples themselves


@pytest.mark.no_cover
@pytest.mark.parametrize(("vorm", "variant", "schaal"), list(list_stijlen()))
def test_who_always_chooses_one_style_comes_out_on_it_and_the_sheet_scores_the_same(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, vorm: str, variant: str, schaal: str
) -> None:
    pad = maak(roep, vorm)
    lijst = toepassing.load_vragenlijst(str(pad), vorm=variant)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join([*build_regels(lijst, schaal), ""])))
    opties = ["--vorm", variant] if variant else []
    genomen = roep("afnemen", str(pad), *opties, "--json", "-o", "blad.yaml")
    assert genomen.code == 0, genomen.fout
    (profiel,) = json.loads(genomen.uit)["profielen"]
    onderdeel = schaal.rpartition(".")[0]
    scores = {naam: deel["waarde"] for naam, deel in profiel["scores"].items() if naam != "passend"}
    eigen = {naam: waarde for naam, waarde in scores.items() if naam.rpartition(".")[0] == onderdeel}
    assert [naam for naam, waarde in eigen.items() if waarde == max(eigen.values())] == [schaal]
    assert all(waarde is not None for waarde in scores.values())
    gescoord = json.loads(roep("scoor", "blad.yaml", "--vragenlijst", str(pad), "--json").uit)
    assert gescoord["profielen"] == [profiel]


@pytest.mark.parametrize("pad", LIJSTEN.values(), ids=lambda pad: pad.stem)
def test_every_style_has_two_to_four_texts_in_every_part(pad: Path) -> None:
    lijst = toepassing.load_vragenlijst(str(pad))
    teller = Counter(deel.schaal for _, _, sleutel, _ in lijst.uitspraken() for deel in sleutel)
    stijlen = {schaal.id: teller[schaal.id] for schaal in lijst.schalen if not schaal.prestatie}
    assert len(set(stijlen.values())) == 1
    assert set(stijlen.values()) <= {2, 3, 4}


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_an_example_is_valid_for_its_schema(pad: Path) -> None:
    soort = VRAGENLIJST if pad in LIJSTEN.values() else pad.stem
    boom = parse_boom(pad.name, pad.read_bytes())
    assert boom is not None
    assert [fout.message for fout in load_keurder(soort).iter_errors(build_waarde(boom))] == []


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_an_example_is_short_and_fits_a_screen(pad: Path) -> None:
    regels = pad.read_text(encoding="utf-8").splitlines()
    assert len(regels) <= LANGSTE.get(pad.stem, 50)
    assert max(map(len, regels)) <= 160


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_every_text_and_every_comment_is_plain_dutch(pad: Path) -> None:
    commentaar = re.findall(r"(?:^|\s)# (.*)", pad.read_text(encoding="utf-8").partition("\n")[2])
    zinnen = [tekst for _, tekst in load_teksten(pad) if not tekst.startswith("CC-")]
    assert len(commentaar) > 5
    # the apostrophe of "collega's" is no quotation mark
    assert check_nederlands(re.sub(r"(?<=\w)'(?=\w)", "’", "\n".join([*commentaar, *zinnen]))) == []
    assert [wat for tekst in [*commentaar, *zinnen] for _, wat in check_zinnen(tekst)] == []
    assert [tekst for tekst in [*commentaar, *zinnen] if LIJDEND.search(tekst) or ETIKET.search(tekst)] == []
    lengtes = [len(zin) for tekst in zinnen for zin in parse_zinnen(tekst) if len(zin) > 2]
    assert statistics.fmean(lengtes) <= GEMIDDELDE_ZIN
    assert max(lengtes) <= LANGSTE_ZIN


def test_no_text_to_choose_is_one_of_the_shipped_questionnaires() -> None:
    eigen = [toepassing.load_vragenlijst(str(pad)) for pad in LIJSTEN.values()]
    mee = [toepassing.load_vragenlijst(str(pad)) for pad in load_inhoudsmap().glob("*.yaml")]
    teksten = [
        [fold_tekst(tekst) for lijst in groep for _, tekst, _, _ in lijst.uitspraken()] for groep in (eigen, mee)
    ]
    assert len(teksten[0]) > 100
    assert set(teksten[0]) & set(teksten[1]) == set()


@pytest.mark.parametrize("vorm", AANROEP)
def test_an_editor_underlines_nothing_in_a_written_file_and_does_look_at_it(
    roep: Roep, redacteur: Redacteur, vorm: str
) -> None:
    tekst = maak(roep, vorm).read_text(encoding="utf-8")
    heel, vreemd = (redacteur.open(Path.cwd(), inhoud) for inhoud in (tekst, f"{tekst}kleur: rood\n"))
    assert redacteur.read_meldingen(heel) == []
    assert [melding.tekst for melding in redacteur.read_meldingen(vreemd)] == ["Property kleur is not allowed."]
