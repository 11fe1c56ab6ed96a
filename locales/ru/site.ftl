### Русский перевод: слова интерфейса.
###
### Полная дата по-русски кончается на «г.», поэтому после неё точку не ставим.

## Сайт и навигация

site-title = { -network }

page-title = { $title } — { site-title }

skip-to-content = Перейти к содержанию

nav =
    .aria-label = Основная навигация

nav-impact = Наши результаты
nav-stories = Истории
nav-figures = Цифры
nav-voices = Голоса
nav-act = Примите участие

language-switcher = Язык
    .aria-label = Выберите язык этой страницы

# Название языка приходит в именительном падеже.
not-translated = Этот фрагмент ещё не переведён. Язык фрагмента: { $language }.

welcome = { $audience ->
    [child] У тебя есть права, и эта страница — для тебя тоже.
   *[adult] У детей есть права. Посмотрите, как мы их отстаиваем.
}

## Истории

read-more = Читать дальше
    .aria-label = Читать дальше: { $title }

published-on = Опубликовано { $date }

stories-count = { $count ->
    [one] { $count } история
    [few] { $count } истории
    [many] { $count } историй
   *[other] { $count } истории
}

image-credit = Изображение: { $credit }

topics = Темы

topic-solidarity = Солидарность
topic-participation = Участие
topic-environment = Окружающая среда
topic-gender = Гендерные вопросы
topic-mainstreaming = Права детей во всех сферах работы
topic-treaty-bodies = Договорные органы
topic-membership = Члены сети
topic-civic-space = Гражданское пространство

## Цифры

# Начало сообщения breakdown-incomplete.
figures-not-available = Нет данных
    .title = У нас нет цифры, за которую мы можем поручиться. Это не то же самое, что ноль.

figures-not-collected = Данные не собирали
    .title = Этих данных никто не собирал. Это не то же самое, что ноль.

figures-announced = Объявлено: цифр пока нет

figures-more-than = более { $value }

figures-at-least = не менее { $value }

figures-about = около { $value }

cell-girls = { $value ->
    [one] { $value } девочка
    [few] { $value } девочки
    [many] { $value } девочек
   *[other] { $value } девочки
}

dimension-gender = По полу

breakdown-incomplete = { figures-not-available } об остальных группах

shares-of-year = { $period ->
    [open] { $count ->
        [one] За { $year } год — пока { $count } показатель
        [few] За { $year } год — пока { $count } показателя
        [many] За { $year } год — пока { $count } показателей
       *[other] За { $year } год — пока { $count } показателя
    }
   *[closed] { $count ->
        [one] За { $year } год — { $count } показатель
        [few] За { $year } год — { $count } показателя
        [many] За { $year } год — { $count } показателей
       *[other] За { $year } год — { $count } показателя
    }
}

## Отзывы

testimonial-summary-note = Краткое изложение слов самого ребёнка
testimonial-finding-note = Краткое изложение выводов оценки
testimonial-name-withheld = Имя не публикуется
testimonial-consent = Согласие на публикацию получено

testimonial-translated = Перевод. Язык оригинала: { $language }

## Списки результатов и низ страницы

results-page = Страница { $current } из { $total }
    .aria-label = Вы на странице { $current } из { $total }

updated = Обновлено { $date }

page-foot = { site-title }. { updated }
