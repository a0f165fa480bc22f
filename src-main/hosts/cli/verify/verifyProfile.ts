import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { KeyTrouble } from '../../../../src-preload/contract/vocabulary/keyWords.ts'
import { PLACES } from '../../../workstation/recovery/profilePlaces.ts'
import { KeyUnreadable } from '../../../workstation/keys/keyUnreadable.ts'
import type { KeyPort } from '../../../workstation/ports.ts'
import type { Console } from '../console.ts'
import { productRoot } from '../productRoot.ts'
import { UsageError } from '../usageError.ts'

/** The log of a workstation: one chain, the first entry that does not follow is named. Nothing in its folder is touched. */
export async function verifyProfile(
  folder: string,
  asJson: boolean,
  { out }: Pick<Console, 'out'>,
): Promise<number> {
  const file = join(profileIn(folder), PLACES.database)
  const { lookAtCopy } = await import('../../../store/lookAtCopy.ts')
  const { countAudit, findBreakInAudit } = await import('../../../store/auditRepo.ts')
  const migrations = join(productRoot(), 'resources', 'migrations', 'workstation')
  const { entries, brokenAt } = lookAtCopy({ file, migrations, key: await keyOf(file) }, (store) => ({
    entries: countAudit(store),
    brokenAt: findBreakInAudit(store),
  }))
  out(asJson ? `${JSON.stringify({ entries, brokenAt })}\n` : said(entries, brokenAt))
  return brokenAt === null ? 0 : 1
}

/** A profile itself, or a data folder with one; where several people sign in, whose it is has to be said. */
function profileIn(folder: string): string {
  const found = [folder, join(folder, 'profile')].find((place) => existsSync(join(place, PLACES.database)))
  if (found !== undefined) return found
  const people = join(folder, 'people')
  const profiles = (existsSync(people) ? readdirSync(people) : [])
    .map((name) => join(people, name, 'profile'))
    .filter((place) => existsSync(join(place, PLACES.database)))
  const [first] = profiles
  if (first !== undefined && profiles.length === 1) return first
  throw new UsageError(
    first === undefined
      ? `There is no profile in ${folder}.`
      : `${folder} has profiles of several people; name one of them:\n${profiles.join('\n')}`,
  )
}

/** As the workstation finds it: from the system's keyring, by a passphrase, from a file. Null = the database lies in the open. */
async function keyOf(file: string) {
  const { lookUpKeys } = await import('../../../workstation/keys/openKeys.ts')
  const { coverOf } = await import('../../../store/databaseKey.ts')
  try {
    const keys = await lookUpKeys(await systemKeys(), dirname(file))
    return coverOf(file, null) === 'plain' ? null : (keys?.database ?? null)
  } catch (error) {
    if (!(error instanceof KeyUnreadable)) throw error
    throw new Error(`The log cannot be looked at. ${NO_KEY[error.trouble]}`, { cause: error })
  }
}

async function systemKeys(): Promise<KeyPort> {
  const { createKeyPort } = await import('../../services/keys/keyPort.ts')
  const { systemKeyring } = await import('../../services/keys/keyring.ts')
  const { passphraseSource } = await import('../../services/keys/askPassphrase.ts')
  // Nothing is kept here, so there is no better way to keep it in.
  return createKeyPort({
    keeper: systemKeyring,
    passphrases: passphraseSource,
    mayLieOpen: true,
    say: () => {},
  })
}

const NO_KEY: Readonly<Record<KeyTrouble, string>> = {
  gone: 'The profile is encrypted, and its key is gone.',
  broken: 'The file with the key of this profile cannot be read.',
  refused:
    'What keeps the key of this profile does not give it to a command: a key that the desktop window keeps opens in that window alone.',
  other: 'The key that is there is not that of this profile.',
  passphrase_wanted:
    'The profile opens with a passphrase: start from a terminal, or name a file with it in PROOFDESK_PASSPHRASE_FILE.',
  passphrase_wrong: 'That is not the passphrase of this profile.',
}

const said = (entries: number, brokenAt: number | null): string =>
  brokenAt === null
    ? `The log of this workstation is whole: ${entries} entries, each follows from the one before.\nWhether its end was cut off, only the hub's log of reads can say.\n`
    : `The log of this workstation is not as it was written: entry ${brokenAt} does not follow from the one before.\n`
