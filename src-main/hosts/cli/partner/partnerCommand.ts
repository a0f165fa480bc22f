import type { Command } from '../command.ts'
import { type Console, printable, processConsole } from '../console.ts'
import { HUB_USAGE, hubAddress } from '../hub/hubAddress.ts'
import { HubFailed } from '../hub/hubFailed.ts'
import { openHubSession } from '../hub/hubSession.ts'
import { type IntakeClient, intakeClient } from '../hub/intakeClient.ts'
import { UsageError } from '../usageError.ts'
import { claimText } from './claimText.ts'
import { claimId, PARTNER_ACTS, type PartnerAct, wordsOf } from './partnerActs.ts'
import { type PartnerValues, readPartnerArgs } from './partnerOptions.ts'
import { isWell, resultText } from './resultText.ts'

const SHOW = 'show ID'
const COMMON = `[--json]\n${HUB_USAGE}`
const USAGE = `partner ACT … ${COMMON}\nActs:\n${[...PARTNER_ACTS.map(({ usage }) => usage), SHOW]
  .map((usage) => `  ${usage}`)
  .join('\n')}`

/** Acts as partners and customers do: the other side of every claim. */
export const partnerCommand: Command = {
  name: 'partner',
  usage: USAGE,
  run: (args) => runPartner(args, processConsole),
}

export async function runPartner(args: readonly string[], console: Console): Promise<number> {
  const [name = '', ...rest] = args
  if (name === 'show') return usedAs(SHOW, () => show(rest, console))
  const act = PARTNER_ACTS.find((one) => one.name === name)
  if (act !== undefined) return usedAs(act.usage, () => perform(act, rest, console))
  throw new UsageError(
    name === '' || name.startsWith('-') ? 'Say what is done.' : `There is no act "${name}".`,
  )
}

/** Somebody who asks an act wrongly is told how this one is asked. */
async function usedAs(usage: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(error.message, { usage: `partner ${usage} ${COMMON}`, cause: error })
  }
}

async function perform(act: PartnerAct, args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = readPartnerArgs(args, act.takes)
  const send = act.read(positionals, values)
  return onHub(values, console, async (hub) => {
    const result = await send(hub)
    console.out(values.json ? `${JSON.stringify(result)}\n` : printable(resultText(result)))
    return isWell(result) ? 0 : 1
  })
}

async function show(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = readPartnerArgs(args, [])
  const [id] = wordsOf(positionals, ['the claim'])
  return onHub(values, console, async (hub) => {
    const claim = await hub.record(claimId(id))
    console.out(values.json ? `${JSON.stringify(claim)}\n` : printable(claimText(claim, console.now())))
    return 0
  })
}

/** What the hub could not do is said in one line. */
async function onHub(
  values: PartnerValues,
  console: Console,
  run: (hub: IntakeClient) => Promise<number>,
): Promise<number> {
  const address = hubAddress(values, console.env)
  try {
    return await run(intakeClient(openHubSession(address, console.wait)))
  } catch (error) {
    if (!(error instanceof HubFailed)) throw error
    console.err(`${error.message}\n`)
    return 1
  }
}
