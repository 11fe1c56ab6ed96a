### Récit : le droit à un environnement sain.

story-right-to-a-healthy-environment-title = Un environnement sain est reconnu comme un droit humain

story-right-to-a-healthy-environment-summary = Le 28 juillet 2022, l’{ -un-general-assembly } a reconnu le droit à un environnement propre, sain et durable. Peu de gens ont plus de raisons d’y tenir que les enfants.

story-right-to-a-healthy-environment-image-alt = Dessin d’une jeune plante à deux feuilles qui pousse sur des collines vertes, au bord d’une eau bleue, sous un chaud soleil.

story-right-to-a-healthy-environment-body-svbn = Le 28 juillet 2022, l’{ -un-general-assembly } a reconnu le droit à un environnement propre, sain et durable. Tous les États Membres de l’ONU siègent dans cette assemblée, et sa parole a donc du poids. Ce droit appartient à tout le monde, y compris à chaque enfant.

story-right-to-a-healthy-environment-body-qscx = Pour les enfants, la question n’a rien de lointain. Un corps en pleine croissance souffre vite d’un air pollué ou d’une eau insalubre, et ce sont les plus jeunes d’aujourd’hui qui vivront le plus longtemps avec les dégâts. Ce sont pourtant eux qui ont eu le moins leur mot à dire dans les choix qui ont causé ces dégâts.

story-right-to-a-healthy-environment-body-wxmu = Reconnaître un droit ne suffit pas à nettoyer une rivière. Mais cela donne à chacun une norme sur laquelle s’appuyer, dans une réunion de village comme aux Nations Unies. Un enfant qui réclame un air pur ne demande pas une faveur : il nomme un droit reconnu.

story-right-to-a-healthy-environment-link-label = Lire la résolution
