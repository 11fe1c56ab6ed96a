### 我们怎样检验自己的工作。

section-results-title = 我们怎样检验自己的工作

section-results-body-44g2 = 良好的愿望不等于成果。以成果为导向，就是**从我们希望看到的改变出发**，确定哪些迹象能够表明改变已经发生，然后如实地寻找这些迹象，*哪怕它们并没有出现*。

section-results-body-r4pf = 我们跟踪什么

section-results-body-5zrc = 我们的监测和评估计划回答四个简单的问题：

section-results-body-eyhe = 我们跟踪什么？

section-results-body-jip3 = 我们怎样收集？

section-results-body-2e9d = 我们多久查看一次？

section-results-body-bsk4 = 由谁来做？

section-results-body-yiup = 简单来说：

section-results-body-yx6b = 跟踪什么

section-results-body-9qwv = 怎样收集

section-results-body-zb74 = 多久一次

section-results-body-5s3k = 由谁来做

section-results-body-yq9x = 协作网的成员组织

section-results-body-r5h2 = 成员名册

section-results-body-6kr4 = 每年

section-results-body-9s7x = 秘书处

section-results-body-ncmn = 儿童参与我们工作的情况

section-results-body-p4a7 = 活动记录和反馈

section-results-body-tzqi = 每次活动之后

section-results-body-nc9y = 与儿童一起工作的员工

section-results-body-uis2 = 在联合国的发言和提交的材料

section-results-body-dbyx = 已发表文本的清单

section-results-body-fd4u = 每年

section-results-body-fc2d = 秘书处

section-results-body-iyiy = 我们按年龄、性别和地区细分数据。只看总数，可能看不出谁被落下了；细分之后，就更容易看到。

section-results-body-nhj9 = 数据里的空白，是提问的理由，绝不是猜测的理由。

section-results-body-2bmy = 学到的东西，我们怎样运用

section-results-body-zkia = 每年，我们都走同样的几步：

section-results-body-eg5m = 把实际情况和我们定下的目标作比较。

section-results-body-kf5s = 写下经验教训，让人难堪的也不例外。

section-results-body-njex = 发布一份人人都能看的年度报告。

section-results-body-cgdj = 我们也请外面的人来评判我们的工作。我们离得太近，有些地方可能看不到，而这样的外部评估能够看到。

section-results-body-frtg =
    你对某个数字有疑问吗？\
    请先看看我们的[年度报告](https://example.org/annual-reports)，再来问我们。
