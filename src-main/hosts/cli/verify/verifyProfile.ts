import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
  const file = [join(folder, PLACES.database), join(folder, 'profile', PLACES.database)].find(existsSync)
  if (file === undefined) throw new UsageError(`There is no profile in ${folder}.`)
  const { openStore } = await import('../../../store/openStore.ts')
  const { countAudit, findBreakInAudit } = await import('../../../store/auditRepo.ts')
  const migrations = join(productRoot(), 'resources', 'migrations', 'workstation')
  const store = openStore({ file, migrations, now: Date.now(), key: null })
  try {
    const entries = store.read(countAudit)
    const brokenAt = store.read(findBreakInAudit)
    out(asJson ? `${JSON.stringify({ entries, brokenAt })}\n` : said(entries, brokenAt))
    return brokenAt === null ? 0 : 1
  } finally {
    store.close()
  }
}

const said = (entries: number, brokenAt: number | null): string =>
  brokenAt === null
    ? `The log of this workstation is whole: ${entries} entries, each follows from the one before.\nWhether its end was cut off, only the hub's log of reads can say.\n`
    : `The log of this workstation is not as it was written: entry ${brokenAt} does not follow from the one before.\n`
