import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

/** V: vowels; F: front vowels, before which c and g are soft; B: voiced consonants. */
const classes = { V: 'aeiouàèéìíîòóùú', F: 'eièéìíî', B: 'bdglmnrv' }

/** Italian spelling onto the nearest English phones. A doubled consonant is one phone: the model has no length. */
const standard = `
  _{b}_        B IY
  _{c}_        CH IY
  _{d}_        D IY
  _{f}_        EH F EH
  _{g}_        JH IY
  _{h}_        AA K AA
  _{j}_        IY L UW NG G OW
  _{k}_        K AA P AA
  _{l}_        EH L EH
  _{m}_        EH M EH
  _{n}_        EH N EH
  _{p}_        P IY
  _{q}_        K UW
  _{r}_        EH R EH
  _{s}_        EH S EH
  _{t}_        T IY
  _{v}_        V UW
  _{w}_        D OW P Y OW V UW
  _{x}_        IY K S
  _{z}_        Z EH T AA

  {ai}[aeiou]  AA Y
  {ai}         AY
  {au}         AW
  {a|à}        AA
  {bb|b}       B
  {cch|ch}     K
  {cci|ci}[aàouòóùe]  CH
  {cc|c}F      CH
  {cqu}        K W
  {cc|c}       K
  {dd|d}       D
  {ei}         EY
  {e|è|é}      EH
  {ff|f}       F
  {gli}[aeouàèéòù]  L Y
  {gli}        L Y IY
  {gn}         N Y
  {ggh|gh}     G
  {ggi|gi}[aàouòóù]  JH
  {gg|g}F      JH
  {gg|g}       G
  {h}          -
  {i}[aeouàèéòóù]  Y
  {i|ì|í|î}    IY
  {j}          Y
  {k}          K
  {ll|l}       L
  {mm|m}       M
  {n}ch|gh     NG
  {n}[cgqk]h?[aouìrl]  NG
  {nn|n}       N
  {oi}         OY
  {o|ò|ó}      OW
  {ph}         F
  {pp|p}       P
  {qu}         K W
  {q}          K
  {rr|r}       R
  {sch}        S K
  {sci}[aouàòùe]  SH
  {sc}F        SH
  {ss}         S
  V{s}V        Z
  {s}B         Z
  {s}          S
  {tt|t}       T
  {u}[aeioàèéìòó]  W
  {u|ù|ú}      UW
  {vv|v}       V
  {w}          V
  {x}          K S
  {y}          IY
  {zz}         T S
  _{z}         D Z
  {z}          T S
`

/** As in the other regional pronunciation of z and s: voiced for unvoiced, and the reverse. */
const variant = `
  {zz}         D Z
  _{z}         T S
  {z}          D Z
  V{s}V        S
`

export const italianG2p: LetterToSoundRules = {
  letters: 'àèéìíîòóùú',
  vowels: 'aeiouyàèéìíîòóùú',
  variants: [
    compileLetterToSound(classes, standard),
    compileLetterToSound(classes, variant + standard),
  ],
}
