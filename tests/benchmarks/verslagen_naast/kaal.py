"""Fill in a flat template so many times: `kaal.py FOLDER_OF_TEMPLATE FOLDER NUMBER`."""

import json
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

bron, doel, aantal = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
doel.mkdir(exist_ok=True)
teksten = json.loads((bron / "teksten.json").read_text(encoding="utf-8"))
sjabloon = Environment(loader=FileSystemLoader(bron), autoescape=True).get_template("plat.html.j2")
for nummer in range(aantal):
    (doel / f"{nummer}.html").write_text(sjabloon.render(t=teksten), encoding="utf-8")
