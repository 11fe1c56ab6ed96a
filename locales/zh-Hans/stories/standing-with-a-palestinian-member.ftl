### 故事：声援一个巴勒斯坦成员组织。

story-standing-with-a-palestinian-member-title = 巴勒斯坦成员组织夜间遭突袭，我们与他们站在一起

story-standing-with-a-palestinian-member-summary = 我们一个巴勒斯坦成员组织的办公室在夜间遭到突袭。我们与在那里工作的人站在一起，也与他们所服务的儿童站在一起。

story-standing-with-a-palestinian-member-body-h3w7 = 我们的成员中有一个巴勒斯坦组织，它的办公室在夜间遭到突袭。{ -network }声援这个组织，声援在那里工作的人，也声援由他们捍卫权利的儿童。他们谁都不该有这样的疑虑：自己是不是已经被遗忘了。

story-standing-with-a-palestinian-member-body-qvfx = 办公室不只是几张桌子、几扇门。人们在那里规划工作、保存记录、与人见面。当这样的地方不再安全，要记录儿童的遭遇就更难了，儿童要找到愿意倾听的人也更难了。

story-standing-with-a-palestinian-member-body-8g72 = 捍卫人权的人，必须能够免于恐惧地开展工作。集会、发表意见和组织起来的自由，常被称为公民空间。当一个成员失去其中的一部分，我们其他成员就有责任大声说出来。

story-standing-with-a-palestinian-member-link-label = 阅读我们的声援寄语
