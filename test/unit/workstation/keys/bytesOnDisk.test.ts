import { cpSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DecisionDraft } from '../../../../src-preload/contract/vocabulary/draftShape.ts'
import { createFileLog } from '../../../../src-main/hosts/services/fileLog.ts'
import { filesIn, findWords, SEEDED, wordsOf } from '../../../builders/bytesOnDisk.ts'
import { aClaimRecord, aPartnerComment } from '../../../builders/claimRecord.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'
import { aStore } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aSyncedStation, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { aCommandId, type WorkstationWishes } from '../../../fakes/workstation.ts'

const PLAIN_CLAIM = aClaimRecord({
  customerName: SEEDED.customer,
  partnerName: SEEDED.partner,
  comments: [aPartnerComment(SEEDED.comment)],
})
const CLAIM = aClaimRecord({
  customerName: SEEDED.customer,
  partnerName: SEEDED.partner,
  comments: [aPartnerComment(SEEDED.comment)],
  also: {
    form: {
      ...PLAIN_CLAIM.form,
      customerContact: { name: SEEDED.contact, title: 'Head of IT', email: SEEDED.mail },
    },
  },
})
const WORDS = Object.values(SEEDED).flatMap(wordsOf)

/** A day's work, seen once in the middle, as a process that is killed leaves the folder, and once after its end. */
async function aDaysWork(parts: WorkstationWishes['parts'] = {}) {
  const root = aTempFolder()
  const profile = join(root, 'profile')
  const { station, hub, decide, on } = await aSyncedStation([CLAIM], { profile, parts })
  const log = createFileLog(join(root, 'proofdesk.log'))
  hub.script.up = false
  await station.call('claims.keepDraft', {
    claimId: THE_CLAIM,
    draft: { ...DRAFT, comment: SEEDED.draft },
  })
  const said = await decide({
    decision: 'request_info',
    reasons: ['POE_MISSING_PRODUCTS'],
    comment: SEEDED.decision,
    items: ['i1'],
  })
  expect(said.outcome).toBe('accepted')
  const noted = await station.call('claims.comment', {
    ...(await on()),
    commandId: aCommandId(),
    text: SEEDED.note,
    visibility: 'internal',
    inReplyTo: null,
  })
  expect(noted.outcome).toBe('accepted')
  const { rows } = await station.call('claims.list', {
    filter: { text: 'xylograph' },
    offset: 0,
    limit: 10,
  })
  expect(rows).toHaveLength(1)
  for (const entry of station.log) log(entry)
  log({
    level: 'error',
    event: 'a search failed',
    error: new Error(`near "${SEEDED.contact}": syntax error`),
  })
  const killed = join(aTempFolder(), 'killed')
  cpSync(root, killed, { recursive: true })
  await station.workstation.stop()
  return { root, killed, operationId: said.outcome === 'accepted' ? said.operationId : '' }
}

const DRAFT: DecisionDraft = {
  act: 'reject',
  reasons: [],
  comment: '',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

describe('the bytes of a profile', () => {
  it('hold no name, address or word of a claim, neither after a crash nor after a proper end', async () => {
    const { root, killed } = await aDaysWork()
    // The log of changes and the journal are there: a search that looks at nothing finds nothing.
    for (const name of ['workstation.db', 'workstation.db-wal', 'journal/operations.jsonl'])
      expect(statSync(join(killed, 'profile', name)).size).toBeGreaterThan(500)
    expect(filesIn(root).length).toBeGreaterThanOrEqual(5)
    expect([findWords(killed, WORDS), findWords(root, WORDS)]).toEqual([[], []])
  })

  it('hold all of them where a profile lies in the open: the search finds what is there', async () => {
    const { killed } = await aDaysWork({ openKeys: () => Promise.resolve(null) })
    const found = findWords(killed, WORDS)
    const wordsIn = (file: string) =>
      found.flatMap((hit) => (hit.startsWith(`profile/${file}: `) ? [hit.split(': ')[1]] : []))
    const inDatabase = new Set([...wordsIn('workstation.db'), ...wordsIn('workstation.db-wal')])
    for (const text of Object.values(SEEDED))
      expect(wordsOf(text).some((word) => inDatabase.has(word))).toBe(true)
    for (const text of [SEEDED.decision, SEEDED.note])
      expect(wordsIn('journal/operations.jsonl')).toEqual(expect.arrayContaining([wordsOf(text)[0]]))
  })

  it('hold nothing of it in the copy that is made before a migration, nor in what is set aside as damaged', async () => {
    const { killed } = await aDaysWork()
    const file = join(killed, 'profile/workstation.db')
    const sqlite = bareDatabase(file)
    sqlite.prepare('vacuum into ?').run(`${file}.before-a-migration`)
    expect(sqlite.prepare('select count(*) from claims').pluck().get()).toBe(1)
    sqlite.close()
    expect(existsSync(`${file}.before-a-migration`)).toBe(true)
    expect(findWords(killed, WORDS)).toEqual([])
  })

  it('hold nothing any more of a word that was deleted, which whoever gets the key would read', () => {
    const folder = aTempFolder()
    const store = aStore(join(folder, 'workstation.db'))
    store.write(({ sqlite }) => {
      sqlite.prepare("insert into profile (name, value) values ('a word', ?)").run(SEEDED.draft)
      sqlite.prepare('insert into search_texts (text_key, comment) values (7, ?)').run(SEEDED.comment)
    })
    store.read(({ sqlite }) => sqlite.pragma('wal_checkpoint(TRUNCATE)'))
    expect(findWords(folder, WORDS)).not.toEqual([])
    store.write(({ sqlite }) => {
      sqlite.exec("delete from profile where name = 'a word'; delete from search_texts where text_key = 7")
    })
    store.read(({ sqlite }) => sqlite.pragma('wal_checkpoint(TRUNCATE)'))
    expect(findWords(folder, WORDS)).toEqual([])
  })
})
