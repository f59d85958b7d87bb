import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

/** V: vowels, C: consonants, F: what softens c and g, K: consonants behind which an n or m is part of the vowel. */
const classes = {
  V: 'aeiouyàâäéèêëîïôöùûüœæÿ',
  C: 'bcdfghjklmnpqrstvwxzç',
  F: 'eiyéèêëîï',
  K: 'bcdfgjklpqrstvwxzç',
}

/** French spelling onto the phones of the French model. Consonants at the end are silent, save c, f, l, r. */
const asFrench = `
  {aill}         aa yy
  {ail}s?_       aa yy
  {ain|aim}K|_   in
  {ai|aî}        ai
  {ay}V          ai yy
  {ay}s?_        ai
  {ay}           ai
  {aoû}          ou
  {au}           au
  {an}K|_|h      an
  {am}[bp]       an
  {aen}_         an
  {a|à|â|ä}      aa
  {æ}            ei

  {bb}           bb
  m{b}s?_        -
  {b}            bb

  {ch}[rlnt]     kk
  {ch}o[rl]      kk
  {ch}           ch
  {cc}F          kk ss
  {cc}           kk
  {cqu}          kk
  {ck}           kk
  {c}F           ss
  {ç}            ss
  {c}'           ss
  n{c}s?_        -
  {c}            kk

  {dd}           dd
  {d}s?_         -
  {d}            dd

  {eau}          au
  {eill}         ai yy
  {eil}s?_       ai yy
  {ein|eim}K|_   in
  {ei}           ai
  {euill|ueill}  oe yy
  {euil}s?_      oe yy
  {euse}s?_      eu zz
  {eu|eû}[xs]?_  eu
  {eu}t          eu
  {eu|eû}r|l|f|n|v|p|b  oe
  {eu|eû}        eu
  {ement}s?_     ee mm an
  {emment}s?_    aa mm an
  m{ent}s?_      an
  ai{ent}_       -
  [dci]{ent}_    an
  V{ent}_        -
  {ent}_         ee
  i{en}s?_       in
  i{en}[td]      an
  é{en}s?_       in
  {en}s?_        ai nn
  {en}nui|iv|or  an
  {en}K|h        an
  {em}[bpm]      an
  _{es|est}_     ai
  _C{es}_        ai
  {ez}_          ei
  {ers}_         ei
  {er}_          ei
  {eff}          ei ff
  {ess}          ei ss
  {enn}          ai nn
  {e}(?:tt|ll|rr|mm)  ai
  _d{e}ss        ei
  {e}x           ai
  {e}(?:ch|th|ph|gn|qu)  ee
  {e}[bcdfgptvk][lr]  ee
  {e}CC          ai
  _C{e}_         ee
  {e}nt_         -
  {ée}s?_        ei
  {e}s?_         -
  V{e}           -
  {e}[cflt]_     ai
  {é}[es]?[es]?_  ei
  {é}V           ei
  C{é}r[ieaéo]   ei
  {é}            ai
  {è|ê|ë}        ai
  VC{e}CV        ee
  {e}            ee

  {ff}           ff
  {f}            ff

  {gn}           gn
  {gu}F          gg
  {ge}[aoâôu]    jj
  {gg}F          gg jj
  {gg}           gg
  {gt}s?_        -
  n{g}s?_        -
  {g}F           jj
  {g}            gg

  {h}            -

  V{ill}         yy
  _{ill}         ii ll
  v{ille}s?_     ii ll
  v{ill}         ii ll
  {ille}s?_      ii yy
  _v{ill}        ii ll
  m{ill}         ii ll
  {ill}          ii yy
  {in|im}K|_     in
  {im}[bp]       in
  [bcdfgptv][lr]{i}[aoéèê]  ii yy
  {i}e?s?_       ii
  {i}ent_        ii
  {i}[aeoéèêuô]  yy
  {ï}[aeoé]      yy
  {i|î|ï}        ii

  {j}            jj

  {kk}           kk
  {k}            kk

  {ll}           ll
  {l}            ll

  {mm}           mm
  {m}            mm

  {nn}           nn
  {n}            nn

  {oin}K|_       ww in
  {oi|oî}        ww aa
  {oy}d          oo yy
  {oy}V          ww aa yy
  {oy}           ww aa
  {œu|oeu}[fr]   oe
  {œu|oeu}       eu
  {œ|oe}         ei
  {ouill}        ou yy
  {ou}[aeiéèê]  ww
  {ou|où|oû}     ou
  {on}K|_|h      on
  {om}[bp]       on
  {o}s?_         au
  {o}s[aeioé]    au
  {o}tion        au
  {ô}            au
  {o|ö}          oo

  {ph}           ff
  {pp}           pp
  {p}s?_         -
  {p}            pp

  {qu}           kk
  {q}            kk

  {rr}           rr
  {r}            rr

  {sch}          ch
  {sh}           ch
  {sc}F          ss
  {ss}           ss
  V{s}V          zz
  V{s}h[aeiou]   zz
  {sm}e          ss mm
  {s}_           -
  {s}            ss

  {tch}          tt ch
  s{ti}[aeoéèê]  tt yy
  {ti}on         ss yy
  {ti}el|eux|al|aux|en|aire  ss yy
  {tt}           tt
  {th}           tt
  {t}s?_         -
  {t}            tt

  _q{u}          -
  {un}K|_        un
  {um}[bp]       un
  {um}s?_        oo mm
  [bcdfgptv][lr]{u}V  uu
  {u}e?s?_       uu
  {u}ent_        uu
  {u}[iy]        uy
  {u}[éèê]       uy
  {u|û|ù|ü}      uu

  {v}            vv
  {w}            ww

  _{x}           gg zz
  [dls]i{x}_     ss
  {x}_           -
  _e{x}[aeiouhéèê]  gg zz
  {xc}F          kk ss
  {x}            kk ss

  {yn|ym}K|_     in
  {y}V           yy
  {y|ÿ}          ii

  {zz}           dd zz
  {z}_           -
  {z}            zz
`

/** With the schwas and the final consonants said, as in the south, in verse, and in names: Samuel, Brest. */
const withFinals = `
  {es}_          ee
  {e}_           ee
  {ent}_         an
  {er}_          ai rr
  {ers}_         ai rr
  V{s}_          ss
  V{t}_          tt
  {x}_           kk ss
  V{d}_          dd
  {in}_          ii nn
  {an}_          aa nn
`

export const frenchG2p: LetterToSoundRules = {
  letters: 'àâäéèêëîïôöùûüœæÿç',
  vowels: classes.V,
  variants: [
    compileLetterToSound(classes, asFrench),
    compileLetterToSound(classes, withFinals + asFrench),
  ],
}
