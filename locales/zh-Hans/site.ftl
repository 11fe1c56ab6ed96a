### 界面文字：正文以外的各种提示和标签。

## 网站与导航

site-title = { -network }

page-title = { $title } | { site-title }

skip-to-content = 跳到正文

nav =
    .aria-label = 主导航

nav-impact = 我们带来的改变
nav-stories = 故事
nav-figures = 数据
nav-voices = 各方声音
nav-act = 参与行动

language-switcher = 语言
    .aria-label = 选择本页语言

not-translated = 这部分内容尚未翻译，现以{ $language }显示。

welcome = { $audience ->
    [child] 你享有权利，这个页面也是为你准备的。
   *[adult] 儿童享有权利。看看我们为此做了些什么。
}

## 故事

read-more = 阅读全文
    .aria-label = 阅读全文：{ $title }

published-on = 发布于{ $date }

stories-count = { $count }个故事

image-credit = 图片：{ $credit }

topics = 主题

topic-solidarity = 声援
topic-participation = 参与
topic-environment = 环境
topic-gender = 性别
topic-mainstreaming = 各项工作中的儿童权利
topic-treaty-bodies = 条约机构
topic-membership = 成员
topic-civic-space = 公民空间

## 数据

figures-not-available = 数据不详
    .title = 我们没有靠得住的数字。这并不等于零。

figures-not-collected = 未收集
    .title = 没有人收集过这个数字。这并不等于零。

figures-announced = 待公布：目前还没有数据

figures-more-than = 超过{ $value }

figures-at-least = 至少{ $value }

figures-about = 约{ $value }

cell-girls = { $value }名女孩

dimension-gender = 按性别

breakdown-incomplete = 其他部分：{ figures-not-available }

shares-of-year = { $period ->
    [open] { $year }年目前有{ $count }项数据
   *[closed] { $year }年共有{ $count }项数据
}

## 心声与评估

testimonial-summary-note = 根据孩子的原话概括
testimonial-finding-note = 根据评估结果概括
testimonial-name-withheld = 姓名不公开
testimonial-consent = 征得同意后分享

testimonial-translated = 译自{ $language }

## 结果列表与页脚

results-page = 第{ $current }页，共{ $total }页
    .aria-label = 你现在在第{ $current }页，共{ $total }页

updated = 更新于{ $date }

page-foot = { site-title }。{ updated }。
