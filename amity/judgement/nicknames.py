"""Short forms of given names, as people use them: "Mike" for "Michael". Grows with what owners confirm."""

# One group a line; within a group every name may stand for every other. Folded, without accents.
_GROUPS = """
abigail abby gail
adalbert bert
agnieszka aga
albert bert al
aleksandra alexandra ola sasha sandra alex
alexander alex sasha sandy aleksander alejandro
andreas andrew andy drew andrei
anna anne ann annie hannah
anthony tony toni antonio anton
barbara barb basia babs
benjamin ben benny
catherine katherine kathryn katharina kate katie kathy cathy kasia katja katrin
charles charlie chuck karl carl
christina christine chris tina kristina krystyna
christopher chris kit topher christoph
daniel dan danny
david dave davey
deborah debbie deb debra
dorothy dot dottie dora
edward ed eddie ted ned edmund
eleanor ellie nell nora
elizabeth elisabeth liz lizzie beth betty eliza lisa libby peggy bess elzbieta ela
emily em emma
francis francisco frank frankie paco pancho
frances fran franny frankie
frederick fred freddie friedrich fritz
gabriel gabe
georg george jorge jerzy
gerald gerard gerry jerry
gregory greg gregor
gwendolyn gwen
harold harry hal
henry harry hank heinrich heinz henri
isabel isabella bella izzy
jacob jake jakob kuba
james jim jimmy jamie jem
jane janet jenny
jennifer jen jenny
jeremy jerry jem
jessica jess jessie
john jon jack johnny jan johann johannes hans juan ivan sean
jonathan jon jonny
jose pepe josef joseph joe joey giuseppe
joshua josh
judith judy
kenneth ken kenny
lawrence laurence larry laurie lorenz
leonard leo len lenny
louis lewis lou luis ludwig
margaret maggie meg peggy greta margarete gretchen margarita rita malgorzata gosia
maria mary marie molly polly maja
martha marta patty
martin marty
matthew matt matthias mateusz
maximilian max
michael mike mick mickey michal mikhail misha miguel michel
nathaniel nathan nate nat
nicholas nick nicky nicolas nikolaus klaus nikolai kolya
oliver ollie
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete piotr pedro pierre
philip phillip phil
rachel rach
raymond ray
rebecca becky becca
richard rick rich dick ricky ricardo
robert bob rob bobby robbie bert
roger rodge
ronald ron ronnie
rosemary rose rosie
samuel sam sammy
samantha sam
sarah sara sally sadie
stanislaw stanislaus stan staszek
stephen steven steve stefan esteban stephan
susan sue susie suzanne susanne
teresa theresa terry tess
terence terry
theodore theo ted teddy
thomas tom tommy tomasz tomas
timothy tim
veronica ronnie nicky
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wilhelmina mina willa
william bill will billy liam willy wilhelm guillermo
wojciech wojtek
yevgenia evgenia eugenia zhenya
yevgeni evgeni eugene gene zhenya
zachary zach zack
zofia sophia sophie zosia
"""
_FORMS: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_GROUPS.split("\n")):
    for _name in _line.split():
        _FORMS[_name] = _FORMS.get(_name, frozenset()) | {_number}


def is_short_for(one: str, other: str) -> bool:
    """Whether two folded given names may be forms of one name."""
    return not _FORMS.get(one, frozenset()).isdisjoint(_FORMS.get(other, frozenset()))
