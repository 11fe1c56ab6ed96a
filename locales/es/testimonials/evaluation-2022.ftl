### Conclusión de una evaluación externa.

testimonial-evaluation-2022-body-qdzj = La evaluación constató que la { -network } ayuda a niños, niñas y adolescentes a conocer sus derechos, a hacerse oír y a alzar la voz tanto por los demás como por sí mismos.

testimonial-evaluation-2022-attribution-role = Evaluación externa de la red, 2022
