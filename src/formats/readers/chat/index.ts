import { defineFormat } from '../format.ts'

export const chat = defineFormat({
  id: 'chat',
  name: 'CHAT (TalkBank)',
  extensions: ['cha'],
  mimeTypes: ['text/x-chat'],
  detect: ({ text }) =>
    /^@Begin\b/m.test(text) && /^\*[^\s:]{1,20}:/m.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readChat }) => readChat),
})
