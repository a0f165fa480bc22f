import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseKey } from '../../../store/databaseKey.ts'
import { PLACES } from '../../../workstation/recovery/profileParts.ts'
import type { Console } from '../console.ts'
import { productRoot } from '../productRoot.ts'
import { UsageError } from '../usageError.ts'

/** The log of a workstation: one chain, the first entry that does not follow is named. */
export async function verifyProfile(
  folder: string,
  asJson: boolean,
  { out }: Pick<Console, 'out'>,
): Promise<number> {
  const profile = profileIn(folder)
  const file = join(profile, PLACES.database)
  const { openStore } = await import('../../../store/openStore.ts')
  const { countAudit, findBreakInAudit } = await import('../../../store/auditRepo.ts')
  const migrations = join(productRoot(), 'resources', 'migrations', 'workstation')
  const store = openStore({ file, migrations, now: Date.now(), key: await keyOf(profile) })
  try {
    const entries = store.read(countAudit)
    const brokenAt = store.read(findBreakInAudit)
    out(asJson ? `${JSON.stringify({ entries, brokenAt })}\n` : said(entries, brokenAt))
    return brokenAt === null ? 0 : 1
  } finally {
    store.close()
  }
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

async function keyOf(profile: string): Promise<DatabaseKey | null> {
  const [{ keysToRead }, { KeyUnreadable }, { createKeyPort }, { systemKeyring }, { passphraseSource }] =
    await Promise.all([
      import('../../../workstation/keys/openKeys.ts'),
      import('../../../workstation/keys/keyUnreadable.ts'),
      import('../../services/keys/keyPort.ts'),
      import('../../services/keys/keyring.ts'),
      import('../../services/keys/askPassphrase.ts'),
    ])
  const keys = createKeyPort({
    keeper: systemKeyring,
    passphrases: passphraseSource,
    mayLieOpen: true,
    say: () => undefined,
  })
  try {
    return (await keysToRead(keys, profile))?.database ?? null
  } catch (error) {
    if (!(error instanceof KeyUnreadable)) throw error
    throw new UsageError(
      `The key of ${profile} cannot be read here (${error.trouble}). A key that the window keeps through Electron opens in the window alone.`,
      { cause: error },
    )
  }
}

const said = (entries: number, brokenAt: number | null): string =>
  brokenAt === null
    ? `The log of this workstation is whole: ${entries} entries, each follows from the one before.\nWhether its end was cut off, only the hub's log of reads can say.\n`
    : `The log of this workstation is not as it was written: entry ${brokenAt} does not follow from the one before.\n`
