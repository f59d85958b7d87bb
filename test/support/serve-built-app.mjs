import { build, preview } from 'vite'

/** Builds the app as it is shipped and serves it on a free port; `address` ends with a slash. */
export async function serveBuiltApp() {
  await build({ logLevel: 'warn' })
  const server = await preview({
    logLevel: 'warn',
    preview: { port: 0, strictPort: false, open: false },
  })
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('vite preview gave no address')
  return { address, close: () => server.close() }
}
