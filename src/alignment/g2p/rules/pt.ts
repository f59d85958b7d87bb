import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

const classes = { V: 'aeiouáâãàéêíóôõúü', C: 'bcdfghjklmnpqrstvwxzç', F: 'eiéêí' }

/** Portuguese spelling onto the nearest English phones, as in Brazil. A nasal vowel is the vowel with N. */
const asBrazilian = `
  _{b}_        B EY
  _{c}_        S EY
  _{d}_        D EY
  _{f}_        EH F IY
  _{g}_        ZH EY
  _{h}_        AA G AA
  _{j}_        ZH OW T AH
  _{k}_        K AA
  _{l}_        EH L IY
  _{m}_        EH M IY
  _{n}_        EH N IY
  _{p}_        P EY
  _{q}_        K EY
  _{r}_        EH HH IY
  _{s}_        EH S IY
  _{t}_        T EY
  _{v}_        V EY
  _{w}_        D AA B L Y UW
  _{x}_        SH IY S
  _{z}_        Z EY
  _{e}_        IY
  _{o}_        UW
  _{os}_       UW S

  {ão}         AW N
  {ãe|ãi}      AY N
  {ã}          AH N
  {am}_        AW N
  {a}[mn]C     AH
  {ai}         AY
  {au}         AW
  {a}s?_       AH
  {a|á|à}      AA
  {â}          AH
  {b}          B
  {ch}         SH
  {c}F         S
  {ç}          S
  {c}          K
  {de}s?_      JH IY
  {d}[ií]      JH
  {d}          D
  {em|ém}_     EY N
  {ens|éns}_   EY N S
  {ei|éi}      EY
  {eu|éu}      EH W
  {e}s?_       IY
  _{es}C       IY S
  {e|é}        EH
  {ê}          EY
  {f}          F
  {gu}F        G
  {g}F         ZH
  {g}          G
  {h}          -
  {im}_        IY N
  {i}as?_      IY
  {i}[aou]     Y
  {i|í}        IY
  {j}          ZH
  {k}          K
  {lh}         L Y
  {l}C|_       W
  {l}          L
  {m}[bp]      M
  {m}          M
  {nh}         N Y
  {n}[cgqk]    NG
  {n}          N
  {õe}         OY N
  {õ}          OW N
  {om}_        OW N
  {ou}         OW
  {oi|ói}      OY
  {o}s?_       UW
  {ó}          AO
  {o|ô}        OW
  {ph}         F
  {p}          P
  {qu}F        K
  {qu}         K W
  {q}          K
  _{r}         HH
  {rr}         HH
  {r}          R
  {sc}F        S
  {ss}         S
  V{s}V        Z
  {s}          S
  {te}s?_      CH IY
  {t}[ií]      CH
  {t}          T
  {um}_        UW N
  m{ui}t       UW IY N
  _C{u}[ao]_   UW
  {u}[aeioáéíó]  W
  {u|ú|ü}      UW
  {v}          V
  {w}          W
  _e{x}V       Z
  {x}          SH
  {y}          IY
  {z}_         S
  {z}          Z
`

/** Portugal: unstressed vowels weak or gone, s before a pause or a consonant like sh. */
const asEuropean = `
  _{e}_        IY
  _{os}_       UW SH
  {de}s_       D SH
  {de}_        D
  {d}          D
  {te}_        T
  {t}          T
  {em|ém}_     AY N
  {ei}         AY
  {es}_        SH
  {e}_         -
  _{est}       SH T
  VC{e}CV      AH
  _C{e}CV      AH
  _{r}         R
  {rr}         R
  {s}[bcdfgjlmnpqrtvz]|_  SH
  {z}_         SH
  {lh}         L Y
  {l}          L
`

export const portugueseG2p: LetterToSoundRules = {
  letters: 'áâãàéêíóôõúüç',
  vowels: 'aeiouyáâãàéêíóôõúü',
  variants: [
    compileLetterToSound(classes, asBrazilian),
    compileLetterToSound(classes, asEuropean + asBrazilian),
  ],
}
