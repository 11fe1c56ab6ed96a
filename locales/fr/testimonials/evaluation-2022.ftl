### Conclusion d’une évaluation.

testimonial-evaluation-2022-body-qdzj = L’évaluation a montré que le { -network } aide les enfants à connaître leurs droits, à se faire entendre et à prendre la parole pour les autres autant que pour eux-mêmes.

testimonial-evaluation-2022-attribution-role = Évaluation externe du réseau, 2022
