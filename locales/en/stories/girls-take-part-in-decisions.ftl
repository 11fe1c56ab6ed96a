### From content/stories/girls-take-part-in-decisions.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-girls-take-part-in-decisions-title = Girls have a right to take part, States agree

# What the story is about, in one or two sentences.
story-girls-take-part-in-decisions-summary = The { -un-human-rights-council } has adopted by consensus a resolution on girls’ right to take part in decisions, free of discrimination and violence.

# Paragraph.
story-girls-take-part-in-decisions-body-uyi3 = The { -un-human-rights-council } has adopted a resolution on the right of girls to take part in decisions, free of discrimination and violence. It did so by consensus, that is, without a vote. The Council is made up of States, so its resolutions show what governments are ready to ask of one another.

# Paragraph.
story-girls-take-part-in-decisions-body-nxvc = A girl can be silenced twice: because she is a child, and because she is a girl. She may hear that her opinion can wait, or keep quiet because speaking would put her in danger. A right to take part means little if using it is not safe.

# Text of the link below the story.
story-girls-take-part-in-decisions-link-label = Visit the Council’s pages
