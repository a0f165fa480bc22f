import type { Input } from '../../../src-preload/contract/index.ts'
import type { RulePreview } from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { AssignmentAnswer, type AssignPolicy } from '../../hub/api/reference.ts'
import {
  type ActOnRule,
  RuleAnswer,
  RuleBook,
  RulePreviewAnswer,
  type WriteRuleDraft,
} from '../../hub/api/rules.ts'
import { ask, asJson, type Asking, json } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

export { type ActOnRule, type RuleAnswer, RuleBook } from '../../hub/api/rules.ts'

const pathOf = ({ kind, id }: RuleName, what: string): string =>
  `/v1.0/rules/${kind}/${encodeURIComponent(id)}/${what}`

/** Drafts and who did what to them. Rejects with HubUnavailable where the hub does not say. */
export async function fetchRuleBook(asking: Asking): Promise<RuleBook> {
  const response = await ask(asking, '/v1.0/rules')
  const book = response.ok ? RuleBook.safeParse(await json(response)) : null
  if (!book?.success) throw new HubUnavailable(`The rules were answered ${response.status}.`)
  return book.data
}

export async function sendRuleDraft(
  asking: Asking,
  rule: RuleName,
  draft: WriteRuleDraft,
): Promise<RuleAnswer> {
  return answerIn(await ask(asking, pathOf(rule, 'draft'), asJson('PUT', draft)))
}

export async function sendRuleAct(asking: Asking, rule: RuleName, act: ActOnRule): Promise<RuleAnswer> {
  return answerIn(await ask(asking, pathOf(rule, 'acts'), asJson('POST', act)))
}

export async function sendAssignment(asking: Asking, wish: AssignPolicy): Promise<AssignmentAnswer> {
  const response = await ask(asking, '/v1.0/policyAssignments', asJson('POST', wish))
  const answer = response.ok ? AssignmentAnswer.safeParse(await json(response)) : null
  if (!answer?.success) throw new HubUnavailable(`The assignment was answered ${response.status}.`)
  return answer.data
}

async function answerIn(response: Response): Promise<RuleAnswer> {
  const answer = response.ok ? RuleAnswer.safeParse(await json(response)) : null
  if (!answer?.success) throw new HubUnavailable(`The rule was answered ${response.status}.`)
  return answer.data
}

/** Null = there is no draft at the hub. */
export async function fetchPreview(
  asking: Asking,
  rule: RuleName,
  { list, skip, top }: Omit<Input<'policy.preview'>, 'rule'>,
): Promise<RulePreview | null> {
  const path = `${pathOf(rule, 'preview')}?$skip=${skip}&$top=${top}${list === null ? '' : `&list=${list}`}`
  const response = await ask(asking, path)
  if (response.status === 404) return null
  const preview = response.ok ? RulePreviewAnswer.safeParse(await json(response)) : null
  if (!preview?.success) throw new HubUnavailable(`The preview was answered ${response.status}.`)
  const { revision: _seen, ...rest } = preview.data
  return rest
}
