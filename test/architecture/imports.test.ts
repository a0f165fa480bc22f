import { describe, expect, it } from 'vitest'
import { importsOf, listSources, type SourceImport } from './sourceFiles.ts'

/** One row of the table of who may import whom. Patterns are matched against paths from the root and package names. */
interface Rule {
  readonly folder: string
  readonly except?: readonly string[]
  readonly may: readonly RegExp[]
}

const VOCABULARY = /^src-preload\/contract\/vocabulary\//
const CONTRACT = /^src-preload\/contract\//
/** Files of plain values, without a schema. */
const WORDS =
  /^src-preload\/contract\/vocabulary\/(words|auditWords|intakeWords|actWords|reasonWords|statusNames|noMatters|ladderWords|arbitrationWords|leaseWords|policyDefaults|wipeWords)\.ts$/
/** What both sides say in the same way. */
const SAID = /^src-preload\/words\//
const NODE = /^node:/
const within = (folder: string) => new RegExp(`^${folder}/`)

const HUB_LIBRARIES =
  /^(zod|hono|@hono\/node-server|drizzle-orm|pg|@electric-sql\/pglite|date-holidays|jose|rate-limiter-flexible|prom-client|@azure\/storage-blob)$/

const RULES: readonly Rule[] = [
  { folder: 'src-preload/contract', may: [CONTRACT, /^zod$/] },
  { folder: 'src-preload/words', may: [SAID, CONTRACT, /^resources\/locales\//] },
  {
    folder: 'src-main/domain',
    may: [within('src-main/domain'), VOCABULARY, /^temporal-polyfill$/],
  },
  {
    folder: 'src-main/poe',
    may: [
      within('src-main/poe'),
      within('src-main/domain'),
      VOCABULARY,
      NODE,
      /^resources\/catalogue\//,
      /^(zod|pdfjs-dist|fastest-levenshtein|fast-xml-parser|postal-mime|@kenjiuno\/msgreader|parse5|css-tree|css-select|css-what|@csstools\/css-(?:calc|color-parser|parser-algorithms|tokenizer)|pkijs|asn1js|sharp|eld|diff)$/,
    ],
  },
  {
    folder: 'src-main/store',
    may: [
      within('src-main/store'),
      within('src-main/domain'),
      VOCABULARY,
      NODE,
      /^(drizzle-orm|better-sqlite3|zod)$/,
    ],
  },
  { folder: 'src-main/hub/api', may: [within('src-main/hub/api'), VOCABULARY, /^zod$/] },
  {
    folder: 'src-main/hub',
    except: ['src-main/hub/api'],
    may: [within('src-main/hub'), within('src-main/domain'), VOCABULARY, NODE, HUB_LIBRARIES],
  },
  {
    folder: 'src-main/workstation',
    may: [
      within('src-main/workstation'),
      within('src-main/domain'),
      within('src-main/store'),
      CONTRACT,
      within('src-main/hub/api'),
      /^src-main\/poe\/facts\/documentFacts\.ts$/,
      NODE,
      /^resources\/letters\//,
      /^(zod|fflate|intl-messageformat|eventsource-parser)$/,
    ],
    except: [
      'src-main/workstation/caseFile',
      'src-main/workstation/tables',
      'src-main/workstation/notices',
      'src-main/workstation/weekly',
    ],
  },
  {
    // What is printed is said in the words of the window.
    folder: 'src-main/workstation/caseFile',
    may: [
      within('src-main/workstation'),
      within('src-main/domain'),
      within('src-main/store'),
      CONTRACT,
      SAID,
      NODE,
      /^resources\/locales\//,
      /^(react|react-dom|intl-messageformat|css-tree)$/,
    ],
  },
  {
    folder: 'src-main/workstation/weekly',
    may: [
      within('src-main/workstation'),
      within('src-main/domain'),
      within('src-main/store'),
      CONTRACT,
      SAID,
      /^(react|react-dom)$/,
    ],
  },
  {
    // What is listed in a file is said in the words of the window.
    folder: 'src-main/workstation/tables',
    may: [
      within('src-main/workstation'),
      within('src-main/domain'),
      within('src-main/store'),
      CONTRACT,
      SAID,
      NODE,
      /^(write-excel-file|fflate)$/,
    ],
  },
  {
    // A message of the desktop says what the bell says.
    folder: 'src-main/workstation/notices',
    may: [
      within('src-main/workstation'),
      within('src-main/domain'),
      within('src-main/store'),
      CONTRACT,
      SAID,
      /^zod$/,
    ],
  },
  {
    folder: 'src-renderer',
    except: ['src-renderer/viewer-frame'],
    may: [
      within('src-renderer'),
      CONTRACT,
      SAID,
      /^resources\/locales\//,
      /^(react|react-dom|react-intl|zustand|zod|tinykeys|fuse\.js|@fluentui\/.*|@tanstack\/react-virtual|@griffel\/react)$/,
    ],
  },
  {
    folder: 'src-renderer/viewer-frame',
    may: [within('src-renderer/viewer-frame'), VOCABULARY, /^(pdfjs-dist|pixelmatch|zod)$/],
  },
]

const allowed = (rule: Rule, { target, own, typeOnly, from }: SourceImport): boolean => {
  if (!rule.may.some((pattern) => pattern.test(target))) return false
  // Shapes pull zod in at run time: the pure domain may name their types and nothing more.
  if (from.startsWith('src-main/domain/') && own && VOCABULARY.test(target))
    return typeOnly || WORDS.test(target)
  return true
}

function breachesOf(rule: Rule): string[] {
  return listSources(rule.folder)
    .filter((path) => !(rule.except ?? []).some((folder) => path.startsWith(`${folder}/`)))
    .flatMap(importsOf)
    .filter((found) => !allowed(rule, found))
    .map(({ from, target }) => `${from} imports ${target}`)
}

describe('who may import whom', () => {
  it.each(RULES.map((rule) => [rule.folder, rule] as const))(
    '%s keeps to its row of the table',
    (_, rule) => {
      expect(listSources(rule.folder).length).toBeGreaterThan(0)
      expect(breachesOf(rule)).toEqual([])
    },
  )

  it('sees a breach when there is one', () => {
    const breach = {
      from: 'src-main/domain/x.ts',
      target: 'node:fs',
      own: false,
      typeOnly: false,
      isLazy: false,
    }
    const values = { ...breach, target: 'src-preload/contract/vocabulary/claimShape.ts', own: true }
    const domain = RULES.find(({ folder }) => folder === 'src-main/domain')
    if (domain === undefined) throw new Error('The domain has no row.')
    expect([
      allowed(domain, breach),
      allowed(domain, values),
      allowed(domain, { ...values, typeOnly: true }),
    ]).toEqual([false, false, true])
  })

  it('a host never imports another host', () => {
    const hosts = listSources('src-main/hosts').flatMap(importsOf)
    const folderOf = (path: string) => /^src-main\/hosts\/([^/]+)\//.exec(path)?.[1]
    const breaches = hosts.filter(({ from, target, own }) => {
      const there = own ? folderOf(target) : undefined
      return there !== undefined && there !== 'services' && there !== folderOf(from)
    })
    expect(breaches).toEqual([])
  })

  it('the hub’s wire is known to the workstation’s sync alone', () => {
    const breaches = listSources('src-main/workstation')
      .flatMap(importsOf)
      .filter(
        ({ from, target }) =>
          target.startsWith('src-main/hub/') && !from.startsWith('src-main/workstation/sync/'),
      )
    expect(breaches).toEqual([])
  })

  it('electron itself is imported where the product meets it and nowhere else', () => {
    const places = ['src-main/hosts/electron/', 'src-preload/electron.ts']
    const breaches = listSources('src-main', 'src-preload', 'src-renderer')
      .flatMap(importsOf)
      .filter(
        ({ from, target, typeOnly }) =>
          target === 'electron' && !typeOnly && !places.some((p) => from.startsWith(p)),
      )
    expect(breaches).toEqual([])
  })

  it('SQL stays in the stores, pdf.js in the reader and the viewer frame, holidays in the policy, blobs in documents and anchors', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      'drizzle-orm': /^src-main\/(store|hub)\//,
      'better-sqlite3': /^src-main\/store\//,
      'date-holidays': /^src-main\/hub\/policy\//,
      '@azure/storage-blob': /^src-main\/hub\/(documents|anchors)\//,
      'pdfjs-dist': /^(src-main\/poe\/reader|src-renderer\/viewer-frame)\//,
    }
    const breaches = listSources('src-main', 'src-preload', 'src-renderer')
      .flatMap(importsOf)
      .filter(({ from, target }) => homes[target] !== undefined && !homes[target].test(from))
    expect(breaches).toEqual([])
  })

  it('features meet through stores, never through each other’s insides', () => {
    const featureOf = (path: string) => /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1]
    const entries = /^src-renderer\/features\/[^/]+\/[A-Z][A-Za-z]+\.tsx$/
    const breaches = listSources('src-renderer/features')
      .flatMap(importsOf)
      .filter(
        ({ from, target, own }) =>
          own && featureOf(target) !== undefined && featureOf(target) !== featureOf(from),
      )
      .filter(({ target }) => !entries.test(target))
    expect(breaches).toEqual([])
  })
})
