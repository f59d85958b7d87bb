import { wordsAreFoundInSound } from './aligning.mjs'
import { filesOpen } from './files.mjs'
import { wordsArePaintedInStep } from './highlight.mjs'
import * as keys from './keys.mjs'
import { demoOpens, nothingWasComplainedOf } from './opening.mjs'
import { playButtonPlays, speedDoubles } from './playing.mjs'
import * as pointer from './pointer.mjs'
import { focusMovesAmongLines, linesAreOneTabStop } from './roving-focus.mjs'
import { waveformIsDrawn, waveformSeeks } from './waveform.mjs'

/**
 * The journey, in order. A step gets the page and `demo`, the contents of the demo's files: `source`, and
 * `lines` once it is open.
 */
export const steps = [
  { name: 'the demo opens with its title and its lines', run: demoOpens },
  { name: 'a click on play plays, at its own pace', run: playButtonPlays },
  { name: 'the word painted is the word spoken', run: wordsArePaintedInStep },
  { name: 'a click on a word goes there and plays on', run: pointer.wordSeeksWhilePlaying },
  { name: 'a click on a word while paused stays paused', run: pointer.wordSeeksWhilePaused },
  { name: 'a click on a time goes to its line', run: pointer.timeSeeks },
  { name: 'K plays and pauses', run: keys.playPause },
  { name: '. and , go from line to line', run: keys.lineByLine },
  { name: 'J, L and the arrows skip', run: keys.skips },
  { name: '? opens the keys, Escape gives focus back', run: keys.help },
  { name: '/ searches, Escape closes', run: keys.search },
  { name: 'the lines are one tab stop', run: linesAreOneTabStop },
  { name: 'arrows move among lines, Enter plays one', run: focusMovesAmongLines },
  { name: 'speed 2 is twice as fast', run: speedDoubles },
  { name: 'the waveform is drawn', run: waveformIsDrawn },
  { name: 'a click on the waveform goes there', run: waveformSeeks },
  { name: 'a transcript opens, a PDF is refused', run: filesOpen },
  { name: 'a minute of plain text is found in the sound', run: wordsAreFoundInSound },
  { name: 'nothing was complained of in the console', run: nothingWasComplainedOf },
]
