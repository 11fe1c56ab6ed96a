### Maneno ya tovuti yanayozunguka maudhui. Rasimu ya Kiswahili: ujumbe
### unaofuata figures-about bado haujatafsiriwa.

## Tovuti na menyu

site-title = { -network }

page-title = { $title } – { site-title }

skip-to-content = Ruka hadi kwenye maudhui

nav =
    .aria-label = Menyu kuu

nav-impact = Matokeo ya kazi yetu
nav-stories = Habari
nav-figures = Takwimu
nav-voices = Sauti
nav-act = Shiriki

language-switcher = Lugha
    .aria-label = Chagua lugha ya ukurasa huu

not-translated = Sehemu hii inaonyeshwa kwa lugha ya { $language } kwa sababu bado haijatafsiriwa.

welcome = { $audience ->
    [child] Una haki, na ukurasa huu ni wako pia.
   *[adult] Watoto wana haki. Tazama tunachofanya ili ziheshimiwe.
}

## Habari

read-more = Soma zaidi
    .aria-label = Soma zaidi: { $title }

published-on = Imechapishwa tarehe { $date }

stories-count = { $count ->
    [one] Habari moja
   *[other] Habari { $count }
}

image-credit = Picha: { $credit }

topics = Mada

topic-solidarity = Mshikamano
topic-participation = Ushiriki
topic-environment = Mazingira
topic-gender = Jinsia
topic-mainstreaming = Haki za watoto katika kila kazi
topic-treaty-bodies = Vyombo vya mikataba
topic-membership = Wanachama
topic-civic-space = Nafasi ya kiraia

## Takwimu

figures-not-available = Haipatikani
    .title = Hatuna takwimu tunayoweza kuithibitisha. Hii haimaanishi sifuri.

figures-not-collected = Haikukusanywa
    .title = Hakuna aliyekusanya takwimu hii. Hii haimaanishi sifuri.

# “Uliotangazwa” hupatana na “mwaka”.
figures-announced = Mwaka uliotangazwa: bado hakuna takwimu

figures-more-than = zaidi ya { $value }

figures-at-least = angalau { $value }

figures-about = takriban { $value }
