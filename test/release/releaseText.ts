import type { Artefact, ReleaseTable } from './artefacts.ts'
import { AUDIENCES, type ReleaseNotes } from './notes.ts'

type Language = 'en' | 'it'

const WORDS = {
  en: {
    notOut: 'not out yet',
    for: { reviewers: 'For reviewers', leads: 'For leads', operators: 'For whoever runs hub and machines' },
    gaps: 'What it lacks',
  },
  it: {
    notOut: 'non ancora pubblicata',
    for: {
      reviewers: 'Per i revisori',
      leads: 'Per i responsabili',
      operators: 'Per chi gestisce hub e computer',
    },
    gaps: 'Che cosa manca',
  },
} as const satisfies Record<Language, unknown>

/** The version for people: what is new in both languages, what fits to what, and every file with its sums. Markdown. */
export function releaseText(notes: ReleaseNotes, table: ReleaseTable): string {
  const { contract, schemas, reader, checker } = table.parts
  return [
    ...(['en', 'it'] as const).flatMap((language) => notesIn(language, notes)),
    '## Parts',
    '',
    `Contract ${contract}, workstation ${schemas.workstation}, hub ${schemas.hub}, ${reader}, ${checker}.`,
    '',
    '## Files',
    '',
    '| file | for | bytes | signature | SHA-256 | SHA-512 |',
    '|---|---|---|---|---|---|',
    ...table.artefacts.map(rowOf),
    '',
    'The sums tell whether a file is this one. A signature is said to be there, and is not checked here.',
    '',
  ].join('\n')
}

function notesIn(language: Language, { version, date, changes, gaps }: ReleaseNotes): string[] {
  const words = WORDS[language]
  const titled = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines.map((line) => `- ${line}`), '']
  return [
    `## Proofdesk ${version} (${date ?? words.notOut})`,
    '',
    ...AUDIENCES.flatMap((audience) =>
      titled(
        words.for[audience],
        changes.filter((change) => change.for === audience).map((change) => change[language]),
      ),
    ),
    ...titled(
      words.gaps,
      gaps.map((gap) => gap[language]),
    ),
  ]
}

const rowOf = ({ file, platform, arch, bytes, signature, sha256, sha512 }: Artefact): string =>
  `| ${file} | ${platform} ${arch} | ${bytes} | ${signature} | \`${sha256}\` | \`${sha512}\` |`
