### Historia: el derecho a un medio ambiente saludable.

story-right-to-a-healthy-environment-title = Un medio ambiente saludable, reconocido como derecho humano

story-right-to-a-healthy-environment-summary = El 28 de julio de 2022, la { -un-general-assembly } reconoció el derecho a un medio ambiente limpio, saludable y sostenible. Pocas personas tienen tantos motivos para darle importancia como los niños y las niñas.

story-right-to-a-healthy-environment-image-alt = Dibujo de una planta joven de dos hojas que brota de unas colinas verdes, junto a unas aguas azules y bajo un sol cálido.

story-right-to-a-healthy-environment-body-svbn = El 28 de julio de 2022, la { -un-general-assembly } reconoció el derecho a un medio ambiente limpio, saludable y sostenible. Todos los Estados Miembros de las Naciones Unidas tienen un asiento en esta asamblea, así que lo que esta declara tiene peso. El derecho es de todas las personas, y eso incluye a cada niño y a cada niña.

story-right-to-a-healthy-environment-body-qscx = Para la niñez, este no es un asunto lejano. El aire contaminado y el agua insalubre dañan con facilidad los cuerpos que están creciendo, y quienes hoy tienen menos años convivirán más tiempo con ese daño. Sin embargo, son quienes menos han podido opinar sobre las decisiones que lo causaron.

story-right-to-a-healthy-environment-body-wxmu = Reconocer un derecho no basta para limpiar un río. Lo que sí da a la gente es una norma que invocar, tanto en la reunión de una aldea como en las Naciones Unidas. Un niño o una niña que pide aire limpio no está pidiendo un favor: está nombrando un derecho reconocido.

story-right-to-a-healthy-environment-link-label = Leer la resolución
