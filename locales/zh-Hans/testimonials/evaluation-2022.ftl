### 外部评估的一项结论（概括）。

testimonial-evaluation-2022-body-qdzj = 评估发现，{ -network }帮助儿童了解自己的权利，让他们的声音被听见，也帮助他们既为自己、也为别人发声。

testimonial-evaluation-2022-attribution-role = 协作网外部评估，2022年
