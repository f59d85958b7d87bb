import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chooseFormat } from '#formats/choose-format.ts'
import { chooseCommonFormat } from '#formats/format-choice.ts'
import { decodeText } from '#formats/parsing/encoding/decode.ts'
import { commonFormats } from '#formats/readers/common.ts'
import { bytesOf, fixturesOf } from './fixtures.ts'

const paths = readdirSync(new URL('../../fixtures/transcripts/', import.meta.url)).flatMap(
  (format) => fixturesOf(format).map((name) => `${format}/${name}`),
)

const isCommon = (id: string) => commonFormats.some((format) => format.id === id)

describe('the short choice', () => {
  it('finds the format that the choice among all finds, and no other format is nearly as sure', async () => {
    const decided: string[] = []
    for (const path of paths) {
      const name = path.split('/').at(-1)!
      const bytes = bytesOf(path)
      const { text } = await decodeText(bytes, name)
      const file = { name, fileName: name, text, bytes, labels: 'evidence' } as const
      const short = chooseCommonFormat({ ...file, json: () => null }, undefined)
      if (short === null) continue
      const whole = chooseFormat(file, undefined, undefined)
      expect([name, short.format?.id]).toEqual([name, whole.format?.id])
      const others = whole.candidates.filter(({ format }) => !isCommon(format))
      expect([name, others.filter(({ score }) => score !== 'possible')]).toEqual([name, []])
      decided.push(short.format!.id)
    }
    expect(decided.filter((id) => id === 'webvtt').length).toBeGreaterThan(9)
    expect(decided.filter((id) => id === 'subrip').length).toBeGreaterThan(9)
  })
})
