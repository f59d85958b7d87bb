// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { watchVideo } from '#media/video.ts'
import type { VideoReport } from '#media/video.ts'

/** jsdom has `audioTracks`, always empty. */
const nothing = { readyState: 0, videoWidth: 0, videoHeight: 0, audioTracks: undefined }

/** A media element that tests make load audio or a film. */
function watched(tag: 'audio' | 'video' = 'video') {
  const element = document.createElement(tag)
  const reports: VideoReport[] = []
  const life = new AbortController()
  watchVideo(element, life.signal, (report) => reports.push(report))
  return {
    reports,
    life,
    tell(event: string, facts: object = {}) {
      for (const [name, value] of Object.entries({ ...nothing, ...facts })) {
        Object.defineProperty(element, name, { configurable: true, value })
      }
      element.dispatchEvent(new Event(event))
    },
  }
}

const film = { readyState: 1, videoWidth: 640, videoHeight: 360 }

describe('the picture of what is open', () => {
  test('is reported with its size as soon as that is known, and when it changes', () => {
    const { reports, tell } = watched()
    tell('loadedmetadata', film)
    tell('resize', { ...film, videoWidth: 1280, videoHeight: 720 })
    expect(reports).toEqual([
      { kind: 'picture', picture: { width: 640, height: 360 }, hasSound: true },
      { kind: 'picture', picture: { width: 1280, height: 720 }, hasSound: true },
    ])
  })

  test('is none where there is only sound, with or without a cover', () => {
    const { reports, tell } = watched()
    tell('loadedmetadata', { readyState: 1 })
    expect(reports).toEqual([{ kind: 'picture', picture: null, hasSound: true }])
  })

  test('does not come and go while the same thing is loaded again', () => {
    const { reports, tell } = watched()
    tell('resize')
    tell('emptied')
    expect(reports).toEqual([])
  })

  test.each([
    ['Firefox', { mozHasAudio: false }, { mozHasAudio: true }],
    ['WebKit', { audioTracks: { length: 0 } }, { audioTracks: { length: 1 } }],
    ['Chromium', { webkitAudioDecodedByteCount: 0 }, { webkitAudioDecodedByteCount: 637 }],
  ])('is called silent when it can play and %s has found no sound', (_, silent, sounding) => {
    const { reports, tell } = watched()
    tell('loadedmetadata', { ...film, ...silent })
    tell('canplay', { ...film, ...silent, readyState: 4 })
    expect(reports.map(({ hasSound }) => hasSound)).toEqual([true, false])
    const other = watched()
    other.tell('canplay', { ...film, ...sounding, readyState: 4 })
    expect(other.reports[0]!.hasSound).toBe(true)
  })

  test('is taken to have sound where the browser does not tell', () => {
    const { reports, tell } = watched()
    tell('canplay', { ...film, readyState: 4 })
    expect(reports[0]!.hasSound).toBe(true)
  })

  test('is looked for no more when its life has ended', () => {
    const { reports, life, tell } = watched()
    life.abort()
    tell('loadedmetadata', film)
    expect(reports).toEqual([])
  })
})
