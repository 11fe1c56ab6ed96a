### Témoignage d’un enfant : la formulation ne dit pas s’il s’agit d’une fille ou d’un garçon.

testimonial-advisor-moldova-body-tjzp = Dans ce témoignage, ce qui compte, c’est de se faire entendre : voir son avis pris au sérieux, et pas seulement avoir une place dans la salle. Apprendre à connaître les droits en fait partie, tout comme parler pour les nombreux enfants dont personne ne demande l’avis.

testimonial-advisor-moldova-attribution-role = Enfant qui nous conseille
