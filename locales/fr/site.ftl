### Messages de l’interface : les mots autour du contenu.
###
### Les noms tels que { -network } viennent de terms.ftl.

## Le site et sa navigation

site-title = { -network }

page-title = { $title } – { site-title }

skip-to-content = Aller au contenu

nav =
    .aria-label = Navigation principale

nav-impact = Notre impact
nav-stories = Récits
nav-figures = Chiffres
nav-voices = Voix
nav-act = Agir avec nous

language-switcher = Langue
    .aria-label = Choisir la langue de cette page

not-translated = Ce passage est affiché en { $language }, car il n’est pas encore traduit.

welcome = { $audience ->
    [child] Tu as des droits, et cette page est aussi pour toi.
   *[adult] Les enfants ont des droits. Voyez ce que nous faisons pour les défendre.
}

## Récits

read-more = Lire la suite
    .aria-label = Lire la suite : { $title }

published-on = Publié le { $date }

stories-count = { $count ->
    [0] Aucun récit
    [one] { $count } récit
   *[other] { $count } récits
}

image-credit = Image : { $credit }

topics = Thèmes

topic-solidarity = Solidarité
topic-participation = Participation
topic-environment = Environnement
topic-gender = Genre
topic-mainstreaming = Les droits de l’enfant dans tous les domaines
topic-treaty-bodies = Organes conventionnels
topic-membership = Membres
topic-civic-space = Espace civique

## Chiffres

# Nous ne connaissons pas le chiffre : ni « aucun », ni « zéro ».
figures-not-available = Non disponible
    .title = Nous n’avons aucun chiffre dont nous puissions répondre. Cela ne veut pas dire zéro.

# Personne n’a relevé le chiffre : ni « aucun », ni « zéro ».
figures-not-collected = Non recueilli
    .title = Personne n’a relevé ce chiffre. Cela ne veut pas dire zéro.

figures-announced = Année annoncée : pas encore de chiffres

figures-more-than = plus de { $value }

figures-at-least = au moins { $value }

figures-about = environ { $value }

cell-girls = { $value ->
    [one] { $value } fille
   *[other] { $value } filles
}

dimension-gender = Par genre

breakdown-incomplete = Reste de la répartition : { figures-not-available }

shares-of-year = { $period ->
    [open] { $count ->
        [0] Aucun chiffre pour { $year } à ce jour
        [one] { $count } chiffre pour { $year } à ce jour
       *[other] { $count } chiffres pour { $year } à ce jour
    }
   *[closed] { $count ->
        [0] Aucun chiffre pour { $year }
        [one] { $count } chiffre pour { $year }
       *[other] { $count } chiffres pour { $year }
    }
}

## Témoignages

testimonial-summary-note = Résumé à partir des paroles de l’enfant
testimonial-finding-note = Résumé à partir de l’évaluation
testimonial-name-withheld = Nom non publié
testimonial-consent = Publié avec consentement

# Cette tournure évite l’élision (« de l’anglais », « du russe »).
testimonial-translated = Langue d’origine : { $language }

## Listes de résultats et pied de page

results-page = Page { $current } sur { $total }
    .aria-label = Vous êtes à la page { $current } sur { $total }

updated = Page mise à jour le { $date }

page-foot = { site-title }. { updated }.
