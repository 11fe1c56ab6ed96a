### La page « Notre impact ».

page-impact-title = Notre impact

page-impact-summary = Ce que le { -network } a fait avec les enfants, ses membres et ses partenaires : des récits de 2022, les chiffres que nous avons, ceux qui nous manquent, et la façon dont nous évaluons notre propre travail.
