### From content/indicators.toml, made by `isogloss sync`: edit that file, not this one.

# What a figure counts: a short heading.
indicator-organisations-label = Organisations in the network

# The figure in a sentence.
# Variables:
#   $value (count) - such as 100 or 108
indicator-organisations-sentence =
    { $value ->
        [one] { $value } organisation belongs to { -network }.
       *[other] { $value } organisations belong to { -network }.
    }

# How the figure is counted.
indicator-organisations-method = Organisations listed in the membership register.

# What a figure counts: a short heading.
indicator-new-members-label = New members

# The figure in a sentence.
# Variables:
#   $value (count) - such as 11 or 12
indicator-new-members-sentence =
    { $value ->
        [one] { $value } new member was admitted during the year.
       *[other] { $value } new members were admitted during the year.
    }

# What a figure counts: a short heading.
indicator-representatives-label = Representatives at our General Assembly

# The figure in a sentence.
# Variables:
#   $value (count) - such as 70
#   $bound (choice: exact, more-than, at-least, about)
indicator-representatives-sentence =
    { $bound ->
        [more-than] More than { $value }
        [at-least] At least { $value }
        [about] About { $value }
       *[exact] { $value }
    } { $value ->
        [one] representative took part in our General Assembly.
       *[other] representatives took part in our General Assembly.
    }

# How the figure is counted.
indicator-representatives-method = People, not organisations.

# What a figure counts: a short heading.
indicator-years-label = Years of existence

# The figure in a sentence.
# Variables:
#   $value (count) - such as 40
indicator-years-sentence =
    { $value ->
        [one] { $value } year of working for children’s rights.
       *[other] { $value } years of working for children’s rights.
    }

# What a figure counts: a short heading.
indicator-defenders-label = Defenders empowered to report

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-defenders-sentence =
    { $value ->
        [one] { $value } defender, adult or child, was empowered to report to the { -un-committee }.
       *[other] { $value } defenders, children included, were empowered to report to the { -un-committee }.
    }

# What a figure counts: a short heading.
indicator-resources-label = Multilingual resources

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-resources-sentence =
    { $value ->
        [one] { $value } resource was published in several languages.
       *[other] { $value } resources were published in several languages.
    }

# What a figure counts: a short heading.
indicator-advisors-label = Child advisors

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-advisors-sentence =
    { $value ->
        [one] { $value } child advisor aged 13 to 17 worked with us.
       *[other] { $value } child advisors aged 13 to 17, from all regions, worked with us.
    }

# What a figure counts: a short heading.
indicator-workshops-label = Online workshops in Africa

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-workshops-sentence =
    { $value ->
        [one] { $value } online workshop was held in Africa.
       *[other] { $value } online workshops were held in Africa.
    }

# What a figure counts: a short heading.
indicator-side-event-label = People at a joint side-event

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-side-event-sentence =
    { $value ->
        [one] { $value } person attended a joint side-event.
       *[other] { $value } people attended a joint side-event.
    }

# How the figure is counted.
indicator-side-event-method = A side-event is a meeting held alongside an official one.

# What a figure counts: a short heading.
indicator-submissions-label = Statements and submissions at the UN

# The figure in a sentence.
# Variables:
#   $value (count)
indicator-submissions-sentence =
    { $value ->
        [one] { $value } statement or submission was made at the United Nations.
       *[other] { $value } statements and submissions were made at the United Nations.
    }
