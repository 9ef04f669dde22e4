"""Score a CSV file with Polars: source, target and key (`schaal=q1,-q2;...`) are the arguments."""

import sys

import polars as pl


def build_score(schaal: str, namen: list[str]) -> pl.Expr:
    items = [(6 - pl.col(naam[1:])) if naam[0] == "-" else pl.col(naam) for naam in namen]
    beantwoord = pl.sum_horizontal(item.is_not_null() for item in items)
    return pl.when(beantwoord >= 0.8 * len(items)).then(pl.mean_horizontal(items)).alias(schaal)


bron, doel, sleutel = sys.argv[1:4]
delen = [deel.split("=") for deel in sleutel.split(";")]
scores = [build_score(schaal, namen.split(",")) for schaal, namen in delen]
pl.scan_csv(bron).select("deelnemer", *scores).collect().write_csv(doel)
