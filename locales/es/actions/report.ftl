### Llamamiento a la acción. Se trata de usted a quien lee.

action-report-title = Lea el informe anual

action-report-body-v92t = Nuestros informes anuales son públicos. En ellos explicamos lo que nos propusimos, lo que hicimos y lo que aprendimos, para que usted pueda formarse su propia opinión.

action-report-link-label = Abrir los informes anuales
