"""Tables of words that stand in and round names: titles, particles, firms, families of two signs."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Written before a name, dropped when sorting. Not those that are given names too: Prince, King, Dean, Earl, Judge.
TITLES = _words(
    """
    dr dres drs dra prof profs professor professorin mr mrs ms miss mx mister sir dame lord lady rev reverend rabbi
    father sr sister hon capt captain col colonel gen lt maj sgt ing dipl dipl.-ing dipl.-kfm dipl.-inf mag univ
    univ.-prof priv.-doz pd ra rain herr herrn frau fräulein fraulein hr mme mlle monsieur madame mademoiselle
    maître señor señora señorita sr sra srta don doña senhor senhora sig sig.ra signor signora dott dott.ssa dhr mevr
    mevrouw meneer ir pan pani paní shri smt
    """
)

# Titles that stand before a given name: "Sir Elton".
GIVEN_NAME_TITLES = _words("sir dame sister father don doña")

# Written small inside a family name when a name in capitals is put right.
PARTICLES = _words(
    """
    af al av bin bint da dal das de dei del della delle den der des di do dos du el ibn la las le los of ter ten te
    't und van vom von y zu zum zur
    """
)

# Written after a name; capitals here mean nothing.
SUFFIXES = _words("ii iii iv jr jnr sr snr phd md mba msc bsc llm llb cpa esq obe mbe cbe frs dds dvm rn pe jd pmp cfa")

# The last word of what is a firm, never a person.
FIRM_WORDS = _words(
    """
    ab ag aps as asbl bv co company corp corporation ev e.v eg gbr gmbh group inc incorporated kg kft limited llc llp
    ltd lp mbh n.v nv ohg oy oyj plc pty sa s.a sarl sas se sl s.l snc spa s.p.a srl s.r.l ug university verein
    """
)

# Families of two signs; every other Chinese or Korean family has one.
DOUBLE_FAMILIES = _words(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 长孙 長孫
    司徒 司空 端木 东方 東方 独孤 獨孤 南宫 南宮 남궁 황보 선우 제갈 독고 서문 사공
    """
)
