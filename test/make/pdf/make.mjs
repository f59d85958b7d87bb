import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documents, refusedDocuments } from './documents.mjs'

/** `node test/make/pdf/make.mjs`: writes the PDFs of the fixtures again, byte for byte. */
const folder = fileURLToPath(new URL('../../fixtures/transcripts', import.meta.url))

for (const [kind, made] of [
  ['pdf', documents],
  ['refused', refusedDocuments],
]) {
  mkdirSync(`${folder}/${kind}`, { recursive: true })
  for (const [name, bytes] of Object.entries(made)) {
    writeFileSync(`${folder}/${kind}/${name}`, bytes)
    console.log(`${kind}/${name}: ${bytes.length.toLocaleString('en')} bytes`)
  }
}
