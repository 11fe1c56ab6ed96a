### Русский перевод: схема.

diagram-change-title = Как происходят перемены

diagram-change-description = Схема из четырёх ступеней, каждая ведёт к следующей. Сначала меняются представления о детях и отношение к ним. Затем дети и гражданское общество получают возможность действовать. То, что они говорят, влияет на решения государств — и внутри страны, и в Организации Объединённых Наций. И наконец, реформируются законы и политика.

diagram-change-stage-perceptions-label = Меняются представления о детях и отношение к ним

diagram-change-stage-empowerment-label = Дети и гражданское общество получают возможность действовать

diagram-change-stage-decisions-label = Их голос влияет на решения государств

diagram-change-stage-reform-label = Реформируются законы и политика

diagram-change-node-people-with-rights-label = Взрослые видят в детях людей, у которых есть права

diagram-change-node-views-taken-seriously-label = Мнение детей принимают всерьёз

diagram-change-node-children-act-label = Дети знают свои права и отстаивают их

diagram-change-node-organisations-act-label = Организации умеют действовать вместе с детьми

diagram-change-node-decisions-at-home-label = Правительства сначала слушают, потом решают

diagram-change-node-decisions-at-the-un-label = Государства берут на себя обязательства в ООН

diagram-change-node-better-laws-label = Законы соответствуют { -convention(case: "dative") }

diagram-change-node-better-policies-label = Политика делает права частью повседневной жизни
