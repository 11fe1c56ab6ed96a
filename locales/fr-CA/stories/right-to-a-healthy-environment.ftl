### Français du Canada : seulement ce qui diffère du français (« droit de la personne »).

story-right-to-a-healthy-environment-title = Un environnement sain est reconnu comme un droit de la personne
