### Interface messages: the words around the content.
###
### Variables are listed above the message that uses them, with their type.
### Names such as { -network } come from terms.ftl.

## The site and its navigation

# Name of the site, shown at the top of every page.
site-title = { -network }

# Title shown in the browser tab.
# Variables:
#   $title (text) - title of the page
page-title = { $title } – { site-title }

# Link for keyboard and screen-reader users, at the very start of the page.
skip-to-content = Skip to the content

# Main navigation. The label is read aloud and not shown.
nav =
    .aria-label = Main navigation

nav-impact = Our impact
nav-stories = Stories
nav-figures = Figures
nav-voices = Voices
nav-act = Take part

# Label of the list of languages.
language-switcher = Language
    .aria-label = Choose the language of this page

# Shown when a passage has not been translated yet.
# Variables:
#   $language (text) - name of the language the passage is shown in
not-translated = This part is shown in { $language } because it has not been translated yet.

# A short welcome at the top of the page, for the reader in question.
# Variables:
#   $audience (choice: child, adult) - who is reading
welcome = { $audience ->
    [child] You have rights, and this page is for you too.
   *[adult] Children have rights. See what we do about it.
}

## Stories

# Link from the summary of a story to its full text.
# Variables:
#   $title (text) - title of the story
read-more = Read more
    .aria-label = Read more: { $title }

# Variables:
#   $date (date) - day the story was published
published-on = Published on { $date }

# Above the list of stories.
# Variables:
#   $count (count) - how many stories are listed
stories-count = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}

# Variables:
#   $credit (text) - who made the image
image-credit = Image: { $credit }

# Heading before the list of topics of a story.
topics = Topics

topic-solidarity = Solidarity
topic-participation = Taking part
topic-environment = Environment
topic-gender = Gender
# Making sure that children’s rights are considered in all areas of work.
topic-mainstreaming = Children’s rights in all work
topic-treaty-bodies = Treaty bodies
topic-membership = Members
# The freedom to meet, to speak and to organise.
topic-civic-space = Civic space

## Figures

# We do not know the figure. Never translate this as “none” or “zero”.
figures-not-available = Not available
    .title = We have no figure that we can stand behind. This does not mean zero.

# Nobody gathered the figure. Never translate this as “none” or “zero”.
figures-not-collected = Not collected
    .title = Nobody gathered this figure. This does not mean zero.

# The year has no figures yet.
figures-announced = Announced: no figures yet

# A lower bound: the true number is higher.
# Variables:
#   $value (count) - the lower bound
figures-more-than = more than { $value }

# Variables:
#   $value (count) - the smallest number it can be
figures-at-least = at least { $value }

# Variables:
#   $value (count) - a number close to the true one
figures-about = about { $value }

# The part of a breakdown that counts girls.
# Variables:
#   $value (count) - how many girls
cell-girls = { $value ->
    [one] { $value } girl
   *[other] { $value } girls
}

dimension-gender = By gender

# Some parts of a breakdown are missing, so they do not add up to the total.
breakdown-incomplete = Other parts: { figures-not-available }

# How many figures a year has.
# Variables:
#   $count (count) - how many figures are published
#   $period (choice: open, closed) - whether more figures may still come
#   $year (text) - the year, such as 2023
shares-of-year = { $period ->
    [open] { $count ->
        [one] { $count } figure for { $year } so far
       *[other] { $count } figures for { $year } so far
    }
   *[closed] { $count ->
        [one] { $count } figure for { $year }
       *[other] { $count } figures for { $year }
    }
}

## Testimonials

testimonial-summary-note = Summarised from the child’s own words
testimonial-finding-note = Summarised from the evaluation
testimonial-name-withheld = Name not published
testimonial-consent = Shared with consent

# Variables:
#   $language (text) - name of the language the person used
testimonial-translated = Translated from { $language }

## Lists of results and foot of the page

# Variables:
#   $current (count) - number of the page shown
#   $total (count) - how many pages there are
results-page = Page { $current } of { $total }
    .aria-label = You are on page { $current } of { $total }

# Variables:
#   $date (date) - day of the last change
updated = Updated on { $date }

# Foot of the page.
# Variables:
#   $date (date) - day of the last change
page-foot = { site-title }. { updated }.
