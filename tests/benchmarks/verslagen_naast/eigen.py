"""Score a file of answer sheets and write a page for each: `eigen.py SHEETS FOLDER`."""

import sys
from pathlib import Path

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.rapport.uitvoer.html import render_html
from conflictstijl.toepassing import build_profieldocument, load_antwoorden, score_bladen

bladen, doel = sys.argv[1], Path(sys.argv[2])
doel.mkdir(exist_ok=True)
for nummer, een in enumerate(score_bladen(load_antwoorden(bladen, load_vragenlijst("conflictstijlen")))):
    pagina = render_html([build_profieldocument(een.profiel, een.vragenlijst)])
    (doel / f"{nummer}.html").write_text(pagina, encoding="utf-8")
