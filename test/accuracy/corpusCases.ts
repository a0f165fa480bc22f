import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { Rect } from '../../src-preload/contract/vocabulary/checkShape.ts'
import { ClaimForm } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { type Criterion, VERDICTS } from '../../src-preload/contract/vocabulary/words.ts'

const Label = z.object({
  verdict: z.enum(VERDICTS),
  why: z.string().nullable().optional(),
  file: z.string().nullable().default(null),
  page: z.int().nullable().default(null),
  rect: Rect.nullable().default(null),
  /** What decides stands there in handwriting. */
  hand: z.boolean().default(false),
  kind: z.string().nullable().optional(),
  date: z.string().nullable().optional(),
})
export type Label = z.infer<typeof Label>

const Line = z.object({
  id: z.string(),
  language: z.string(),
  claim: ClaimForm,
  files: z.array(
    z.object({ path: z.string(), layer: z.string(), addedAt: z.string().nullable().default(null) }),
  ),
  truth: z.object({
    rightDocument: Label,
    customerSignature: Label,
    dates: Label,
    products: Label.extend({ items: z.array(Label.extend({ item: z.string() })) }),
    serviceDescription: Label,
  }),
  flags: z.array(z.string()).default([]),
  doubt: z.string().nullable().default(null),
})

export interface LabelledCase {
  readonly id: string
  readonly language: string
  readonly isScan: boolean
  /** Scored, but nobody looks at its misses: it shows whether rules were bent to the others. */
  readonly isControl: boolean
  readonly form: ClaimForm
  readonly files: readonly { readonly name: string; readonly path: string; readonly addedAt: string | null }[]
  readonly labels: readonly {
    readonly criterion: Criterion
    readonly item: string | null
    readonly label: Label
  }[]
  readonly flags: readonly string[]
  readonly doubt: string | null
}

export const CORPUS = resolve(import.meta.dirname, 'corpus/manifest.jsonl')

export function corpusCases(manifest = CORPUS): LabelledCase[] {
  const folder = dirname(manifest)
  return readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => caseOf(Line.parse(JSON.parse(line)), folder))
}

function caseOf(
  { id, language, claim, files, truth, flags, doubt }: z.infer<typeof Line>,
  folder: string,
): LabelledCase {
  return {
    id,
    language,
    isScan: files.some(({ layer }) => layer === 'scan' || layer === 'mixed'),
    isControl: /^[0-4]/u.test(createHash('sha256').update(id).digest('hex')),
    form: claim,
    files: files.map(({ path, addedAt }) => ({ name: path, path: join(folder, path), addedAt })),
    labels: [
      { criterion: 'usablePoe', item: null, label: truth.rightDocument },
      { criterion: 'customerAcknowledgment', item: null, label: truth.customerSignature },
      { criterion: 'dates', item: null, label: truth.dates },
      { criterion: 'products', item: null, label: truth.products },
      ...truth.products.items.map((label) => ({ criterion: 'products' as const, item: label.item, label })),
      { criterion: 'serviceDescription', item: null, label: truth.serviceDescription },
    ],
    flags,
    doubt,
  }
}
