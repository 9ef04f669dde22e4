"""What is told about a file whose structure breaks, also when the parser says something that nobody thought of."""

from conflictstijl.laden.valkuilen import Breuk, check_structuur


def test_a_break_that_is_new_to_us_still_has_its_place_and_what_to_do() -> None:
    breuk = Breuk(1, 2, 1, 0, "something that no parser said before")
    bevinding = check_structuur(["a: b", "  c"], "x.yaml", breuk, lambda _: breuk)
    assert str(bevinding).startswith("x.yaml:2:3: hier klopt de opbouw van het bestand niet; kijk inspringen")
