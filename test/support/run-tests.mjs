import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { delimiter, join } from 'node:path'
import './ensure-chromium.mjs'

/**
 * `npm test`: all checks, in two lanes side by side. The journeys play sound, which keeps real time and leaves
 * half of the processor idle; the other lane uses that half, at a lower priority.
 *
 * The output of a step is printed when the step ends, so that no two mix. The exit code is 1 if any step fails.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {boolean} [isNeeded] the rest of its lane does not run where it fails
 *
 * @type {readonly { priority: number, steps: readonly Step[] }[]}
 */
const lanes = [
  {
    priority: constants.priority.PRIORITY_NORMAL,
    steps: [
      { name: 'build', command: 'vite build --logLevel warn', isNeeded: true },
      { name: 'size', command: 'size-limit' },
      { name: 'journeys', command: 'vitest run --project journeys' },
    ],
  },
  {
    priority: constants.priority.PRIORITY_BELOW_NORMAL,
    steps: [
      { name: 'types', command: 'npm run --silent types' },
      { name: 'lint', command: 'npm run --silent lint' },
      { name: 'unit tests', command: 'vitest run --project unit' },
    ],
  },
]

const project = join(import.meta.dirname, '../..')
const environment = {
  ...process.env,
  // The journeys use what the step “build” has made.
  BUILT_APP: join(project, 'dist'),
  PATH: [join(project, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
}

const results = (await Promise.all(lanes.map(runLane))).flat()
console.log(`\n${results.map(({ name, outcome }) => `${outcome.padEnd(8)} ${name}`).join('\n')}`)
if (results.some(({ outcome }) => outcome !== 'passed')) process.exitCode = 1

async function runLane({ priority, steps }) {
  const done = []
  for (const step of steps) {
    const isCutOff = steps.some(
      ({ isNeeded, name }) =>
        isNeeded && done.some((each) => each.name === name && each.outcome !== 'passed'),
    )
    done.push({ name: step.name, outcome: isCutOff ? 'not run' : await run(step, priority) })
  }
  return done
}

/** @returns {Promise<'passed' | 'FAILED'>} */
async function run({ name, command }, priority) {
  console.log(`· ${name} …`)
  const begun = performance.now()
  const { output, code } = await outputOf(command, priority)
  const outcome = code === 0 ? 'passed' : 'FAILED'
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`\n── ${name}: ${outcome}, ${seconds} s\n${output.trimEnd()}`)
  return outcome
}

/** What a command prints, both streams in the order they come, and its exit code; `null` where a signal ended it. */
function outputOf(command, priority) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: project,
      env: environment,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (child.pid !== undefined) lower(child.pid, priority)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ output, code }))
  })
}

/** A command that has ended already has no priority. */
function lower(pid, priority) {
  try {
    setPriority(pid, priority)
  } catch {
    return
  }
}
