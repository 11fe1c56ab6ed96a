### Historia: encuesta sobre la incorporación de los derechos del niño.

story-survey-on-child-rights-mainstreaming-title = Una encuesta para contribuir a las orientaciones de la ONU sobre los derechos de la niñez

story-survey-on-child-rights-mainstreaming-summary = Mediante una encuesta en línea, la sociedad civil puede contribuir a la nota orientativa del { -un-secretary-general } sobre la incorporación de los derechos del niño.

story-survey-on-child-rights-mainstreaming-body-59tw = Una encuesta en línea permite a la sociedad civil contribuir con su opinión a la nota orientativa del { -un-secretary-general } sobre la incorporación de los derechos del niño en todos los ámbitos. “Incorporación” es una palabra larga para una idea sencilla: la niñez no debe ser asunto de una sola oficina. Quien planifique una carretera, un servicio de salud o un presupuesto debería preguntarse qué consecuencias tendrá para los niños y las niñas.

story-survey-on-child-rights-mainstreaming-body-rqpe = Las organizaciones que trabajan con niños, niñas y adolescentes ven dónde se olvida esa pregunta. Una encuesta les permite decirlo sin tener que viajar y hace posible que la respuesta de un pequeño grupo local se lea junto a la de uno grande. Las orientaciones tienen más posibilidades de ser útiles cuando estas organizaciones ayudan a darles forma.

story-survey-on-child-rights-mainstreaming-link-label = Más información sobre la encuesta
