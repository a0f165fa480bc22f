import { readFileSync } from 'node:fs'
import { MIN_PASSPHRASE } from './passphrase.ts'

/** Where a passphrase comes from besides the window. */
export interface PassphraseSource {
  /** Null = there is nobody to ask. */
  known(): Promise<string | null>
  /** Of a new profile: asked for twice. Null = there is nobody to ask. */
  chosen(): Promise<string | null>
}

/**
 * A file that holds it (`PROOFDESK_PASSPHRASE_FILE`, also a descriptor as /dev/fd/3), else the terminal. Never an argument: those show
 * in the list of processes.
 */
export const passphraseSource: PassphraseSource = {
  async known() {
    return fromFile() ?? ask('Passphrase of the Proofdesk data folder: ')
  },
  async chosen() {
    const given = fromFile()
    if (given !== null) return given
    for (let tries = 0; tries < 3; tries += 1) {
      const first = await ask(
        `This system keeps no keys. Choose a passphrase for the data folder (${MIN_PASSPHRASE} signs or more): `,
      )
      if (first === null) return null
      if (first.length >= MIN_PASSPHRASE && first === (await ask('The same again: '))) return first
      process.stderr.write('It was too short, or the two were not the same.\n')
    }
    return null
  },
}

function fromFile(): string | null {
  const path = process.env['PROOFDESK_PASSPHRASE_FILE']
  if (path === undefined) return null
  const [line = ''] = readFileSync(path, 'utf8').split('\n')
  return line === '' ? null : line
}

const ENTER = ['\r', '\n']
const RUBOUT = ['\u007f', '\b']
const CALLED_OFF = ['\u0003', '\u0004']

/** Nothing of what is typed shows. Null = no terminal, or the person called it off. */
function ask(question: string): Promise<string | null> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return Promise.resolve(null)
  stderr.write(question)
  return new Promise((resolve) => {
    let typed = ''
    const end = (answer: string | null) => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      resolve(answer)
    }
    const onData = (data: Buffer) => {
      for (const sign of data.toString('utf8')) {
        if (ENTER.includes(sign)) return end(typed)
        if (CALLED_OFF.includes(sign)) return end(null)
        typed = RUBOUT.includes(sign) ? typed.slice(0, -1) : typed + sign
      }
    }
    stdin.setRawMode(true)
    stdin.resume()
    stdin.on('data', onData)
  })
}
