### Introduction.

section-introduction-title = Pourquoi nous agissons

section-introduction-body-wdgq = Les enfants représentent environ un tiers de l’humanité. Partout dans le monde, leurs droits sont négligés ou bafoués, souvent d’une manière que les adultes ne remarquent même plus.

section-introduction-body-9z2t = Depuis quatre décennies, le { -network } s’emploie à changer cela, des communautés locales aux institutions mondiales. Nous le faisons avec les enfants, avec nos membres et avec nos partenaires, car ce que les enfants savent de leur propre vie doit arriver jusqu’aux personnes qui prennent des décisions à leur sujet.

section-introduction-body-tgpg = La promesse est déjà écrite, noir sur blanc. La { -convention } énonce ce qui est dû à chaque enfant, et le { -un-committee }, un groupe d’expertes et d’experts indépendants, vérifie si les États tiennent bien parole. Cette page vous dit ce que nous avons fait, ce que nous pouvons compter et ce que nous ne pouvons pas encore compter.
