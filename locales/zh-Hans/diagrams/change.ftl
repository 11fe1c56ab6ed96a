### 图表：改变是怎样发生的。框内文字宜短。

diagram-change-title = 改变是怎样发生的

diagram-change-description = 一幅分为四个阶段的图，每个阶段引出下一个阶段。首先，人们对儿童的看法和态度发生转变。接着，儿童和民间社会获得行动的力量。他们的意见影响国家的决策，无论是在国内还是在联合国。最后，法律和政策得到改革。

diagram-change-stage-perceptions-label = 看法和态度发生转变

diagram-change-stage-empowerment-label = 儿童和民间社会获得力量

diagram-change-stage-decisions-label = 国家的决策受到影响

diagram-change-stage-reform-label = 法律和政策得到改革

diagram-change-node-people-with-rights-label = 成人把儿童看作享有权利的人

diagram-change-node-views-taken-seriously-label = 儿童的意见得到认真对待

diagram-change-node-children-act-label = 儿童了解并捍卫自己的权利

diagram-change-node-organisations-act-label = 各组织懂得怎样与儿童一起行动

diagram-change-node-decisions-at-home-label = 政府先倾听，再做决定

diagram-change-node-decisions-at-the-un-label = 各国在联合国作出承诺

diagram-change-node-better-laws-label = 法律符合{ -convention }

diagram-change-node-better-policies-label = 政策把权利落实到日常生活中
