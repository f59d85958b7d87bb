import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const assemblyai = defineFormat({
  id: 'assemblyai',
  name: 'AssemblyAI JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readAssemblyai }) => readAssemblyai),
})
