"""The public API: questionnaires, answers, profiles and reports, by id, path or object."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import conflictstijl
from conflictstijl import adviseren, tabellen, toepassing
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.mappen import load_eigen_map, load_inhoudsmap
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Persoon, Scoresoort, Variant, Vragenlijst
from conflictstijl.toepassing import Resultaat
from tests.afname.lijsten import VORMEN, VULLING, parse_lijst

KORT = "conflictstijlen-kort"
DRIE = [3] * 15
EIGEN = """\
vragenlijst: eigen
formaat: 1
versie: "2.1"
titel: Eigen lijst
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: {1: Nooit, 2: , 3: Altijd, nvt: Past niet}
schalen: [forceren, vermijden]
items:
  - forceren: Ik houd vol.
  - vermijden: Ik ga weg.
"""


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    pad = tmp_path / "eigen.yaml"
    pad.write_text(EIGEN, encoding="utf-8")
    return pad


def schrijf(pad: Path, inhoud: str) -> Path:
    pad.write_text(inhoud, encoding="utf-8")
    return pad


def fout_bij(*argumenten: Any) -> str:
    """Return the message with which scoring is refused."""
    with pytest.raises(GebruikFout) as fout:
        toepassing.score_antwoorden(*argumenten)
    return str(fout.value)


def lees_vaardigheden(stijl: str) -> list[str]:
    return [vaardigheid.id for vaardigheid in toepassing.load_vaardigheden(stijl)]


def test_every_public_name_is_a_use_case() -> None:
    elders: dict[str, ModuleType] = {"build_advies": adviseren, "score_tabel": tabellen}
    for naam in set(conflictstijl.__all__) - {"__version__"}:
        assert getattr(conflictstijl, naam) is getattr(elders.get(naam, toepassing), naam)


def test_a_questionnaire_is_found_by_id_path_text_and_path_object(eigen: Path) -> None:
    assert toepassing.load_vragenlijst(KORT).id == KORT
    assert toepassing.load_vragenlijst(eigen) == toepassing.load_vragenlijst(str(eigen))
    assert toepassing.load_vragenlijst(eigen).titel == "Eigen lijst"


def test_an_unknown_questionnaire_comes_with_the_nearest() -> None:
    with pytest.raises(GebruikFout, match="bedoelde je 'conflictstijlen-kort'"):
        toepassing.load_vragenlijst("conflictstijlen-krot")


def test_id_path_object_and_sheet_give_the_same_profile() -> None:
    lijst = toepassing.load_vragenlijst(KORT)
    pad = load_inhoudsmap() / f"{KORT}.yaml"
    blad = Antwoordblad(KORT, tuple(DRIE))
    verwacht = toepassing.score_antwoorden(KORT, DRIE)
    assert toepassing.score_antwoorden(lijst, DRIE) == verwacht
    assert toepassing.score_antwoorden(pad, DRIE) == verwacht
    assert toepassing.score_antwoorden(lijst, blad) == verwacht


def test_values_labels_and_open_answers_may_be_mixed(eigen: Path) -> None:
    profiel = toepassing.score_antwoorden(eigen, ["ALTIJD", None])
    assert (profiel.scores["forceren"].waarde, profiel.scores["vermijden"].waarde) == (3, None)
    assert toepassing.score_antwoorden(eigen, [2, "Past niet"]) == toepassing.score_antwoorden(eigen, ["2", NVT])


def test_pairs_take_letters_and_styles() -> None:
    assert toepassing.score_antwoorden("conflictstijlen-paren", ["a"] * 30) == toepassing.score_antwoorden(
        "conflictstijlen-paren",
        [keuze.opties[0].sleutel[0].schaal for keuze in toepassing.load_vragenlijst("conflictstijlen-paren").keuzes],
    )


@pytest.mark.parametrize("aantal", [0, 14, 16])
def test_a_wrong_number_of_answers_is_refused(aantal: int) -> None:
    bericht = f"er zijn {aantal} antwoorden, maar 'conflictstijlen-kort' heeft 15 vragen"
    assert fout_bij(KORT, [3] * aantal) == bericht
    assert fout_bij(KORT, Antwoordblad(KORT, (3,) * aantal)) == bericht


def test_an_unknown_answer_is_refused_with_a_hint() -> None:
    assert fout_bij(KORT, [*DRIE[:-1], "Vaakk"]) == "vraag 15: 'Vaakk' is geen antwoord; bedoelde je 'Vaak'?"
    assert fout_bij(KORT, [9, *DRIE[1:]]) == "vraag 1: '9' is geen antwoord; kies uit 1, 2, 3, 4 of 5"
    assert fout_bij("conflictstijlen-paren", ["c"] * 30) == "vraag 1: 'c' is geen antwoord; kies uit a of b"


def test_a_sheet_of_another_questionnaire_is_refused() -> None:
    blad = Antwoordblad("een-heel-andere-lijst", tuple(DRIE))
    assert fout_bij(KORT, blad) == f"dit antwoordblad hoort bij 'een-heel-andere-lijst', niet bij '{KORT}'"


def test_a_sheet_with_an_answer_that_does_not_exist_is_refused() -> None:
    assert fout_bij(KORT, Antwoordblad(KORT, (*DRIE[:-1], 99))) == "vraag 15: '99' is geen antwoord"
    assert fout_bij("conflictstijlen-paren", Antwoordblad("conflictstijlen-paren", ((0, 1),) * 30)) == (
        "vraag 1: '(0, 1)' is geen antwoord"
    )


def test_not_applicable_is_taken_everywhere_and_counts_as_not_asked() -> None:
    for nvt in (NVT, "nvt"):
        assert toepassing.score_antwoorden(KORT, [nvt, *DRIE[1:]]).gevraagd == 14


def test_a_file_without_any_sheet_is_said(tmp_path: Path) -> None:
    (tmp_path / "leeg.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(GebruikFout, match="geen enkel antwoordblad"):
        toepassing.load_antwoorden(tmp_path / "leeg.jsonl")


def test_answers_without_an_order_are_refused() -> None:
    assert fout_bij(KORT, "3" * 15) == "geef de antwoorden als een lijst, in de volgorde van de vragen"


def test_answers_may_come_by_the_id_of_the_question_and_what_is_left_out_is_open() -> None:
    per_id = {str(nummer): 3 for nummer in range(1, 16)}
    assert toepassing.score_antwoorden(KORT, per_id) == toepassing.score_antwoorden(KORT, DRIE)
    del per_id["4"]
    assert toepassing.score_antwoorden(KORT, per_id) == toepassing.score_antwoorden(KORT, [3, 3, 3, None, *[3] * 11])


def test_a_question_that_does_not_exist_comes_with_the_nearest() -> None:
    assert fout_bij(KORT, {str(nummer): 3 for nummer in range(15)}).startswith(f"'{KORT}' heeft geen vraag '0'; ")
    assert fout_bij("rollen", {"naaste": "ja"}) == "'rollen' heeft geen vraag 'naaste'; bedoelde je 'naasten'?"


@pytest.mark.parametrize(
    ("naam", "inhoud", "aantal"),
    [
        ("een.yaml", f"vragenlijst: {KORT}\nantwoorden: {DRIE}\n", 1),
        ("een.json", json.dumps({"vragenlijst": KORT, "antwoorden": DRIE}), 1),
        ("twee.json", json.dumps([{"vragenlijst": KORT, "antwoorden": DRIE}] * 2), 2),
        ("drie.jsonl", 3 * (json.dumps({"vragenlijst": KORT, "antwoorden": DRIE}) + "\n"), 3),
    ],
)
def test_sheets_are_read_in_every_format(tmp_path: Path, naam: str, inhoud: str, aantal: int) -> None:
    bladen = toepassing.load_antwoorden(schrijf(tmp_path / naam, inhoud))
    assert [(lijst.id, blad.antwoorden) for lijst, blad in bladen] == [(KORT, tuple(DRIE))] * aantal


def test_sheets_are_read_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    invoer = io.TextIOWrapper(io.BytesIO(f"vragenlijst: {KORT}\nantwoorden: {DRIE}\n".encode()))
    monkeypatch.setattr(sys, "stdin", invoer)
    [(lijst, _)] = toepassing.load_antwoorden("-")
    assert lijst.id == KORT


def test_a_given_questionnaire_goes_before_what_a_sheet_names(tmp_path: Path, eigen: Path) -> None:
    blad = schrijf(tmp_path / "blad.yaml", f"vragenlijst: {KORT}\nantwoorden: [1, 3]\n")
    for gegeven in (eigen, str(eigen), toepassing.load_vragenlijst(eigen)):
        [(lijst, _)] = toepassing.load_antwoorden(blad, gegeven)
        assert lijst.id == "eigen"
    [(lijst, _)], meldingen = toepassing.load_bestanden([str(blad)], str(eigen))
    assert (lijst.id, meldingen) == ("eigen", [])


def test_all_findings_of_all_files_come_at_once(tmp_path: Path) -> None:
    een = schrijf(tmp_path / "1.yaml", f"vragenlijst: {KORT}\nantwoorden: [9]\n")
    twee = schrijf(tmp_path / "2.yaml", "antwoorden: [9]\n")
    with pytest.raises(InvoerFout) as fout:
        toepassing.load_bestanden([str(een), str(twee)], None)
    assert {bevinding.plek.bestand for bevinding in fout.value.bevindingen} == {str(een), str(twee)}
    with pytest.raises(InvoerFout):
        toepassing.load_antwoorden(een)


def test_another_version_is_a_warning_and_no_error(tmp_path: Path) -> None:
    blad = schrijf(tmp_path / "b.yaml", f'vragenlijst: {KORT}\nversie: "0.1"\nantwoorden: {DRIE}\n')
    bladen, meldingen = toepassing.load_bestanden([str(blad)], None)
    assert (len(bladen), [melding.code for melding in meldingen]) == (1, ["andere-versie"])
    assert len(toepassing.load_antwoorden(blad)) == 1


def test_the_overview_holds_own_lists_and_what_is_wrong_with_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    load_eigen_map().mkdir()
    schrijf(load_eigen_map() / "eigen.yaml", EIGEN)
    schrijf(load_eigen_map() / "kapot.yaml", "vragenlijst: kapot\n")
    lijsten, bevindingen = toepassing.load_overzicht()
    assert [lijst.id for lijst in lijsten] == [
        "conflictstijlen",
        KORT,
        "conflictstijlen-paren",
        "conflictstijlen-verdieping",
        "egogram",
        "eigen",
        "escalatie",
        "impasse",
        "partijdigheid",
        "praktijksituaties",
        "regie-zonder-macht",
        "relatie-of-afspraken",
        "rollen",
        "rustig-en-gespannen",
        "samenwerkingsbril",
        "veranderfase-ander",
        "veranderfase-zelf",
    ]
    assert {bevinding.plek.bestand for bevinding in bevindingen} == {"kapot.yaml"}


def test_scoring_sheets_gives_each_profile_with_its_questionnaire(tmp_path: Path) -> None:
    blad = schrijf(tmp_path / "b.jsonl", 2 * (json.dumps({"vragenlijst": KORT, "antwoorden": DRIE}) + "\n"))
    gescoord = list(toepassing.score_bladen(toepassing.load_antwoorden(blad)))
    assert [(een.vragenlijst.id, een.profiel.vragenlijst) for een in gescoord] == [(KORT, KORT)] * 2
    assert [een.blad.antwoorden for een in gescoord] == [tuple(DRIE)] * 2


@pytest.mark.parametrize("naam", ["doordrukken", "Doorzetten", "DOORZETTEN (forceren)", " forceren ", "strijden"])
def test_a_style_may_be_given_by_any_of_its_names(naam: str) -> None:
    assert lees_vaardigheden(naam) == lees_vaardigheden("forceren")


def test_skills_of_a_style_come_most_specific_first_and_those_for_all_last() -> None:
    gevonden = toepassing.load_vaardigheden("forceren")
    rangen = [vaardigheid.stijlen.get("forceren", 0) for vaardigheid in gevonden]
    assert rangen == sorted(rangen, reverse=True)
    assert (rangen[0], rangen[-1]) == (3, 0)
    eerste = [len(vaardigheid.stijlen) for vaardigheid in gevonden if vaardigheid.stijlen.get("forceren") == 3]
    assert eerste == sorted(eerste)
    assert {v.id for v in gevonden if not v.stijlen} == {
        v.id for v in toepassing.load_vaardigheden(None) if not v.stijlen
    }


def test_without_a_style_all_skills_come() -> None:
    alle = toepassing.load_vaardigheden(None)
    assert len({vaardigheid.id for vaardigheid in alle}) == len(alle) > len(lees_vaardigheden("forceren"))


def test_an_unknown_style_comes_with_the_nearest_or_all() -> None:
    with pytest.raises(GebruikFout, match="er is geen stijl 'toegevn'; bedoelde je 'toegeven'"):
        toepassing.load_vaardigheden("toegevn")
    with pytest.raises(GebruikFout, match="; kies uit forceren, samenwerken, compromis, vermijden of toegeven"):
        toepassing.load_vaardigheden("xx")


def test_every_style_has_a_short_name() -> None:
    assert toepassing.load_stijlnamen()["forceren"] == "Doorzetten"


def test_a_form_has_every_statement_with_its_answers_below() -> None:
    regels = list(toepassing.render_formulier(toepassing.load_vragenlijst(KORT)))
    lijst = toepassing.load_vragenlijst(KORT)
    assert regels[:4] == [lijst.titel, "", lijst.uitleg, ""]
    blokken = "\n".join(regels[4:]).rstrip("\n").split("\n\n")
    assert blokken == [
        f"{nummer}. {stelling.tekst}\nNooit\nZelden\nSoms\nVaak\nAltijd"
        for nummer, stelling in enumerate(lijst.stellingen, 1)
    ]


def test_a_form_of_pairs_has_both_statements_as_answers() -> None:
    lijst = toepassing.load_vragenlijst("conflictstijlen-paren")
    regels = list(toepassing.render_formulier(lijst))
    opties = [optie.tekst for optie in lijst.keuzes[29].opties]
    assert regels[-4:] == ["30. Wat past het meest bij je?", *opties, ""]
    assert len({regel for regel in regels if regel.endswith("?") and regel[0].isdigit()}) == 30


def test_no_answer_in_a_form_looks_like_a_question(eigen: Path) -> None:
    regels = list(toepassing.render_formulier(toepassing.load_vragenlijst(eigen)))
    assert regels == [
        "Eigen lijst", "", "1. Ik houd vol.", "Nooit", "2", "Altijd", "Past niet", "",
        "2. Ik ga weg.", "Nooit", "2", "Altijd", "Past niet", "",
    ]  # fmt: skip


def test_what_a_form_offers_can_be_scored() -> None:
    lijst = toepassing.load_vragenlijst(KORT)
    blokken = "\n".join(toepassing.render_formulier(lijst)).rstrip("\n").split("\n\n")[2:]
    gekozen = [blok.splitlines()[4] for blok in blokken]
    assert toepassing.score_antwoorden(lijst, gekozen) == toepassing.score_antwoorden(lijst, [4] * 15)


def test_a_report_comes_as_text_markdown_and_json() -> None:
    profiel = toepassing.score_antwoorden(KORT, DRIE)
    assert "\nMijn stijl\n----------\n" in toepassing.build_rapport(profiel)
    assert "\n## Mijn stijl\n" in toepassing.build_rapport(profiel, formaat="markdown")
    assert toepassing.build_rapport(profiel, formaat="html").startswith("<!doctype html>")
    assert json.loads(toepassing.build_rapport(profiel, formaat="json"))["soort"] == "profielen"
    assert max(map(len, toepassing.build_rapport(profiel, breedte=40).splitlines())) <= 40


def test_a_report_on_an_own_list_needs_that_list(eigen: Path) -> None:
    profiel = toepassing.score_antwoorden(eigen, [3, 1])
    for gegeven in (eigen, str(eigen), toepassing.load_vragenlijst(eigen)):
        assert "Eigen lijst" in toepassing.build_rapport(profiel, gegeven)
    assert "versie" in toepassing.build_rapport(profiel, formaat="json")
    with pytest.raises(GebruikFout, match="er is geen vragenlijst 'eigen'"):
        toepassing.build_rapport(profiel)


def test_a_report_with_the_wrong_list_is_refused() -> None:
    profiel = toepassing.score_antwoorden(KORT, DRIE)
    with pytest.raises(GebruikFout, match="dit profiel hoort niet bij vragenlijst 'conflictstijlen'"):
        toepassing.build_rapport(profiel, "conflictstijlen")


def test_a_report_with_an_older_list_of_the_same_name_is_refused(eigen: Path) -> None:
    profiel = toepassing.score_antwoorden(eigen, [3, 1])
    schrijf(eigen, EIGEN.replace("vermijden", "toegeven"))
    with pytest.raises(GebruikFout, match="dit profiel hoort niet bij vragenlijst 'eigen'"):
        toepassing.build_rapport(profiel, eigen)


def test_an_unknown_format_comes_with_the_nearest_or_all() -> None:
    profiel = toepassing.score_antwoorden(KORT, DRIE)
    with pytest.raises(GebruikFout, match="er is geen formaat 'markdwn'; bedoelde je 'markdown'"):
        toepassing.build_rapport(profiel, formaat="markdwn")
    with pytest.raises(GebruikFout, match="er is geen formaat 'pdf'; kies uit tekst, markdown, html of json"):
        toepassing.build_rapport(profiel, formaat="pdf")


def test_checking_a_file_takes_text_and_path(eigen: Path) -> None:
    assert toepassing.check_vragenlijst(load_inhoudsmap() / f"{KORT}.yaml") == []
    schrijf(eigen, "vragenlijst: eigen\n")
    assert toepassing.check_vragenlijst(eigen) == toepassing.check_vragenlijst(str(eigen)) != []


def test_a_notebook_completes_the_public_names_and_an_unknown_one_is_an_attribute_error() -> None:
    assert {"build_rapport", "load_vragenlijst", "__version__"} <= set(dir(conflictstijl))
    with pytest.raises(AttributeError, match="no attribute 'bestaat_niet'"):
        _ = conflictstijl.bestaat_niet


VLAK = (3, 3, 2, 3, 4, 3, 3, 3, 3, 3, 4, 2, 4, 2, 3, 2, 2, 4, 3, 4, 4, 4, 2, 3, 2, 4, 2, 4, 3, 3)
"""Answers to the thirty statements among which nothing stands out."""
UITGESPROKEN = (3, 4, 2, 2, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 3, 2, 3, 3, 5, 3, 4, 2, 3, 2, 4, 4, 2, 3)


KEUZEVORMEN = """\
vragenlijst: keus
formaat: 1
versie: "1.0"
titel: Kies
herkomst: {licentie: CC0-1.0, auteur: test, status: test}
vorm: kies
schalen: [forceren, vermijden]
vormen:
  zelf: {naam: Over mezelf, standaard: ja}
  ander: {naam: Over een collega, over: ander}
items:
  - opties: [{forceren: {zelf: Ik beslis., ander: De ander beslist.}}, {vermijden: {zelf: Ik zwijg., ander: Stilte.}}]
  - opties: [{vermijden: {zelf: Ik wacht., ander: Wachten.}}, {forceren: {zelf: Ik duw., ander: Duwen.}}]
"""


def score_een(naam: str, antwoorden: Sequence[Antwoord], vorm: str = "") -> Resultaat:
    lijst = toepassing.load_vragenlijst(naam, vorm=vorm)
    (resultaat,) = toepassing.score_bladen([(lijst, Antwoordblad(naam, tuple(antwoorden)))])
    return resultaat


def test_a_version_is_loaded_by_its_id_and_a_deepening_is_added_by_its_name() -> None:
    ander = toepassing.load_vragenlijst("conflictstijlen", vorm="ander")
    assert ander.variant
    assert ander.variant.id == "ander"
    assert ander.stellingen[0].tekst.startswith("Mijn collega")
    samen = toepassing.load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    assert (len(samen.items), samen.met) == (50, "conflictstijlen-verdieping")


def test_two_versions_of_one_questionnaire_lie_side_by_side() -> None:
    zelf, ander = score_een("conflictstijlen", VLAK), score_een("conflictstijlen", VLAK[::-1], "ander")
    document = toepassing.build_naast([zelf, ander])
    assert document is not None
    assert document.blokken


@pytest.mark.parametrize("aantal", [0, 1, 3])
def test_only_two_results_lie_side_by_side(aantal: int) -> None:
    resultaten = [score_een("conflictstijlen", VLAK), *[score_een("conflictstijlen", VLAK, "ander")] * 2][:aantal]
    assert toepassing.build_naast(resultaten) is None


def test_two_sheets_of_one_version_or_of_two_questionnaires_do_not_lie_side_by_side() -> None:
    zelf = score_een("conflictstijlen", VLAK)
    assert toepassing.build_naast([zelf, zelf]) is None
    assert toepassing.build_naast([zelf, score_een(KORT, DRIE)]) is None


def build_anders(verander: Callable[[Vragenlijst], Vragenlijst]) -> list[Resultaat]:
    """Return one person in both versions, the other version out of a questionnaire that changed meanwhile."""
    zelf, ander = score_een("conflictstijlen", VLAK), score_een("conflictstijlen", VLAK[::-1], "ander")
    lijst = verander(ander.vragenlijst)
    blad = Antwoordblad(lijst.id, ander.blad.antwoorden[: len(lijst.items)])
    return [zelf, *toepassing.score_bladen([(lijst, blad)])]


def change_items(verander: Callable[[Stelling], Stelling]) -> Callable[[Vragenlijst], Vragenlijst]:
    return lambda lijst: replace(lijst, items=tuple(map(verander, lijst.stellingen)))


def build_gekeerd(stelling: Stelling) -> Stelling:
    return replace(stelling, sleutel=tuple(deel._replace(omgekeerd=not deel.omgekeerd) for deel in stelling.sleutel))


def build_andersom(stelling: Stelling) -> Stelling:
    """Return a statement of which the same values have their labels the other way round."""
    punten = stelling.antwoorden.punten
    labels = [punt.label for punt in reversed(punten)]
    anders = tuple(punt._replace(label=label) for punt, label in zip(punten, labels, strict=True))
    return replace(stelling, antwoorden=replace(stelling.antwoorden, punten=anders))


def drop_schaal(lijst: Vragenlijst) -> Vragenlijst:
    weg = lijst.schalen[-1].id
    items = tuple(item for item in lijst.stellingen if item.sleutel[0].schaal != weg)
    return replace(lijst, schalen=lijst.schalen[:-1], items=items)


@pytest.mark.parametrize(
    "verander",
    [
        lambda lijst: replace(lijst, versie="9.0"),
        lambda lijst: replace(lijst, variant=None),
        lambda lijst: replace(lijst, score=Scoresoort.SOM),
        drop_schaal,
        change_items(build_gekeerd),
        change_items(build_andersom),
        change_items(lambda stelling: replace(stelling, id=f"x{stelling.id}")),
    ],
    ids=["version", "no-versions", "unit", "scale", "key", "answers", "ids"],
)
def test_two_versions_of_a_questionnaire_that_changed_do_not_lie_side_by_side(
    verander: Callable[[Vragenlijst], Vragenlijst],
) -> None:
    resultaten = build_anders(verander)
    assert toepassing.compare_versies(resultaten) is None
    assert toepassing.build_naast(resultaten) is None


def test_only_what_both_versions_ask_must_be_the_same() -> None:
    assert toepassing.compare_versies(build_anders(lambda lijst: lijst)) is not None
    minder = build_anders(lambda lijst: replace(lijst, items=lijst.items[:-1]))
    assert toepassing.compare_versies(minder) is not None


def test_one_version_before_and_after_the_questionnaire_got_versions_is_no_two_versions() -> None:
    zelf = score_een("conflictstijlen", VLAK)
    oud = replace(zelf.vragenlijst, variant=None, varianten=())
    (toen,) = toepassing.score_bladen([(oud, zelf.blad)])
    assert toen.profiel.vorm != zelf.profiel.vorm
    assert toepassing.compare_versies([toen, zelf]) is None


def test_choices_of_two_versions_lie_side_by_side_while_they_count_the_same(tmp_path: Path) -> None:
    schrijf(tmp_path / "keus.yaml", KEUZEVORMEN)
    lijsten = [toepassing.load_vragenlijst(tmp_path / "keus.yaml", vorm=vorm) for vorm in ("zelf", "ander")]
    paren = [(lijst, Antwoordblad(lijst.id, (0, 1))) for lijst in lijsten]
    assert toepassing.build_naast(list(toepassing.score_bladen(paren))) is not None
    keuze = lijsten[1].keuzes[0]
    anders = replace(lijsten[1], items=(replace(keuze, opties=keuze.opties[::-1]), *lijsten[1].items[1:]))
    paren = [paren[0], (anders, paren[1][1])]
    assert toepassing.build_naast(list(toepassing.score_bladen(paren))) is None


def test_a_result_in_which_nothing_stands_out_can_be_deepened() -> None:
    erbij = toepassing.load_verdieping(score_een("conflictstijlen", VLAK))
    assert erbij is not None
    assert erbij.id == "conflictstijlen-verdieping"


@pytest.mark.parametrize(
    ("naam", "antwoorden", "vorm"),
    [
        ("conflictstijlen", [3] * 30, ""),
        ("conflictstijlen", UITGESPROKEN, ""),
        ("conflictstijlen", [*VLAK[:20], *[None] * 10], ""),
        ("conflictstijlen", VLAK, "ander"),
        (KORT, [2, 3, 4] * 5, ""),
    ],
)
def test_a_result_that_nothing_is_gained_for_cannot(naam: str, antwoorden: Sequence[Antwoord], vorm: str) -> None:
    assert toepassing.load_verdieping(score_een(naam, antwoorden, vorm)) is None


def test_a_result_about_someone_else_cannot_be_deepened_also_in_the_standard_version() -> None:
    resultaat = score_een("conflictstijlen", VLAK)
    variant = Variant("maat", "Over een maat", standaard=True)
    for over, aanbod in ((Persoon.ZELF, True), (Persoon.ANDER, False)):
        lijst = replace(resultaat.vragenlijst, variant=variant._replace(over=over))
        assert (toepassing.load_verdieping(resultaat._replace(vragenlijst=lijst)) is not None) == aanbod


def test_a_sheet_and_the_one_that_deepens_it_become_one() -> None:
    eerst, erbij = score_een("conflictstijlen", VLAK), score_een("conflictstijlen-verdieping", [2, 4, 3, 2, 4] * 4)
    samen = toepassing.build_samen(eerst[:2], erbij[:2])
    lijst, blad = samen
    assert lijst == toepassing.load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    assert blad.antwoorden == (*VLAK, *[2, 4, 3, 2, 4] * 4)
    (resultaat,) = toepassing.score_bladen([samen])
    assert (resultaat.profiel.beantwoord, resultaat.profiel.met) == (50, "conflictstijlen-verdieping")
    assert toepassing.load_verdieping(resultaat) is None


def test_questionnaires_that_do_not_belong_together_stay_apart() -> None:
    with pytest.raises(GebruikFout, match="'conflictstijlen-verdieping' hoort niet bij 'conflictstijlen-kort'"):
        toepassing.build_samen(score_een(KORT, DRIE)[:2], score_een("conflictstijlen-verdieping", [3] * 20)[:2])


def test_answers_of_every_form_may_be_given_as_a_caller_has_them() -> None:
    lijst = parse_lijst(VORMEN)
    gegeven: dict[str, Any] = dict(zip((vraag.id for vraag in lijst.vragen), VULLING, strict=True)) | {"4": "a b c"}
    verwacht = toepassing.score_antwoorden(lijst, gegeven)
    for naam, anders in (("leiding", "JA"), ("1", 1), ("2", "forceren"), ("3", ["a", "b"]), ("4", ("a", "b", "c")),
                         ("3", {"beste": "forceren", "slechtste": "b"}), ("5", [5, 3, 2]),
                         ("5", {"forceren": 5, "vermijden": 3, "toegeven": 2})):  # fmt: skip
        assert toepassing.score_antwoorden(lijst, gegeven | {naam: anders}) == verwacht
    assert fout_bij(lijst, gegeven | {"5": [5, 3, 3]}) == (
        "vraag 5: '[5, 3, 3]' is geen antwoord; samen is dat 11 en het moet 10 zijn"
    )
