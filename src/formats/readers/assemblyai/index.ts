import { defineFormat } from '../format.ts'
import { scoreAssemblyai } from './shapes.ts'

export const assemblyai = defineFormat({
  id: 'assemblyai',
  name: 'AssemblyAI JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreAssemblyai(head.json()?.value),
  load: () => import('./read.ts').then(({ readAssemblyai }) => readAssemblyai),
})
