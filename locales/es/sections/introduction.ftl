### Sección: introducción.

section-introduction-title = Por qué hacemos este trabajo

section-introduction-body-wdgq = Los niños, las niñas y los adolescentes son alrededor de un tercio de la humanidad. En todas partes del mundo, sus derechos se descuidan o se vulneran, a menudo de formas en las que los adultos ya ni siquiera reparan.

section-introduction-body-9z2t = Desde hace cuatro décadas, la { -network } trabaja para que eso cambie, desde las comunidades locales hasta las instituciones mundiales. Lo hacemos junto con niños, niñas y adolescentes, con nuestros miembros y con nuestros aliados, porque lo que la niñez sabe de su propia vida debe llegar a quienes toman decisiones sobre ella.

section-introduction-body-tgpg = La promesa ya está escrita. La { -convention } establece lo que se le debe a cada niño y a cada niña, y el { -un-committee }, formado por especialistas independientes, comprueba en qué medida los Estados cumplen su palabra. En esta página explicamos qué hemos hecho, qué podemos medir y qué no podemos medir todavía.
