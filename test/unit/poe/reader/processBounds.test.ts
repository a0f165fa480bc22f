import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type ProcessBounds, watchProcess } from '../../../../src-main/poe/reader/processBounds.ts'

const probe = (name: string): string => fileURLToPath(new URL(`./probes/${name}.ts`, import.meta.url))
const GENEROUS: ProcessBounds = { limitMs: 60_000, residentBytes: 4 * 1024 ** 3 }

async function started(name: string) {
  const child = fork(probe(name), { execArgv: ['--experimental-transform-types', '--no-warnings'] })
  await once(child, 'message')
  child.send({})
  const over = (bounds: Partial<ProcessBounds>) =>
    new Promise<string>((resolve) => {
      watchProcess(child, { ...GENEROUS, ...bounds }, (reason) => resolve(`${name}: ${reason}`))
    })
  return { child, over }
}

describe.runIf(process.platform === 'linux')('a watched process', () => {
  it('is over its time by what it worked, not by what it waited on a busy machine', async () => {
    const [busy, waiting] = await Promise.all([started('deafRecogniser'), started('idle')])
    const first = await Promise.race([waiting.over({ limitMs: 500 }), busy.over({ limitMs: 500 })])
    // It hears nothing, so nothing else ends it, not even the end of this test.
    for (const { child } of [busy, waiting]) child.kill('SIGKILL')
    expect(first).toBe('deafRecogniser: time')
  })

  it('is over its time by the clock as well when it does nothing for long', async () => {
    const waiting = await started('idle')
    expect(await waiting.over({ limitMs: 200 })).toBe('idle: time')
    waiting.child.kill('SIGKILL')
  })

  it('is over its memory', async () => {
    const waiting = await started('idle')
    expect(await waiting.over({ residentBytes: 1024 })).toBe('idle: memory')
    waiting.child.kill('SIGKILL')
  })
})
