### Indicadores: qué cuenta cada cifra, en un rótulo breve y en una frase.

indicator-organisations-label = Organizaciones de la red

indicator-organisations-sentence =
    { $value ->
        [one] { $value } organización pertenece a la { -network }.
       *[other] { $value } organizaciones pertenecen a la { -network }.
    }

indicator-organisations-method = Organizaciones inscritas en el registro de miembros.

indicator-new-members-label = Nuevos miembros

indicator-new-members-sentence =
    { $value ->
        [one] { $value } nuevo miembro fue admitido durante el año.
       *[other] { $value } nuevos miembros fueron admitidos durante el año.
    }

indicator-representatives-label = Representantes en nuestra Asamblea General

indicator-representatives-sentence =
    { $bound ->
        [more-than] Más de { $value }
        [at-least] Al menos { $value }
        [about] Alrededor de { $value }
       *[exact] { $value }
    } { $value ->
        [one] representante participó en nuestra Asamblea General.
       *[other] representantes participaron en nuestra Asamblea General.
    }

indicator-representatives-method = Se cuentan personas, no organizaciones.

indicator-years-label = Años de existencia

indicator-years-sentence =
    { $value ->
        [one] { $value } año de trabajo por los derechos de la niñez.
       *[other] { $value } años de trabajo por los derechos de la niñez.
    }

indicator-defenders-label = Personas defensoras con medios para presentar informes

indicator-defenders-sentence =
    { $value ->
        [one] { $value } persona defensora de los derechos humanos, adulta o menor de edad, obtuvo los medios para presentar informes al { -un-committee }.
       *[other] { $value } personas defensoras de los derechos humanos, entre ellas niños y niñas, obtuvieron los medios para presentar informes al { -un-committee }.
    }

indicator-resources-label = Recursos multilingües

indicator-resources-sentence =
    { $value ->
        [one] { $value } recurso se publicó en varios idiomas.
       *[other] { $value } recursos se publicaron en varios idiomas.
    }

indicator-advisors-label = Adolescentes del grupo asesor

indicator-advisors-sentence =
    { $value ->
        [one] { $value } adolescente de entre 13 y 17 años trabajó en nuestro grupo asesor.
       *[other] { $value } adolescentes de entre 13 y 17 años, de todas las regiones, trabajaron en nuestro grupo asesor.
    }

indicator-workshops-label = Talleres en línea en África

indicator-workshops-sentence =
    { $value ->
        [one] Se celebró { $value } taller en línea en África.
       *[other] Se celebraron { $value } talleres en línea en África.
    }

indicator-side-event-label = Personas en un evento paralelo conjunto

indicator-side-event-sentence =
    { $value ->
        [one] { $value } persona asistió a un evento paralelo conjunto.
       *[other] { $value } personas asistieron a un evento paralelo conjunto.
    }

indicator-side-event-method = Un evento paralelo es un encuentro que se celebra con ocasión de una reunión oficial.

indicator-submissions-label = Declaraciones y contribuciones ante la ONU

indicator-submissions-sentence =
    { $value ->
        [one] Se presentó { $value } declaración o contribución ante las Naciones Unidas.
       *[other] Se presentaron { $value } declaraciones y contribuciones ante las Naciones Unidas.
    }
