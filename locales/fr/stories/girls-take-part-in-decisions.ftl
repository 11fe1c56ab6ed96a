### Récit : le droit des filles de participer aux décisions.

story-girls-take-part-in-decisions-title = Les filles ont le droit de participer, les États en conviennent

story-girls-take-part-in-decisions-summary = Le { -un-human-rights-council } a adopté par consensus une résolution sur le droit des filles de participer aux décisions, sans discrimination ni violence.

story-girls-take-part-in-decisions-body-uyi3 = Le { -un-human-rights-council } a adopté une résolution sur le droit des filles de participer aux décisions, sans discrimination ni violence. Il l’a fait par consensus, c’est-à-dire sans vote. Comme le Conseil est composé d’États, ses résolutions montrent ce que les gouvernements sont prêts à exiger les uns des autres.

story-girls-take-part-in-decisions-body-nxvc = Une fille peut être réduite au silence deux fois : parce qu’elle est une enfant, et parce qu’elle est une fille. On lui dit parfois que son avis peut attendre, ou bien elle se tait parce que parler la mettrait en danger. Le droit de participer ne vaut pas grand-chose si l’on ne peut pas l’exercer en sécurité.

story-girls-take-part-in-decisions-link-label = Voir les pages du Conseil
