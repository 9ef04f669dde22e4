"""Net time: from begin to end without the breaks, exact, and refused when there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.bewijs import Bewijs
from conflictstijl.rekenen.nettotijd import check_tijden
from conflictstijl.tekst import parse_kloktijd, render_kloktijd

MINUUT = st.integers(0, 24 * 60 - 1)


@settings(max_examples=50)
@given(MINUUT, MINUUT, st.integers(0, 600))
def test_net_time_is_exact_or_refused(begin: int, einde: int, pauze: int) -> None:
    bewijs = Bewijs(begin=render_kloktijd(begin), einde=render_kloktijd(einde), pauze=pauze)
    assert bewijs.netto == einde - begin - pauze
    if einde - begin - pauze > 0:
        check_tijden(bewijs)
    else:
        with pytest.raises(GebruikFout):
            check_tijden(bewijs)


@settings(max_examples=50)
@given(MINUUT)
def test_a_time_of_day_is_read_as_it_is_written(minuten: int) -> None:
    assert parse_kloktijd(render_kloktijd(minuten)) == minuten


@pytest.mark.parametrize("bewijs", [Bewijs(), Bewijs(begin="9:00", pauze=600), Bewijs(einde="9:00")])
def test_with_one_time_there_is_no_net_time_and_nothing_wrong(bewijs: Bewijs) -> None:
    assert bewijs.netto is None
    check_tijden(bewijs)
