### Historia: solidaridad con una organización palestina.

story-standing-with-a-palestinian-member-title = Junto a una organización palestina de la red tras un allanamiento nocturno

story-standing-with-a-palestinian-member-summary = Las oficinas de una de las organizaciones palestinas de la red fueron allanadas de noche. Estamos con quienes trabajan allí y con los niños y las niñas a quienes dedican su trabajo.

story-standing-with-a-palestinian-member-body-h3w7 = Uno de nuestros miembros, una organización palestina, sufrió durante la noche el allanamiento de sus oficinas. La { -network } se solidariza con la organización, con quienes trabajan en ella y con los niños y las niñas cuyos derechos defienden. Ninguna de estas personas debería tener que preguntarse si la han olvidado.

story-standing-with-a-palestinian-member-body-qvfx = Una oficina es más que escritorios y puertas. Es el lugar donde se planifica el trabajo, se guardan los archivos y se recibe a otras personas. Cuando un lugar así deja de ser seguro, resulta más difícil documentar lo que les ocurre a los niños y a las niñas, y a ellos les resulta más difícil encontrar a alguien que los escuche.

story-standing-with-a-palestinian-member-body-8g72 = Quienes defienden los derechos humanos deben poder hacerlo sin miedo. La libertad de reunirse, de expresarse y de organizarse se suele llamar “espacio cívico”. Cuando un miembro pierde una parte de ese espacio, los demás tenemos el deber de decirlo en voz alta.

story-standing-with-a-palestinian-member-link-label = Leer nuestro mensaje de solidaridad
