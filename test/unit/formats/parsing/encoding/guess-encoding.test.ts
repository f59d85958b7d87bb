import { expect, test } from 'vitest'
import { decodeText } from '#formats/parsing/encoding/decode.ts'

/** Bytes of a text in an encoding, by decoding every byte; browsers only encode UTF-8. */
async function bytesIn(encoding: string, text: string): Promise<Uint8Array> {
  const letters = new Map<string, number>()
  for (let byte = 255; byte > 0; byte -= 1) {
    const decoded = await decodeText(Uint8Array.of(byte), 'x', encoding)
    letters.set(decoded.text, byte)
  }
  letters.set('\n', 10)
  return Uint8Array.from(text, (letter) => letters.get(letter)!)
}

const slovene = 'Kje si bil včeraj zvečer?\nŠel sem čez žito, ker je bilo težko.'
const french = 'Il était très tôt, déjà.\nÇa va, garçon ? Où est-il ?'
const german = 'Könnten Sie sich kurz vorstellen?\nIch heiße Jürgen, schöne Grüße.'
const czech = 'Příliš žluťoučký kůň úpěl ďábelské ódy.'
const polish = 'Zażółć gęślą jaźń.\nDziękuję, proszę pana.'

test.each([
  ['windows-1252', french],
  ['macintosh', french],
  ['cp850', french],
  ['windows-1252', german],
  ['macintosh', german],
  ['cp850', german],
  ['macintosh', '¿Dónde está el niño?\n¡Mañana, señor!'],
  ['windows-1250', slovene],
  ['iso-8859-2', slovene],
  ['cp852', slovene],
  ['windows-1250', czech],
  ['cp852', czech],
  ['windows-1250', polish],
  ['iso-8859-2', polish],
  ['cp852', polish],
  ['windows-1254', 'Dün akşam neredeydin? Şimdi gidiyorum, çok güzel bir gün.'],
  ['windows-1251', 'Привет, как дела? Сегодня идёт дождь.'],
  ['ibm866', 'Привет, как дела? Сегодня идёт дождь.'],
  ['windows-1253', 'Καλημέρα, τι κάνεις; Σήμερα βρέχει.'],
])('%s is told by its letters: %s', async (encoding, text) => {
  const bytes = await bytesIn(encoding, text)
  const decoded = await decodeText(bytes, 'x.txt')
  expect(decoded).toMatchObject({ text, problems: [{ code: 'encoding-guessed' }] })
})

test('seven-bit Japanese is not UTF-8', async () => {
  const bytes = new TextEncoder().encode('1\n\u001b$B$3$s$K$A$O\u001b(B, OK\n')
  expect(await decodeText(bytes, 'x.srt')).toEqual({
    text: '1\nこんにちは, OK\n',
    encoding: 'iso-2022-jp',
    problems: [],
  })
})

test.each([
  ['“It’s déjà vu”', 'â€œItâ€™s dÃ©jÃ\u00a0 vuâ€\u009d'],
  ['♪ été ♪', 'â™ª Ã©tÃ© â™ª'],
  ['Привет', 'РџСЂРёРІРµС‚'],
  ['“déjà”', 'Ã¢â‚¬Å“dÃƒÂ©jÃƒÂ\u00a0Ã¢â‚¬Â\u009d'],
])('%s that was encoded twice is decoded twice', async (meant, written) => {
  const { text, problems } = await decodeText(new TextEncoder().encode(written), 'x.srt')
  expect(text).toBe(meant)
  expect(problems).toMatchObject([{ code: 'encoding-twice', severity: 'note' }])
})

test('text of which only a part was encoded twice is shown unchanged, and a problem says so', async () => {
  const written = 'Ã©tÃ© Ã©, and é'
  const { text, problems } = await decodeText(new TextEncoder().encode(written), 'x.srt')
  expect(text).toBe(written)
  expect(problems).toMatchObject([{ code: 'encoding-twice', severity: 'warning' }])
})

test.each(['CAFÉ…', 'Ça va, là-bas', 'naïve', 'Привет', 'Åse så', 'Äpfel – Öl'])(
  '%s was encoded once',
  async (text) => {
    expect(await decodeText(new TextEncoder().encode(text), 'x.srt')).toMatchObject({
      text,
      problems: [],
    })
  },
)
