### 故事：成员组织达到一百个。

story-one-hundred-organisations-title = 一百个组织，汇成一股力量

story-one-hundred-organisations-summary = 在2022年6月2日至3日的成员大会上，{ -network }的成员组织达到100个。

story-one-hundred-organisations-body-yztj = 2022年6月2日和3日，{ -network }召开了成员大会，也就是各成员聚在一起的会议。超过70名代表参加了大会。（这是我们自己的大会，不是{ -un-general-assembly }。）就是在这次会上，协作网的成员组织达到了100个。

story-one-hundred-organisations-body-ux4u = 整数让人高兴，但重点不在这里。每个组织都带来自己对当地儿童生活的了解，也在这里找到可以互相学习的伙伴。2022年，我们吸收了11个新成员；每多一个成员，协作网的声音就更难被忽视。

story-one-hundred-organisations-link-label = 认识我们的成员
