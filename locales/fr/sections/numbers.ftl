### Les chiffres, et comment les lire.

section-numbers-title = En chiffres

section-numbers-body-gyz5 = Les chiffres vous aident à nous demander des comptes : nous les publions donc année après année, en indiquant leur degré de précision. Quand nous écrivons « plus de », le chiffre est un plancher : le vrai nombre est plus élevé, sans que nous sachions de combien.

section-numbers-body-shjr = Certains chiffres portent la mention *non disponible*. Cela ne veut pas dire qu’il ne s’est rien passé. Zéro, inconnu et non recueilli sont trois choses différentes. Zéro : nous avons compté, et il n’y avait rien. Inconnu : nous n’avons aucun chiffre dont nous puissions répondre. Non recueilli : personne n’a relevé ce chiffre. Nous n’inscrivons jamais un zéro pour combler un vide.

section-numbers-body-dmf5 = Nous connaissons parfois une partie sans connaître le tout : nous savons par exemple que huit des enfants qui nous conseillaient étaient des filles, mais pas combien d’enfants nous conseillaient au total. Nous publions alors la partie et laissons le total ouvert. Une année *annoncée* n’a pas encore de chiffres.
