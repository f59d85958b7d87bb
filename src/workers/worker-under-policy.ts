/** For each script, a blob that imports it. A few dozen bytes each, so they stay until the page closes. */
const blobs = new Map<string, string>()

function blobFor(script: string): string {
  let blob = blobs.get(script)
  if (blob === undefined) {
    const source = `import ${JSON.stringify(script)}`
    blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    blobs.set(script, blob)
  }
  return blob
}

/**
 * A module worker under the Content Security Policy of whoever starts it, page or worker (docs/adr/0190). A worker that is
 * loaded from an address has the policy of that response's headers, which is none where the server cannot be configured; a worker
 * that is loaded from a blob inherits the policy. The blob imports the script, so a script that cannot be loaded is an
 * `error` event as usual. Clients import this under the name `Worker`, because Vite finds workers by `new Worker(new URL(…))`.
 */
export const WorkerUnderPolicy = function (script: URL, options: WorkerOptions) {
  // From disk, as in Node, a script has neither headers nor a policy to inherit.
  const address = script.protocol === 'file:' ? script : blobFor(script.href)
  // A constructor may return another object.
  return new globalThis.Worker(address, options)
} as unknown as new (script: URL, options: WorkerOptions) => Worker
