### Les indicateurs : ce que nous comptons.
###
### En français, la forme « one » vaut pour 0 et pour 1.

indicator-organisations-label = Organisations du réseau

indicator-organisations-sentence =
    { $value ->
        [one] { $value } organisation fait partie du { -network }.
       *[other] { $value } organisations font partie du { -network }.
    }

indicator-organisations-method = Organisations inscrites au registre des membres.

indicator-new-members-label = Nouveaux membres

indicator-new-members-sentence =
    { $value ->
        [one] { $value } nouveau membre a été admis au cours de l’année.
       *[other] { $value } nouveaux membres ont été admis au cours de l’année.
    }

indicator-representatives-label = Participation à notre assemblée générale

# « Plus de » et « au moins » demandent « une » en toutes lettres devant un singulier.
indicator-representatives-sentence =
    { $bound ->
        [more-than]
            { $value ->
                [1] Plus d’une personne a représenté son organisation
                [one] Plus de { $value } personne a représenté son organisation
               *[other] Plus de { $value } personnes ont représenté leur organisation
            }
        [at-least]
            { $value ->
                [1] Au moins une personne a représenté son organisation
                [one] Au moins { $value } personne a représenté son organisation
               *[other] Au moins { $value } personnes ont représenté leur organisation
            }
        [about]
            { $value ->
                [one] Environ { $value } personne a représenté son organisation
               *[other] Environ { $value } personnes ont représenté leur organisation
            }
       *[exact]
            { $value ->
                [one] { $value } personne a représenté son organisation
               *[other] { $value } personnes ont représenté leur organisation
            }
    } à notre assemblée générale.

indicator-representatives-method = Nous comptons les personnes, et non les organisations.

indicator-years-label = Années d’existence

indicator-years-sentence =
    { $value ->
        [one] { $value } an d’action pour les droits de l’enfant.
       *[other] { $value } ans d’action pour les droits de l’enfant.
    }

indicator-defenders-label = Défenseuses et défenseurs en mesure de présenter un rapport

indicator-defenders-sentence =
    { $value ->
        [one] { $value } défenseuse ou défenseur, adulte ou enfant, a acquis les moyens de présenter un rapport au { -un-committee }.
       *[other] { $value } défenseuses et défenseurs, dont des enfants, ont acquis les moyens de présenter un rapport au { -un-committee }.
    }

indicator-resources-label = Ressources multilingues

indicator-resources-sentence =
    { $value ->
        [one] { $value } ressource a été publiée en plusieurs langues.
       *[other] { $value } ressources ont été publiées en plusieurs langues.
    }

indicator-advisors-label = Enfants qui nous conseillent

indicator-advisors-sentence =
    { $value ->
        [one] { $value } enfant de 13 à 17 ans nous a conseillés.
       *[other] { $value } enfants de 13 à 17 ans, de toutes les régions du monde, nous ont conseillés.
    }

indicator-workshops-label = Ateliers en ligne en Afrique

indicator-workshops-sentence =
    { $value ->
        [one] { $value } atelier en ligne a eu lieu en Afrique.
       *[other] { $value } ateliers en ligne ont eu lieu en Afrique.
    }

indicator-side-event-label = Participation à un événement parallèle organisé en commun

indicator-side-event-sentence =
    { $value ->
        [one] { $value } personne a assisté à un événement parallèle organisé en commun.
       *[other] { $value } personnes ont assisté à un événement parallèle organisé en commun.
    }

indicator-side-event-method = Un événement parallèle est une réunion qui se tient en marge d’une réunion officielle.

indicator-submissions-label = Déclarations et contributions présentées à l’ONU

indicator-submissions-sentence =
    { $value ->
        [one] { $value } déclaration ou contribution a été présentée aux Nations Unies.
       *[other] { $value } déclarations et contributions ont été présentées aux Nations Unies.
    }
