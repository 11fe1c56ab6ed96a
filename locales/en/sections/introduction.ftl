### From content/sections/introduction.md, made by `isogloss sync`: edit that file, not this one.

# Heading of a section.
section-introduction-title = Why we do this work

# Paragraph.
section-introduction-body-wdgq = Children make up about a third of humanity. Everywhere in the world, their rights are neglected or violated, often in ways that adults have stopped noticing.

# Paragraph.
section-introduction-body-9z2t = For four decades, { -network } has worked to change that, from local communities to global institutions. We do it together with children, with our members and with partners, because what children know about their own lives should reach the people who make decisions about them.

# Paragraph.
section-introduction-body-tgpg = The promise is already written down. The { -convention } sets out what every child is owed, and the { -un-committee }, a group of independent experts, checks how well States keep their word. This page tells you what we have done, what we can count, and what we cannot count yet.
