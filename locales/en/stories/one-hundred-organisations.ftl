### From content/stories/one-hundred-organisations.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-one-hundred-organisations-title = One hundred organisations strong

# What the story is about, in one or two sentences.
story-one-hundred-organisations-summary = At its General Assembly of 2–3 June 2022, { -network } reached 100 organisations.

# Paragraph.
story-one-hundred-organisations-body-yztj = On 2 and 3 June 2022, { -network } held its General Assembly, the meeting that brings its members together. More than 70 representatives took part. (This is our own assembly, not the { -un-general-assembly }.) It was here that the network reached 100 organisations.

# Paragraph.
story-one-hundred-organisations-body-ux4u = A round number is pleasant, but it is not the point. Each organisation brings what it knows about children’s lives in its own place, and finds others to learn from. In 2022 we admitted 11 new members, and each one makes the network harder to ignore.

# Text of the link below the story.
story-one-hundred-organisations-link-label = Meet the members
