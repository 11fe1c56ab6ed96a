### Les voix.

section-voices-title = Ce que nous disent les enfants et l’évaluation externe

section-voices-body-kw9t = Deux de ces voix sont celles d’enfants qui nous conseillent, des jeunes de 13 à 17 ans. Nous ne publions pas leur nom, et nous ne leur prêtons aucune parole : chaque texte résume ce que l’enfant a dit. La troisième est une conclusion d’une évaluation externe, résumée elle aussi.
