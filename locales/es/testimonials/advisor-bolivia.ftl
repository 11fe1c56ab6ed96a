### Testimonio. No se publica el nombre ni se revela si es una chica o un chico.

testimonial-advisor-bolivia-body-6aen = Esta voz de nuestro grupo asesor cuenta que aprendió que los derechos son de todos los niños y las niñas, y que conocerlos ayuda a defenderlos. Hablar en nombre de otros niños y niñas es una responsabilidad, y los adultos, por su parte, deben estar dispuestos a escuchar.

testimonial-advisor-bolivia-attribution-role = Adolescente del grupo asesor
