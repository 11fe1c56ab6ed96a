### Français du Canada : seulement ce qui diffère du français (« droits de la personne »).

story-standing-with-a-palestinian-member-body-8g72 = Celles et ceux qui défendent les droits de la personne doivent pouvoir le faire sans crainte. La liberté de se réunir, de s’exprimer et de s’organiser, c’est ce qu’on appelle souvent l’espace civique. Quand un membre en perd une part, tous les autres ont le devoir de le dire haut et fort.
