### Página sobre el impacto de la red.

page-impact-title = Nuestro impacto

page-impact-summary = Lo que la { -network } ha hecho con niños, niñas y adolescentes, con sus miembros y con sus aliados: historias de 2022, las cifras que tenemos, las que nos faltan y cómo examinamos nuestro propio trabajo.
