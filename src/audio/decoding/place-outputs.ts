/** Times that differ by less are the same place told with fewer digits, seconds. */
const crack = 0.005
const hardly = 0.001

/**
 * Where what an AudioDecoder gives lies in time. It says a time with each output, the one of the packet it comes
 * from, as a rule; measured, where the rule fails, after each new start in the middle of a recording:
 *
 * - Vorbis, Chromium 156: the first packet gives nothing, and its time goes to the sound of the second, and so
 *   on. `swallowed` says how many packets a decoder so takes; see `countSwallowed`.
 * - Opus, Firefox 153: what is to be skipped at the start of a recording (RFC 7845, 4.2) is cut off of the first
 *   output, but the times of the others do not move with it.
 *
 * Containers that count in milliseconds would leave cracks between outputs: they follow each other.
 */
export function createPlacing({ codec, swallowed }: { codec: string; swallowed: number }) {
  /** Of the first packets: no more are needed. */
  const times: number[] = []
  let first: { readonly stated: number; readonly length: number } | null = null
  let late = 0
  let end: number | null = null

  return {
    packetGiven(time: number) {
      if (times.length <= swallowed + 1) times.push(time)
    },
    /** Seconds, all of them: of the beginning of this output. */
    place(stated: number, length: number): number {
      if (first === null) first = { stated, length }
      else if (end !== null && late === 0 && codec === 'opus') {
        const whole = (times[1] ?? times[0]!) - times[0]!
        const isUnmoved = Math.abs(stated - first.stated - whole) < hardly
        if (isUnmoved && whole - first.length > hardly) late = whole - first.length
      }
      const skipped = (times[swallowed] ?? times[0]!) - times[0]!
      const told = stated + skipped - late
      const time = end !== null && Math.abs(end - told) < crack ? end : told
      end = time + length
      return time
    },
  }
}

/** How many packets a decoder takes, from the start of a recording, without giving anything for them. */
export const countSwallowed = (packets: number, outputs: number) => Math.max(0, packets - outputs)
