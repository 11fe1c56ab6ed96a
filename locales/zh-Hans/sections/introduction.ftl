### 页面开头的介绍。

section-introduction-title = 我们为什么做这项工作

section-introduction-body-wdgq = 儿童约占全人类的三分之一。在世界各地，他们的权利都受到忽视或侵犯，而大人往往早已习以为常，视而不见。

section-introduction-body-9z2t = 四十年来，从地方社区到全球机构，{ -network }一直努力改变这种状况。我们与儿童、成员和合作伙伴一起做这件事，因为儿童对自己的生活有切身的了解，而对他们的事情做决定的人，应当知道这些。

section-introduction-body-tgpg = 承诺早已白纸黑字写下。{ -convention }写明了每个儿童应当得到什么；{ -un-committee }由独立专家组成，负责检查各国履行承诺的情况。这个页面会告诉你：我们做了什么，哪些我们能统计出来，哪些目前还统计不了。
