"""`conflictstijl tab-aanvulling`: the script that lets a shell complete commands and options.

The scripts ask the program itself through environment variables what could come next; typer answers
(see `programma`). The names of the variables are typer's.
"""

import os
from pathlib import PurePath
from typing import Annotated

import typer

from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import write_regels

AANVULLING_VARIABELE = "_CONFLICTSTIJL_COMPLETE"

_BASH = """\
_conflictstijl_aanvulling() {
    local IFS=$'\\n'
    COMPREPLY=($(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \\
        _CONFLICTSTIJL_COMPLETE=complete_bash "$1" 2>/dev/null))
}
complete -o default -F _conflictstijl_aanvulling conflictstijl"""

_ZSH = """\
#compdef conflictstijl
_conflictstijl_aanvulling() {
    eval "$(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \\
        _CONFLICTSTIJL_COMPLETE=complete_zsh conflictstijl 2>/dev/null)"
}
compdef _conflictstijl_aanvulling conflictstijl"""

_FISH = """\
function __conflictstijl_aanvulling
    env _CONFLICTSTIJL_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=$argv[1] \\
        _TYPER_COMPLETE_ARGS=(commandline -cp | string collect) conflictstijl 2>/dev/null
end
complete --command conflictstijl --no-files --arguments "(__conflictstijl_aanvulling get-args)" \\
    --condition "__conflictstijl_aanvulling is-args\""""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName conflictstijl -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $Env:_CONFLICTSTIJL_COMPLETE = "complete_powershell"
    $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
    conflictstijl | ForEach-Object {
        $delen = $_ -Split ":::"
        [System.Management.Automation.CompletionResult]::new($delen[0], $delen[0], "ParameterValue", $delen[1])
    }
    $Env:_CONFLICTSTIJL_COMPLETE = ""
    $Env:_TYPER_COMPLETE_ARGS = ""
    $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = ""
}"""

_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}

SHELLS = tuple(_SCRIPTS)
"""The shells that can complete."""

UITLEG = """\
Druk daarna op Tab: de rest van een opdracht of optie komt vanzelf. Zet het script op de plek die bij je shell hoort, \
en open een nieuw venster.

  bash: zet in ~/.bashrc de regel
  eval "$(conflictstijl tab-aanvulling bash)"

  zsh: zet onderaan ~/.zshrc, na compinit, de regel
  eval "$(conflictstijl tab-aanvulling zsh)"

  fish: zet in ~/.config/fish/config.fish de regel
  conflictstijl tab-aanvulling fish | source

  PowerShell: zet in het bestand $PROFILE de regel
  conflictstijl tab-aanvulling powershell | Out-String | iex"""


def _read_shells() -> list[str]:
    return list(SHELLS)


def write_tab_aanvulling(
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="SHELL",
            help="bash, zsh, fish of powershell; anders die van dit venster.",
            autocompletion=_read_shells,
        ),
    ] = None,
) -> None:
    """Write the script of a shell."""
    gekozen = shell or _read_shell()
    check_keuze("shell", gekozen, SHELLS)
    write_regels([_SCRIPTS[gekozen]])


def _read_shell() -> str:
    """Return the shell of the user by $SHELL, which Windows does not have."""
    return PurePath(os.environ.get("SHELL", "powershell")).name
