import type { Look } from '../trustRow.ts'
import { type BoughtIn, listParts } from './partsList.ts'

/** What may be bought in, and what it obliges us to. */
const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'named with its text',
  'MIT-0': 'nothing',
  '0BSD': 'nothing',
  ISC: 'named with its text',
  'BSD-2-Clause': 'named with its text',
  'BSD-3-Clause': 'named with its text',
  'BlueOak-1.0.0': 'named with its text',
  'Apache-2.0': 'named with its text and notices',
  'MIT OR Apache-2.0': 'named with its text',
  'CC0-1.0': 'nothing',
  Unlicense: 'nothing',
  'PSF-2.0': 'a tool of the build: not shipped',
  'Python-2.0': 'a tool of the build: not shipped',
  WTFPL: 'nothing',
  'WTFPL OR ISC': 'nothing',
  '(WTFPL OR MIT)': 'nothing',
  '(MIT OR CC0-1.0)': 'nothing',
  'CC-BY-4.0': 'data of a tool of the build: not shipped',
  '(ISC AND CC-BY-3.0)': 'named with its text; the makers of its tables of holidays are named too',
  'MPL-2.0': 'a tool of the build or the tests: not shipped',
  'LGPL-3.0-or-later': 'shipped as a file of its own that can be exchanged: named with its text',
  'Apache-2.0 AND LGPL-3.0-or-later':
    'shipped as a file of its own that can be exchanged: named with its text',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT':
    'shipped as a file of its own that can be exchanged: named with its text',
}

/** Packages that state nothing in their manifest and say it in their files. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = { 'uri-templates': 'MIT' }

export const licenceOf = ({ name, licence }: BoughtIn): string =>
  licence === '' ? (STATED_ELSEWHERE[name] ?? 'none stated') : licence

/** Every licence with what it obliges to (null = it may not be bought in) and its packages, the most common first. */
export function byLicence(parts: readonly BoughtIn[]) {
  return [...Map.groupBy(parts, licenceOf)]
    .map(([licence, own]) => ({ licence, obliges: ALLOWED[licence] ?? null, parts: own }))
    .toSorted((one, other) => other.parts.length - one.parts.length)
}

/** B8: nothing is bought in under a licence that nobody looked at. */
export const licencesAreKnown: Look = {
  by: 'look',
  how: 'npm run --silent licences',
  find: async (root) => {
    const groups = byLicence(await listParts(root))
    const unknown = groups.filter(({ obliges }) => obliges === null)
    const named = unknown.flatMap(({ licence, parts }) => parts.map(({ name }) => `${name}: ${licence}`))
    return {
      holds: unknown.length === 0,
      evidence: unknown.length === 0 ? `${groups.length} licences, all known` : named.join(', '),
    }
  },
}
