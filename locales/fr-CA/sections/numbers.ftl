### Français du Canada : seulement ce qui diffère du français (guillemets).

section-numbers-body-gyz5 = Les chiffres vous aident à nous demander des comptes : nous les publions donc année après année, en indiquant leur degré de précision. Quand nous écrivons « plus de », le chiffre est un plancher : le vrai nombre est plus élevé, sans que nous sachions de combien.
