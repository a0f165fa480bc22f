import { basename, dirname, resolve } from 'node:path'
import { z } from 'zod'
import { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { VERDICTS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { json, readText } from '../textFiles.ts'
import { UsageError } from '../usageError.ts'
import type { CheckCase } from './checkCase.ts'

const Labelled = z.looseObject({ verdict: z.enum(VERDICTS) })

export const CaseTruth = z.object({
  rightDocument: Labelled,
  customerSignature: Labelled,
  dates: Labelled,
  products: Labelled.extend({
    items: z.array(z.looseObject({ item: z.string(), verdict: z.enum(VERDICTS) })).default([]),
  }),
  serviceDescription: Labelled,
  /** Criteria, or free words naming them, on which careful reviewers may differ. */
  doubt: z.string().nullable().default(null),
})
export type CaseTruth = z.infer<typeof CaseTruth>

const ManifestLine = z.object({
  id: z.string().min(1),
  claim: ClaimForm,
  files: z.array(
    z.object({
      path: z.string().min(1),
      sha256: z.string().nullable().default(null),
      addedAt: z.string().nullable().default(null),
    }),
  ),
  truth: CaseTruth.omit({ doubt: true }).nullable().default(null),
  doubt: z.string().nullable().default(null),
})

/** One case a line; paths are relative to the manifest. */
export function readManifest(path: string): CheckCase[] {
  const folder = dirname(resolve(path))
  return readText(path)
    .split('\n')
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => {
      const line = parsed(ManifestLine, json(text, `${path}, line ${number}`), `${path}, line ${number}`)
      return {
        caseId: line.id,
        form: line.claim,
        files: line.files.map((file) => ({
          name: file.path,
          path: resolve(folder, file.path),
          addedAt: file.addedAt,
          sha256: file.sha256,
        })),
        truth: line.truth ? { ...line.truth, doubt: line.doubt } : null,
      }
    })
}

/** A claim's form (or a manifest line with one) and the documents named on the command line. */
export function readClaimFile(path: string, files: readonly string[]): CheckCase {
  const data = json(readText(path), path)
  const inner = typeof data === 'object' && data !== null && 'claim' in data ? data.claim : data
  const names = files.map((file) => basename(file))
  return {
    caseId: null,
    form: parsed(ClaimForm, inner, path),
    files: files.map((file, i) => ({
      // The bare name where it is the only one of its kind, else the path that tells them apart.
      name: names.filter((name) => name === names[i]).length === 1 ? (names[i] ?? file) : file,
      path: resolve(file),
      addedAt: null,
      sha256: null,
    })),
    truth: null,
  }
}

function parsed<S extends z.ZodType>(schema: S, data: unknown, where: string): z.infer<S> {
  const result = tryParse(schema, data, where)
  if (result.success) return result.data
  const issues = result.error.issues.slice(0, 5).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new UsageError(`${where} does not have the form of a claim:\n${issues.join('\n')}`)
}

/** A schema may also throw: an instant that is no date breaks the step that normalizes it. */
function tryParse<S extends z.ZodType>(
  schema: S,
  data: unknown,
  where: string,
): z.ZodSafeParseResult<z.infer<S>> {
  try {
    return schema.safeParse(data)
  } catch (error) {
    throw new UsageError(
      `${where} does not have the form of a claim: look at its instants, such as submittedAt.`,
      {
        cause: error,
      },
    )
  }
}
