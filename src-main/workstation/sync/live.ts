import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { Core } from '../core.ts'
import { whileOpen } from '../whileOpen.ts'
import { backOff, jitter } from './backOff.ts'

/** The hub says something every 20 s at least; after three silences the line is taken to be dead. */
const SILENCE_MS = 60_000
const FIRST_BACK_OFF_MS = 1_000
const LONGEST_BACK_OFF_MS = 60_000

/** The line on which the hub says that something changed. It carries no news itself: whoever hears it asks the feed. */
export interface LiveLine {
  isOpen(): boolean
  /** Hangs up and calls again, as the person who works here now. */
  callAnew(): void
}

export interface LiveListener {
  /** The line opened or broke. */
  onState(): void
  /** Something changed at the hub, or may have while nobody listened. */
  onNews(): void
}

/** Calls the hub, and again whenever the line breaks, until the workstation stops. */
export function openLiveLine(core: Core, { onState, onNews }: LiveListener): LiveLine {
  let isOpen = false
  let failures = 0
  let hangUp = () => {}
  const setOpen = (next: boolean) => {
    if (isOpen === next) return
    isOpen = next
    onState()
  }
  const call = async () => {
    const line = new AbortController()
    hangUp = () => line.abort()
    const opened = () => {
      failures = 0
      setOpen(true)
      onNews()
    }
    await listen(core, line, opened, onNews).catch(() => undefined)
    line.abort()
    setOpen(false)
    failures += 1
    if (core.ending.aborted) return
    const wait = backOff(failures, FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS) * jitter(core)
    whileOpen(core, wait, () => void call())
  }
  void call()
  return {
    isOpen: () => isOpen,
    callAnew: () => hangUp(),
  }
}

/** Resolves or rejects when the line is broken. */
async function listen(
  core: Core,
  line: AbortController,
  onOpen: () => void,
  onNews: () => void,
): Promise<void> {
  const { hub, clock } = core.ports
  let callOff = () => {}
  const heard = () => {
    callOff()
    callOff = clock.after(SILENCE_MS, () => line.abort())
  }
  heard()
  try {
    const response = await hub.request(core.session.user().userId, '/v1.0/claims/events', {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.any([line.signal, core.ending]),
    })
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!response.ok || !isStream || response.body === null) return await response.body?.cancel()
    onOpen()
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream({ onComment: heard }))
    for await (const { event } of events) {
      heard()
      if (event === 'changed') onNews()
    }
  } finally {
    callOff()
  }
}
