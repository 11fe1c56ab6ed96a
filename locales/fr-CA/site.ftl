### Français du Canada : seulement ce qui diffère du français.

topic-treaty-bodies = Organes de traités
