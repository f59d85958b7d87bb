import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

const classes = { V: 'aeiouáéíóúü', F: 'eiéí' }

/** Spanish spelling onto the nearest English phones, as most of its speakers say it: c and z like s, ll like y. */
const asAmerican = `
  _{b}_        B EH
  _{c}_        S EH
  _{d}_        D EH
  _{f}_        EH F EH
  _{g}_        HH EH
  _{h}_        AA CH EH
  _{j}_        HH OW T AA
  _{k}_        K AA
  _{l}_        EH L EH
  _{m}_        EH M EH
  _{n}_        EH N EH
  _{ñ}_        EH N Y EH
  _{p}_        P EH
  _{q}_        K UW
  _{r}_        EH R EH
  _{s}_        EH S EH
  _{t}_        T EH
  _{v}_        UW V EH
  _{w}_        UW V EH D OW B L EH
  _{x}_        EH K IY S
  _{z}_        S EH T AA

  {ai|ay|ái}   AY
  {au|áu}      AW
  {a|á}        AA
  {b}          B
  {cc}F        K S
  {ch}         CH
  {c}F         S
  {c}          K
  V{d}V        DH
  V{d}_        DH
  {d}          D
  {ei|ey|éi}   EY
  {e|é}        EH
  {f}          F
  {gu}F        G
  {gü}         G W
  {g}F         HH
  {g}          G
  _{hie}       Y EH
  _{hue}       W EH
  {h}          -
  {i}[aeouáéóú]  Y
  {i|í}        IY
  {j}          HH
  {k}          K
  {ll}         Y
  {l}          L
  {m}          M
  {n}[gcqkj]   NG
  {n}          N
  {ñ}          N Y
  {oi|oy|ói}   OY
  {o|ó}        OW
  {ph}         F
  {p}          P
  {qu}F        K
  {q}          K
  {rr|r}       R
  {sc}F        S
  {s}          S
  {t}          T
  {uy}_        UW IY
  {u}[aeioáéíó]  W
  {u|ú|ü}      UW
  {v}          B
  {w}          W
  _{x}         S
  {x}          K S
  _{y}_        IY
  {y}V         Y
  {y}          IY
  {z}          S
`

/** Where c before e and z are the th of "thin". */
const asCastilian = `
  _{c}_        TH EH
  _{z}_        TH EH T AA
  {cc}F        K TH
  {sc}F        S TH
  {c}F         TH
  {z}          TH
  {ll}         L Y
`

export const spanishG2p: LetterToSoundRules = {
  letters: 'áéíóúüñ',
  vowels: 'aeiouyáéíóúü',
  variants: [
    compileLetterToSound(classes, asAmerican),
    compileLetterToSound(classes, asCastilian + asAmerican),
  ],
}
