### 故事：关于儿童权利主流化的调查。

story-survey-on-child-rights-mainstreaming-title = 一项调查，为联合国儿童权利指导文件献策

story-survey-on-child-rights-mainstreaming-summary = 通过一项在线调查，民间社会可以为{ -un-secretary-general }关于儿童权利主流化的指导说明贡献意见。

story-survey-on-child-rights-mainstreaming-body-59tw = 一项在线调查让民间社会有机会对{ -un-secretary-general }关于儿童权利主流化的指导说明发表意见。“主流化”听起来深奥，道理却很简单：儿童的事，不该只由一个部门来操心。无论是谁，在规划一条道路、一项医疗服务或一笔预算时，都该问一问：这对儿童意味着什么。

story-survey-on-child-rights-mainstreaming-body-rqpe = 与儿童一起工作的组织，看得到这个问题在哪里被忘记了。有了这样的调查，它们不用出远门就能说出来，地方小组织的意见也能和大组织的意见放在一起，让人读到。有它们帮忙出主意，指导说明就更有可能真正管用。

story-survey-on-child-rights-mainstreaming-link-label = 进一步了解这项调查
