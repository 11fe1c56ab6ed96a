### Historia: reunión de las Presidencias de los órganos de tratados.

story-treaty-body-chairs-meet-title = Las Presidencias de los órganos de tratados celebran su 34ª reunión anual

story-treaty-body-chairs-meet-summary = Las Presidencias de los { -un-treaty-bodies } se reunieron del 30 de mayo al 3 de junio de 2022. La sociedad civil ha acogido con satisfacción sus conclusiones.

story-treaty-body-chairs-meet-body-pi7r = Los { -un-treaty-bodies } son comités de especialistas independientes. Cada uno vela por un tratado de derechos humanos y examina cómo cumplen sus promesas los Estados que se han sumado a él. Uno de ellos, el { -un-committee }, se ocupa de los derechos de la niñez.

story-treaty-body-chairs-meet-body-mtqb = Una vez al año, quienes presiden estos comités se reúnen para hablar de su labor común. Su 34ª reunión anual se celebró del 30 de mayo al 3 de junio de 2022. La sociedad civil, es decir, las organizaciones independientes de los Gobiernos, acogió con satisfacción sus conclusiones.

story-treaty-body-chairs-meet-body-rmbk = Todo esto puede parecer muy alejado de la vida de un niño o una niña, pero no lo está. Cuando estos comités trabajan bien, los niños y las niñas, y las organizaciones que los acompañan, saben cuándo y cómo comunicarles lo que han visto, y lo que dicen puede llegar cuando todavía importa.

story-treaty-body-chairs-meet-link-label = Conocer los órganos de tratados
