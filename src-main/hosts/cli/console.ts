import { setTimeout as delay } from 'node:timers/promises'

/** Where a command speaks and what it knows of its surroundings. Tests bring their own. */
export interface Console {
  /** Answers. */
  out(text: string): void
  /** Everything else. */
  err(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
  /** Epoch milliseconds, to say how far off an instant is; time itself is the hub's. */
  now(): number
  /** In milliseconds. */
  wait(ms: number): Promise<unknown>
}

export const processConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  now: Date.now,
  wait: delay,
}

/** Text of strangers as a terminal may have it: a control character could rewrite what stands on the screen. */
export function printable(text: string): string {
  return text.replace(/[[\p{Cc}\p{Bidi_Control}]--[\n\t]]/gv, '\u{FFFD}')
}
