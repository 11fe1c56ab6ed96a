### 行动呼吁：阅读年度报告。

action-report-title = 阅读年度报告

action-report-body-v92t = 我们的年度报告是公开的。报告里写明了我们计划做什么、做了什么、学到了什么，好让你自己来评判。

action-report-link-label = 打开年度报告
