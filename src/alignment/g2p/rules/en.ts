import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

/** V: vowels, C: consonants, F: what softens c and g, U: what a plural's s is unvoiced behind. */
const classes = {
  V: 'aeiouy',
  C: 'bcdfghjklmnpqrstvwxz',
  F: 'eiy',
  U: 'ptkfc',
}

/**
 * English spelling onto ARPAbet without stress. Written for words that no dictionary has: names, new words, slips.
 * An unstressed vowel is AH, as in the CMU dictionary; which one is unstressed is guessed by endings.
 */
const asEnglish = `
  _{b}_        B IY
  _{c}_        S IY
  _{d}_        D IY
  _{f}_        EH F
  _{g}_        JH IY
  _{h}_        EY CH
  _{j}_        JH EY
  _{k}_        K EY
  _{l}_        EH L
  _{m}_        EH M
  _{n}_        EH N
  _{p}_        P IY
  _{q}_        K Y UW
  _{r}_        AA R
  _{s}_        EH S
  _{t}_        T IY
  _{v}_        V IY
  _{w}_        D AH B AH L Y UW
  _{x}_        EH K S
  _{y}_        W AY
  _{z}_        Z IY

  {augh}t      AO
  {aught}      AO T
  {auer}_      AW ER
  {aw}V        AH W
  {au|aw}      AO
  {ai|ay}      EY
  _{ae}        EY
  {ae}         EH
  {a}u         AO
  _{a}_        AH
  {are}_       EH R
  {ar}i|y      EH R
  {arr}        AE R
  w{ar}        AO R
  {ar}d_|ds_   ER
  {ar}_|s_     ER
  {ar}V        EH R
  {ar}         AA R
  {able}       AH B AH L
  {age}_       IH JH
  {ages}_      IH JH IH Z
  {a}tion      EY
  {ate}_       EY T
  {al}_        AH L
  {al}ly_|s_   AH L
  {alk}        AO K
  {a}ll_|lls_  AO
  {al}t|d      AO L
  VC{a}[lmnr]_ AH
  {an}_        AH N
  {ans}_       AH N Z
  {a}ng        AE
  {a}Ce_       EY
  {a}Ce[sd]_   EY
  {a}Cing_     EY
  {a}C[aoi]_   AA
  {a}_         AH
  _{a}(?:cc|dd|ff|gg|ll|nn|pp|rr|ss|tt)V  AH
  _{a}[bcdlmr]V  AH
  {aa}         AA
  {aigh}       EY
  w{a}t|s|n    AA
  {a}          AE

  {bb}         B
  m{b}_        -
  m{b}s_       -
  {b}          B

  {cch}        K
  {cc}F        K S
  {cc}         K
  {ch}r|l      K
  s{ch}        K
  {cia}        SH AH
  {cio}        SH AH
  {ck}         K
  {ch}[tnm]    K
  {ch}         CH
  {cz}         CH
  {c}F         S
  {c}          K

  {dge}        JH
  {dg}F        JH
  {dd}         D
  {dt}_        T
  {d}          D

  {eigh}       EY
  {eau}        OW
  {ea}d_       EH
  {ear}C       ER
  {ear}        IH R
  {ea}         IY
  {eer}        IH R
  {ee}         IY
  {eir}        EH R
  {ei}         AY
  {eu}         UW
  {ew}         UW
  {ey}_        IY
  {eys}_       IY Z
  {ey}         EY
  {eo}         IY OW
  VC{er}V      ER
  VCC{er}V     ER
  {er}V        EH R
  {err}        EH R
  {er}         ER
  _{ex}V       IH G Z
  [td]{ed}_    IH D
  [pkfsxc]{ed}_  T
  [sc]h{ed}_   T
  _C{ed}_      EH D
  _CC{ed}_     EH D
  {ed}_        D
  [szx]{es}_   IH Z
  [cs]h{es}_   IH Z
  [cg]{es}_    IH Z
  {e}s_        -
  {el}_        AH L
  {en}_        AH N
  VC{e}nt|nce|ns|ss  AH
  VCC{e}nt|nce|ns|ss  AH
  VC{e}ly_|less|ment|ness|ful|land|wood|man|field  -
  _[dprb]{e}C[aeiou]  IH
  _{e}[mn]C    EH
  _{e}CV       IH
  VC{e}[ltnm][aeiou]  AH
  _C{e}_       IY
  _CC{e}_      IY
  {e}_         -
  {e}          EH

  {ff}         F
  {f}          F

  _{gh}        G
  {gh}         -
  _{gn}        N
  {gg}         G
  _{g}[ei][rtlbm]  G
  {gu}F        G
  {g}F         JH
  {g}          G

  V{h}C        -
  {h}_         -
  {h}          HH

  {igh}        AY
  {ier}_       IY ER
  {ieg}        IY G
  {ie}_        IY
  {ies}_       IY Z
  {ied}_       IY D
  {ie}n        IY AH
  {ie}         IY
  {ing}_       IH NG
  {ind}_|s_    AY N D
  {i}Ce_       AY
  {i}Ce[sd]_   AY
  {i}Cing_     AY
  {i}C[ao]_    IY
  VC{i}[tldbm][aeiouy]  AH
  VCC{i}[tldbm][aeiouy]  AH
  {i}c         IH
  {ir}V        IH R
  {ir}         ER
  {io}         IY OW
  {ia}         IY AH
  {i}_         IY
  {i}          IH

  {j}          JH

  _{kn}        N
  {kk}         K
  {k}          K

  C{le}_       AH L
  C{les}_      AH L Z
  {ll}         L
  {l}          L

  _{mcc|mck}   M AH K
  _{mc}        M AH K
  {mm}         M
  {m}          M

  {nn}         N
  {ng}_|s_     NG
  {n}k|q|x|c[aou]|ct  NG
  {ng}[dstwhmlnpfb]  NG
  {ng}[eiy]    N JH
  {ng}         NG G
  {n}          N

  {our}        AO R
  {ough}       AO
  {oughs}      AO
  {oo}[kd]     UH
  {oo}         UW
  {oul}d       UH
  {ous}_       AH S
  {ou}         AW
  {ow}_|s_     OW
  {ow}         OW
  {oy|oi}      OY
  {oa}         OW
  {oe}C|_   OW
  w{or}        ER
  [tds]{or}'|_|s_  ER
  {ord}_|s_|'  ER D
  {or}         AO R
  {on}_        AH N
  {ons}_       AH N Z
  {o}C[eoai]_  OW
  {o}Ce[sd]_   OW
  {o}Cing_     OW
  {o}l[dt]     OW
  {o}ss        AO
  V[bcdlmnprt]{o}[lmnt]_  AH
  VC{o}[lmnr]V  AH
  _c{o}mm|nn|mp|nt[aeir]|ns  AH
  {o}st        OW
  {o}'|_|s_    OW
  {o}          AA

  {ph}         F
  _{ps}        S
  {pp}         P
  {p}          P

  {que}_       K
  {qu}         K W
  {q}          K

  {rrh}        R
  {rh}         R
  {rr}         R
  {r}          R

  {sch}        SH
  {sh}         SH
  {ssion}      SH AH N
  C{sion}      SH AH N
  {sion}       ZH AH N
  {sc}F        S
  {ss}         S
  [ui]{s}_     S
  {sm}_        Z AH M
  V{s}[eia]    Z
  U{s}_        S
  V{s}_        Z
  C{s}_        Z
  {s}          S

  {tch}        CH
  {tion}       SH AH N
  {tia|tio}    SH AH
  {ture}       CH ER
  {th}         TH
  {tt}         T
  {t}          T

  {ur}V        UH R
  {ur}         ER
  {ue}_        UW
  {ui}         UW IH
  {uy}         AY
  [pbmcfvhk]{u}C[aeiou]  Y UW
  VC{u}l       Y AH
  {u}CV        UW
  {u}_         UW
  {u}          AH

  {v}          V

  [sxzc]e?{'s}_  IH Z
  [sc]h{'s}_   IH Z
  U{'s}_       S
  {'s}_        Z

  _{wr}        R
  _{wh}        W
  {w}          W

  _{x}         Z
  {x}          K S

  _{y}         Y
  f{y}_        AY
  _C{y}_       AY
  _CC{y}_      AY
  {y}'|_       IY
  {y}Ce_       AY
  _C{y}[cdlnpr][aeo]  AY
  {y}          IH

  {zz}         Z
  {z}          Z
`

/** Names from elsewhere keep the vowels that most of Europe and beyond write. Asked before the table above. */
const asForeignName = `
  {ai|ay}      AY
  {au}         AW
  {ei|ey}      EY
  {ou}         UW
  {aa|ah}      AA
  {a}          AA
  {er}_        ER
  {e}_         EY
  {ee}         EY
  {i}C|_       IY
  {oa}         OW AA
  {oo|uu}      UW
  {o}CV|_      OW
  {u}          UW
  {ch}         CH
  {s}          S
  {w}_         V
`

export const englishG2p: LetterToSoundRules = {
  letters: '',
  vowels: 'aeiouy',
  variants: [
    compileLetterToSound(classes, asEnglish),
    compileLetterToSound(classes, asForeignName + asEnglish),
  ],
}
