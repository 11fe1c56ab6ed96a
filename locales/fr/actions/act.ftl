### Appel à l’action : aux côtés des enfants.

action-act-title = Aux côtés des enfants

action-act-body-2z92 = Nul besoin d’être spécialiste. Demandez à un enfant ce qu’il pense, et écoutez-le jusqu’au bout. Dites aux personnes qui vous représentent que les droits de l’enfant comptent pour vous. Et si votre organisation œuvre pour les droits de l’enfant, venez nous en parler.

action-act-link-label = Découvrir ce que vous pouvez faire
