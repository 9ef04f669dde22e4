# Score a CSV file with psych: source, target and key (`schaal=q1,-q2;...`) are the arguments.
suppressPackageStartupMessages(library(psych))
gegeven <- commandArgs(trailingOnly = TRUE)
tabel <- read.csv(gegeven[1])
delen <- strsplit(strsplit(gegeven[3], ";")[[1]], "=")
sleutels <- setNames(lapply(delen, function(deel) strsplit(deel[2], ",")[[1]]), sapply(delen, `[`, 1))
items <- tabel[grep("^q", names(tabel))]
scores <- suppressWarnings(scoreItems(sleutels, items, missing = TRUE, impute = "none", min = 1, max = 5)$scores)
for (schaal in names(sleutels)) {
  eigen <- items[sub("-", "", sleutels[[schaal]])]
  scores[rowSums(!is.na(eigen)) < 0.8 * ncol(eigen), schaal] <- NA
}
write.csv(data.frame(deelnemer = tabel$deelnemer, scores), gegeven[2], row.names = FALSE, quote = FALSE, na = "")
