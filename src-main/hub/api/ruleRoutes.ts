import { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { json, ok } from './answers.ts'
import type { CallerRole } from './people.ts'
import type { Route } from './routeShape.ts'
import { ActOnRule, PreviewQuery, RuleAnswer, RuleBook, RulePreviewAnswer, WriteRuleDraft } from './rules.ts'

const LEADS: readonly CallerRole[] = ['team_lead']
const RULE = '/v1.0/rules/{ruleKind}/{ruleId}'

/** What may stand in the addresses of rules. */
export const RULE_PARTS = { ruleKind: RuleName.shape.kind, ruleId: PolicyVersion.shape.id } as const

/** Calendars and profiles as leads change them. A part of the table in `routes.ts`. */
export const RULE_ROUTES = {
  rules: {
    method: 'GET',
    path: '/v1.0/rules',
    summary: 'Drafts of calendars and profiles, who published which version, and why',
    callers: LEADS,
    rate: 'read',
    answers: { 200: ok(RuleBook) },
  },
  writeRuleDraft: {
    method: 'PUT',
    path: `${RULE}/draft`,
    summary: 'Writes the draft of a calendar or a profile, while nobody else did since it was seen',
    callers: LEADS,
    rate: 'write',
    body: json(WriteRuleDraft),
    answers: { 200: ok(RuleAnswer) },
  },
  actOnRule: {
    method: 'POST',
    path: `${RULE}/acts`,
    summary: 'Proposes, discards or publishes a draft; proposes what an earlier version said',
    callers: LEADS,
    rate: 'write',
    body: json(ActOnRule),
    answers: { 200: ok(RuleAnswer) },
  },
  previewRule: {
    method: 'GET',
    path: `${RULE}/preview`,
    summary: 'Every due instant that the draft would move, and every act that it would allow or stop',
    callers: LEADS,
    rate: 'read',
    query: PreviewQuery,
    answers: { 200: ok(RulePreviewAnswer) },
  },
} as const satisfies Readonly<Record<string, Route>>
