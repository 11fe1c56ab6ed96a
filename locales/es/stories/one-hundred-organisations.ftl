### Historia: la red llega a las cien organizaciones.

story-one-hundred-organisations-title = Ya somos cien organizaciones

story-one-hundred-organisations-summary = En su Asamblea General, celebrada los días 2 y 3 de junio de 2022, la { -network } llegó a las 100 organizaciones.

story-one-hundred-organisations-body-yztj = Los días 2 y 3 de junio de 2022, la { -network } celebró su Asamblea General, la reunión que congrega a sus miembros. Participaron más de 70 representantes. (Hablamos de nuestra propia asamblea, no de la { -un-general-assembly }). Fue allí donde la red llegó a las 100 organizaciones.

story-one-hundred-organisations-body-ux4u = Los números redondos gustan, pero no son lo importante. Cada organización aporta lo que sabe de la vida de niños y niñas allí donde trabaja, y encuentra otras de las que aprender. En 2022 admitimos a 11 nuevos miembros, y con cada uno de ellos la red es más difícil de ignorar.

story-one-hundred-organisations-link-label = Conocer a los miembros
