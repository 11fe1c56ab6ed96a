### 故事：人权条约机构主席举行年度会议。

story-treaty-body-chairs-meet-title = 条约机构主席举行第34次年度会议

story-treaty-body-chairs-meet-summary = { -un-treaty-bodies }的主席于2022年5月30日至6月3日举行了会议。民间社会对会议结论表示欢迎。

story-treaty-body-chairs-meet-body-pi7r = { -un-treaty-bodies }是由独立专家组成的委员会。每个委员会负责一项人权条约，审查加入条约的国家怎样履行承诺。其中，{ -un-committee }关注的是儿童权利。

story-treaty-body-chairs-meet-body-mtqb = 每年一次，这些委员会的主席聚在一起，讨论共同的工作。第34次年度会议于2022年5月30日至6月3日举行。民间社会，也就是独立于政府的各类组织，对会议结论表示欢迎。

story-treaty-body-chairs-meet-body-rmbk = 这一切听起来也许离孩子的生活很远，其实不然。只要这些委员会运转良好，儿童和支持他们的组织就会知道，该在什么时候、用什么方式提交自己看到的情况；他们的话，也能在还来得及的时候送到。

story-treaty-body-chairs-meet-link-label = 了解条约机构
