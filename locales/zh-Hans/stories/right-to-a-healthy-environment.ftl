### 故事：享有健康环境的权利。

story-right-to-a-healthy-environment-title = 享有健康环境获确认为一项人权

story-right-to-a-healthy-environment-summary = 2022年7月28日，{ -un-general-assembly }确认了享有清洁、健康和可持续环境的权利。很少有人比儿童更有理由关心这件事。

story-right-to-a-healthy-environment-image-alt = 一幅图画：温暖的阳光下，蓝色的水边，绿色的山丘上长出一株有两片叶子的幼苗。

story-right-to-a-healthy-environment-body-svbn = 2022年7月28日，{ -un-general-assembly }确认了享有清洁、健康和可持续环境的权利。联合国所有会员国在大会都有席位，所以大会的话很有分量。这项权利属于每一个人，当然也属于每一个儿童。

story-right-to-a-healthy-environment-body-qscx = 对儿童来说，这不是遥远的事。正在长大的身体，很容易受到肮脏的空气和不安全的水的伤害；今天年纪最小的人，要在这些损害中生活得最久。然而，对于造成损害的种种选择，他们的发言权却最小。

story-right-to-a-healthy-environment-body-wxmu = 光有确认，河水不会变清。但它确实给了人们一个可以援引的标准，无论是在村里开会时，还是在联合国。孩子要求清洁的空气，并不是在求人开恩，而是在说出一项已获确认的权利。

story-right-to-a-healthy-environment-link-label = 阅读决议
