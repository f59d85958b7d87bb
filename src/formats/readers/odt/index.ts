import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'
import { isOpenDocumentText } from '../../parsing/zip/open-document.ts'

export const odt = defineFormat({
  id: 'odt',
  name: 'OpenDocument text',
  extensions: ['odt', 'ott', 'fodt'],
  mimeTypes: ['application/vnd.oasis.opendocument.text'],
  detect({ text, bytes }) {
    if (isOpenDocumentText(bytes)) return 'certain'
    return rootName(text) === 'document' && /office:mimetype="[^"]*opendocument\.text/.test(text)
      ? 'certain'
      : 'no'
  },
  load: () => import('./read.ts').then(({ readOdt }) => readOdt),
})
