### Русский перевод: названия, общие для всего сайта.
###
### Падеж выбирает параметр $case: nominative (по умолчанию), genitive, dative,
### accusative, instrumental, prepositional.

-network = { $case ->
   *[nominative] Сеть за права ребёнка
    [genitive] Сети за права ребёнка
    [dative] Сети за права ребёнка
    [accusative] Сеть за права ребёнка
    [instrumental] Сетью за права ребёнка
    [prepositional] Сети за права ребёнка
}

-convention = { $case ->
   *[nominative] Конвенция о правах ребёнка
    [genitive] Конвенции о правах ребёнка
    [dative] Конвенции о правах ребёнка
    [accusative] Конвенцию о правах ребёнка
    [instrumental] Конвенцией о правах ребёнка
    [prepositional] Конвенции о правах ребёнка
}

-un-committee = { $case ->
   *[nominative] Комитет ООН по правам ребёнка
    [genitive] Комитета ООН по правам ребёнка
    [dative] Комитету ООН по правам ребёнка
    [accusative] Комитет ООН по правам ребёнка
    [instrumental] Комитетом ООН по правам ребёнка
    [prepositional] Комитете ООН по правам ребёнка
}

-un-human-rights-council = { $case ->
   *[nominative] Совет ООН по правам человека
    [genitive] Совета ООН по правам человека
    [dative] Совету ООН по правам человека
    [accusative] Совет ООН по правам человека
    [instrumental] Советом ООН по правам человека
    [prepositional] Совете ООН по правам человека
}

-un-general-assembly = { $case ->
   *[nominative] Генеральная Ассамблея ООН
    [genitive] Генеральной Ассамблеи ООН
    [dative] Генеральной Ассамблее ООН
    [accusative] Генеральную Ассамблею ООН
    [instrumental] Генеральной Ассамблеей ООН
    [prepositional] Генеральной Ассамблее ООН
}

-un-treaty-bodies = { $case ->
   *[nominative] договорные органы ООН по правам человека
    [genitive] договорных органов ООН по правам человека
    [dative] договорным органам ООН по правам человека
    [accusative] договорные органы ООН по правам человека
    [instrumental] договорными органами ООН по правам человека
    [prepositional] договорных органах ООН по правам человека
}

-un-secretary-general = { $case ->
   *[nominative] Генеральный секретарь ООН
    [genitive] Генерального секретаря ООН
    [dative] Генеральному секретарю ООН
    [accusative] Генерального секретаря ООН
    [instrumental] Генеральным секретарём ООН
    [prepositional] Генеральном секретаре ООН
}
