### 故事：女孩有权参与决策。

story-girls-take-part-in-decisions-title = 各国达成共识：女孩有权参与

story-girls-take-part-in-decisions-summary = { -un-human-rights-council }协商一致通过了一项关于女孩权利的决议：女孩有权参与决策，不受歧视和暴力侵害。

story-girls-take-part-in-decisions-body-uyi3 = { -un-human-rights-council }通过了一项关于女孩权利的决议：女孩有权参与决策，不受歧视和暴力侵害。决议是协商一致通过的，也就是说，没有经过表决。理事会由国家组成，所以从它的决议可以看出，各国政府愿意互相提出怎样的要求。

story-girls-take-part-in-decisions-body-nxvc = 女孩的声音可能受到双重压制：因为她是孩子，也因为她是女孩。也许有人对她说，她的意见可以等一等；也许她自己选择沉默，因为一开口就会有危险。如果行使参与的权利并不安全，这项权利就没有多大意义。

story-girls-take-part-in-decisions-link-label = 访问理事会的网页
