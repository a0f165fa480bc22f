import type { Console } from '../../src-main/hosts/cli/console.ts'

export interface HeardConsole extends Console {
  /** What was said until now, and forgets it. */
  heard(): { readonly out: string; readonly err: string }
}

/** A console that keeps what a command says. */
export function cliConsole(env: Readonly<Record<string, string>> = {}, now = 0): HeardConsole {
  let out = ''
  let err = ''
  return {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env,
    now: () => now,
    wait: () => Promise.resolve(),
    heard() {
      const said = { out, err }
      out = ''
      err = ''
      return said
    },
  }
}
