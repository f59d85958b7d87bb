/**
 * Runs in the page before the app does and collects errors, which `readComplaints` returns.
 */
export function listenEarly() {
  const complaints = []
  window.earshotComplaints = complaints
  const listen = (name, spell) =>
    window.addEventListener(name, (event) => complaints.push(spell(event)), true)
  listen('error', ({ message, target }) =>
    target instanceof Element ? `not loaded: ${target.outerHTML}` : `uncaught: ${message}`,
  )
  listen('unhandledrejection', ({ reason }) => `unhandled rejection: ${reason}`)
  listen(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sample }) =>
      `security policy: ${effectiveDirective} refused ${blockedURI} ${sample}`,
  )
  const writeError = console.error
  console.error = (...args) => {
    complaints.push(`console.error: ${args.map(String).join(' ')}`)
    writeError.apply(console, args)
  }
}

export const readComplaints = () => window.earshotComplaints ?? []
