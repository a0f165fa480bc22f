/** What is said of a version to those who get it: data, one file for each version in `resources/packaging/releases`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CHECKER_VERSION } from '../../src-main/poe/checkerVersion.ts'
import { READER_VERSION } from '../../src-main/poe/facts/readerVersion.ts'
import { CONTRACT_VERSION } from '../../src-preload/contract/version.ts'

const NOTES = 'resources/packaging/releases'

/** A sentence in every language of the window. */
const Said = z.strictObject({ en: z.string().min(1), it: z.string().min(1) })

/** What of a version must fit together: both sides of the bridge, databases, and what is kept of documents. */
export const Parts = z.strictObject({
  contract: z.int().min(1),
  /** The newest migration of each database. */
  schemas: z.strictObject({ workstation: z.string(), hub: z.string() }),
  /** Findings and facts of others are made anew. */
  reader: z.string(),
  checker: z.string(),
})
export type Parts = z.infer<typeof Parts>

export const AUDIENCES = ['reviewers', 'leads', 'operators'] as const

export const ReleaseNotes = z
  .strictObject({
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** Day on which it came out; null = it is not out yet. */
    date: z.iso.date().nullable(),
    /** Written down with the day; until then they still change. */
    parts: Parts.nullable(),
    /** What is new, for whom. Operators are whoever looks after hub and machines. */
    changes: z.array(Said.extend({ for: z.enum(AUDIENCES) })).min(1),
    /** What whoever installs it should know that it lacks. */
    gaps: z.array(Said),
  })
  .refine(
    ({ date, parts }) => (date === null) === (parts === null),
    'A version has its parts when it has its day.',
  )
export type ReleaseNotes = z.infer<typeof ReleaseNotes>

const Manifest = z.object({ version: z.string() })

export const currentVersion = (root: string): string =>
  Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version

/** @throws where there are no notes of this version, or none that can be read. */
export function readNotes(root: string, version: string): ReleaseNotes {
  const file = join(root, NOTES, `${version}.json`)
  if (!existsSync(file)) throw new Error(`${NOTES} says nothing of version ${version}.`)
  const notes = ReleaseNotes.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (notes.version !== version) throw new Error(`${file} is about version ${notes.version}.`)
  return notes
}

/** Versions of which there are notes, in no order. */
export const notedVersions = (root: string): string[] =>
  readdirSync(join(root, NOTES)).flatMap((name) => /^(.+)\.json$/.exec(name)?.slice(1) ?? [])

/** The parts of this very tree. */
export function partsHere(root: string): Parts {
  const newest = (database: string): string => {
    const names = readdirSync(join(root, 'resources/migrations', database)).filter((name) =>
      name.endsWith('.sql'),
    )
    return (
      names
        .toSorted()
        .at(-1)
        ?.replace(/\.sql$/, '') ?? 'none'
    )
  }
  return {
    contract: CONTRACT_VERSION,
    schemas: { workstation: newest('workstation'), hub: newest('hub') },
    reader: READER_VERSION,
    checker: CHECKER_VERSION,
  }
}

/** Why this tree may not go out as the version of these notes; null = it may. */
export function whyNotOut({ version, date, parts }: ReleaseNotes, here: Parts): string | null {
  if (date === null) return `The notes of version ${version} have no day yet.`
  return JSON.stringify(Parts.parse(parts)) === JSON.stringify(Parts.parse(here))
    ? null
    : `The notes of version ${version} are about other parts: ${JSON.stringify(parts)}, here are ${JSON.stringify(here)}.`
}
