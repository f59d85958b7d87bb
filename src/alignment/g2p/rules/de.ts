import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

const classes = { V: 'aeiouyäöüéèà', C: 'bcdfghjklmnpqrstvwxzß' }

/** German spelling onto the nearest English phones. ö is ER, ü is UW, ch is HH behind a, o, u and SH elsewhere. */
const asGerman = `
  _{b}_        B EY
  _{c}_        T S EY
  _{d}_        D EY
  _{f}_        EH F
  _{g}_        G EY
  _{h}_        HH AA
  _{j}_        Y AO T
  _{k}_        K AA
  _{l}_        EH L
  _{m}_        EH M
  _{n}_        EH N
  _{p}_        P EY
  _{q}_        K UW
  _{r}_        EH R
  _{s}_        EH S
  _{t}_        T EY
  _{v}_        F AW
  _{w}_        V EY
  _{x}_        IH K S
  _{y}_        UW P S IH L AO N
  _{z}_        T S EH T

  {aa|ah}      AA
  {ai|ay}      AY
  {au}         AW
  {äu}         OY
  {äh}         EH
  {ä}          EH
  {a|à}        AA

  {bb}         B
  {b}_|s?t     P
  _{be}C       B AH
  {b}          B
  {chs}        K S
  [aou]{ch}    HH
  {ch}[rlao]   K
  {ch}         SH
  {ck}         K
  {c}[eiäy]    T S
  {c}          K
  {dt}         T
  {dd}         D
  {d}_|s_      T
  {d}          D
  {ee|eh}      EY
  {ei|ey}      AY
  {eu}         OY
  VC{er}n?s?_  ER
  VCC{er}n?s?_  ER
  VCCC{er}n?s?_  ER
  VC{en}_|d_|s_  AH N
  VCC{en}_|d_|s_  AH N
  VCCC{en}_|d_|s_  AH N
  h{en}_       AH N
  VC{el}n?_    AH L
  VCC{el}n?_   AH L
  _{ver}       F EH R
  {e}_         AH
  _C{e}C_      EY
  {e}CV        EY
  {e|é|è}      EH
  {ff|f}       F
  _{ge}[bdfgklmnprstvwz]  G AH
  {gg}         G
  i{g}_        SH
  {g}_|s?t_    K
  {g}          G
  V{h}         -
  {h}          HH
  {ieh}        IY
  {ie}         IY
  {ih}         IY
  {in}_        IH N
  {i}CV        IY
  {i}          IH
  {j}          Y
  {kk|k}       K
  {ll|l}       L
  {mm|m}       M
  {ng}e?_|s|t|e  NG
  {n}k|g|x     NG
  {nn|n}       N
  {oh|oo}      OW
  {o}CV        OW
  {o}_         OW
  {o}          AO
  {öh|ö}       ER
  {pf}         P F
  {ph}         F
  {pp|p}       P
  {qu}         K V
  {rr|rh|r}    R
  {tsch}       CH
  {sch}        SH
  _{st}        SH T
  _{sp}        SH P
  {ss|ß}       S
  _{s}V        Z
  V{s}V        Z
  [lmnr]{s}V   Z
  {s}          S
  {tion}       T S Y OW N
  {tz|ts}      T S
  {tt|th|t}    T
  {uh}         UW
  {u}CV|_      UW
  {u}          UH
  {üh|ü}       UW
  _{ver}       F EH R
  _{vor}       F AO R
  _{v}         F
  {v}_         F
  {v}          V
  {w}          V
  {x}          K S
  _{y}         Y
  {y}          UW
  {zz|z}       T S
`

/** As said by others, or in fluent speech: ö and ü without rounding, g at the end hard, -er and -en clipped. */
const asFluent = `
  VC{er}n?s?_  AH
  VCC{er}n?s?_  AH
  VC{en}_      N
  VCC{en}_     N
  VCCC{en}_    N
  i{g}_        K
  {ö}          EH
  {öh}         EY
  {ü}          IH
  {üh}         IY
  [aou]{ch}    K
  {chs}        K S
  {ch}         HH
`

export const germanG2p: LetterToSoundRules = {
  letters: 'äöüßéèà',
  vowels: 'aeiouyäöüéèà',
  variants: [
    compileLetterToSound(classes, asGerman),
    compileLetterToSound(classes, asFluent + asGerman),
  ],
}
