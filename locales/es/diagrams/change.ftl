### Diagrama: cómo se produce el cambio. Los recuadros deben ser breves.

diagram-change-title = Cómo se produce el cambio

diagram-change-description = Diagrama en cuatro etapas, cada una de las cuales conduce a la siguiente. Primero cambian la forma de ver a la niñez y las actitudes hacia ella. Después, la niñez y la sociedad civil ganan fuerza para actuar. Lo que dicen influye en las decisiones de los Estados, tanto en cada país como en las Naciones Unidas. Al final se reforman las leyes y las políticas.

diagram-change-stage-perceptions-label = Cambian las percepciones y las actitudes

diagram-change-stage-empowerment-label = La niñez y la sociedad civil ganan fuerza para actuar

diagram-change-stage-decisions-label = Se influye en las decisiones de los Estados

diagram-change-stage-reform-label = Se reforman las leyes y las políticas

diagram-change-node-people-with-rights-label = Los adultos ven a niños y niñas como personas con derechos

diagram-change-node-views-taken-seriously-label = Las opiniones de niños y niñas se toman en serio

diagram-change-node-children-act-label = Niños y niñas conocen sus derechos y los defienden

diagram-change-node-organisations-act-label = Las organizaciones saben actuar junto a la niñez

diagram-change-node-decisions-at-home-label = Los Gobiernos escuchan antes de decidir

diagram-change-node-decisions-at-the-un-label = Los Estados asumen compromisos en la ONU

diagram-change-node-better-laws-label = Las leyes respetan la { -convention }

diagram-change-node-better-policies-label = Las políticas llevan los derechos a la vida diaria
