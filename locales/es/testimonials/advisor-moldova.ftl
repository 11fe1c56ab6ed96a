### Testimonio. No se publica el nombre ni se revela si es una chica o un chico.

testimonial-advisor-moldova-body-tjzp = Para esta voz de nuestro grupo asesor, lo que cuenta es que alguien escuche de verdad: que una opinión se tome en serio, y no solo que haya un lugar en la sala. Aprender sobre los derechos forma parte de ello, y también hablar por tantos niños y niñas a quienes nadie pregunta.

testimonial-advisor-moldova-attribution-role = Adolescente del grupo asesor
