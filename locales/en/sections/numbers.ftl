### From content/sections/numbers.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a section.
section-numbers-title = By the numbers

# Paragraph.
section-numbers-body-gyz5 = Numbers help you hold us to account, so we publish them year by year and say how exact they are. When we write “more than”, the figure is a lower bound: the true number is higher, and we do not know by how much.

# Paragraph.
section-numbers-body-shjr = Some figures are marked *not available*. That does not mean that nothing happened. Zero, unknown and not collected are three different things. Zero means that we counted and found none. Unknown means that we have no figure we can stand behind. Not collected means that nobody gathered it. We never print a zero to fill a gap.

# Paragraph.
section-numbers-body-dmf5 = Sometimes we know a part and not the whole: that eight of our child advisors were girls, for example, but not how many advisors there were in all. We then publish the part and leave the total open. A year marked *announced* has no figures yet.
