import type { TestProject } from 'vitest/node'
import { serveBuiltApp } from './serve-built-app.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, with a slash at the end. */
    appAddress: string
  }
}

/** One built app for all journeys. */
export async function setup(project: TestProject) {
  const app = await serveBuiltApp()
  project.provide('appAddress', app.address)
  return app.close
}
