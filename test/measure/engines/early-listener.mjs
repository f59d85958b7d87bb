/**
 * Runs in the page before anything of the app does and keeps what goes wrong there. `readComplaints` asks
 * for it.
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
