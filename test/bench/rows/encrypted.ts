import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createQueueHandlers } from '../../../src-main/workstation/queueHandlers.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { AS_SHIPPED, prepareProfile, startStation } from '../../torture/station/realStation.ts'
import { THE_CLAIMS } from '../../torture/station/smallHub.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { feedPages } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'
import { decideAll } from './decideDurable.ts'

const CLAIMS = 20_000

/** What encryption costs: the product's own work on an encrypted profile against the same work on one that lies in the open. */
export const encryptedApply: Bench = {
  id: 'encrypted-apply',
  async run({ root, say, scratch }) {
    const pages = feedPages(CLAIMS, 1_000)
    const apply = async (isPlain: boolean) => {
      const folder = mkdtempSync(join(scratch, 'apply-'))
      const { core, close } = openBenchCore(root, folder, { isPlain })
      try {
        const startedAt = performance.now()
        for (const page of pages) applyPage(core, page, null)
        return performance.now() - startedAt
      } finally {
        close()
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return compare(
      {
        id: 'encrypted-apply',
        what: `${CLAIMS} claims of the feed applied, profile encrypted`,
        baseline: 'the same, profile in the open',
        must: 1.5,
        aim: 1.2,
        rounds: 7,
        ours: () => apply(false),
        theirs: () => apply(true),
      },
      say,
    )
  },
}

export const encryptedDecide: Bench = {
  id: 'encrypted-decide',
  async run({ say, scratch }) {
    const open = async (isPlain: boolean) => {
      const profile = mkdtempSync(join(scratch, 'decide-'))
      const shipped = { ...AS_SHIPPED, isPlain }
      await prepareProfile(profile, shipped)
      const station = await startStation(profile, undefined, shipped)
      await station.call('sync.outbox', {})
      return station
    }
    const [encrypted, plain] = [await open(false), await open(true)]
    try {
      return await compare(
        {
          id: 'encrypted-decide',
          what: `${THE_CLAIMS.length} decisions, each accepted when it is durable, profile and journal encrypted`,
          baseline: 'the same, profile and journal in the open',
          must: 1.5,
          aim: 1.2,
          rounds: 15,
          ours: () => decideAll(encrypted),
          theirs: () => decideAll(plain),
        },
        say,
      )
    } finally {
      await encrypted.workstation.stop()
      await plain.workstation.stop()
    }
  },
}

export const encryptedRows: Bench = {
  id: 'encrypted-rows',
  async run({ root, say, scratch }) {
    const fill = (isPlain: boolean) => {
      const folder = mkdtempSync(join(scratch, 'rows-'))
      const { core, close } = openBenchCore(root, folder, { isPlain })
      for (const page of feedPages(CLAIMS, 1_000)) applyPage(core, page, null)
      close()
      return folder
    }
    /** Opened anew each time: what is read was not read before. */
    const read = async (folder: string, isPlain: boolean) => {
      const startedAt = performance.now()
      const { core, close } = openBenchCore(root, folder, { isPlain })
      const list = createQueueHandlers(core)['claims.list']
      for (const text of ['', 'teams', 'rollout']) await list({ filter: { text }, offset: 0, limit: 100 })
      const took = performance.now() - startedAt
      close()
      return took
    }
    const [encrypted, plain] = [fill(false), fill(true)]
    return compare(
      {
        id: 'encrypted-rows',
        what: `a profile of ${CLAIMS} claims opened, its first 100 rows and two searches, encrypted`,
        baseline: 'the same, in the open',
        must: 2,
        aim: 1.3,
        rounds: 15,
        ours: () => read(encrypted, false),
        theirs: () => read(plain, true),
      },
      say,
    )
  },
}
