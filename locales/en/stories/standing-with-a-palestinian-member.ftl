### From content/stories/standing-with-a-palestinian-member.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-standing-with-a-palestinian-member-title = Standing with a Palestinian member after a night raid

# What the story is about, in one or two sentences.
story-standing-with-a-palestinian-member-summary = The offices of one of our Palestinian members were raided at night. We stand with the people who work there and with the children they work for.

# Paragraph.
story-standing-with-a-palestinian-member-body-h3w7 = One of our members, a Palestinian organisation, had its offices raided during the night. { -network } stands in solidarity with the organisation, with the people who work there and with the children whose rights they defend. None of them should have to wonder whether they have been forgotten.

# Paragraph.
story-standing-with-a-palestinian-member-body-qvfx = An office is more than desks and doors. It is where people plan their work, keep records and meet others. When such a place stops being safe, it becomes harder to document what happens to children, and harder for children to find someone who will listen.

# Paragraph.
story-standing-with-a-palestinian-member-body-8g72 = People who defend human rights must be able to do so without fear. The freedom to meet, to speak and to organise is often called civic space. When one member loses some of it, the rest of us have a duty to say so aloud.

# Text of the link below the story.
story-standing-with-a-palestinian-member-link-label = Read our message of solidarity
