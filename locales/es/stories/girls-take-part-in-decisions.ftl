### Historia: el derecho de las niñas a participar.

story-girls-take-part-in-decisions-title = Los Estados coinciden: las niñas tienen derecho a participar

story-girls-take-part-in-decisions-summary = El { -un-human-rights-council } ha aprobado por consenso una resolución sobre el derecho de las niñas a participar en la toma de decisiones, sin discriminación ni violencia.

story-girls-take-part-in-decisions-body-uyi3 = El { -un-human-rights-council } ha aprobado una resolución sobre el derecho de las niñas a participar en la toma de decisiones, sin discriminación ni violencia. Lo ha hecho por consenso, es decir, sin someterla a votación. El Consejo está formado por Estados, así que sus resoluciones muestran qué están dispuestos a pedirse los Gobiernos unos a otros.

story-girls-take-part-in-decisions-body-nxvc = A una niña se la puede silenciar dos veces: por su edad y por ser niña. Quizá le digan que su opinión puede esperar, o quizá calle porque hablar la pondría en peligro. De poco sirve tener derecho a participar si ejercerlo no es seguro.

story-girls-take-part-in-decisions-link-label = Visitar las páginas del Consejo
