### Récit : la réunion des présidentes et présidents des organes conventionnels.

story-treaty-body-chairs-meet-title = Les présidentes et présidents des organes conventionnels tiennent leur 34e réunion annuelle

story-treaty-body-chairs-meet-summary = Les présidentes et présidents des { -un-treaty-bodies } se sont réunis du 30 mai au 3 juin 2022. La société civile a salué leurs conclusions.

story-treaty-body-chairs-meet-body-pi7r = Les { -un-treaty-bodies } sont des comités d’expertes et d’experts indépendants. Chacun veille sur un traité relatif aux droits humains et examine comment les États qui y ont adhéré tiennent leurs promesses. L’un d’eux, le { -un-committee }, veille au respect des droits des enfants.

story-treaty-body-chairs-meet-body-mtqb = Une fois par an, les personnes qui président ces comités se réunissent pour parler de leur travail commun. Leur 34e réunion annuelle a eu lieu du 30 mai au 3 juin 2022. La société civile, c’est-à-dire les organisations indépendantes des gouvernements, en a salué les conclusions.

story-treaty-body-chairs-meet-body-rmbk = Tout cela peut sembler loin de la vie d’un enfant, mais il n’en est rien. Quand ces comités travaillent bien, les enfants et les organisations qui les accompagnent savent quand et comment faire connaître ce qu’ils ont vu, et leur parole peut arriver pendant qu’il est encore temps.

story-treaty-body-chairs-meet-link-label = En savoir plus sur les organes conventionnels
