import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const root = resolve(import.meta.dirname, '../../../..')
const LAUNCHER = 'src-main/hosts/launcher'

async function run(args: readonly string[], nodeArgs: readonly string[] = []) {
  const file = join(root, LAUNCHER, 'node24.mjs')
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { stdout, stderr, code }
}

/** Makes this Node say that it is another one. */
function pretend(version: string): string[] {
  const source = `Object.defineProperty(process.versions,'node',{value:'${version}'})`
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`]
}

function aScript(source: string): string {
  const file = join(aTempFolder(), 'script.ts')
  writeFileSync(file, source)
  return file
}

describe('npm start', () => {
  it('answers a wrong flag with the usage and exit code 2, on stderr alone', async () => {
    for (const flags of [
      ['--nonsense'],
      ['--port', 'x'],
      ['--as', 'king'],
      ['--hub', 'http://evil.tld'],
      ['word'],
    ]) {
      const { stdout, stderr, code } = await run([`${LAUNCHER}/start.ts`, ...flags])
      expect([flags, code, stdout]).toEqual([flags, 2, ''])
      expect(stderr).toContain('Usage: npm start')
    }
  })
})

describe('the other commands', () => {
  it('answer an unknown one with the usage and exit code 2', async () => {
    const { stdout, stderr, code } = await run([`${LAUNCHER}/run.ts`, 'nothing'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage:')
  })
})

describe('running on any Node', () => {
  it('gives the file its own arguments and its exit code', async () => {
    const file = aScript(
      'console.log(JSON.stringify(process.argv.slice(2) satisfies string[])); process.exitCode = 7',
    )
    expect(await run([file, 'a', '--b=c'])).toEqual({ stdout: '["a","--b=c"]\n', stderr: '', code: 7 })
  })

  it('goes on under the Node of the packages when it is started with an older one', async () => {
    const file = aScript('console.log(process.versions.node, ...process.argv.slice(2)); process.exitCode = 7')
    const { stdout, code } = await run([file, 'a'], pretend('20.20.2'))
    expect(stdout).toMatch(/^24\.\S+ a\n$/)
    expect(code).toBe(7)
  })
})
