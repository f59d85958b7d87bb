import { createHash } from 'node:crypto'

const padding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
const permissions = -4

/**
 * The standard security handler of PDF, revision 2 (ISO 32000-1, 7.6.3): RC4 with 40 bits. A lock, not a secret.
 *
 * @param {string} password of the user and the owner
 * @returns what the file says of it, and the cipher of each object
 */
export function encrypt(password) {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
  const id = md5(Buffer.from('earshot')).toString('hex')
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const flags = Buffer.alloc(4)
  flags.writeInt32LE(permissions)
  const key = md5(Buffer.concat([padded, owner, flags, Buffer.from(id, 'hex')])).subarray(0, 5)
  const user = rc4(key, padding)
  return {
    id,
    dictionary: `<< /Filter /Standard /V 1 /R 2 /P ${permissions} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    cipher: (object) => {
      const numbered = Buffer.concat([key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0])])
      const own = md5(numbered).subarray(0, 10)
      return (content) => rc4(own, Buffer.from(content, 'latin1')).toString('latin1')
    },
  }
}

const md5 = (bytes) => createHash('md5').update(bytes).digest()

function rc4(key, bytes) {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (a, b) => ([state[a], state[b]] = [state[b], state[a]])
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + state[at] + key[at % key.length]) & 0xff
    swap(at, other)
  }
  let other = 0
  return Buffer.from(bytes).map((byte, index) => {
    const at = (index + 1) & 0xff
    other = (other + state[at]) & 0xff
    swap(at, other)
    return byte ^ state[(state[at] + state[other]) & 0xff]
  })
}
