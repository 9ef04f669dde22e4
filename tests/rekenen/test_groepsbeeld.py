"""The picture of a group: counts of first style and coarse means, of nobody below the minimum."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.groepsbeeld import Groepsdeel, Groepstelling, build_gedeeld, build_samen
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Antwoordpunt, Antwoordschaal
from conflictstijl.model.vragenlijst import Schaal
from conflictstijl.rekenen.groepsbeeld import build_groepsbeeld, build_telling, read_groepsdelen, score_grof
from tests.bouwers import build_keuze, build_lijst, build_stelling

from .groepen import LIJST, bouw_telling, bouw_tellingen

_tellingen = st.builds(
    Groepstelling,
    st.integers(0, 9),
    st.dictionaries(st.sampled_from(STIJLEN), st.integers(1, 9)),
    st.dictionaries(st.sampled_from(STIJLEN), st.fractions(0, 50)),
)


@pytest.mark.parametrize(("n", "reden"), [(4, "te_klein"), (5, None)])
def test_a_group_of_four_has_no_picture_and_one_of_five_has(n: int, reden: str | None) -> None:
    beeld = build_groepsbeeld({"": bouw_telling(n)}, LIJST)
    assert (beeld.reden, beeld.geheel is None) == (reden, reden is not None)


def test_of_a_group_that_is_too_small_nothing_else_is_told() -> None:
    beeld = build_groepsbeeld(bouw_tellingen(noord=2, zuid=2), LIJST, "team")
    assert (beeld.geheel, beeld.groepen, beeld.cellen, beeld.achtergehouden) == (None, {}, (), ())


def test_a_minimum_below_five_is_refused() -> None:
    with pytest.raises(GebruikFout):
        build_groepsbeeld({"": bouw_telling(50)}, LIJST, minimum=4)


def test_every_scale_is_counted_also_when_nobody_has_it_first() -> None:
    beeld = build_groepsbeeld({"": bouw_telling(7, {"vermijden": 4, "gedeeld": 3})}, LIJST)
    assert beeld.geheel is not None
    assert beeld.geheel.eerste == {**dict.fromkeys(STIJLEN, 0), "vermijden": 4, "gedeeld": 3}


def test_means_are_rounded_to_halves_on_one_to_five() -> None:
    beeld = build_groepsbeeld({"": bouw_telling(7, gemiddeld=Fraction(19, 6))}, LIJST)
    assert beeld.geheel is not None
    assert beeld.geheel.gemiddelden == dict.fromkeys(STIJLEN, 3)


def test_three_groups_of_five_are_all_shown() -> None:
    beeld = build_groepsbeeld(bouw_tellingen(a=5, b=5, c=5), LIJST, "team")
    assert [cijfers and cijfers.n for cijfers in beeld.groepen.values()] == [5, 5, 5]
    assert beeld.achtergehouden == ()
    assert beeld.cellen == (("a",), ("b",), ("c",))


def test_a_withheld_group_is_named_and_its_people_are_in_the_remainder() -> None:
    beeld = build_groepsbeeld(bouw_tellingen(zuid=4, noord=9, west=6, leeg=1), LIJST, "team")
    assert list(beeld.groepen) == ["noord", "west", "zuid"]
    assert beeld.achtergehouden == ("zuid",)
    assert beeld.cellen == (("noord",), ("west",), ("", "zuid"))
    assert beeld.erbij is None


def test_the_group_that_goes_with_a_smaller_one_is_told_apart() -> None:
    beeld = build_groepsbeeld(bouw_tellingen(zuid=4, noord=9, west=6), LIJST, "team")
    assert (beeld.erbij, beeld.achtergehouden) == ("west", ("west", "zuid"))


def test_people_without_a_value_are_never_a_group() -> None:
    beeld = build_groepsbeeld(bouw_tellingen(leeg=9, noord=9), LIJST, "team")
    assert list(beeld.groepen) == ["noord"]
    assert beeld.cellen == (("noord",), ("",))


def test_a_column_of_names_gives_no_picture() -> None:
    with pytest.raises(GebruikFout, match="verdeelt 9 mensen in 9 groepen"):
        build_groepsbeeld({naam: bouw_telling(1) for naam in "abcdefghi"}, LIJST, "naam")


def test_without_a_column_the_whole_is_the_only_set() -> None:
    assert build_groepsbeeld({"": bouw_telling(5)}, LIJST).cellen == (("",),)


def test_choices_give_counts_and_no_means() -> None:
    paren = load_vragenlijst("conflictstijlen-paren")
    beeld = build_groepsbeeld({"": bouw_telling(6)}, paren)
    assert beeld.geheel is not None
    assert beeld.geheel.eerste["forceren"] == 6
    assert beeld.geheel.gemiddelden == {}


def test_a_scale_of_performance_takes_no_part() -> None:
    (deel,) = read_groepsdelen(load_vragenlijst("praktijksituaties"))
    assert deel == Groepsdeel("", STIJLEN, eerste=True, gemiddelden=False)


def test_every_part_that_is_scored_by_itself_has_a_first_style() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    delen = read_groepsdelen(lijst)
    assert [deel.onderdeel for deel in delen] == ["rustig", "gespannen"]
    waarden = {naam: Fraction(2) for deel in delen for naam in deel.schalen}
    telling = build_telling(delen, waarden | {"gespannen.vermijden": Fraction(4)})
    assert telling.eerste == {"rustig.gedeeld": 1, "gespannen.vermijden": 1}
    beeld = build_groepsbeeld({"": reduce(build_samen, [telling] * 5)}, lijst)
    assert beeld.geheel is not None
    assert +Counter(beeld.geheel.eerste) == {"rustig.gedeeld": 5, "gespannen.vermijden": 5}


def test_a_part_that_only_some_people_are_asked_takes_no_part() -> None:
    delen = read_groepsdelen(load_vragenlijst("rollen"))
    assert [deel.onderdeel for deel in delen] == ["client", "collega", "leidinggevende"]


def test_when_every_part_depends_on_an_answer_all_take_part() -> None:
    lijst = load_vragenlijst("rollen")
    voorwaarde = next(deel.als for deel in lijst.onderdelen if deel.als)
    alle = replace(lijst, onderdelen=tuple(deel._replace(als=voorwaarde) for deel in lijst.onderdelen))
    assert len(read_groepsdelen(alle)) == len(lijst.onderdelen)


def test_scales_answered_in_several_ways_have_means_and_no_first_one() -> None:
    lijst = build_lijst(build_stelling("a", "1"), build_stelling("b", "2"))
    ander = Antwoordschaal((Antwoordpunt(0, "Nee"), Antwoordpunt(1, "Ja")))
    anders = replace(lijst, items=(lijst.items[0], replace(lijst.stellingen[1], antwoorden=ander)))
    assert read_groepsdelen(anders) == (Groepsdeel("", ("a", "b"), eerste=False, gemiddelden=True),)
    telling = Groepstelling(5, {"a": 5}, {"a": Fraction(15), "b": Fraction(5)})
    geheel = build_groepsbeeld({"": telling}, anders).geheel
    assert geheel is not None
    assert geheel.eerste == {}
    assert geheel.gemiddelden == {"a": 3, "b": 1}


def test_statements_beside_choices_give_neither() -> None:
    lijst = build_lijst(build_stelling("a", "1"), build_keuze("a / b", "2"))
    assert read_groepsdelen(lijst) == (Groepsdeel("", ("a", "b"), eerste=False, gemiddelden=False),)


def test_who_misses_one_score_is_not_in_the_picture() -> None:
    delen = read_groepsdelen(LIJST)
    waarden: dict[str, Fraction | None] = dict.fromkeys(STIJLEN, Fraction(3))
    assert build_telling(delen, waarden).n == 1
    assert build_telling(delen, waarden | {"vermijden": None}) == Groepstelling()
    del waarden["toegeven"]
    assert build_telling(delen, waarden) == Groepstelling()


def test_a_performance_that_cannot_be_scored_leaves_nobody_out() -> None:
    lijst = replace(LIJST, schalen=(*LIJST.schalen, Schaal("past", "Past", prestatie=True)))
    waarden = {**dict.fromkeys(STIJLEN, Fraction(3)), "past": None}
    assert build_telling(read_groepsdelen(lijst), waarden).n == 1


@given(st.lists(_tellingen, max_size=5))
def test_the_tally_of_groups_together_knows_no_order_of_these(rij: list[Groepstelling]) -> None:
    heel = reduce(build_samen, rij, Groepstelling())
    anders = reduce(build_samen, reversed(rij), Groepstelling())
    assert heel == anders
    assert heel.n == sum(telling.n for telling in rij)
    assert Counter(heel.eerste) == sum((Counter(telling.eerste) for telling in rij), Counter[str]())


@pytest.mark.parametrize(
    ("waarde", "grof"),
    [("5/4", "3/2"), ("-5/4", "-3/2"), ("1/4", "1/2"), ("-1/4", "-1/2"), ("6/5", "1"), ("13/10", "3/2"), ("0", "0")],
)
def test_halfway_a_mean_goes_away_from_zero(waarde: str, grof: str) -> None:
    assert score_grof(Fraction(waarde), (Fraction(-2), Fraction(2))) == Fraction(grof)


@pytest.mark.parametrize(
    ("waarde", "bereik", "grof"),
    [("17", "6 30", "18"), ("33", "0 100", "75/2"), ("1/16", "0 1", "1/8"), ("3", "3 3", "3"), ("1", "1 5", "1")],
)
def test_a_mean_lies_on_an_eighth_of_what_its_scale_can_reach(waarde: str, bereik: str, grof: str) -> None:
    laagste, hoogste = map(Fraction, bereik.split())
    assert score_grof(Fraction(waarde), (laagste, hoogste)) == Fraction(grof)


@given(st.fractions(-50, 50), st.integers(-20, 20), st.integers(1, 40))
def test_rounding_never_moves_a_mean_more_than_half_a_step(waarde: Fraction, laagste: int, breedte: int) -> None:
    bereik = Fraction(laagste), Fraction(laagste + breedte)
    grof = score_grof(waarde, bereik)
    assert abs(grof - waarde) <= Fraction(breedte, 16)
    assert ((grof - laagste) * 8 / breedte).denominator == 1


def test_ties_are_counted_per_part() -> None:
    assert (build_gedeeld(), build_gedeeld("rustig")) == ("gedeeld", "rustig.gedeeld")
