import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type { Input } from '../../src-preload/contract/index.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Client } from '../bridge/client.ts'
import { SEEN_SHARE } from '../../src-preload/contract/vocabulary/seenShare.ts'
import type { ClaimViewStore } from './claimViewStore.ts'
import { innerDocumentId, insideOf } from './evidence.ts'
import { valueOf } from './load.ts'
import type { OpenClaimStore } from './openClaimStore.ts'

/** Long enough that a paper that is leafed through makes few lines in the log. */
const WAIT_MS = 3_000

/** Tells the core which papers and pages of the open claim were looked at. */
export interface SeenPapers {
  /** Resolves when all is told: whoever decides afterwards has it in the log before the decision. Never rejects. */
  flush(): Promise<void>
  stop(): void
}

type Paper = Input<'seen.papers'>['papers'][number]

interface Sources {
  readonly claimView: ClaimViewStore
  readonly openClaim: OpenClaimStore
}

export function watchSeenPapers(client: Client, { claimView, openClaim }: Sources): SeenPapers {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** By claim, paper and page; page 0 = that it was opened. */
  const told = new Set<string>()
  let waiting: readonly Sight[] = []
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const sights = waiting
    waiting = []
    try {
      for (const claimId of new Set(sights.map((sight) => sight.claimId)))
        await client.call('seen.papers', { claimId, papers: papersOf(sights, claimId) })
    } catch {
      // The core is away: told with what is seen next. It notes nothing twice.
      waiting = [...sights, ...waiting]
    }
  }
  const end = claimView.subscribe(({ seen }, before) => {
    const detail = valueOf(openClaim.getState().detail)
    if (seen === before.seen || detail === null) return
    const fresh = Object.entries(seen)
      .filter(([key, share]) => before.seen[key] !== share)
      .flatMap(([key, share]) => sightsOf(detail, key, share))
      .filter((sight) => !told.has(keyOf(sight)))
    if (fresh.length === 0) return
    for (const sight of fresh) told.add(keyOf(sight))
    waiting = [...waiting, ...fresh]
    timer ??= setTimeout(() => void flush(), WAIT_MS)
  })
  return {
    flush,
    stop() {
      clearTimeout(timer)
      end()
    },
  }
}

/** One page; 0 = the paper was opened. */
interface Sight extends Omit<Paper, 'pages'> {
  readonly claimId: ClaimId
  readonly page: number
}

const keyOf = ({ claimId, sha256, inside, page }: Sight): string =>
  `${claimId} ${sha256} ${inside.join('.')} ${page}`

function sightsOf({ claim, documents }: ClaimDetail, key: string, share: number): Sight[] {
  const [documentId = '', page = ''] = key.split(' ')
  const inside = [...insideOf(documentId)]
  const document = documents.find((each) => innerDocumentId(each.documentId, inside) === documentId)
  if (document === undefined) return []
  const paper = { claimId: claim.form.claimId, sha256: document.sha256, inside }
  const opened = { ...paper, page: 0 }
  return share < SEEN_SHARE ? [opened] : [opened, { ...paper, page: Number(page) }]
}

function papersOf(sights: readonly Sight[], of: ClaimId): Paper[] {
  const papers = new Map<string, Paper>()
  for (const { claimId, sha256, inside, page } of sights) {
    if (claimId !== of) continue
    const key = `${sha256} ${inside.join('.')}`
    const paper = papers.get(key) ?? { sha256, inside, pages: [] }
    papers.set(key, page === 0 ? paper : { ...paper, pages: [...paper.pages, page] })
  }
  return [...papers.values()]
}
