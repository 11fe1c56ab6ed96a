### Schéma : comment naît le changement.

diagram-change-title = Comment naît le changement

diagram-change-description = Un schéma en quatre étapes, dont chacune mène à la suivante. D’abord, le regard porté sur les enfants et l’attitude à leur égard changent. Ensuite, les enfants et la société civile acquièrent les moyens d’agir. Leur parole influence alors les décisions que prennent les États, dans leur pays comme aux Nations Unies. Enfin, les lois et les politiques sont réformées.

diagram-change-stage-perceptions-label = Les regards et les attitudes changent

diagram-change-stage-empowerment-label = Les enfants et la société civile ont les moyens d’agir

diagram-change-stage-decisions-label = Les décisions des États évoluent

diagram-change-stage-reform-label = Les lois et les politiques sont réformées

diagram-change-node-people-with-rights-label = Les adultes voient en chaque enfant une personne qui a des droits

diagram-change-node-views-taken-seriously-label = L’avis des enfants est pris au sérieux

diagram-change-node-children-act-label = Les enfants connaissent leurs droits et les défendent

diagram-change-node-organisations-act-label = Les organisations savent agir avec les enfants

diagram-change-node-decisions-at-home-label = Les gouvernements écoutent avant de décider

diagram-change-node-decisions-at-the-un-label = Les États prennent des engagements à l’ONU

diagram-change-node-better-laws-label = Les lois respectent la { -convention }

diagram-change-node-better-policies-label = Les politiques font entrer les droits dans le quotidien
