"""From a method and a length to an agenda whose minutes add up exactly."""

from collections.abc import Sequence
from itertools import accumulate

from conflictstijl.fouten import GebruikFout
from conflictstijl.model.werkvorm import LANGSTE, VEELVOUD, Agenda, Agendapunt, Werkvorm
from conflictstijl.tekst import render_opsomming


def build_agenda(werkvorm: Werkvorm, duur: int, deelnemers: int = 0, bijeenkomst: int = 1) -> Agenda:
    """Return the agenda of one meeting of `duur` minutes, with the usual group when `deelnemers` is 0.

    Every step gets its least minutes; what is left goes to the steps with a share, in proportion, in multiples of
    `VEELVOUD` by largest remainder. The odd minutes that then remain go to the step with the largest share.
    Raises GebruikFout for a length that is too short, with the shortest possible one, or too long, for a group that
    the method is not for, and for a meeting that it does not have.
    """
    mensen = deelnemers or werkvorm.gewone_groep
    _check_bijeenkomst(werkvorm, bijeenkomst)
    _check_deelnemers(werkvorm, mensen)
    _check_duur(werkvorm, duur, mensen)
    stappen = werkvorm.read_stappen(bijeenkomst)
    kortste = [stap.count_minuten(mensen) for stap in stappen]
    extra = _split_minuten(duur - sum(kortste), [stap.deel for stap in stappen])
    minuten = [minst + meer for minst, meer in zip(kortste, extra, strict=True)]
    begin = accumulate(minuten, initial=0)
    return Agenda(duur, mensen, bijeenkomst, tuple(map(Agendapunt, stappen, begin, minuten)))


def build_agendas(werkvorm: Werkvorm, duur: int = 0, deelnemers: int = 0) -> tuple[Agenda, ...]:
    """Return the agenda of every meeting of a method, each of `duur` minutes; 0 stands for what is usual.

    What is usual gives way where the group is too large for it. Raises GebruikFout as `build_agenda` does.
    """
    lang = duur or max(werkvorm.duur, werkvorm.count_kortste(deelnemers or werkvorm.gewone_groep))
    return tuple(build_agenda(werkvorm, lang, deelnemers, nummer) for nummer in werkvorm.bijeenkomsten)


def _check_bijeenkomst(werkvorm: Werkvorm, nummer: int) -> None:
    if nummer not in werkvorm.bijeenkomsten:
        keuzes = render_opsomming(list(map(str, werkvorm.bijeenkomsten)), "of")
        raise GebruikFout(f"'{werkvorm.id}' heeft geen bijeenkomst {nummer}; kies {keuzes}")


def _check_deelnemers(werkvorm: Werkvorm, deelnemers: int) -> None:
    laagste, hoogste = werkvorm.geschikt.minstens, werkvorm.geschikt.hoogstens
    if not laagste <= deelnemers <= hoogste:
        hint = "kies een andere werkvorm" if deelnemers < laagste else "splits de groep of kies een andere werkvorm"
        raise GebruikFout(f"'{werkvorm.id}' is voor {laagste} tot en met {hoogste} mensen; {hint}")


def _check_duur(werkvorm: Werkvorm, duur: int, deelnemers: int) -> None:
    kortste = werkvorm.count_kortste(deelnemers)
    if duur < kortste:
        wat = f"'{werkvorm.id}' past met {deelnemers} mensen niet in {duur} minuten"
        raise GebruikFout(f"{wat}; de kortste duur is {kortste} minuten")
    if duur > LANGSTE:
        wat = f"een bijeenkomst duurt hier hoogstens {LANGSTE} minuten, niet {duur}"
        raise GebruikFout(f"{wat}; plan een tweede bijeenkomst")


def _split_minuten(rest: int, delen: Sequence[int]) -> list[int]:
    """Return what each step gets of the minutes that are left, in proportion to its share."""
    blokken, los = divmod(rest, VEELVOUD)
    heel, resten = zip(*(divmod(blokken * deel, sum(delen)) for deel in delen), strict=True)
    volgorde = sorted(range(len(delen)), key=lambda i: -resten[i])
    vooraan = volgorde[: blokken - sum(heel)]
    minuten = [(deel + (i in vooraan)) * VEELVOUD for i, deel in enumerate(heel)]
    minuten[max(range(len(delen)), key=lambda i: delen[i])] += los
    return minuten
