### Récit : une enquête sur l’intégration des droits de l’enfant.

story-survey-on-child-rights-mainstreaming-title = Une enquête pour contribuer aux orientations de l’ONU sur les droits de l’enfant

story-survey-on-child-rights-mainstreaming-summary = Grâce à une enquête en ligne, la société civile peut contribuer à la note d’orientation du { -un-secretary-general } sur l’intégration des droits de l’enfant.

story-survey-on-child-rights-mainstreaming-body-59tw = Grâce à une enquête en ligne, la société civile a son mot à dire dans la note d’orientation du { -un-secretary-general } sur l’intégration des droits de l’enfant. L’intégration est un grand mot pour une idée simple : les enfants ne doivent pas être l’affaire d’un seul bureau. Quiconque prévoit une route, un service de santé ou un budget devrait se demander ce que cela changera pour eux.

story-survey-on-child-rights-mainstreaming-body-rqpe = Les organisations qui travaillent avec les enfants voient où cette question est oubliée. Une enquête leur permet de le dire sans se déplacer, et permet à un petit groupe local d’être lu au même titre qu’un grand. Des orientations ont plus de chances d’être utiles quand ces organisations aident à leur donner forme.

story-survey-on-child-rights-mainstreaming-link-label = En savoir plus sur l’enquête
