import type { Context } from 'hono'
import { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { isOfRule } from '../../domain/policy/ruleDraft.ts'
import { ActOnRule, PreviewQuery, type RuleAnswer, type RuleBook, WriteRuleDraft } from '../api/rules.ts'
import { isStorable } from '../operations/storableText.ts'
import { actOnRule, writeDraft } from '../policy/changeRules.ts'
import { previewDraft } from '../policy/previewDraft.ts'
import { listAssignments, listCalendars, listProfiles } from '../store/referenceRepo.ts'
import { listActs, listDrafts } from '../store/rulesRepo.ts'
import type { HubEnv, HubHandler, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

type RuleRoutes = 'rules' | 'writeRuleDraft' | 'actOnRule' | 'previewRule'

/** Calendars and profiles as leads change them. */
export function serveRules(ports: HubPorts): Readonly<Record<RuleRoutes, HubHandler>> {
  return {
    rules: async (context) => context.json(await ruleBook(ports)),
    writeRuleDraft: async (context) => {
      const rule = ruleIn(context)
      if (rule === undefined) return problem('not_found')
      const body = WriteRuleDraft.safeParse(await readJson(context))
      if (!body.success || !isOfRule(body.data.content, rule)) return problem('bad_request')
      return answered(context, await writeDraft(ports, rule, context.var.user, body.data))
    },
    actOnRule: async (context) => {
      const rule = ruleIn(context)
      if (rule === undefined) return problem('not_found')
      const body = ActOnRule.safeParse(await readJson(context))
      if (!body.success) return problem('bad_request')
      const answer = await actOnRule(ports, rule, context.var.user, body.data)
      // The clocks follow with the next round, since a hundred thousand claims are not waited for.
      if (answer?.outcome === 'done' && answer.published !== null) await ports.rules.refresh(ports.db)
      return answered(context, answer)
    },
    previewRule: async (context) => {
      const rule = ruleIn(context)
      const query = PreviewQuery.safeParse(context.req.query())
      if (!query.success) return problem('bad_request')
      const preview =
        rule === undefined ? null : await previewDraft(ports, rule, context.var.user.userId, query.data)
      return preview === null ? problem('not_found') : context.json(preview)
    },
  }
}

function ruleIn(context: Context<HubEnv>): RuleName | undefined {
  const name = { kind: context.req.param('ruleKind'), id: context.req.param('ruleId') }
  return RuleName.refine(isStorable).safeParse(name).data
}

const answered = (context: Context<HubEnv>, answer: RuleAnswer | null): Response =>
  answer === null ? problem('not_found') : context.json(answer)

async function ruleBook({ db, rules, now }: HubPorts): Promise<RuleBook> {
  await rules.refresh(db)
  const today = new Date(now()).toISOString()
  const calendars = await listCalendars(db)
  const profiles = await listProfiles(db)
  return {
    rules: [
      ...newestOf(calendars).map(({ id, version }) => ({
        rule: { kind: 'calendar' as const, id },
        newest: version,
        isInForce: rules.calendar.id === id,
      })),
      ...newestOf(profiles).map(({ id, version }) => ({
        rule: { kind: 'profile' as const, id },
        newest: version,
        isInForce: rules.profileFor(today).id === id,
      })),
    ],
    drafts: await listDrafts(db),
    acts: await listActs(db),
    assignments: await listAssignments(db),
  }
}

function newestOf<One extends { readonly id: string; readonly version: number }>(all: readonly One[]): One[] {
  const newest = new Map<string, One>()
  for (const one of all) if (one.version > (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one)
  return [...newest.values()]
}
