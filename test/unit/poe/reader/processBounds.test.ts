import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type ProcessBounds, watchProcess } from '../../../../src-main/poe/reader/processBounds.ts'

const probe = (name: string): string => fileURLToPath(new URL(`./probes/${name}.ts`, import.meta.url))
const GENEROUS: ProcessBounds = { limitMs: 60_000, residentBytes: 4 * 1024 ** 3 }

async function started(name: string) {
  const child = fork(probe(name), { execArgv: ['--experimental-transform-types', '--no-warnings'] })
  // One of them hears nothing, so nothing else ends it, not even the end of its test.
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  child.send({})
  const over = (bounds: Partial<ProcessBounds>) =>
    new Promise<string>((resolve) => {
      watchProcess(child, { ...GENEROUS, ...bounds }, (reason) => resolve(`${name}: ${reason}`))
    })
  return { over }
}

describe.runIf(process.platform === 'linux')('a watched process', () => {
  it('is over its time by what it worked, not by what it waited on a busy machine', async () => {
    const [busy, waiting] = await Promise.all([started('deafRecogniser'), started('idle')])
    // The clock stands still: what is told now is told for work, however little of it a busy machine does in a second.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const [late, worked] = [waiting.over({ limitMs: 500 }), busy.over({ limitMs: 500 })]
    expect(await Promise.race([late, worked])).toBe('deafRecogniser: time')
    vi.advanceTimersByTime(2_000)
    expect(await late).toBe('idle: time')
  })

  it('is over its time by the clock as well when it does nothing for long', async () => {
    const waiting = await started('idle')
    expect(await waiting.over({ limitMs: 200 })).toBe('idle: time')
  })

  it('is over its memory', async () => {
    const waiting = await started('idle')
    expect(await waiting.over({ residentBytes: 1024 })).toBe('idle: memory')
  })
})
