import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import type { Locale } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import type { Say } from '../../../src-preload/words/say.ts'
import { toInstant } from '../../store/instants.ts'
import type { Core } from '../core.ts'
import { handOut, type Leaving } from '../handOut.ts'
import type { Printer } from '../ports.ts'
import type { FileMaking } from './caseFileFacts.ts'
import { loadSayings, type Sayings } from './sayings.ts'

/** A paper that is made for a person who may have it. */
interface Paper extends Omit<Leaving, 'bytes' | 'claimId'> {
  readonly locale: Locale
  readonly fileName: (say: Say) => string
  /** A page for print; asked for once there is a place for it. */
  readonly write: (sayings: Sayings) => string | Promise<string>
}

type Printed =
  | { readonly outcome: 'no_printer' | 'cancelled' | 'not_printed' | 'failed' }
  | { readonly outcome: 'saved'; readonly where: string }

/** Printed and written where the person chose. Works without the hub. */
export async function printOut(core: Core, paper: Paper): Promise<Printed> {
  const { printer } = core.ports
  if (printer === undefined || !(await printer.isThere())) return { outcome: 'no_printer' }
  const sayings = await loadSayings(paper.locale)
  const place = await core.ports.chooseCopyPlace(paper.fileName(sayings.say))
  if (place === null) return { outcome: 'cancelled' }
  const { act, facts } = paper
  const bytes = await printed(core, printer, await paper.write(sayings), act)
  if (bytes === null) return { outcome: 'not_printed' }
  const answer = await handOut(core, { act, claimId: null, facts, bytes }, place)
  return answer.outcome === 'saved' ? { outcome: 'saved', where: answer.where } : answer
}

/** Null = it could not be printed; the log says why. */
async function printed(
  { ports }: Core,
  printer: Printer,
  html: string,
  act: Leaving['act'],
): Promise<Uint8Array | null> {
  try {
    return await printer.print(html)
  } catch (error) {
    ports.log({ level: 'warn', event: 'a paper could not be printed', facts: { act }, error })
    return null
  }
}

/** When, by whom and by which versions a paper is made. */
export function makingNow({ session, ports }: Core): FileMaking {
  const { name, role } = session.user()
  return {
    at: toInstant(ports.clock.now()),
    by: { name, role },
    version: ports.host.version,
    contract: CONTRACT_VERSION,
    checker: ports.poe.checkerVersion,
    reader: ports.poe.readerVersion,
  }
}
