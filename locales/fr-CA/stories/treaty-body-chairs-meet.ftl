### Français du Canada : seulement ce qui diffère du français
### (« organes de traités », « droits de la personne »).

story-treaty-body-chairs-meet-title = Les présidentes et présidents des organes de traités tiennent leur 34e réunion annuelle

story-treaty-body-chairs-meet-body-pi7r = Les { -un-treaty-bodies } sont des comités d’expertes et d’experts indépendants. Chacun veille sur un traité relatif aux droits de la personne et examine comment les États qui y ont adhéré tiennent leurs promesses. L’un d’eux, le { -un-committee }, veille au respect des droits des enfants.

story-treaty-body-chairs-meet-link-label = En savoir plus sur les organes de traités
