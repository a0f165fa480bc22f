import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const root = resolve(import.meta.dirname, '../../../..')

beforeAll(() => ensureBuilt({ root, parts: ['main'], say: () => undefined }), 120_000)

/** Electron's port to the parent, played on stdout; it says "go" once somebody listens. */
const PORT = `process.parentPort = {
  postMessage: (message) => console.log(JSON.stringify(message)),
  on: (_name, listener) => setImmediate(() => listener({ data: 'go' })),
}`

describe('an entry in a utility process', () => {
  it('has its own arguments and the channel that it knows from a forked process', async () => {
    const entry = join(aTempFolder(), 'entry.mjs')
    writeFileSync(
      entry,
      `process.on('message', (message) => {
  process.send({ args: process.argv.slice(2), message }, undefined, {}, (error) => process.send({ error }))
})`,
    )
    const args = [
      '--import',
      `data:text/javascript,${encodeURIComponent(PORT)}`,
      join(root, 'out/main/utility.js'),
    ]
    const child = spawn(process.execPath, [...args, entry, '--embedded', '--demo'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = (await text(child.stdout)).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { args: ['--embedded', '--demo'], message: 'go' },
      { error: null },
    ])
  })
})
