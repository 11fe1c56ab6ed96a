### Récit : cent organisations.

story-one-hundred-organisations-title = Un réseau fort de cent organisations

story-one-hundred-organisations-summary = Lors de son assemblée générale des 2 et 3 juin 2022, le { -network } a atteint le cap des 100 organisations.

story-one-hundred-organisations-body-yztj = Les 2 et 3 juin 2022, le { -network } a tenu son assemblée générale, la réunion qui rassemble ses membres. Plus de 70 représentantes et représentants y ont participé. (Il s’agit de notre propre assemblée, et non de l’{ -un-general-assembly }.) C’est là que le réseau a atteint le cap des 100 organisations.

story-one-hundred-organisations-body-ux4u = Un chiffre rond fait plaisir, mais l’essentiel est ailleurs. Chaque organisation apporte ce qu’elle sait de la vie des enfants là où elle se trouve, et en rencontre d’autres auprès desquelles apprendre. En 2022, nous avons admis 11 nouveaux membres, et chacun d’eux rend le réseau plus difficile à ignorer.

story-one-hundred-organisations-link-label = Découvrir les membres
