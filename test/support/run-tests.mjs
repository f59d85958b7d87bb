import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import './ensure-chromium.mjs'

/**
 * `npm test`: all checks, in stages one after the other; the lanes of a stage run side by side. Unit tests and
 * journeys each use every core and measure time, so neither shares a stage.
 *
 * The output of a step is printed when the step ends, so that no two mix. The exit code is 1 if any step fails.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {string} [needs] the step without which this one does not run
 *
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const stages = [
  [
    [
      { name: 'build', command: 'vite build --logLevel warn' },
      { name: 'size', command: 'size-limit', needs: 'build' },
    ],
    [
      { name: 'types', command: 'npm run --silent types' },
      { name: 'lint', command: 'npm run --silent lint' },
    ],
  ],
  [[{ name: 'unit tests', command: 'vitest run --project unit' }]],
  [[{ name: 'journeys', command: 'vitest run --project journeys', needs: 'build' }]],
]

const project = join(import.meta.dirname, '../..')
const environment = {
  ...process.env,
  // The journeys use what the step “build” has made.
  BUILT_APP: join(project, 'dist'),
  PATH: [join(project, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
}

const results = []
for (const lanes of stages) await Promise.all(lanes.map(runLane))
console.log(`\n${results.map(({ name, outcome }) => `${outcome.padEnd(8)} ${name}`).join('\n')}`)
if (results.some(({ outcome }) => outcome !== 'passed')) process.exitCode = 1

async function runLane(steps) {
  for (const step of steps) {
    const isCutOff = results.some(
      ({ name, outcome }) => name === step.needs && outcome !== 'passed',
    )
    results.push({ name: step.name, outcome: isCutOff ? 'not run' : await run(step) })
  }
}

/** @returns {Promise<'passed' | 'FAILED'>} */
async function run({ name, command }) {
  console.log(`· ${name} …`)
  const begun = performance.now()
  const { output, code } = await outputOf(command)
  const outcome = code === 0 ? 'passed' : 'FAILED'
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`\n── ${name}: ${outcome}, ${seconds} s\n${output.trimEnd()}`)
  return outcome
}

/** What a command prints, both streams in the order they come, and its exit code; `null` where a signal ended it. */
function outputOf(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: project,
      env: environment,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ output, code }))
  })
}
