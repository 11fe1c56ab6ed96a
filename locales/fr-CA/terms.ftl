### Français du Canada : seulement les noms qui diffèrent du français.

-un-treaty-bodies = organes de traités des Nations Unies sur les droits de la personne
