### Récit : aux côtés d’un membre palestinien.

story-standing-with-a-palestinian-member-title = Aux côtés d’un membre palestinien après un raid nocturne

story-standing-with-a-palestinian-member-summary = Les bureaux de l’un de nos membres palestiniens ont subi un raid pendant la nuit. Nous sommes aux côtés des personnes qui y travaillent et des enfants pour qui elles agissent.

story-standing-with-a-palestinian-member-body-h3w7 = Les bureaux de l’un de nos membres, une organisation palestinienne, ont subi un raid pendant la nuit. Le { -network } exprime sa solidarité avec l’organisation, avec les personnes qui y travaillent et avec les enfants dont elles défendent les droits. Personne, parmi eux, ne devrait avoir à se demander si on l’a oublié.

story-standing-with-a-palestinian-member-body-qvfx = Un bureau, c’est plus que des tables et des portes. C’est là qu’on prépare son travail, qu’on conserve des dossiers et qu’on rencontre les autres. Quand un tel lieu cesse d’être sûr, il devient plus difficile de documenter ce qui arrive aux enfants, et plus difficile pour les enfants de trouver quelqu’un qui les écoute.

story-standing-with-a-palestinian-member-body-8g72 = Celles et ceux qui défendent les droits humains doivent pouvoir le faire sans crainte. La liberté de se réunir, de s’exprimer et de s’organiser, c’est ce qu’on appelle souvent l’espace civique. Quand un membre en perd une part, tous les autres ont le devoir de le dire haut et fort.

story-standing-with-a-palestinian-member-link-label = Lire notre message de solidarité
