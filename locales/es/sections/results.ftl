### Sección: seguimiento y evaluación de los resultados.

section-results-title = Cómo examinamos nuestro propio trabajo

section-results-body-44g2 = Las buenas intenciones no son resultados. En un enfoque basado en los resultados, **partimos del cambio que queremos ver**, decidimos qué señales lo mostrarían y después buscamos esas señales con honestidad, *aunque no aparezcan*.

section-results-body-r4pf = A qué damos seguimiento

section-results-body-5zrc = Nuestro plan de seguimiento y evaluación responde a cuatro preguntas sencillas:

section-results-body-eyhe = ¿A qué damos seguimiento?

section-results-body-jip3 = ¿Cómo recopilamos los datos?

section-results-body-2e9d = ¿Con qué frecuencia los revisamos?

section-results-body-bsk4 = ¿Quién se encarga?

section-results-body-yiup = En resumen:

section-results-body-yx6b = A qué damos seguimiento

section-results-body-9qwv = Cómo recopilamos los datos

section-results-body-zb74 = Con qué frecuencia

section-results-body-5s3k = Quién se encarga

section-results-body-yq9x = Organizaciones de la red

section-results-body-r5h2 = Registro de miembros

section-results-body-6kr4 = Cada año

section-results-body-9s7x = Secretaría

section-results-body-ncmn = Participación de niños, niñas y adolescentes en nuestro trabajo

section-results-body-p4a7 = Registros de las actividades y opiniones recibidas

section-results-body-tzqi = Después de cada actividad

section-results-body-nc9y = Personal que trabaja con niños, niñas y adolescentes

section-results-body-uis2 = Declaraciones y contribuciones ante la ONU

section-results-body-dbyx = Lista de textos publicados

section-results-body-fd4u = Cada año

section-results-body-fc2d = Secretaría

section-results-body-iyiy = Desglosamos las cifras por edad, género y zona geográfica. Un total puede ocultar quién quedó fuera; un desglose nos ayuda a verlo.

section-results-body-nhj9 = Un vacío en nuestras cifras es un motivo para preguntar, nunca para adivinar.

section-results-body-2bmy = Qué hacemos con lo que aprendemos

section-results-body-zkia = Cada año damos los mismos pasos:

section-results-body-eg5m = Comparamos lo que ocurrió con los objetivos que nos habíamos fijado.

section-results-body-kf5s = Anotamos las enseñanzas, también las incómodas.

section-results-body-njex = Publicamos un informe anual que cualquiera puede leer.

section-results-body-cgdj = También pedimos a personas ajenas a la red que valoren nuestro trabajo. Esas evaluaciones externas pueden ver lo que a nosotros, por estar demasiado cerca, tal vez se nos escape.

section-results-body-frtg =
    ¿Tiene alguna pregunta sobre una cifra?\
    Consulte primero nuestros [informes anuales](https://example.org/annual-reports) y, después, pregúntenos.
