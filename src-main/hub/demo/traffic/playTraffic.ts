import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { createClaim } from '../../intake/createClaim.ts'
import { editClaim } from '../../intake/editClaim.ts'
import type { IntakeAnswer, IntakePorts } from '../../intake/intakeAct.ts'
import {
  addDocument,
  answerOfCustomer,
  askRejection,
  commentAsPartner,
  dispute,
} from '../../intake/otherActs.ts'
import { resubmitClaim, submitClaim } from '../../intake/submitClaim.ts'
import type { Log } from '../../log.ts'
import { planTraffic, type TrafficSetting } from './planTraffic.ts'
import type { TrafficPaper } from './trafficBook.ts'
import { lastNumberOf, listTrafficClaims } from './trafficClaims.ts'
import { eventKey, type TrafficEvent } from './trafficEvent.ts'

export interface TrafficPorts extends IntakePorts {
  readonly log: Log
  /** Folder of the papers that the book names. */
  readonly papers: string
  /** In whose name it acts: the service of the other sides. */
  readonly callerId: UserId
}

export interface PlayedEvent {
  readonly event: TrafficEvent
  readonly answer: IntakeAnswer
}

export interface TrafficPlayer {
  /** Does the next thing. Null = there is nothing to do until a reviewer acts. Rejects when the hub itself fails. */
  playNext(): Promise<PlayedEvent | null>
}

/** Plays what partners and customers do, through the same functions by which requests of the wire come in. */
export function trafficPlayer(ports: TrafficPorts, setting: TrafficSetting): TrafficPlayer {
  const refused = new Set<string>()
  let turn = 0
  return {
    async playNext() {
      const claims = await listTrafficClaims(ports.db, setting.demoIds)
      const lastNumber = await lastNumberOf(ports.db, setting.seed)
      const event = planTraffic(setting, { claims, lastNumber, turn, refused })
      turn += 1
      if (event === null) return null
      const answer = await perform(ports, event)
      const outcome = typeof answer === 'string' ? answer : answer.outcome
      if (outcome !== 'done') refused.add(eventKey(event))
      const { act, claimId } = event
      const facts = { act, claimId, outcome, why: whyNot(answer) }
      ports.log({ level: outcome === 'done' ? 'info' : 'warn', event: 'traffic was played', facts })
      return { event, answer }
    },
  }
}

/** Codes alone: a log has no contents of claims. */
function whyNot(answer: IntakeAnswer): string | null {
  if (typeof answer === 'string' || answer.outcome !== 'refused') return null
  const notes = answer.notes.filter(({ severity }) => severity === 'refuse').map(({ code }) => code)
  return [...answer.blocks.map(({ reason }) => reason), ...notes].join(', ')
}

async function perform(ports: TrafficPorts, event: TrafficEvent): Promise<IntakeAnswer> {
  const { claimId, revision: claimRevision } = event
  const call = { claimId, requestId: randomUUID(), callerId: ports.callerId, payload: event }
  switch (event.act) {
    case 'create':
      return createClaim(ports, { claimId, isMigrated: false, claim: event.claim }, call)
    case 'add_document': {
      const { meta, bytes } = await paperOf(ports, event.paper)
      return addDocument(ports, meta, bytes, call)
    }
    case 'submit':
      return submitClaim(ports, { claimRevision, submittedAt: null, comment: null }, call)
    case 'resubmit':
      return resubmitClaim(ports, { claimRevision, submittedAt: null, comment: event.text }, call)
    case 'partner_comment':
      return commentAsPartner(ports, { text: event.text, inReplyTo: null }, call)
    case 'edit':
      return editClaim(ports, { claimRevision, changes: event.changes }, call)
    case 'ask_rejection':
      return askRejection(ports, { claimRevision, reason: event.reason, comment: event.text }, call)
    case 'dispute': {
      const papers = event.paper === null ? [] : [await paperOf(ports, event.paper)]
      return dispute(ports, { claimRevision, justification: event.text, documentIds: [] }, papers, call)
    }
    case 'decline':
      return answerOfCustomer(ports, { decision: 'declined', note: event.text }, call)
  }
}

async function paperOf({ papers }: TrafficPorts, { file, fileName, mediaType }: TrafficPaper) {
  const bytes = new Uint8Array(await readFile(join(papers, file)))
  return { meta: { fileName, mediaType, kind: null }, bytes }
}
