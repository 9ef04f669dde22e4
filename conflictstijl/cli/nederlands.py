"""A thin layer over typer that speaks Dutch: help, and one sentence for every wrong call.

Typer's own refusals are English; which kind one is, is read from its attributes and never from its text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple, NoReturn, cast

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from conflictstijl.cli.hulp import build_rijen, read_soort, render_hulp, render_plaats, render_waarde
from conflictstijl.cli.uitvoer import write_regels
from conflictstijl.fouten import GebruikFout
from conflictstijl.tekst import advise_naam, clean_tekst, render_opsomming

# 0.26 has no public name for the base of all refusals; its public subclass leads there in every version
_Weigering: type[Exception] = typer.BadParameter.__mro__[1]

# typer renamed some of its types in 0.28
_WAARDEN = {"int": "een heel getal", "integer": "een heel getal", "float": "een getal", "boolean": "1 of 0"}
_MAX_GETOOND = 60


class Opdrachtregel(NamedTuple):
    """A command in the table: its name, heading and one line of help, and the function that does it.

    The module is imported when the command is used. A text `UITLEG` in the module is added to its help. A name of two
    words (`resultaten wis`) is a command below the one of its first word.
    """

    naam: str
    paneel: str
    kort: str
    module: str
    functie: str
    verborgen: bool = False


class Opdracht(TyperCommand):
    """One command whose help and refusals are Dutch."""

    # what is too much is refused in `parse_args`, in Dutch
    allow_extra_args = True

    vervolg: tuple[Opdrachtregel, ...] = ()
    """The commands of two words that begin with this one."""

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002 - the signature is typer's
        """Return `-h`; always the same object, because typer compares options by identity."""
        return _HULPOPTIE

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        parameters = self.get_params(ctx)
        plaatsen = [render_plaats(deel) for deel in parameters if deel.param_type_name == "argument"]
        blokken = [
            ("Opdrachten", [(regel.naam, regel.kort) for regel in self.vervolg if not regel.verborgen]),
            ("Argumenten", build_rijen(parameters, "argument")),
            ("Opties", build_rijen(parameters, "option")),
        ]
        return render_hulp(" ".join([ctx.command_path, "[OPTIES]", *plaatsen]), self.help or "", blokken)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments, or raise `GebruikFout`."""
        with _check_aanroep(ctx, args):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise GebruikFout(
                f"'{_render_gegeven(rest[0])}' is te veel; zet een naam met spaties tussen aanhalingstekens, "
                f"of kijk bij '{ctx.command_path} --help'"
            )
        return rest


class Opdrachtgroep(TyperGroup):
    """The program: a table of commands, each imported and built when it is needed."""

    def __init__(self, tabel: Iterable[Opdrachtregel], **instellingen: Any) -> None:
        super().__init__(invoke_without_command=True, rich_markup_mode=None, **instellingen)
        self.tabel = {regel.naam: regel for regel in tabel}

    def get_help_option(self, ctx: Any) -> TyperOption:  # noqa: ARG002 - the signature is typer's
        """Return `-h`."""
        return _HULPOPTIE

    def get_help(self, ctx: Any) -> str:
        """Return the help page: the commands by heading, then the options."""
        panelen: dict[str, list[tuple[str, str]]] = {}
        for regel in self.tabel.values():
            if not regel.verborgen and " " not in regel.naam:
                panelen.setdefault(regel.paneel, []).append((regel.naam, regel.kort))
        blokken = [*panelen.items(), ("Opties", build_rijen(self.get_params(ctx), "option"))]
        return render_hulp(f"{ctx.command_path} [OPTIES] OPDRACHT ...", self.help or "", blokken)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is typer's
        """Return the names of all commands of one word, in the order of the table."""
        return [naam for naam in self.tabel if " " not in naam]

    def get_command(self, ctx: Any, cmd_name: str) -> Opdracht | None:  # noqa: ARG002 - the signature is typer's
        """Return a command, built on first use, or None."""
        if cmd_name in self.tabel and cmd_name not in self.commands:
            opdracht = build_opdracht(self.tabel[cmd_name])
            opdracht.vervolg = tuple(regel for naam, regel in self.tabel.items() if naam.startswith(f"{cmd_name} "))
            self.commands[cmd_name] = opdracht
        return cast("Opdracht | None", self.commands.get(cmd_name))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Opdracht | None, list[str]]:
        """Return the command that is meant with its arguments, or raise `GebruikFout`."""
        naam, *rest = args
        if rest and f"{naam} {rest[0]}" in self.tabel:
            naam, rest = f"{naam} {rest[0]}", rest[1:]
        opdracht = self.get_command(ctx, naam)
        if not ctx.resilient_parsing:
            self._check_naam(ctx, naam, rest)
        return naam if opdracht else None, opdracht, rest

    def _check_naam(self, ctx: Any, naam: str, rest: Sequence[str]) -> None:
        """Raise `GebruikFout` for an unknown command, and for a second word that comes near to that of a command."""
        zichtbaar = [regel.naam for regel in self.tabel.values() if not regel.verborgen]
        if naam not in self.tabel:
            hint = advise_naam(naam, zichtbaar) or f"'{ctx.command_path} --help' toont alle opdrachten"
            raise GebruikFout(f"onbekende opdracht '{_render_gegeven(naam)}'; {hint}")
        tweede = [een.removeprefix(f"{naam} ") for een in zichtbaar if een.startswith(f"{naam} ")]
        hint = advise_naam(rest[0], tweede) if rest and tweede else ""
        if hint:
            raise GebruikFout(f"onbekende opdracht '{_render_gegeven(f'{naam} {rest[0]}')}'; {hint}")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the options before the command, or raise `GebruikFout`."""
        with _check_aanroep(ctx, args):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; without one, show the help."""
        uitkomst = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            write_regels([ctx.get_help()])
        return uitkomst


def build_opdracht(regel: Opdrachtregel) -> Opdracht:
    """Return the command of a line of the table, with the parameters of its function."""
    module = import_module(regel.module)
    uitleg = getattr(module, "UITLEG", "")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(
        regel.naam,
        cls=Opdracht,
        help=f"{regel.kort}\n\n{uitleg}".strip(),
        short_help=regel.kort,
        hidden=regel.verborgen,
    )(getattr(module, regel.functie))
    return cast("Opdracht", typer.main.get_command(app))


def check_aantallen(aantallen: Mapping[str, int | None]) -> None:
    """Raise GebruikFout for the number of an option that can never be right: zero would count as not given."""
    for naam, aantal in aantallen.items():
        if aantal is not None and aantal < 1:
            raise GebruikFout(f"--{naam} {aantal} kan niet; geef een getal van 1 of hoger")


def check_keuze(wat: str, gegeven: str, keuzes: Sequence[str]) -> None:
    """Raise `GebruikFout` when a word is not one of the choices; names the nearest, or all."""
    if gegeven not in keuzes:
        hint = advise_naam(gegeven, keuzes) or f"kies uit {render_opsomming(keuzes, 'of')}"
        raise GebruikFout(f"er is geen {wat} '{_render_gegeven(gegeven)}'; {hint}")


def build_vlag(*namen: str, hulp: str, actie: Callable[[Any], None] | None = None) -> TyperOption:
    """Return an on-off option of the program itself; `actie` gets the context as soon as the option is seen."""

    def run_actie(ctx: Any, _parameter: Any, waarde: Any) -> None:
        if actie and waarde and not ctx.resilient_parsing:
            actie(ctx)

    return TyperOption(
        param_decls=list(namen), is_flag=True, is_eager=True, expose_value=False, help=hulp, callback=run_actie
    )


def _write_hulp(ctx: Any) -> NoReturn:
    write_regels([ctx.get_help()])
    raise typer.Exit


_HULPOPTIE = build_vlag("-h", "--help", hulp="Toon deze uitleg.", actie=_write_hulp)


@contextmanager
def _check_aanroep(ctx: Any, args: Sequence[str]) -> Iterator[None]:
    """Turn a refusal of typer into a `GebruikFout`."""
    gegeven = list(args)  # typer empties the list while it parses
    try:
        yield
    except _Weigering as fout:
        raise GebruikFout(_render_weigering(fout, ctx, gegeven)) from fout


def _render_weigering(fout: Any, ctx: Any, gegeven: list[str]) -> str:
    """Return a refusal as a sentence; the first attribute that it has tells its kind."""
    for kenmerk, render in _SOORTEN:
        if hasattr(fout, kenmerk):
            return render(fout, ctx, gegeven)
    return f"zo werkt '{ctx.command_path}' niet; {_render_verwijzing(ctx)}"


def _render_onbekend(fout: Any, ctx: Any, gegeven: list[str]) -> str:
    """Return the sentence for an unknown option; typer cuts `-json` down to `-j`, the whole word says more."""
    naam = next((deel for deel in gegeven if deel.startswith(fout.option_name)), fout.option_name).partition("=")[0]
    return f"onbekende optie '{_render_gegeven(naam)}' bij '{ctx.command_path}'; {_advise_optie(naam, ctx)}"


def _advise_optie(naam: str, ctx: Any) -> str:
    if ctx.parent and naam in _read_opties(ctx.parent):
        return "zet die optie vóór de opdracht"
    zichtbaar = [optie for optie, deel in _read_opties(ctx).items() if not deel.hidden]
    return advise_naam(naam, zichtbaar) or _render_verwijzing(ctx)


def _read_opties(ctx: Any) -> dict[str, Any]:
    """Return the options of a command by each of their names."""
    opties = [deel for deel in ctx.command.get_params(ctx) if deel.param_type_name == "option"]
    return {naam: deel for deel in opties for naam in [*deel.opts, *deel.secondary_opts]}


def _render_waarde_optie(fout: Any, ctx: Any, _gegeven: list[str]) -> str:
    """Return the sentence for an option that misses its value, or got one that it does not take."""
    optie = _read_opties(ctx)[fout.option_name]
    if optie.is_flag:
        return f"'{fout.option_name}' krijgt geen waarde; laat weg wat na '=' staat"
    return f"na '{fout.option_name}' ontbreekt {render_waarde(optie)}; {_render_verwijzing(ctx)}"


def _render_ontbrekend(fout: Any, ctx: Any, _gegeven: list[str]) -> str:
    return f"{_render_parameter(fout.param)} ontbreekt; {_render_verwijzing(ctx)}"


def _render_verkeerd(fout: Any, ctx: Any, gegeven: list[str]) -> str:
    """Return the sentence for a value of the wrong kind; parsed once more, as the refusal does not hold the value."""
    opties = ctx.command.make_parser(ctx).parse_args(gegeven)[0]
    waarde = fout.param.consume_value(ctx, opties)[0]
    waarden = waarde if isinstance(waarde, list | tuple) else [waarde]
    getoond = _render_gegeven(" ".join(map(str, waarden)))
    naam = _render_parameter(fout.param)
    soort = _WAARDEN.get(read_soort(fout.param))
    if soort is None:
        return f"'{getoond}' kan niet bij {naam}; {_render_verwijzing(ctx)}"
    return f"{naam} moet {soort} zijn, niet '{getoond}'"


def _render_parameter(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return f"'{parameter.opts[-1]}'"
    return render_waarde(parameter).removesuffix("...")


def _render_verwijzing(ctx: Any) -> str:
    return f"kijk bij '{ctx.command_path} --help'"


def _render_gegeven(tekst: str) -> str:
    return clean_tekst(tekst, _MAX_GETOOND)


_SOORTEN: tuple[tuple[str, Callable[[Any, Any, list[str]], str]], ...] = (
    ("possibilities", _render_onbekend),
    ("option_name", _render_waarde_optie),
    ("param_type", _render_ontbrekend),
    ("param", _render_verkeerd),
)
