import type { Clock } from '../../../workstation/ports.ts'

/** How long a person may take in the browser. */
export const PATIENCE_MS = 5 * 60_000

type CalledOff = 'cancelled' | 'timed_out' | 'no_browser' | 'refused'

/** One turn of asking a person in the system’s browser. */
export interface BrowserTurn {
  /** Given to whoever asks the directory; rejects where the turn is over before it began. */
  open(address: string): Promise<void>
  cancel(): void
  /** Why it ended without the directory’s own answer; null = it did not. */
  calledOff(): CalledOff | null
  /** The turn is over, whatever came of it. */
  end(): void
}

/** @param openBrowser false = there is none that could be started. */
export function takeBrowserTurn(
  clock: Clock,
  openBrowser: (address: string) => Promise<boolean>,
): BrowserTurn {
  let reason: CalledOff | null = null
  let wayBack: WayBack | null = null
  const callOff = (why: CalledOff) => {
    reason ??= why
    if (wayBack !== null) void answerOurselves(wayBack)
  }
  const stopTimer = clock.after(PATIENCE_MS, () => callOff('timed_out'))
  return {
    async open(address) {
      const url = URL.parse(address)
      // What the directory’s configuration says is handed to the system: nothing but a page of the web is.
      if (url?.protocol !== 'https:') reason ??= 'refused'
      if (reason !== null || url === null) throw new TurnOver()
      wayBack = wayBackIn(url)
      if (await openBrowser(url.href)) return
      reason ??= 'no_browser'
      throw new TurnOver()
    },
    cancel: () => callOff('cancelled'),
    calledOff: () => reason,
    end: stopTimer,
  }
}

class TurnOver extends Error {
  override readonly name = 'TurnOver'
}

interface WayBack {
  readonly port: string
  readonly state: string
}

function wayBackIn(url: URL): WayBack | null {
  const back = URL.parse(url.searchParams.get('redirect_uri') ?? '')
  const state = url.searchParams.get('state')
  return back === null || state === null ? null : { port: back.port, state }
}

/** The library waits for an answer on its port until there is one; this gives it the one of a person who thought better of it. */
async function answerOurselves({ port, state }: WayBack): Promise<void> {
  const body = new URLSearchParams({ error: 'access_denied', state })
  await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, redirect: 'error' }).catch(() => undefined)
}
