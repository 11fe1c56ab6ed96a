### Русский перевод: как мы проверяем свою работу.

section-results-title = Как мы проверяем свою работу

section-results-body-44g2 = Благие намерения — ещё не результат. Поэтому мы ориентируемся на результат: **начинаем с перемен, которых хотим добиться**, решаем, по каким признакам их можно узнать, а потом честно ищем эти признаки, *даже когда их нет*.

section-results-body-r4pf = Что мы отслеживаем

section-results-body-5zrc = Наш план мониторинга и оценки отвечает на четыре простых вопроса:

section-results-body-eyhe = Что мы отслеживаем?

section-results-body-jip3 = Как мы собираем данные?

section-results-body-2e9d = Как часто мы проверяем?

section-results-body-bsk4 = Кто этим занимается?

section-results-body-yiup = Если коротко:

section-results-body-yx6b = Что отслеживаем

section-results-body-9qwv = Как собираем данные

section-results-body-zb74 = Как часто

section-results-body-5s3k = Кто этим занимается

section-results-body-yq9x = Организации в составе сети

section-results-body-r5h2 = Реестр членов сети

section-results-body-6kr4 = Каждый год

section-results-body-9s7x = Секретариат

section-results-body-ncmn = Участие детей в нашей работе

section-results-body-p4a7 = Записи о мероприятиях и отзывы

section-results-body-tzqi = После каждого мероприятия

section-results-body-nc9y = Сотрудники, работающие с детьми

section-results-body-uis2 = Заявления и материалы, представленные в ООН

section-results-body-dbyx = Список опубликованных текстов

section-results-body-fd4u = Каждый год

section-results-body-fc2d = Секретариат

section-results-body-iyiy = Мы даём цифры с разбивкой по возрасту, полу и географии. За общей цифрой можно не заметить тех, кто остался в стороне; разбивка помогает их увидеть.

section-results-body-nhj9 = Пробел в наших цифрах — повод задать вопрос, но никогда не повод гадать.

section-results-body-2bmy = Что мы делаем с тем, что узнаём

section-results-body-zkia = Каждый год мы делаем одни и те же шаги:

section-results-body-eg5m = Сравниваем то, что получилось, с целями, которые ставили.

section-results-body-kf5s = Записываем извлечённые уроки, в том числе и неприятные.

section-results-body-njex = Публикуем годовой отчёт, который может прочитать каждый.

section-results-body-cgdj = Оценить нашу работу мы просим и людей со стороны. Такая внешняя оценка помогает увидеть то, чего мы сами, стоя слишком близко, можем не заметить.

section-results-body-frtg =
    У вас есть вопрос о какой-то цифре?\
    Сначала загляните в наши [годовые отчёты](https://example.org/annual-reports), а потом спросите нас.
