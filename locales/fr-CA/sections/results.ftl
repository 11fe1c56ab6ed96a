### Français du Canada : seulement ce qui diffère du français
### (pas d’espace devant le point d’interrogation, « courriel »).

section-results-body-eyhe = Que suivons-nous?

section-results-body-jip3 = Comment recueillons-nous l’information?

section-results-body-2e9d = À quel rythme faisons-nous le point?

section-results-body-bsk4 = Qui s’en charge?

section-results-body-frtg =
    Un chiffre vous pose question?\
    Cherchez d’abord dans nos [rapports annuels](https://example.org/annual-reports), puis envoyez-nous un courriel.
