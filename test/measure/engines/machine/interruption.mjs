const timeoutMs = 5000
const closers = new Set()

/**
 * Registers a function that runs first when the run is interrupted.
 *
 * @param {() => Promise<void>} close
 * @returns {() => void} Unregisters it.
 */
export function closeWhenInterrupted(close) {
  closers.add(close)
  return () => closers.delete(close)
}

export function listenForInterruption() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      setTimeout(leave, timeoutMs)
      void Promise.allSettled(Array.from(closers, (close) => close())).then(leave)
    })
  }
}

const leave = () => process.exit(130)
