### Témoignage d’un enfant : la formulation ne dit pas s’il s’agit d’une fille ou d’un garçon.

testimonial-advisor-bolivia-body-6aen = Ce témoignage parle d’une découverte : les droits appartiennent à chaque enfant, et les connaître aide à les défendre. Parler au nom des autres enfants est une responsabilité, et les adultes, de leur côté, doivent être prêts à écouter.

testimonial-advisor-bolivia-attribution-role = Enfant qui nous conseille
