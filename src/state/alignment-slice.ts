import type { Alignment } from './alignment.ts'
import type { SliceCreator } from './slice-creator.ts'

export interface AlignmentSlice {
  readonly alignment: Alignment
  alignmentReported(alignment: Alignment): void
}

export const createAlignmentSlice: SliceCreator<AlignmentSlice> = (set) => ({
  alignment: { status: 'idle' },
  alignmentReported: (alignment) => set({ alignment }),
})
