### Comment nous évaluons notre propre travail.

section-results-title = Comment nous évaluons notre propre travail

section-results-body-44g2 = Les bonnes intentions ne sont pas des résultats. Dans une approche axée sur les résultats, **nous partons du changement que nous voulons voir**, nous choisissons les signes qui le montreraient, puis nous cherchons ces signes avec honnêteté, *même quand ils ne sont pas là*.

section-results-body-r4pf = Ce que nous suivons

section-results-body-5zrc = Notre plan de suivi et d’évaluation répond à quatre questions simples :

section-results-body-eyhe = Que suivons-nous ?

section-results-body-jip3 = Comment recueillons-nous l’information ?

section-results-body-2e9d = À quel rythme faisons-nous le point ?

section-results-body-bsk4 = Qui s’en charge ?

section-results-body-yiup = En bref :

section-results-body-yx6b = Ce que nous suivons

section-results-body-9qwv = Comment nous recueillons l’information

section-results-body-zb74 = À quel rythme

section-results-body-5s3k = Par qui

section-results-body-yq9x = Organisations du réseau

section-results-body-r5h2 = Registre des membres

section-results-body-6kr4 = Chaque année

section-results-body-9s7x = Secrétariat

section-results-body-ncmn = Participation des enfants à notre travail

section-results-body-p4a7 = Comptes rendus d’activité et avis recueillis

section-results-body-tzqi = Après chaque activité

section-results-body-nc9y = Équipe qui travaille avec les enfants

section-results-body-uis2 = Déclarations et contributions présentées à l’ONU

section-results-body-dbyx = Liste des textes publiés

section-results-body-fd4u = Chaque année

section-results-body-fc2d = Secrétariat

section-results-body-iyiy = Nous détaillons les chiffres par âge, par genre et par zone géographique. Un total peut cacher celles et ceux qui ont été laissés de côté : le détail nous aide à les voir.

section-results-body-nhj9 = Un vide dans nos chiffres est une raison de poser une question, jamais une raison de deviner.

section-results-body-2bmy = Ce que nous faisons de ce que nous apprenons

section-results-body-zkia = Chaque année, nous suivons les mêmes étapes :

section-results-body-eg5m = Nous comparons ce qui s’est passé aux objectifs que nous nous étions fixés.

section-results-body-kf5s = Nous consignons les leçons à retenir, y compris celles qui dérangent.

section-results-body-njex = Nous publions un rapport annuel que tout le monde peut lire.

section-results-body-cgdj = Nous demandons aussi à des personnes extérieures de juger notre travail. Ces évaluations externes peuvent révéler ce qui nous échappe, à nous qui regardons de trop près.

section-results-body-frtg =
    Un chiffre vous pose question ?\
    Cherchez d’abord dans nos [rapports annuels](https://example.org/annual-reports), puis écrivez-nous.
