### Llamamiento a la acción. Se trata de usted a quien lee.

action-act-title = Póngase del lado de la niñez

action-act-body-2z92 = No hace falta ser especialista. Pregunte a un niño o a una niña qué piensa, y escuche hasta el final. Diga a sus representantes que los derechos de la niñez le importan. Y, si su organización trabaja por esos derechos, venga a hablar con nosotros.

action-act-link-label = Qué puede hacer usted
