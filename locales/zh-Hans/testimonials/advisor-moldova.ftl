### 一位儿童顾问的话（概括）。

testimonial-advisor-moldova-body-tjzp = 在这位顾问看来，重要的是真正有人倾听：不只是在场有个座位，而是自己的看法得到认真对待。学习权利知识是其中的一部分，替许许多多没有人来问的孩子说话，也是其中的一部分。

testimonial-advisor-moldova-attribution-role = 儿童顾问
