### 页面：我们带来的改变。

page-impact-title = 我们带来的改变

page-impact-summary = { -network }与儿童、成员和合作伙伴一起做了什么：2022年的故事，我们掌握的数据，我们缺少的数据，以及我们怎样检验自己的工作。
