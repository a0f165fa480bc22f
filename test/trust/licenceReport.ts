/** `npm run licences`: under which licence each part is that Proofdesk buys in, and what that obliges to. */
import { resolve } from 'node:path'
import { byLicence } from './looks/licences.ts'
import { listParts } from './looks/partsList.ts'

const groups = byLicence(await listParts(resolve(import.meta.dirname, '../..')))
for (const { licence, obliges, parts } of groups) {
  process.stdout.write(`${licence} (${parts.length}): ${obliges ?? 'NOT ALLOWED'}\n`)
  process.stdout.write(`  ${parts.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`)
}
process.exitCode = groups.some(({ obliges }) => obliges === null) ? 1 : 0
