import {
  type PolicyAssignments,
  PolicyProfile,
} from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PolicyInFile } from '../../../hub/policy/policyFile.ts'
import { CONTRADICTIONS } from './contradictions.ts'
import {
  type SchemaField,
  type SchemaSection,
  sectionsOf,
} from '../../../../src-preload/contract/vocabulary/schemaSections.ts'

export const REFERENCE_COMMAND = 'npm run --silent proofdesk -- policy-fields > resources/policy/README.md'

const TOP = { title: 'The profile as a whole', description: 'What it is called, and what has no section.' }

/** The reference of all fields with the values of these profiles, in Markdown. Fields in which they differ are set in bold. */
export function fieldReference(policies: readonly PolicyInFile[], assignments: PolicyAssignments): string {
  const sections = sectionsOf(PolicyProfile, TOP)
  return `${[
    introduction(assignments),
    profileTable(policies),
    ...sections.map((section) => sectionText(section, policies)),
    contradictionTable(sections.flatMap(({ fields }) => fields)),
  ].join('\n\n')}\n`
}

function introduction(assignments: PolicyAssignments): string {
  const days = assignments.map(
    ({ profile, fromDay, toDay }) =>
      `\`${profile.id}\` version ${profile.version} from ${fromDay} ${toDay === null ? 'on, without end' : `to ${toDay}`}`,
  )
  return `# Policy profiles

A profile is one reading of the rules: it settles what the sources of CPOR say differently, and what changed over the years.

- A claim is judged by the profile of the day (UTC) on which it was first submitted, and keeps it. A decision stores the id and the
  version of the profile that it was made under.
- Each day has exactly one profile: no gap, no overlap. Days before the first assignment take its profile. A day on which claims may
  have been submitted already keeps the profile it has. A hub begins with \`assignments.json\`: ${days.join('; ')}.
- What a version says never changes. To change something, save the file under a new name with the next \`version\`, then assign it to
  days to come. \`npm run --silent proofdesk -- policy-diff OLD NEW\` shows what changed.
- Every file is checked when it is read. The checksum is made from what a profile says, not from how its file is written.

This page is made from the schema in \`src-preload/contract/vocabulary\` and the files of this folder, and a test compares them:
\`${REFERENCE_COMMAND}\`

In the descriptions, C-numbers name contradictions of the sources ([the last table](#contradictions)), S-numbers their single
statements, T-numbers moves of a claim. Fields in which the profiles differ are **bold**.`
}

function profileTable(policies: readonly PolicyInFile[]): string {
  return table(
    ['Profile', 'SHA-256'],
    policies.map(({ profile, sha256 }) => [nameOf(profile), `\`${sha256}\``]),
  )
}

function sectionText(
  { title, description, fields }: SchemaSection,
  policies: readonly PolicyInFile[],
): string {
  const rows = fields.map((field) => {
    const cells = policies.map(({ profile }) => valueText(valueAt(profile, field.path)))
    const name = `\`${field.path.join('.')}\``
    return [new Set(cells).size > 1 ? `**${name}**` : name, ...cells, field.allowed, field.description]
  })
  const head = ['Field', ...policies.map(({ profile }) => nameOf(profile)), 'May be', 'Meaning']
  return `## ${title}\n${description}\n\n${table(head, rows)}`
}

function contradictionTable(fields: readonly SchemaField[]): string {
  const settling = (number: string) =>
    fields
      .filter(({ description }) => new RegExp(`\\b${number}\\b`).test(description))
      .map(({ path }) => `\`${path.join('.')}\``)
  const rows = Object.entries(CONTRADICTIONS).map(([number, text]) => [
    number,
    text,
    settling(number).join(', '),
  ])
  return `## Contradictions\n${table(['', 'The sources say', 'Settled by'], rows)}`
}

const nameOf = ({ id, version }: PolicyProfile): string => `\`${id}\` version ${version}`

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

/** A profile's value as a cell of a table; lists and tables over several lines. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).sort().join('<br>') || 'none'
  if (typeof value !== 'object' || value === null) {
    const text = String(value)
    return text === 'undefined' ? 'left out' : `\`${text}\``
  }
  const members = Object.entries(value).map(([key, member]) => `\`${key}\`: ${valueText(member)}`)
  return members.sort().join('<br>') || 'none'
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}
