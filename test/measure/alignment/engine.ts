/** What the measure runs: the app's own modules, made into one file for Node. */
export { createAligner } from '#alignment/aligner.ts'
export { createWaveDecoder } from '#audio/decoding/pcm/wave-decoder.ts'
export { findWaveData } from '#audio/decoding/pcm/wave-data.ts'
