### Sección: las cifras. Las palabras en cursiva son las que usa site.ftl.

section-numbers-title = En cifras

section-numbers-body-gyz5 = Las cifras le permiten pedirnos cuentas; por eso las publicamos año por año y decimos hasta qué punto son exactas. Cuando escribimos “más de”, la cifra es un mínimo: el número real es mayor, y no sabemos en qué medida.

section-numbers-body-shjr = Algunas cifras llevan la indicación *no disponible*. Eso no significa que no haya pasado nada. “Cero”, “desconocido” y “no recopilado” son tres cosas distintas. “Cero” significa que hicimos el recuento y no encontramos ningún caso. “Desconocido” significa que no tenemos una cifra que podamos respaldar. “No recopilado” significa que nadie reunió el dato. Nunca ponemos un cero para llenar un vacío.

section-numbers-body-dmf5 = A veces conocemos una parte y no el todo: sabemos, por ejemplo, que en nuestro grupo asesor de adolescentes había ocho niñas, pero no cuántas personas lo formaban en total. En esos casos publicamos la parte y dejamos abierto el total. Un año marcado como *anunciado* todavía no tiene cifras.
