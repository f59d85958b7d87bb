import { setMaxListeners } from 'node:events'

/** One signal ends all that a test has begun; Node takes more than ten listeners for a leak. Browsers do not. */
setMaxListeners(1000)
