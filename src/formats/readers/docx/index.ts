import { defineFormat } from '../format.ts'

export const docx = defineFormat({
  id: 'docx',
  name: 'Word document',
  extensions: ['docx', 'docm', 'dotx'],
  mimeTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  detect({ bytes }) {
    const start = String.fromCharCode(...bytes.subarray(0, 60))
    if (!start.startsWith('PK\x03\x04') || /mimetypeapplication\/(?:epub|vnd\.oasis)/.test(start))
      return 'no'
    // archives that do not contain a Word document were refused earlier
    return 'certain'
  },
  load: () => import('./read.ts').then(({ readDocx }) => readDocx),
})
