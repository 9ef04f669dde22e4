"""Everything that is advised about one situation, behind the safety gate."""

from conflictstijl.model.kenmerken import Kenmerken, read_rol
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.situatie import TWIJFEL, VEILIGHEID, Gebruik, Hulp, Situatieadvies, Situatiekennis
from conflictstijl.rekenen.situatie import check_poort, read_beste, read_hangt_aan, score_situatie
from conflictstijl.rekenen.stappen import (
    build_stappen,
    build_tegenspraken,
    read_afgeraden,
    read_routes,
    read_signalen,
    read_volgorde,
)
from conflictstijl.rekenen.verschil import advise_leervraag, advise_vaardigheden, compare_gebruik


def advise_situatie(
    kenmerken: Kenmerken, situaties: Situatiekennis, kennis: Kennis, gebruik: Gebruik | None = None
) -> Situatieadvies | Hulp:
    """Return the advice for a situation, and with `gebruik` how it lies beside what somebody says to do.

    Unless it is said that everyone is safe there is help in place of advice. It is a record of its own, so that
    whatever shows or scores styles cannot be given a situation that may be unsafe.
    """
    stand = kenmerken.get(VEILIGHEID)
    if not check_poort(stand):
        gesloten = stand if stand in situaties.poort.hulp else TWIJFEL
        return Hulp(gesloten, situaties.poort.hulp[gesloten])
    scores, beste = score_situatie(kenmerken, situaties), read_beste(kenmerken, situaties)
    volgorde = read_volgorde(scores, kenmerken, situaties)
    afgeraden = read_afgeraden(scores, {*beste, *volgorde} if beste else (), kenmerken, situaties)
    rol = read_rol(kenmerken, situaties)
    verschil = compare_gebruik(beste, gebruik, kennis, rol) if gebruik and beste else None
    advies = Situatieadvies(
        kenmerken=dict(kenmerken),
        stijlen=scores,
        advies=beste,
        afgeraden=afgeraden,
        hangt_aan=read_hangt_aan(kenmerken, situaties),
        stappen=tuple(build_stappen(scores, volgorde, afgeraden, kenmerken, situaties)) if beste else (),
        routes=read_routes(kenmerken, situaties),
        signalen=read_signalen(kenmerken, situaties),
        tegenspraken=tuple(build_tegenspraken(scores, kenmerken, situaties)),
        verschil=verschil,
        vaardigheden=advise_vaardigheden(beste, verschil, kennis),
    )
    return advies._replace(leervraag=advise_leervraag(advies, gebruik, situaties))
