# Reference values for tests/rekenen, written to this folder. Run here: Rscript maak.R
f <- function(x) trimws(formatC(x, digits = 17, format = "g"))
g <- expand.grid(kans = c(0.975, 0.997), vrijheidsgraden = 1:1000)
write.csv(data.frame(g, kwantiel = f(qt(g$kans, g$vrijheidsgraden))), "t-kwantiel.csv", row.names = FALSE, quote = FALSE)
g <- expand.grid(t = c(0, 0.01, 0.5, 1, 2.0595, 3.5, 8, 40), vrijheidsgraden = c(1:6, 10, 25, 295, 1000))
write.csv(data.frame(g, kans = f(pt(g$t, g$vrijheidsgraden)), dichtheid = f(dt(g$t, g$vrijheidsgraden))), "t-kans.csv", row.names = FALSE, quote = FALSE)
g <- do.call(rbind, lapply(c(1:14, 30, 100), function(n) data.frame(aantal = 0:n, van = n)))
p <- mapply(function(a, n) binom.test(a, n)$p.value, g$aantal, g$van)
write.csv(data.frame(g, kans = f(p)), "binomiaal.csv", row.names = FALSE, quote = FALSE)
set.seed(20)
codes <- c("forceren+", "forceren-", "samenwerken+", "vermijden+", "toegeven+", "compromis+")
x <- sample(codes, 60, TRUE); y <- ifelse(runif(60) < 0.7, x, sample(codes, 60, TRUE))
cat("kappa", f(psych::cohen.kappa(data.frame(x, y))$kappa), "\n")
write.csv(data.frame(eerste = x, tweede = y), "kappa-paren.csv", row.names = FALSE, quote = FALSE)
# five scales of a person, with reversal done: pooled variance, intervals, contrasts
x <- c(5,4,5,4,5,4, 2,3,2,1,3,2, 3,3,4,2,3,3, 2,2,1,3,2,2, 3,2,3,3,4,2)
g <- factor(rep(c("forceren","samenwerken","compromis","vermijden","toegeven"), each = 6), levels = c("forceren","samenwerken","compromis","vermijden","toegeven"))
fit <- lm(x ~ 0 + g); m <- coef(fit); a <- rep(1/6, 5); k <- 5
cat("variantie", f(sigma(fit)^2), "df", df.residual(fit), "\n"); ci <- confint(fit)
con <- sapply(1:5, function(i) (m[i] - mean(m[-i])) / (sigma(fit) * sqrt(a[i] + sum(a[-i]) / (k - 1)^2)))
write.csv(data.frame(schaal = levels(g), gemiddelde = f(m), ondergrens = f(ci[,1]), bovengrens = f(ci[,2]), t = f(con)), "een-persoon.csv", row.names = FALSE, quote = FALSE)
cat("grens5", f(qt(1-0.03/10, 25)), "grens4", f(qt(1-0.03/8, 25)), "\n")
# shifts: one person's answers to the same (gedeeld) or other (los) statements in several parts; two scales
set.seed(21)
rijen <- list()
for (opzet in c("gedeeld", "los")) for (delen in c(2, 3, 5)) for (keer in 1:12) {
  d <- expand.grid(stelling = 1:4, schaal = c("forceren", "samenwerken"), deel = letters[1:delen], stringsAsFactors = FALSE)
  d$x <- pmin(5, pmax(1, round(rnorm(nrow(d), 2.6 + 0.2 * keer * (d$schaal == "forceren" & d$deel == "b"), 0.9))))
  d$cel <- factor(paste(d$schaal, d$deel)); d$rij <- factor(paste(d$schaal, d$stelling))
  fit <- if (opzet == "gedeeld") lm(x ~ 0 + cel + rij, d) else lm(x ~ 0 + cel, d)
  s <- sqrt(max(sigma(fit)^2, 0.25)); df <- df.residual(fit); m <- tapply(d$x, d$cel, mean)
  welke <- if (delen == 2) "b" else letters[1:delen]
  for (schaal in c("forceren", "samenwerken")) for (deel in welke) {
    eigen <- m[paste(schaal, deel)]; anderen <- m[paste(schaal, setdiff(letters[1:delen], deel))]
    verschil <- eigen - mean(anderen); t <- verschil / (s * sqrt(1 / 4 + 1 / 4 / (delen - 1)))
    grens <- qt(1 - 0.03 / (2 * 2 * length(welke)), df)
    rijen[[length(rijen) + 1]] <- data.frame(opzet, antwoorden = paste(d$x, collapse = ""), schaal, deel, verschil = f(verschil), t = f(t), grens = f(grens))
  }
}
write.csv(do.call(rbind, rijen), "verschuiving.csv", row.names = FALSE, quote = FALSE)
# retest: one person's answers to the same statements at two times; five scales with a noise of their own, or one scale
set.seed(22)
stijlen <- c("forceren", "samenwerken", "compromis", "vermijden", "toegeven")
rijen <- list()
for (schalen in c(1, 5)) for (per in c(4, 6)) for (keer in 1:20) {
  g <- factor(rep(stijlen[1:schalen], each = per), levels = stijlen[1:schalen])
  x1 <- pmin(5, pmax(1, round(rnorm(length(g), 2.6, 0.9))))
  x2 <- pmin(5, pmax(1, round(x1 * 0.5 + 1.3 + rnorm(length(g), 0.15 * keer * (g == "forceren"), 0.8))))
  d <- x2 - x1
  # with one scale the t-test itself; the floor of 0.25 per answer is one of 0.5 per difference
  s <- if (schalen == 1) sd(d) else sigma(lm(d ~ 0 + g))
  df <- length(d) - schalen; m <- tapply(d, g, mean)
  grens <- qt(1 - 0.03 / (2 * schalen), df) * max(s, sqrt(0.5)) / sqrt(per)
  p <- if (schalen == 1 && s > 0) t.test(x2, x1, paired = TRUE)$p.value else NA
  rijen[[length(rijen) + 1]] <- data.frame(eerst = paste(x1, collapse = ""), nu = paste(x2, collapse = ""), schaal = levels(g), verschil = f(m), grens = f(grens), s = f(s), p = if (is.na(p)) "" else f(p))
}
write.csv(do.call(rbind, rijen), "hertest.csv", row.names = FALSE, quote = FALSE)
# reliable change: the norm table of tests/voorbeelden/goed/met-betrouwbaarheid.yaml
n <- read.csv("../voorbeelden/goed/met-normen.csv"); r <- c(samenwerken = 0.81, vermijden = 0.77)
for (schaal in names(r)) {
  s <- with(n[n$schaal == schaal, ], sd(rep(score, aantal)))
  cat(schaal, "sd", f(s), "grens", f(qnorm(1 - 0.05 / 4) * s * sqrt(2) * sqrt(1 - r[schaal])), "\n")
}
# interval of alpha: quantiles and probabilities of F; the intervals of golden-sim500
g <- expand.grid(kans = c(0.025, 0.5, 0.975), teller = c(1, 2, 19, 29, 99, 499, 99999), per = c(1, 2, 5, 59))
g$noemer <- g$teller * g$per
# by way of beta: qf itself takes a chi-square for an F from 400,000 degrees of freedom on
b <- qbeta(g$kans, g$teller / 2, g$noemer / 2); rest <- qbeta(1 - g$kans, g$noemer / 2, g$teller / 2)
stopifnot(all.equal((g$noemer * b / (g$teller * rest))[g$noemer < 4e5], qf(g$kans, g$teller, g$noemer)[g$noemer < 4e5], tolerance = 1e-12))
write.csv(data.frame(g[c("kans", "teller", "noemer")], kwantiel = f(g$noemer * b / (g$teller * rest))), "f-kwantiel.csv", row.names = FALSE, quote = FALSE)
g <- expand.grid(f = c(0, 0.01, 0.5, 1, 1.2, 4, 60), teller = c(1, 2, 19, 499), noemer = c(1, 3, 95, 2495))
write.csv(data.frame(g, kans = f(pf(g$f, g$teller, g$noemer))), "f-kans.csv", row.names = FALSE, quote = FALSE)
r <- read.csv("golden-sim500/reliability.csv")
ci <- lapply(r$raw_alpha, function(a) psych::alpha.ci(a, 500, 6))
write.csv(data.frame(schaal = r$scale, ondergrens = sapply(ci, function(x) f(x$lower.ci)), bovengrens = sapply(ci, function(x) f(x$upper.ci))), "alfa-interval.csv", row.names = FALSE, quote = FALSE)
# weights: the same answers, each column times its weight
set.seed(23)
x <- as.data.frame(sapply(1:4, function(i) sample(c(1:5, NA), 150, TRUE, c(rep(0.19, 5), 0.05))))
x <- round((x + 2 * rowMeans(x, na.rm = TRUE)) / 3); gewicht <- c(1, 2, 0.5, 1)
a <- suppressWarnings(psych::alpha(as.data.frame(sweep(as.matrix(x), 2, gewicht, "*")), warnings = FALSE))
score <- apply(x, 1, function(rij) weighted.mean(rij, gewicht, na.rm = TRUE))
write.csv(x, "gewogen.csv", row.names = FALSE, na = "", quote = FALSE)
cat("gewogen alfa", f(a$total$raw_alpha), "rest", f(a$item.stats$r.drop), "sem", f(sd(score, na.rm = TRUE) * sqrt(1 - a$total$raw_alpha)), "\n")
cat(R.version.string, as.character(packageVersion("psych")), "\n")
