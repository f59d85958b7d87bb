import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

const classes = { V: 'aeiouyëïéèöüáóê', C: 'bcdfghjklmnpqrstvwxz' }

/** Dutch spelling onto the nearest English phones. g and ch are HH; eu is ER, ui is AW. */
const asDutch = `
  _{b}_        B EY
  _{c}_        S EY
  _{d}_        D EY
  _{f}_        EH F
  _{g}_        HH EY
  _{h}_        HH AA
  _{j}_        Y EY
  _{k}_        K AA
  _{l}_        EH L
  _{m}_        EH M
  _{n}_        EH N
  _{p}_        P EY
  _{q}_        K UW
  _{r}_        EH R
  _{s}_        EH S
  _{t}_        T EY
  _{v}_        V EY
  _{w}_        V EY
  _{x}_        IH K S
  _{y}_        EY
  _{z}_        Z EH T
  _{de}_       D AH
  _{het}_      HH AH T
  _{een}_      AH N

  {aai}        AY
  {aa}         AA
  {auw|au}     AW
  {a}          AA
  {á}          AA
  {bb}         B
  {b}_|t       P
  _{be}C       B AH
  {b}          B
  {ch}         HH
  {ck}         K
  {c}[eiy]     S
  {c}          K
  {dt}         T
  {dd}         D
  {d}_|s_      T
  {d}          D
  {eeuw}       EY UW
  {eer}        IH R
  {ee|é}       EY
  {ei}         EY
  {eu}         ER
  VC{en}_      AH
  VCC{en}_     AH
  V{e|ë}n_     AH
  VC{e}[lrmn]s?_  AH
  VCC{e}[lrmn]s?_  AH
  VC{e}n|ren   AH
  VCC{e}n|ren  AH
  {e}_         AH
  {e}CV        EY
  {e|ë|è|ê}    EH
  {ff|f}       F
  _{ge}C       HH AH
  {gg|gh|g}    HH
  {h}          HH
  {ieuw}       IY UW
  {ie}         IY
  {ij}         EY
  VC{ig}e?_    AH HH
  {isch}e?_    IY S
  {i|ï}CV|_    IY
  {i|ï}        IH
  {j}          Y
  {kk|k}       K
  {lijk}       L AH K
  {ll|l}       L
  {mm|m}       M
  {ng}         NG
  {n}k         NG
  {nj}         N Y
  {nn|n}       N
  {oei}        UW IY
  {oe}         UW
  {ooi}        OY
  {oor}        AO R
  {oo|ó}       OW
  {ouw|ou}     AW
  {o}CV|_      OW
  {o}          AO
  {ö}          ER
  {ph}         F
  {pp|p}       P
  {qu}         K W
  {q}          K
  {rr|r}       R
  {sch}_       S
  {sch}        S HH
  {sj}         SH
  {ss|s}       S
  {tie}s?_     T S IY
  {tj}         CH
  {th|tt|t}    T
  {ui}         AW
  {uu}         UW
  {uw}         UW
  {u}CV|_      UW
  {u}          AH
  {ü}          UW
  _{ver}       F ER
  _{v}         F
  {v}          V
  {w}          V
  {x}          K S
  _{y}         Y
  {y}          IY
  {zz|z}       Z
`

/** Where the sounds English lacks come out the other way: ij and ei wide, g hard, w round, the n of -en said. */
const asOtherwise = `
  VC{en}_      AH N
  VCC{en}_     AH N
  {ij|ei}      AY
  {ui}         OY
  {eu}         EY
  {sch}_       S
  {sch}        S K
  {ch}         K
  _{ge}C       G AH
  {g}_|t       K
  {gg|g}       G
  {w}          W
  _{v}         V
  {uu|uw}      UW
  {u}CV|_      UW
  {u}          ER
`

export const dutchG2p: LetterToSoundRules = {
  letters: 'ëïéèöüáóê',
  vowels: 'aeiouyëïéèöüáóê',
  variants: [
    compileLetterToSound(classes, asDutch),
    compileLetterToSound(classes, asOtherwise + asDutch),
  ],
}
