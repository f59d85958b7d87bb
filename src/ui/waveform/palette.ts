import { hues } from '#ui/kit/speaker-hue.ts'

export interface Palette {
  readonly wave: {
    readonly waveColor: string
    readonly progressColor: string
    readonly cursorColor: string
  }
  /** Whether bars may be paler than the colour: not in the system's forced colours. */
  readonly isPale: boolean
  /** One for each hue, and one for lines without a speaker. */
  readonly speakers: readonly string[]
  readonly noSpeaker: string
  readonly chapter: string
  readonly hit: string
  readonly loop: string
}

/** The theme's colours as a canvas needs them; the system's own in forced colours. */
export function readPalette(element: HTMLElement): Palette {
  if (window.matchMedia('(forced-colors: active)').matches) {
    return {
      wave: { waveColor: 'GrayText', progressColor: 'Highlight', cursorColor: 'CanvasText' },
      isPale: false,
      speakers: ['CanvasText', 'Highlight', 'LinkText', 'GrayText', 'ButtonText', 'VisitedText'],
      noSpeaker: 'GrayText',
      chapter: 'CanvasText',
      hit: 'Mark',
      loop: 'Highlight',
    }
  }
  // A canvas cannot resolve `light-dark()`: the computed `color` of an element can be painted as it is.
  const probe = element.ownerDocument.createElement('span')
  probe.hidden = true
  element.append(probe)
  const computed = window.getComputedStyle(probe)
  const value = (name: string) => {
    probe.style.color = `var(--${name})`
    return computed.color
  }
  const palette = {
    wave: {
      waveColor: value('wave'),
      progressColor: value('accent'),
      cursorColor: value('ink'),
    },
    isPale: true,
    speakers: Array.from({ length: hues }, (_, at) => value(`speaker-${at + 1}`)),
    noSpeaker: value('rule'),
    chapter: value('ink'),
    hit: value('hit'),
    loop: value('accent'),
  }
  probe.remove()
  return palette
}
