import type { TrustRow } from '../trustRow.ts'
import { AT_REST } from './atRest.ts'
import { BEYOND } from './beyond.ts'
import { CATALOGUE_ROWS } from './catalogue.ts'
import { DOCUMENTS } from './documents.ts'
import { DURABILITY } from './durability.ts'
import { HUB_DATABASE } from './hubDatabase.ts'
import { LOOPBACK } from './loopback.ts'
import { ROLES } from './roles.ts'
import { SHELL } from './shell.ts'
import { SYNC } from './sync.ts'
import { TIME } from './time.ts'

/** Every promise about trust, in the order of its groups. */
export const CHECKLIST: readonly TrustRow[] = [
  ...SHELL,
  ...BEYOND,
  ...DOCUMENTS,
  ...LOOPBACK,
  ...AT_REST,
  ...ROLES,
  ...DURABILITY,
  ...SYNC,
  ...TIME,
  ...HUB_DATABASE,
  ...CATALOGUE_ROWS,
]

/** The rows of these groups and ids (`E,C07`); all of them where nothing is named. */
export function pick(rows: readonly TrustRow[], only: string): readonly TrustRow[] {
  const names = only.split(',').filter((name) => name !== '')
  const groupOf = (id: string) => id.slice(0, 1)
  return names.length === 0
    ? rows
    : rows.filter(({ id }) => names.includes(id) || names.includes(groupOf(id)))
}
