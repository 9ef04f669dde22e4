"""The twelve example exports give exactly the intended answers, and say what is wrong with the rest."""

import json
from functools import cache

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.herkenning import read_kaart
from conflictstijl.model.tabel import Indeling

from .uitlezen import (
    EXPORTS,
    LABELS,
    Persoon,
    Uitgelezen,
    list_mensen,
    load_export,
    load_paren,
    load_stijlscan,
    load_verwacht,
    load_waarheid,
    read_tabel,
)

STELLINGEN = [naam for naam in load_verwacht() if "gedwongen" not in naam]
ZONDER_SLEUTEL = "02_msforms_nl_anoniem.xlsx"
MET_TRAINER = "04_googleforms_nl.csv"
CIJFERS = {naam for naam, uitleg in load_verwacht().items() if uitleg["vorm"].startswith("cijfers")}
TESTRIJ = (1, *[4] * 19)


@cache
def read_export(naam: str, sla_over: tuple[str, ...] = ()) -> list[Uitgelezen]:
    lijst = load_paren() if "gedwongen" in naam else load_stijlscan()
    return [read_tabel(tabel, lijst, sla_over=sla_over) for tabel in load_export(naam) if tabel.blad != "Toelichting"]


def list_personen(naam: str) -> list[Persoon]:
    return [persoon for uitgelezen in read_export(naam) for persoon in uitgelezen.personen]


def list_soorten(naam: str) -> list[str]:
    return [melding.soort for uitgelezen in read_export(naam) for melding in uitgelezen.meldingen]


@pytest.mark.parametrize("naam", STELLINGEN)
def test_no_cell_of_an_export_is_read_wrong(naam: str) -> None:
    gelezen = [persoon.antwoorden for persoon in list_personen(naam)]
    bedoeld = [antwoorden for wie, antwoorden in load_waarheid().values() if wie != "TEST"]
    met_test = [TESTRIJ] if naam in {ZONDER_SLEUTEL, MET_TRAINER} else []
    assert sorted(map(str, gelezen)) == sorted(map(str, met_test + bedoeld))


@pytest.mark.parametrize("naam", STELLINGEN)
def test_an_export_gives_the_intended_answers_in_its_own_order(naam: str) -> None:
    verwacht = [antwoorden for wie, antwoorden in load_waarheid().values() if wie != "TEST"]
    gelezen = [persoon.antwoorden for persoon in list_personen(naam) if persoon.antwoorden != TESTRIJ]
    assert sorted(gelezen, key=str) == sorted(verwacht, key=str)
    if len(load_export(naam)) == 1:
        assert gelezen == verwacht


@pytest.mark.parametrize("naam", STELLINGEN)
def test_an_export_gives_as_many_people_as_intended(naam: str) -> None:
    mensen = {persoon.sleutel or persoon.rij for persoon in list_personen(naam)}
    assert len(mensen) == load_verwacht()[naam]["verwacht_respondenten"]


@pytest.mark.parametrize("naam", sorted(set(STELLINGEN) - {ZONDER_SLEUTEL, MET_TRAINER, "16_handmatig.xlsx"}))
def test_the_trial_of_the_trainer_is_skipped_and_told(naam: str) -> None:
    assert list_soorten(naam).count("testrij") == 1


def test_an_anonymous_export_has_no_key_and_keeps_every_row() -> None:
    (uitgelezen,) = read_export(ZONDER_SLEUTEL)
    assert uitgelezen.kaart.sleutel is None
    assert (len(uitgelezen.personen), uitgelezen.meldingen) == (45, [])


def test_the_trial_that_only_the_user_knows_can_be_left_out() -> None:
    (uitgelezen,) = read_export(MET_TRAINER, sla_over=("e-mailadres = Trainer@voorbeeld.example",))
    assert [melding[:2] for melding in uitgelezen.meldingen] == [(MET_TRAINER_PAD, 2)]
    assert TESTRIJ not in [persoon.antwoorden for persoon in uitgelezen.personen]
    assert len(uitgelezen.per_sleutel) == 42


MET_TRAINER_PAD = load_export(MET_TRAINER)[0].bestand


@pytest.mark.parametrize("naam", STELLINGEN)
def test_exactly_the_cells_that_are_no_answer_are_unclear(naam: str) -> None:
    gevonden = {vraag: cel.soort for persoon in list_personen(naam) for vraag, cel in persoon.onduidelijk.items()}
    twee = "buiten-bereik" if naam in CIJFERS else "onbekend-antwoord" if "limesurvey" in naam else "twee-antwoorden"
    los = "buiten-bereik" if naam in CIJFERS else "onbekend-antwoord"
    assert gevonden == {"2": los, "10": "onbekend-antwoord", "20": "buiten-bereik", "11": twee, "18": los}


def test_a_typing_error_is_not_guessed_but_its_neighbour_is_named() -> None:
    onduidelijk = [
        cel.wat for persoon in list_personen("05_googleforms_raster_nl.csv") for cel in persoon.onduidelijk.values()
    ]
    assert onduidelijk == [
        "onbekend antwoord 'Weet ik niet'",
        "onbekend antwoord 'n.v.t.'",
        "7 valt buiten 1 tot en met 5",
        "twee antwoorden in een cel: 'Soms;Vaak;'",
        "onbekend antwoord 'Vaakk' (bedoelde je 'Vaak'?)",
    ]


def test_a_row_that_was_not_finished_counts_and_is_told() -> None:
    (uitgelezen,) = read_export("06_limesurvey_codes.csv")
    assert uitgelezen.soorten == [(2, "testrij"), (37, "onaf")]
    assert uitgelezen.per_sleutel["d35"] == (None,) * 20


def test_the_three_headers_of_qualtrics_are_told_apart_from_people() -> None:
    (uitgelezen,) = read_export("08_qualtrics_waarden.csv")
    assert uitgelezen.soorten == [(1, "koprij"), (3, "koprij"), (4, "testrij")]


def test_titles_and_averages_of_a_trainer_are_no_people() -> None:
    groep_a, groep_b = read_export("16_handmatig.xlsx")
    assert groep_a.soorten == [(1, "koprij"), (2, "koprij"), (25, "gemiddelde")]
    assert [len(groep.personen) for groep in (groep_a, groep_b)] == [20, 24]


def test_a_sheet_without_answers_is_refused() -> None:
    *_, toelichting = load_export("16_handmatig.xlsx")
    with pytest.raises(InvoerFout, match="van de 20 vragen van 'stijlscan-20' staan er 0"):
        read_kaart(toelichting, load_stijlscan())


@pytest.mark.parametrize(
    ("naam", "sleutel"), [(naam, uitleg["identificatie"]) for naam, uitleg in load_verwacht().items()]
)
def test_the_key_is_the_column_that_tells_people_apart(naam: str, sleutel: str) -> None:
    for uitgelezen, tabel in zip(read_export(naam), load_export(naam), strict=False):
        kaart = uitgelezen.kaart
        koppen = [rij for rij, _ in zip(tabel.read(), range(kaart.koprij), strict=False)]
        plaats = 0 if kaart.indeling is Indeling.LANG else kaart.sleutel
        assert (
            sleutel.startswith("geen")
            if plaats is None
            else sleutel.partition("+")[0] in [rij[plaats] for rij in koppen if rij]
        )


def test_names_and_addresses_are_set_apart() -> None:
    (uitgelezen,) = read_export("08_qualtrics_waarden.csv")
    # address, names, e-mail, latitude and longitude
    assert uitgelezen.kaart.persoonlijk == (3, 9, 10, 11, 13, 14)


def test_own_columns_are_what_a_group_can_be_split_by() -> None:
    (uitgelezen,) = read_export("11_excel_nl_cp1252.csv")
    assert uitgelezen.kaart.overig == ((1, "Team"), (2, "Leeftijd"), (3, "Gem. werkdruk"))
    assert read_export("06_limesurvey_codes.csv")[0].kaart.overig == ()


def test_forced_choices_are_read_by_letter_and_never_guessed() -> None:
    verwacht = json.loads((EXPORTS / "verwacht" / "gedwongen_keuze.json").read_text(encoding="utf-8"))
    (uitgelezen,) = read_export("18_gedwongen_keuze_ab.csv")
    letters = {"A": 0, "B": 1, None: None}
    assert uitgelezen.per_sleutel == {wie.lower(): tuple(letters[een] for een in rij) for wie, rij in verwacht.items()}
    assert {vraag: cel.wat for persoon in uitgelezen.personen for vraag, cel in persoon.onduidelijk.items()} == {
        "3": "onbekend antwoord 'C' (kies uit a of b)",
        "6": "twee antwoorden in een cel: 'AB'",
    }


def test_the_truth_tells_a_wrong_reading_from_a_right_one() -> None:
    """A table whose headers change places gives answers that change places: it goes by text and not by order."""
    (tabel,) = load_export("05_googleforms_raster_nl.csv")
    kop, *rijen = tabel.read()
    gewisseld = [*kop[:2], kop[3], kop[2], *kop[4:]]
    gelezen = read_tabel(tabel._replace(read=lambda: iter([gewisseld, *rijen])), load_stijlscan()).per_sleutel
    bedoeld = {wie.lower(): antwoorden for wie, antwoorden in list_mensen().items()}
    assert gelezen != bedoeld
    assert gelezen == {wie: (twee, een, *rest) for wie, (een, twee, *rest) in bedoeld.items()}
    assert LABELS[0] == "Nooit"
