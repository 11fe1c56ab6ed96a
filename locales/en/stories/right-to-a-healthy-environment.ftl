### From content/stories/right-to-a-healthy-environment.md, made by `isogloss sync`: edit that file, not this one.

# Title of a story.
story-right-to-a-healthy-environment-title = A healthy environment is recognised as a human right

# What the story is about, in one or two sentences.
story-right-to-a-healthy-environment-summary = On 28 July 2022, the { -un-general-assembly } recognised the right to a clean, healthy and sustainable environment. Few have more reason to care than children.

# Alternative text of a picture.
story-right-to-a-healthy-environment-image-alt = A drawing of a young plant with two leaves, growing from green hills beside blue water under a warm sun.

# Paragraph.
story-right-to-a-healthy-environment-body-svbn = On 28 July 2022, the { -un-general-assembly } recognised the right to a clean, healthy and sustainable environment. All Member States of the United Nations have a seat in this assembly, so its words carry weight. The right belongs to everyone, and that includes every child.

# Paragraph.
story-right-to-a-healthy-environment-body-qscx = For children, this is no distant matter. Growing bodies are easily harmed by dirty air and unsafe water, and those who are youngest today will live longest with the damage. Yet they have had the least say in the choices that caused it.

# Paragraph.
story-right-to-a-healthy-environment-body-wxmu = Recognition alone does not clean a river. It does give people a standard to point to, in a village meeting as well as at the United Nations. A child who asks for clean air is not asking for a favour, but naming a recognised right.

# Text of the link below the story.
story-right-to-a-healthy-environment-link-label = Read the resolution
