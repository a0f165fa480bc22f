import { judge } from '../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../claimForm.ts'
import { readHere } from '../readers.ts'
import type { Forgery } from './forgery.ts'

/** Kinds of the flags that a paper gets when it is read and judged. It is named after what it is: a false ending is a trick of its own. */
export async function raisedKinds(
  { form = aClaimForm() }: Pick<Forgery, 'form'>,
  bytes: Uint8Array,
): Promise<string[]> {
  const facts = await readHere(bytes)
  const documents = [{ file: `paper.${facts.type}`, addedAt: null, facts }]
  const report = judge({ caseId: null, form, policy: { id: 'seed-2020', version: 1 }, documents })
  return report.flags.map(({ kind }) => kind)
}
