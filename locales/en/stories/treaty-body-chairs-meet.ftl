### From content/stories/treaty-body-chairs-meet.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-treaty-body-chairs-meet-title = Treaty body chairs hold their 34th annual meeting

# What the story is about, in one or two sentences.
story-treaty-body-chairs-meet-summary = The chairs of the { -un-treaty-bodies } met from 30 May to 3 June 2022. Civil society has welcomed their conclusions.

# Paragraph.
story-treaty-body-chairs-meet-body-pi7r = The { -un-treaty-bodies } are committees of independent experts. Each one looks after a human rights treaty and examines how the States that joined it keep their promises. One of them, the { -un-committee }, follows the rights of children.

# Paragraph.
story-treaty-body-chairs-meet-body-mtqb = Once a year, the people who chair these committees meet to discuss their common work. Their 34th annual meeting took place from 30 May to 3 June 2022. Civil society, meaning organisations that are independent of governments, welcomed its conclusions.

# Paragraph.
story-treaty-body-chairs-meet-body-rmbk = All this may sound far from a child’s life, but it is not. When these committees work well, children and the organisations beside them know when and how to send in what they have seen, and what they say can arrive while it still matters.

# Text of the link below the story.
story-treaty-body-chairs-meet-link-label = Learn about the treaty bodies
