import { describe, expect, test } from 'vitest'
import { modelFile } from '../g2p/model-file.ts'
import type { WordPosition, Triphones } from '#alignment/acoustic-model/triphones.ts'
import { phonesOf } from '#alignment/g2p/phones.ts'
import { models } from './models.ts'

const positions: readonly WordPosition[] = ['inside', 'begin', 'end', 'single']

const phoneNamed = ({ phones }: Triphones, name: string) => {
  const phone = phones.indexOf(name)
  if (phone === -1) throw new Error(`the model has no ${name}`)
  return phone
}

/**
 * Reads the rows of a model definition: position in the word, phone, neighbours and states.
 */
function* listed(bytes: Uint8Array, { every }: { every: number }) {
  const view = new DataView(bytes.buffer)
  const head = 12 + view.getInt32(8, true)
  const [phones, all, sequences, nodes] = [0, 1, 6, 8].map((at) =>
    view.getInt32(head + 4 * at, true),
  )
  let namesEnd = head + 40
  for (let name = 0; name < phones!; name++) namesEnd = bytes.indexOf(0, namesEnd) + 1
  const rows = head + 40 + Math.ceil((namesEnd - head - 40) / 4) * 4 + nodes! * 8
  const states = rows + all! * 12 + 4
  expect(states + sequences! * 6).toBeLessThanOrEqual(bytes.length)
  for (let row = phones!; row < all!; row += every) {
    const at = rows + row * 12
    const sequence = states + view.getInt32(at, true) * 6
    yield {
      position: positions[bytes[at + 8]!]!,
      phone: bytes[at + 9]!,
      left: bytes[at + 10]!,
      right: bytes[at + 11]!,
      states: [0, 2, 4].map((state) => view.getUint16(sequence + state, true)),
    }
  }
}

describe.each(['en-us', 'fr-fr'] as const)('the triphones of %s', (id) => {
  const { triphones } = models[id]
  const { phones, senones, phoneOfSenone, silence, statesOf } = triphones

  test('are of the phones that words are pronounced with, and of silence', () => {
    expect(phones[silence]).toBe('SIL')
    const spoken = phones.filter((name) => name !== 'SIL' && !name.startsWith('+'))
    expect(new Set(spoken)).toEqual(phonesOf[id])
  })

  test('of lone phones come first, three states each', () => {
    phones.forEach((_, phone) => {
      const lone = [0, 1, 2].map((state) => phoneOfSenone[3 * phone + state])
      expect(lone).toEqual([phone, phone, phone])
    })
  })

  test('of silence are those of silence alone, whatever is beside it', () => {
    const alone = [3 * silence, 3 * silence + 1, 3 * silence + 2]
    for (const left of [silence, 5, 9]) {
      for (const position of positions) {
        expect(statesOf({ phone: silence, left, right: 7, position })).toEqual(alone)
      }
    }
  })

  test('are states of their own phone, between any two others', () => {
    for (let phone = 0; phone < phones.length; phone++) {
      for (let left = phone % 5; left < phones.length; left += 5) {
        for (let right = left % 4; right < phones.length; right += 4) {
          for (const position of positions) {
            const states = statesOf({ phone, left, right, position })
            expect(states).toHaveLength(3)
            for (const state of states) {
              if (state >= senones || phoneOfSenone[state] !== phone) {
                expect.unreachable(`${[phone, left, right, position].join(' ')}: ${state}`)
              }
            }
          }
        }
      }
    }
  })

  test('are all that the file lists, with the states it lists', () => {
    let count = 0
    for (const { states, ...place } of listed(modelFile(`${id}/mdef`), { every: 31 })) {
      count++
      if (statesOf(place).join(' ') !== states.join(' ')) {
        expect.unreachable(`${JSON.stringify(place)} is not ${states.join(' ')}`)
      }
    }
    expect(count).toBeGreaterThan(3000)
  })

  test('are the same when asked for again', () => {
    const place = { phone: 6, left: 4, right: 8, position: 'inside' } as const
    expect(statesOf(place)).toEqual(statesOf({ ...place }))
  })
})

test('a noise beside a phone counts as silence', () => {
  const { phones, silence, statesOf } = models['en-us'].triphones
  const place = { phone: 6, right: 8, position: 'begin' } as const
  const noises = phones.flatMap((name, phone) => (name.startsWith('+') ? [phone] : []))
  expect(noises).toHaveLength(2)
  for (const left of noises) {
    expect(statesOf({ ...place, left })).toEqual(statesOf({ ...place, left: silence }))
  }
})

test('a phone sounds otherwise beside another neighbour', () => {
  const { triphones } = models['en-us']
  const name = (phone: string) => phoneNamed(triphones, phone)
  const place = { phone: name('AH'), position: 'inside' } as const
  const inCut = triphones.statesOf({ ...place, left: name('K'), right: name('T') })
  const inMum = triphones.statesOf({ ...place, left: name('M'), right: name('M') })
  expect(inCut).not.toEqual(inMum)
})
