### Mensajes de la interfaz: las palabras que rodean al contenido.
###
### A niños, niñas y adolescentes se les habla de tú; a las demás personas, de usted
### o con fórmulas neutras. Los nombres como { -network } vienen de terms.ftl.

## El sitio y su navegación

site-title = { -network }

page-title = { $title } – { site-title }

skip-to-content = Saltar al contenido

nav =
    .aria-label = Navegación principal

nav-impact = Nuestro impacto
nav-stories = Historias
nav-figures = Cifras
nav-voices = Voces
nav-act = Participar

language-switcher = Idioma
    .aria-label = Elegir el idioma de esta página

not-translated = Esta parte aparece en { $language } porque todavía no se ha traducido.

welcome = { $audience ->
    [child] Tienes derechos, y esta página también es para ti.
   *[adult] Los niños, las niñas y los adolescentes tienen derechos. Vea lo que hacemos para que se cumplan.
}

## Historias

read-more = Leer más
    .aria-label = Leer más: { $title }

published-on = Publicado el { $date }

stories-count = { $count ->
    [one] { $count } historia
   *[other] { $count } historias
}

image-credit = Imagen: { $credit }

topics = Temas

topic-solidarity = Solidaridad
topic-participation = Participación
topic-environment = Medio ambiente
topic-gender = Género
topic-mainstreaming = Los derechos de la niñez en todos los ámbitos
topic-treaty-bodies = Órganos de tratados
topic-membership = Miembros
topic-civic-space = Espacio cívico

## Cifras

# No conocemos la cifra. No quiere decir “ninguno” ni “cero”.
figures-not-available = No disponible
    .title = No tenemos una cifra que podamos respaldar. Eso no significa que sea cero.

# Nadie reunió la cifra. No quiere decir “ninguno” ni “cero”.
figures-not-collected = No recopilado
    .title = Nadie reunió este dato. Eso no significa que sea cero.

figures-announced = Anunciado: todavía sin cifras

figures-more-than = más de { $value }

figures-at-least = al menos { $value }

figures-about = alrededor de { $value }

cell-girls = { $value ->
    [one] { $value } niña
   *[other] { $value } niñas
}

dimension-gender = Por género

breakdown-incomplete = Resto del desglose: { figures-not-available }

shares-of-year = { $period ->
    [open] { $count ->
        [one] { $count } cifra de { $year } hasta ahora
       *[other] { $count } cifras de { $year } hasta ahora
    }
   *[closed] { $count ->
        [one] { $count } cifra de { $year }
       *[other] { $count } cifras de { $year }
    }
}

## Testimonios

testimonial-summary-note = Resumen hecho a partir de sus propias palabras
testimonial-finding-note = Resumen hecho a partir de la evaluación
testimonial-name-withheld = Nombre no publicado
testimonial-consent = Compartido con consentimiento

testimonial-translated = Traducido del { $language }

## Listas de resultados y pie de página

results-page = Página { $current } de { $total }
    .aria-label = Está en la página { $current } de { $total }

updated = Última actualización: { $date }

page-foot = { site-title }. { updated }.
