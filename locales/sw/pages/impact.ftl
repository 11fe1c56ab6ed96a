### Ukurasa wa matokeo ya kazi yetu. Rasimu ya Kiswahili.

page-impact-title = Matokeo ya kazi yetu

page-impact-summary = Yale ambayo { -network } umeyafanya pamoja na watoto, wanachama na washirika: habari za mwaka 2022, takwimu tulizo nazo, takwimu tusizo nazo, na jinsi tunavyoikagua kazi yetu wenyewe.
