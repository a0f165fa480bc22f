import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startNodeEntry, type StartEntry } from '../../../../src-main/hosts/services/childEntry.ts'
import { createEmbeddedHub } from '../../../../src-main/hosts/services/embeddedHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'

/** Processes that do what the test says. */
function aStarter() {
  const started: { args: readonly string[]; say(message: unknown): void; die(): void }[] = []
  const startEntry: StartEntry = (_entry, args) => {
    let tell = (_message: unknown) => {}
    let gone = () => {}
    started.push({ args, say: (message) => tell(message), die: () => gone() })
    return {
      onMessage: (listener) => {
        tell = listener
      },
      onExit: (listener) => {
        gone = listener
      },
      end: async () => gone(),
    }
  }
  return { started, startEntry }
}

function anEmbeddedHub() {
  const clock = createManualClock()
  const { started, startEntry } = aStarter()
  const folder = aTempFolder()
  const hub = createEmbeddedHub({
    entry: 'hub.js',
    dataDir: folder,
    logFile: join(folder, 'hub.log'),
    startEntry,
    clock,
    log: () => undefined,
  })
  return { hub, clock, started, folder }
}

const listening = { type: 'listening', url: 'http://127.0.0.1:4711' }

describe('the embedded hub', () => {
  it('is started with the data folder and the demo queue, and is there when it says so', () => {
    const { hub, started, folder } = anEmbeddedHub()
    const states: (string | undefined)[] = []
    hub.onChange(() => states.push(hub.current()?.origin))
    hub.start()
    expect(hub.current()).toBeUndefined()
    expect(started[0]?.args).toEqual(['--embedded', '--data-dir', folder, '--demo'])
    started[0]?.say({ type: 'something else' })
    started[0]?.say({ type: 'listening', url: 'no address' })
    expect(hub.current()).toBeUndefined()
    started[0]?.say(listening)
    expect(states).toEqual(['http://127.0.0.1:4711'])
  })

  it('is started again with growing waits when it dies, and anew when it had been well', () => {
    const { hub, clock, started } = anEmbeddedHub()
    hub.start()
    const waits: number[] = []
    for (let fall = 0; fall < 9; fall++) {
      started.at(-1)?.die()
      const before = started.length
      let waited = 0
      while (started.length === before) {
        clock.advance(100)
        waited += 100
      }
      waits.push(waited)
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    clock.advance(60_000)
    started.at(-1)?.die()
    clock.advance(500)
    expect(started.length).toBe(11)
  })

  it('is gone while it is being started again', () => {
    const { hub, clock, started } = anEmbeddedHub()
    hub.start()
    started[0]?.say(listening)
    started[0]?.die()
    expect(hub.current()).toBeUndefined()
    clock.advance(500)
    started[1]?.say(listening)
    expect(hub.current()).toEqual(new URL(listening.url))
  })

  it('stays ended when it was ended', async () => {
    const { hub, clock, started } = anEmbeddedHub()
    hub.start()
    await hub.stop()
    clock.advance(100_000)
    expect(started.length).toBe(1)
  })
})

function anEntry(source: string): string {
  const file = join(aTempFolder(), 'entry.mjs')
  writeFileSync(file, source)
  return file
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a process of ours', () => {
  it('is heard by message and its stderr goes to the log', async () => {
    const logFile = join(aTempFolder(), 'log')
    const entry = anEntry(
      `console.error('a word'); process.send({ args: process.argv.slice(2) }); process.disconnect()`,
    )
    const child = startNodeEntry(entry, ['--a', 'b'], logFile)
    const heard = new Promise((done) => child.onMessage(done))
    const gone = new Promise<void>((done) => child.onExit(done))
    expect(await heard).toEqual({ args: ['--a', 'b'] })
    await gone
    expect(readFileSync(logFile, 'utf8')).toBe('a word\n')
  })

  it('is asked to end, and killed when it does not', async () => {
    const logFile = join(aTempFolder(), 'log')
    const polite = anEntry(`process.on('SIGTERM', () => process.exit(0)); process.send(process.pid)`)
    const stubborn = anEntry(
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send(process.pid)`,
    )
    for (const entry of [polite, stubborn]) {
      const child = startNodeEntry(entry, [], logFile)
      const pid = await new Promise<number>((done) => child.onMessage((message) => done(Number(message))))
      await child.end(200)
      expect(isAlive(pid)).toBe(false)
      await child.end(200)
    }
  })

  it('says that it is gone when it could not even start', async () => {
    const child = startNodeEntry('/nowhere/entry.js', [], join(aTempFolder(), 'log'))
    await new Promise<void>((done) => child.onExit(done))
  })

  it('ends by itself when its parent is killed', async () => {
    const entry = anEntry(`process.on('disconnect', () => process.exit(0)); process.send(process.pid)`)
    const starter = new URL('../../../../src-main/hosts/services/childEntry.ts', import.meta.url)
    const logFile = join(aTempFolder(), 'log')
    const parent = anEntry(
      `import { startNodeEntry } from ${JSON.stringify(starter.href)}
startNodeEntry(${JSON.stringify(entry)}, [], ${JSON.stringify(logFile)}).onMessage((pid) => console.log(pid))`,
    )
    const started = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void started.kill('SIGKILL'))
    const [line] = (await once(createInterface(started.stdout), 'line')) as [string]
    started.kill('SIGKILL')
    await expect.poll(() => isAlive(Number(line)), { timeout: 10_000 }).toBe(false)
  })
})
