/**
 * Opens a recording in the app, by a link or as a chosen file. The recording is on another server than the app, as is
 * usual.
 *
 * @param {string} app address of the app
 */
export const openInApp =
  (app) =>
  async (driver, { recording, name, way }) => {
    if (way === 'address') {
      await driver.open(`${app}?audio=${encodeURIComponent(recording)}`)
      return
    }
    await driver.open(app)
    await driver.evaluate(chooseFile, recording, name)
  }

/**
 * Opens a recording in a page that contains only a player.
 *
 * @param {string} server
 */
export const openBare =
  (server) =>
  async (driver, { recording, way }) => {
    await driver.open(`${server}bare`)
    await driver.evaluate(giveToPlayer, recording, way)
  }

/** The app opens its demo first; the file is open when the source of the player has changed. */
async function chooseFile(recording, name) {
  const until = async (isSo) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const source = () => document.querySelector('audio, video')?.currentSrc ?? ''
  await until(() => source() !== '')
  const demo = source()
  const response = await fetch(recording)
  const choice = new DataTransfer()
  choice.items.add(new File([await response.blob()], name))
  const input = document.querySelector('input[type="file"]')
  input.files = choice.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the app does not open the file')), 25_000)
  })
  await Promise.race([until(() => source() !== demo), late])
}

async function giveToPlayer(recording, way) {
  const player = document.querySelector('audio')
  if (way === 'address') player.src = recording
  else {
    const response = await fetch(recording)
    player.src = URL.createObjectURL(await response.blob())
  }
}
