### 各项指标的名称、说明句和统计方法。

indicator-organisations-label = 协作网的成员组织

indicator-organisations-sentence = { -network }有{ $value }个成员组织。

indicator-organisations-method = 成员名册上登记的组织。

indicator-new-members-label = 新成员

indicator-new-members-sentence = 这一年吸收了{ $value }个新成员。

indicator-representatives-label = 参加成员大会的代表

indicator-representatives-sentence =
    { $bound ->
        [more-than] 超过{ $value }名代表
        [at-least] 至少{ $value }名代表
        [about] 约{ $value }名代表
       *[exact] { $value }名代表
    }参加了我们的成员大会。

indicator-representatives-method = 按人数计算，不按组织数计算。

indicator-years-label = 成立年数

indicator-years-sentence = 我们为儿童权利努力了{ $value }年。

indicator-defenders-label = 得到支持、有能力提交报告的人权维护者

indicator-defenders-sentence =
    { $value ->
        [1] { $value }名人权维护者（成人或儿童）得到支持，有能力向{ -un-committee }提交报告。
       *[other] { $value }名人权维护者（包括儿童）得到支持，有能力向{ -un-committee }提交报告。
    }

indicator-resources-label = 多语种资料

indicator-resources-sentence = 有{ $value }份资料以多种语言发布。

indicator-advisors-label = 儿童顾问

indicator-advisors-sentence =
    { $value ->
        [1] { $value }名13至17岁的儿童顾问与我们一起工作。
       *[other] { $value }名13至17岁的儿童顾问与我们一起工作，他们来自世界各个地区。
    }

indicator-workshops-label = 非洲在线讲习班

indicator-workshops-sentence = 在非洲举办了{ $value }期在线讲习班。

indicator-side-event-label = 一场合办会外活动的参加人数

indicator-side-event-sentence = { $value }人参加了一场合办的会外活动。

indicator-side-event-method = 会外活动，是在正式会议之外同期举行的会议。

indicator-submissions-label = 在联合国的发言和提交的材料

indicator-submissions-sentence = 在联合国发言或提交材料共{ $value }次。
