import { describe, expect, it } from 'vitest'
import { judge } from '../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { BUILD_FORGERIES } from '../../../builders/poe/forgeries/buildForgeries.ts'
import { CONTENT_FORGERIES, SIGNING_FORGERIES } from '../../../builders/poe/forgeries/contentForgeries.ts'
import type { Forgery } from '../../../builders/poe/forgeries/forgery.ts'
import { aCast, signatureForgeries } from '../../../builders/poe/forgeries/signatureForgeries.ts'
import { readHere } from '../../../builders/poe/readers.ts'

const FORGERIES: readonly Forgery[] = [
  ...CONTENT_FORGERIES,
  ...SIGNING_FORGERIES,
  ...signatureForgeries(aCast()),
  ...BUILD_FORGERIES,
]
async function kindsOf({ form = aClaimForm() }: Forgery, bytes: Uint8Array): Promise<string[]> {
  const facts = await readHere(bytes)
  const documents = [{ file: 'paper.pdf', addedAt: null, facts }]
  const report = judge({ caseId: null, form, policy: { id: 'seed-2020', version: 1 }, documents })
  return report.flags.map(({ kind }) => kind)
}

const rows = (part: 'hostile' | 'clean') =>
  FORGERIES.flatMap((forgery) =>
    Object.entries(forgery[part]).map(([title, bytes]) => ({ kind: forgery.kind, title, forgery, bytes })),
  )

describe('tricks of the catalogue', () => {
  it.for(rows('hostile'))('flags $kind: $title', async ({ kind, forgery, bytes }) => {
    expect(await kindsOf(forgery, await bytes())).toContain(kind)
  })

  it.for(rows('clean'))('says nothing of $kind: $title', async ({ forgery, bytes }) => {
    expect(await kindsOf(forgery, await bytes())).toEqual([])
  })
})
