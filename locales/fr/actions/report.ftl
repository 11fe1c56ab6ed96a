### Appel à l’action : lire le rapport annuel.

action-report-title = Lisez le rapport annuel

action-report-body-v92t = Nos rapports annuels sont publics. Ils exposent ce que nous avions prévu, ce que nous avons fait et ce que nous avons appris, pour que vous puissiez juger par vous-même.

action-report-link-label = Consulter les rapports annuels
