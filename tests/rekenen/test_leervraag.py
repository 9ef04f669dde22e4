"""Learning questions and questions to someone else: what is sharp, and what is said about what is not."""

import pytest

from conflictstijl.model.werkblad import Vraageis
from conflictstijl.rekenen.leervraag import check_eis, check_leervraag, check_vraag

GOED = (
    "Hoe maak ik mijn zin af als een collega mij onderbreekt?",
    "Hoe blijf ik rustig als een cliënt tegen mij schreeuwt?",
    "Hoe kan ik nee zeggen zonder mij te verontschuldigen?",
    "Hoe vaak vraag ik door voordat ik een advies geef?",
    "Hoe begin ik donderdag over het rooster?",
    "Hoe ga ik morgen om met de stilte na mijn vraag?",
    "Hoe zeg ik tegen mijn leidinggevende dat het te veel is?",
    "Hoe oefen ik met wachten tot de ander is uitgepraat?",
    "Hoe laat ik merken dat ik twijfel?",
    "hoe geef ik mijn grens aan in het overleg met de gemeente?",
    "Hoe leer ik bij tegengestelde belangen effectief te onderhandelen?",
    "Hoe overtuig ik mezelf dat een nee ook mag?",
    "Hoe kan ik ervoor zorgen dat ik op tijd stop?",
    "Hoe kan ik rustig blijven als anderen mij proberen te overtuigen?",
)
BEGIN, IK, ANDER = "Begin met 'Hoe'.", "Zet 'ik' in de vraag.", "De vraag gaat nu over wat een ander doet."
TEKEN, TWEE, WELKE, LANG = "Maak er een vraag van", "Dit zijn twee vragen.", "Zeg erbij", "De vraag is lang."
SLECHT = {
    "Waarom luistert mijn collega nooit naar ik?": [BEGIN, ANDER],
    "Hoe kan mijn team beter samenwerken?": [IK],
    "Hoe krijgt mijn leidinggevende door dat ik het druk heb?": [ANDER],
    "Hoe zorg ik dat mijn collega op tijd komt?": [ANDER],
    "Hoe krijg ik de gemeente zover?": [ANDER],
    "Hoe overtuig ik mijn collega van mijn gelijk?": [ANDER],
    "Hoe kan ik mijn leidinggevende overtuigen?": [ANDER],
    "Hoe moet ik ervoor zorgen dat de ouders op tijd komen?": [ANDER],
    "Ik wil beter leren luisteren.": [BEGIN, TEKEN],
    "Hoe herken ik een conflict en hoe maak ik het bespreekbaar?": [TWEE],
    "Hoe blijf ik rustig? Hoe zeg ik nee?": [TWEE],
    "Hoe leer ik?": [WELKE],
    f"Hoe blijf ik rustig als {'iemand heel erg ' * 8}boos is?": [LANG],
}


@pytest.mark.parametrize("vraag", GOED)
def test_a_sharp_learning_question_is_let_be(vraag: str) -> None:
    assert check_leervraag(vraag) == ()


@pytest.mark.parametrize(("vraag", "begin"), SLECHT.items())
def test_a_blunt_learning_question_hears_each_thing_to_sharpen(vraag: str, begin: list[str]) -> None:
    redenen = check_leervraag(vraag)
    assert [reden.startswith(verwacht) for reden, verwacht in zip(redenen, begin, strict=True)] == [True] * len(begin)


@pytest.mark.parametrize(
    "vraag", ["Wat moet er voor jullie geregeld zijn?", "Wat wil je niet kwijt?", "Zeg je: 'waar lig je wakker van?'"]
)
def test_one_question_without_a_verdict_can_be_asked(vraag: str) -> None:
    assert check_vraag(vraag) == ()


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("De corporatie is bang voor overlast.", TEKEN),
        ("Wat wil je? En wanneer?", TWEE),
        ("Waarom zijn jullie zo koppig?", "In 'koppig' zit een oordeel."),
        ("Wat maakt dat jullie gewoon niet werken en dwarsliggen?", "In 'dwarsliggen' zit een oordeel."),
        ("Waarom wil je niet?", "In 'Waarom wil je niet' zit een oordeel."),
    ],
)
def test_a_verdict_is_no_question(tekst: str, reden: str) -> None:
    assert [een.startswith(reden) for een in check_vraag(tekst)] == [True]


def test_only_what_is_asked_of_an_answer_is_looked_at() -> None:
    assert check_eis(None, "Zomaar.") == ()
    assert check_eis(Vraageis.VRAAG, "") == ()
    assert check_eis(Vraageis.VRAAG, "Zomaar.") == check_vraag("Zomaar.")
    assert check_eis(Vraageis.LEERVRAAG, "Zomaar.") == check_leervraag("Zomaar.")
