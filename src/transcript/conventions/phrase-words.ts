const wordsOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Words with which phrases begin, before a word in lower case. Names seldom do. Lower case. */
export const phraseOpenings = wordsOf(`
  at on in of for to from until till by with without about after before during between among over under since as if
  when while because although though unless whether once so and or but nor yet also then thus hence not no he she it
  they we you i this that these those here there what why how where who which whose one two three some many most all
  every each my his her our their your its a an the let think consider imagine remember
  das die der den dem ein eine es ist im am um für mit nach von zu auf aus als wenn dass
  le la les un une des ce cela voilà il elle dans pour par avec sur en au aux du de
  lo los las el un una en por para con que esto ese il gli una che nel per`)

/** Words inside phrases that names do not have, where written in lower case. */
export const phraseVerbs = wordsOf(`
  is are was were be been being am has have had do does did will would can could should must may might shall
  said says say saying asked asks answered answers replied replies wrote writes told tells added adds explained
  explains noted notes thought thinks means meant became becomes comes came goes went read reads known called
  following follows that which whom whose because if then than not what when where why how
  ist sind war waren hat haben sagte sagt fragte schrieb wird werden dass
  est sont était a dit écrit demande qui que es son fue dijo pasó que è sono ha detto che`)

/** Nouns and adverbs of headings, in lower case: a label with one of them is not a person where it stands seldom. */
export const headingWords = wordsOf(`
  line lines point points note notes years year months month weeks week days later ago earlier thing things topic topics
  question questions answer answers problem problems solution solutions result results summary overview agenda review
  update updates report reports budget budgets meeting meetings plan plans project projects news headline headlines
  chapter chapters part parts section sections lesson lessons step steps item items volume page pages version
  short long next last final other key main important bottom top additional further total
  date time place location subject source sources figure figures table example examples
  remarks comments minutes schedule deadline goal goals risk risks cost costs price prices address phone email e-mail
  account accounts works crossing street market season edition issue exercise task homework`)
