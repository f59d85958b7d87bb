/** Where files of the page may come from, by directive. Recordings and transcripts come from what a listener opens. */
const opened = ['https:', 'http://localhost:*', 'http://127.0.0.1:*']
const sources = (inline: { scripts: string; styles: string }) => ({
  'default-src': [`'none'`],
  // The decoders are WebAssembly; the page's workers have its policy.
  'script-src': [`'self'`, `'wasm-unsafe-eval'`, inline.scripts],
  'style-src': [`'self'`, inline.styles],
  'img-src': [`'self'`, 'data:'],
  'font-src': [`'self'`],
  'media-src': [`'self'`, 'blob:', ...opened],
  'connect-src': [`'self'`, 'blob:', ...opened],
  // A worker from a blob inherits the policy (workers/worker-under-policy.ts).
  'worker-src': [`'self'`, 'blob:'],
  'manifest-src': [`'self'`],
  'base-uri': [`'none'`],
  'form-action': [`'none'`],
})

const formatPolicy = (directives: Record<string, readonly string[]>) =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')

/**
 * The policy in the page's <meta> element, which holds on every server. `inlined`: the hashes of what stands in index.html. The
 * hash that stands here is that of the one <style> that wavesurfer.js 8 writes into its shadow root; the journey "no complaint
 * in the console" fails when wavesurfer changes it.
 */
export const pagePolicy = ({ scripts, styles }: { scripts: string; styles: string }) =>
  formatPolicy(
    sources({
      scripts,
      styles: `${styles} 'sha256-gXnHDepVZ6KF6fKGOD+GVc9BynM50JQqht95p3HpemI='`,
    }),
  )

/** Powers of browsers that Earshot does not use. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/**
 * The response headers that servers should send with every file (docs/deploying.md). The policy is the same for each build: which
 * inline script and style are meant, the page's own policy says, and both must allow.
 */
export const securityHeaders = {
  'Content-Security-Policy': formatPolicy({
    ...sources({ scripts: `'unsafe-inline'`, styles: `'unsafe-inline'` }),
    'frame-ancestors': [`'none'`],
  }),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': unused.map((power) => `${power}=()`).join(', '),
}
