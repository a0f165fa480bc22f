import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { judge } from '../../../src-main/poe/judge.ts'
import { corpusCases } from '../../accuracy/corpusCases.ts'
import { countReuse, type ReadClaim, reuseText } from '../../accuracy/evidence/reusePairs.ts'
import { readHere } from '../../builders/poe/readers.ts'

/** Pages that are pictures take minutes to read: `npm run accuracy` goes through all. */
const typed = () =>
  corpusCases().filter(({ isScan, files }) => !isScan && files.every(({ path }) => TYPED.test(path)))
const TYPED = /\.(?:pdf|docx|xlsx|eml)$/u

it('flags no two honest papers of the labelled set as the same evidence', { timeout: 240_000 }, async () => {
  const claims: ReadClaim[] = []
  for (const { id, form, files } of typed()) {
    const documents = await Promise.all(
      files.map(async ({ name, path, addedAt }) => ({
        file: name,
        addedAt,
        facts: await readHere(await readFile(path)),
      })),
    )
    const report = judge({ caseId: id, form, policy: { id: 'seed-2020', version: 1 }, documents })
    claims.push({ id, form, report, documents })
  }
  const count = countReuse(claims)
  console.log(reuseText(count))
  expect(count.flagged).toEqual([])
  expect(count.compared.text).toBeGreaterThan(1000)
  // The same papers under another partner's and customer's name are all flagged: the count does bite.
  const [first] = claims
  if (first === undefined) throw new Error('The set is empty.')
  const { form } = first
  const tenantId = TenantId.parse('9c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3')
  const customer = { ...form.customer, companyName: 'Somebody Else', tenantId }
  const copied = { ...first, id: 'copied', form: { ...form, mpnId: '1', partnerCompanyName: 'X', customer } }
  expect(countReuse([first, copied]).flagged.length).toBeGreaterThan(0)
})
