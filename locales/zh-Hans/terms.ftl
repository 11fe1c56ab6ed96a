### 全站通用的名称。书名号已包含在文件名称之内，句中不必再加。

-network = 儿童权利协作网

-convention = 《儿童权利公约》

-un-committee = 联合国儿童权利委员会

-un-human-rights-council = 联合国人权理事会

-un-general-assembly = 联合国大会

-un-treaty-bodies = 联合国人权条约机构

-un-secretary-general = 联合国秘书长
