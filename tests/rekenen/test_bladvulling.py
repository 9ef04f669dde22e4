"""What stands on a worksheet beforehand: as far as it fits the question, and nothing where nobody gave anything."""

import pytest

from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladvulling import OVER_JEZELF, Vulling
from conflictstijl.model.werkblad import WIE, Invulling, Regels, Werkvraag
from conflictstijl.rekenen.bladvulling import build_voorstel, check_over_jezelf, check_vulbaar, render_gemist
from tests.laden.lezen import GOED

VUL = load_werkblad(str(GOED / "werkblad-vul.yaml"))
KLEIN = load_werkblad(str(GOED / "werkblad-klein.yaml"))
VRAGEN = Vulling.CASUS_VRAGEN
KORT = Werkvraag("x", "Wat?", "x", vul=VRAGEN)


@pytest.mark.parametrize(
    ("vraag", "teksten", "voorstel"),
    [
        (KORT, ("Wat telt?", "Wie wint."), ("Wat telt? Wie wint.",)),
        (KORT, ("jij", "je collega"), ("jij; je collega",)),
        (KORT._replace(hoogstens=2), ("a", "b", "c"), ("a", "b")),
        (KORT._replace(lang=True), ("a", "b", "c"), ("a", "b", "c")),
        (KORT._replace(langste=8), ("aap noot mies",), ("aap…",)),
        (KORT._replace(langste=3), ("aapnootmies",), ("…",)),
        (KORT, (), ()),
        (KORT._replace(vul=None), ("a",), ()),
        (WIE._replace(vul=VRAGEN), ("moeder", "Moeder"), ()),
    ],
)
def test_texts_become_an_answer_that_fits_the_question(vraag: Werkvraag, teksten: Regels, voorstel: Regels) -> None:
    assert build_voorstel(vraag, {VRAGEN: teksten}) == voorstel


@pytest.mark.parametrize(
    ("vraag", "teksten", "zin"),
    [
        (KORT._replace(hoogstens=2), ("a", "b"), ""),
        (KORT._replace(hoogstens=2), ("a", "b", "c"), "Niet alles past: 1 van de 3 staat er niet bij."),
        (KORT._replace(hoogstens=2), ("a", "b", "c", "d"), "Niet alles past: 2 van de 4 staan er niet bij."),
        (KORT._replace(langste=8), ("aap noot mies",), "Niet alles past: een tekst is ingekort."),
        (KORT._replace(langste=8), ("aap   noot",), ""),
        (KORT, (), ""),
    ],
)
def test_what_does_not_fit_is_said(vraag: Werkvraag, teksten: Regels, zin: str) -> None:
    assert render_gemist(vraag, {VRAGEN: teksten}) == zin


def test_without_anything_given_nothing_stands_there() -> None:
    assert build_voorstel(KORT, {}) == ()


def test_a_worksheet_is_filled_by_what_one_of_its_questions_takes() -> None:
    assert check_vulbaar(VUL, {Vulling.PROFIEL_HOOG: ("x",)})
    assert not check_vulbaar(KLEIN, dict.fromkeys(Vulling, ("x",)))


@pytest.mark.parametrize("vulling", Vulling)
def test_only_what_comes_from_own_scores_and_was_kept_is_about_oneself(vulling: Vulling) -> None:
    vraag = next(vraag for vraag in VUL.delen[0].vragen if vraag.vul is vulling)
    ingevuld = Invulling(VUL.id, VUL.versie, {("", vraag.id): ("iets",)})
    assert check_over_jezelf(VUL, ingevuld, {vulling: ("iets",)}) == (vulling in OVER_JEZELF)
    assert not check_over_jezelf(VUL, ingevuld, {vulling: ("iets anders",)})
    assert not check_over_jezelf(VUL, ingevuld, {})
    assert not check_over_jezelf(VUL, ingevuld._replace(antwoorden={("", vraag.id): ()}), {vulling: ("iets",)})


def test_a_story_is_split_in_sentences_where_each_has_a_line_of_its_own() -> None:
    feiten = KORT._replace(vul=Vulling.CASUS_VERHAAL, hoogstens=3)
    verhaal = {Vulling.CASUS_VERHAAL: ("Het is 3.5 jaar zo. 'Nee!' zegt hij. Zij zwijgt.", "Dan gaat ze.")}
    assert build_voorstel(feiten, verhaal) == ("Het is 3.5 jaar zo.", "'Nee!' zegt hij.", "Zij zwijgt.")
    lang = feiten._replace(hoogstens=1, lang=True)
    assert build_voorstel(lang, verhaal) == verhaal[Vulling.CASUS_VERHAAL]


def test_who_somebody_is_stands_among_who_are_there_and_not_among_the_others() -> None:
    partijen = {Vulling.CASUS_PARTIJEN: ("jij", "je collega")}
    assert build_voorstel(WIE, partijen) == ("jij", "je collega")
    assert build_voorstel(KORT._replace(vul=Vulling.CASUS_PARTIJEN, hoogstens=3), partijen) == ("je collega",)
