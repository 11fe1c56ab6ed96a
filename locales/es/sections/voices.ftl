### Sección: testimonios.

section-voices-title = Lo que nos dicen los niños, las niñas y quienes nos evalúan

section-voices-body-kw9t = Dos de estas voces son de nuestro grupo asesor, formado por adolescentes de entre 13 y 17 años que nos aconsejan. No publicamos sus nombres ni les atribuimos palabras que no son suyas: cada texto es un resumen de lo que nos contaron. La tercera voz recoge una conclusión de una evaluación externa, también resumida.
