import { useEffect, useState } from 'react'
import type { PartyLetter } from '../../../../src-preload/contract/arbitration.ts'
import type { Input } from '../../../../src-preload/contract/index.ts'
import type { OutreachKind } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { CaseId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ApproachDraft } from '../../../stores/approachStore.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { type Addressee, asksOf } from './approachRules.ts'

type Letters = Readonly<Record<string, PartyLetter>>

interface Wished {
  readonly caseId: CaseId
  readonly kind: OutreachKind
  readonly draft: ApproachDraft
  readonly addressees: readonly Addressee[]
  /** Goes up when the case or one of its claims was read again: another state, another letter. */
  readonly seen: string
}

/** The core's letters for just what is chosen; undefined while they are on their way. An empty one where none could be had. */
export function useDraftedLetters(wished: Wished): Letters | undefined {
  const { client } = useStores()
  const [got, setGot] = useState<{ readonly key: string; readonly letters: Letters } | null>(null)
  const key = JSON.stringify([inputOf(wished), wished.seen])
  useEffect(() => {
    const [input] = JSON.parse(key) as [Input<'arbitration.draftLetters'>] // written above
    let isWanted = true
    const take = (letters: readonly PartyLetter[]) =>
      isWanted && setGot({ key, letters: Object.fromEntries(letters.map((one) => [one.claimId, one])) })
    client.call('arbitration.draftLetters', input).then(
      ({ letters }) => take(letters),
      // Whoever writes goes on by hand.
      () => take([]),
    )
    return () => {
      isWanted = false
    }
  }, [client, key])
  return got?.key === key ? got.letters : undefined
}

function inputOf({ caseId, kind, draft, addressees }: Wished): Input<'arbitration.draftLetters'> {
  const here = addressees.filter(({ blocks }) => blocks !== null)
  return {
    caseId,
    kind,
    businessDays: kind === 'tell' ? null : draft.businessDays,
    parties: here.map(({ party }) => ({ claimId: party.claimId, asks: [...asksOf(draft, party, kind)] })),
  }
}
