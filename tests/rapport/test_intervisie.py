"""The preparation of a session as sheets: what is not there leaves no empty headings, and what is asked is told."""

from pathlib import Path

import pytest

from conflictstijl import voorbereiden
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.laden.groepstelling import GEWONE_LIJST
from conflictstijl.model.document import Kop
from conflictstijl.model.groepsbeeld import Groepscijfers
from conflictstijl.model.intervisie import Groepsinbreng, Intervisieopdracht, Praktisch
from conflictstijl.rapport.intervisiebladen import render_opdracht
from conflictstijl.rapport.kloktijd import render_tijden
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from tests.laden.lezen import GOED

BASIS = Intervisieopdracht("incidentmethode", 90)


def build_groep(**eerste: int) -> Groepsinbreng:
    return Groepsinbreng(GEWONE_LIJST, Groepscijfers(sum(eerste.values()), eerste, {}))


def render(opdracht: Intervisieopdracht) -> str:
    documenten = voorbereiden.build_documenten(voorbereiden.build_intervisie(opdracht))
    return " ".join(" ".join(render_tekst(document, 200) for document in documenten).split())


def test_every_sheet_to_hand_out_is_a_document_of_its_own() -> None:
    opdracht = BASIS._replace(casus=voorbereiden.load_casusinbreng("rooster"))
    documenten = voorbereiden.build_documenten(voorbereiden.build_intervisie(opdracht))
    titels = [blok.tekst for document in documenten for blok in document.blokken[:1] if isinstance(blok, Kop)]
    assert titels == [
        "Voorbereiding intervisie",
        "Casus: Dezelfde twee weken",
        "Stijlopties bij deze casus",
        "Draaiboek: incidentmethode",
        "Vraagkaarten",
        "Oefenen in tweetallen: ruilen",
        "Mijn experiment",
        "Verslag voor je register",
    ]


def test_the_sheet_of_the_case_holds_no_style() -> None:
    opdracht = BASIS._replace(casus=voorbereiden.load_casusinbreng("vechtscheiding"), veilig=True)
    blad = render_tekst(voorbereiden.build_documenten(voorbereiden.build_intervisie(opdracht))[1], 200)
    assert "Bron: Brondocument over meerzijdige partijdigheid" in blad
    assert "Belang (gevraagd): Vader zijn op gewone dagen" in blad
    assert "Belang (nog na te vragen): Rust, en van beide ouders mogen houden." in blad
    namen = [stijl.kort.lower() for stijl in load_kennis().stijlen.stijlen.values()]
    assert not [naam for naam in namen if naam in blad.lower()]


def test_a_small_method_of_ones_own_leaves_no_empty_lists() -> None:
    tekst = render(Intervisieopdracht(str(GOED / "werkvorm-klein.yaml"), 60, 4))
    assert "Verdeel de rollen" not in tekst
    assert "Voor deze werkvorm" not in tekst
    assert "Let op" not in tekst


def test_who_must_be_at_the_table_is_named() -> None:
    assert "Aan tafel zitten: wonen, welzijn en zorg." in render(Intervisieopdracht("leerkring", 90))


def test_a_case_without_factors_prefers_no_style(tmp_path: Path) -> None:
    tekst = (GOED.parent.parent.parent / "vragenlijsten" / "casussen" / "rooster.yaml").read_text(encoding="utf-8")
    regels = [regel for regel in tekst.splitlines() if not regel.startswith(("rol:", "kenmerken:", "  bron:"))]
    bestand = tmp_path / "kaal.yaml"
    bestand.write_text("\n".join(regels[: regels.index("bespreekvragen:")]), encoding="utf-8")
    gelezen = render(BASIS._replace(casus=voorbereiden.load_casusinbreng(str(bestand))))
    assert "volgt geen voorkeur voor een stijl" in gelezen
    assert "Alle vijf de stijlen" not in gelezen
    assert "Om te bespreken" not in gelezen
    assert "Bron: Eigen ontwerp" not in gelezen


def test_a_group_without_ties_has_no_line_for_them() -> None:
    assert "Gedeelde eerste plaats" not in render(BASIS._replace(groep=build_groep(vermijden=6)))
    assert "Gedeelde eerste plaats" in render(BASIS._replace(groep=build_groep(vermijden=5, gedeeld=1)))


def test_where_everyone_has_the_same_first_that_is_said() -> None:
    assert "Bij iedereen staat hetzelfde bovenaan." in render(BASIS._replace(groep=build_groep(vermijden=6)))


@pytest.mark.parametrize(
    ("groep", "naam"),
    [
        (None, "luisteren zonder plan"),
        (build_groep(samenwerken=3, vermijden=2, toegeven=1, compromis=1), "een grens stellen"),
        (build_groep(samenwerken=5, vermijden=1, toegeven=1, compromis=1, forceren=1), "een tussenweg voorstellen"),
    ],
)
def test_pairs_practise_what_fits_the_group(groep: Groepsinbreng | None, naam: str) -> None:
    assert voorbereiden.build_intervisie(BASIS._replace(groep=groep)).oefening.naam.lower() == naam


def test_a_short_exercise_leaves_time_to_look_back() -> None:
    alle = load_kennis().vaardigheden.vaardigheden
    assert render_opdracht(alle["samenvatten"]).endswith("Kijk daarna nog 5 minuten samen terug.")
    assert render_opdracht(alle["doorvragen"]) == alle["doorvragen"].samen.opdracht


def test_a_picture_without_scales_that_can_be_first_gives_no_block() -> None:
    leeg = Groepsinbreng(GEWONE_LIJST, Groepscijfers(6, {}, {}))
    assert voorbereiden.build_intervisie(BASIS._replace(groep=leeg)).groep is None


def test_a_learning_question_is_told_kindly_what_could_be_sharper() -> None:
    goed = render(BASIS._replace(leervraag="Hoe blijf ik rustig als een ouder boos wordt?"))
    scherper = render(BASIS._replace(leervraag="Waarom luistert ze niet?"))
    assert "De leervraag: Hoe blijf ik rustig" in goed
    assert "nog scherper" not in goed
    assert "Misschien kan deze vraag nog scherper." in scherper
    assert "Begin met 'Hoe'." in scherper


def test_below_an_hour_the_record_warns() -> None:
    assert "Deze duurt 45 minuten." in render(Intervisieopdracht("waarderend", 45))
    assert "Het SKJ telt" not in render(Intervisieopdracht("waarderend", 60))


def test_what_was_given_stands_there_and_the_rest_is_a_line() -> None:
    tekst = render(BASIS._replace(praktisch=Praktisch("Team Noord", "3 mei", "na de lunch", "", "Karin")))
    assert "Voorbereiding intervisie: Team Noord" in tekst
    assert "Plaats: ____" in tekst
    assert "Datum: ____" not in tekst
    assert "na de lunch" in tekst
    assert "einde 15" not in tekst


@pytest.mark.parametrize(
    ("begin", "tijden"),
    [
        ("13:30", ("13:30", "15:00")),
        ("9.05 uur", ("9:05", "10:35")),
        ("23", ("23:00", "0:30")),
        ("24:00", ()),
        ("half twee", ()),
        ("", ()),
    ],
)
def test_the_clock_follows_from_a_begin_that_is_a_time(begin: str, tijden: tuple[str, ...]) -> None:
    assert render_tijden(begin, (0, 90)) == tijden
