import { pdfFile } from './pdf-file.mjs'

/**
 * Lines of text from a place downwards; an empty one leaves a gap.
 *
 * @param {string} written
 * @param {{ x?: number, y?: number, pitch?: number, gap?: number } & Partial<import('./pdf-file.mjs').Text>} set
 */
function linesAt(written, { x = 72, y = 700, pitch = 14, gap = 8, ...font } = {}) {
  const texts = []
  let at = y
  for (const line of written.replace(/^\n|\n\s*$/g, '').split('\n')) {
    if (line.trim() === '') {
      at -= gap
      continue
    }
    texts.push({ x, y: at, text: line, ...font })
    at -= pitch
  }
  return texts
}

const interviewPages = [
  `
Interviewer: Where were you when the water came?

Ada Park: We were in the kitchen. My mother had put the radio on the
window sill, and the reporter said the dam would hold. Nobody was wor-
ried. My father went out to look at the river and he came back in very
quickly; I had never seen him run. He said that we had ten minutes to

Interviewer: What did you take with you?

Ada Park: The radio, of course. And a well-known photo-
graph of my grandmother, the one in the museum now. I put it under my
coat, and we went up the hill with our neighbours in the dark, and from`,
  `
there we saw the lights of the village go out, one after the other.

Interviewer: Did you go back?

Ada Park: In the spring. There was mud up to the ceilings. The well-
known photograph was the only thing from before the flood that we had.`,
]

const interview = pdfFile({
  title: 'Interview with Ada Park',
  language: 'en-GB',
  pages: interviewPages.map((written, at) => ({
    texts: [
      { x: 72, y: 750, size: 9, text: 'Flood Archive, Interview 12' },
      ...(at === 0
        ? linesAt(written.replace('minutes to\n', 'minutes to\nleave.\n'), { y: 700 })
        : linesAt(written, { y: 720 })),
      { x: 290, y: 40, size: 9, text: `Page ${at + 1} of 2` },
    ],
  })),
})

const testimony = [
  `
               P R O C E E D I N G S
     THE COURT:  Good morning.  Please be seated.
Ms. Park, you may call your first witness.
     MS. PARK:  Thank you, Your Honor.  The State calls
Thomas Oak.
     (The witness was sworn.)
                DIRECT EXAMINATION
BY MS. PARK:
     Q.   Mr. Oak, where were you on the evening of the
3rd of May?
     A.   At home.
     Q.   Was anybody with you?
     A.   My sister was.  She had come over from
12 Hill Street to bring the key.

     Q.   What time was that?
     A.   Around nine, I would say.  It was not yet
dark, because I saw the neighbor's dog on the
lawn.
     Q.   Did you hear anything?
     MR. REED:  Objection.  Leading.
     THE COURT:  Overruled.  You may answer.
     THE WITNESS:  I heard a car, and then --
BY MS. PARK:
     Q.   And then?`,
  `
     A.   And then somebody shouted.
     Q.   Could you understand what was said?
     A.   No.
     Q.   Let me show you Exhibit 4.  Do you recognize
it?
     A.   Yes.  That is the key.
     Q.   How do you know?
     A.   It has a red ribbon on it.  My sister tied
that ribbon.
     MS. PARK:  Nothing further.
     THE COURT:  Mr. Reed?
     MR. REED:  No questions.`,
]

const deposition = pdfFile({
  title: 'State v. Hall, May 12',
  pages: testimony.map((written, at) => {
    const lines = written.slice(1).split('\n')
    const numbered = Array.from({ length: 25 }, (_, line) => {
      const y = 690 - line * 24
      const [, blanks = '', text = ''] = /^( *)(.*)$/.exec(lines[line] ?? '')
      const number = { x: 78 - String(line + 1).length * 7.2, y, text: String(line + 1) }
      const said = { x: 108 + blanks.length * 7.2, y, text }
      return text === '' ? [number] : [number, said]
    })
    const courier = (text) => ({ ...text, font: 'Courier', size: 12 })
    return {
      texts: [
        { x: 510, y: 740, text: String(at + 31) },
        ...numbered.flat(),
        { x: 190, y: 50, text: 'Hill County Court Reporters' },
      ].map(courier),
    }
  }),
})

const leftColumn = `
The ferry had been late every day that
week, and on Friday it did not come at
all. People stood on the pier with their
bags and looked at the empty water.

Some of them went home. The others
waited, because there was no other way
to reach the island before the feast.`
const rightColumn = `
At four o'clock a fishing boat put out
from the harbour. It could carry eleven
people and a goat, and it went back and
forth until the moon was up.

Nobody paid. On the island they still
tell it as the night of the small boat,
and every child can name the eleven.`

const twoColumns = pdfFile({
  pages: [
    {
      texts: [
        { x: 72, y: 730, size: 18, text: 'The night of the small boat' },
        ...linesAt(leftColumn, { font: 'Times-Roman' }),
        ...linesAt(rightColumn, { x: 320, font: 'Times-Roman' }),
        ...linesAt('This page was printed across both columns, from one edge to the other one.', {
          y: 560,
          size: 12,
          font: 'Times-Roman',
        }),
      ],
    },
  ],
})

const ligatures = pdfFile({
  language: 'fr',
  pages: [
    {
      texts: linesAt(
        `
Zoë: C’est la \x01n de l’été, n’est-ce pas ? Les œufs sont déjà cuits.

André: Oui. L’of\x01ce est fermé, et le \x02euve monte.

Zoë: On a dit ça hier. “Demain”, disaient-ils — ça suf\x01t.`,
        { font: 'Times-Roman' },
      ),
    },
  ],
})

const timed = pdfFile({
  title: 'Council meeting',
  pages: [
    {
      texts: linesAt(`
[00:00:04] ADA PARK: Good evening, everybody. We begin with the bridge,
which has been closed since March, and then we turn to the school.

[00:00:15] TOM OAK: May I say something about the bridge before we
vote on it?

[00:00:19] ADA PARK: Please do.

[00:00:21] TOM OAK: It was built in 1931, and nobody has painted it since
then.`),
    },
  ],
})

const turned = pdfFile({
  pages: ['The wind was in the north.', 'We went down to the boats.', 'They were gone.'].map(
    (text, at) => ({
      rotate: 90,
      texts: [
        { x: 120, y: 90, angle: 90, text },
        {
          x: 134,
          y: 90,
          angle: 90,
          text: `That is all I know of day ${['one', 'two', 'three'][at]}.`,
        },
        { x: 200, y: 300, angle: 45, size: 40, text: 'DRAFT' },
      ],
    }),
  ),
})

const partlyScanned = pdfFile({
  pages: [
    { texts: linesAt('Ada: This page has letters.\n\nTom: So has this line.') },
    { texts: [], picture: true },
    { texts: linesAt('Ada: And this page again.') },
  ],
})

const lettersUnknown = pdfFile({
  pages: [
    {
      texts: [
        ...linesAt('Ada: I said it in Japanese:'),
        ...linesAt('\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd', { y: 680, font: 'Shift-JIS' }),
      ],
    },
  ],
})

export const documents = {
  'running-heads-and-hyphens.pdf': interview,
  'deposition-with-line-numbers.pdf': deposition,
  'two-columns.pdf': twoColumns,
  'ligatures-and-accents.pdf': ligatures,
  'times-in-brackets.pdf': timed,
  'turned-page-and-watermark.pdf': turned,
  'one-page-a-picture.pdf': partlyScanned,
  'letters-not-in-the-file.pdf': lettersUnknown,
}

export const refusedDocuments = {
  'scan.pdf': pdfFile({
    pages: [
      { texts: [], picture: true },
      { texts: [], picture: true },
    ],
  }),
  'password.pdf': pdfFile({
    pages: [{ texts: linesAt('Ada: Nobody reads this.') }],
    password: 'river',
  }),
  'letters-unknown.pdf': pdfFile({
    pages: [{ texts: linesAt('\x82\xb1\x82\xf1', { font: 'Shift-JIS' }) }],
  }),
}
