import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useAnnounce } from '@fluentui/react-components'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useCommand } from '../../app/useCommand.ts'
import { type Say, useText } from '../../format/useText.ts'
import type { EvidenceIndex, NumberedEvidence } from '../../stores/evidence.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { CommandKeys } from '../../ui/CommandKeys.tsx'
import { stepFrom } from './evidenceSteps.ts'
import css from './EvidenceWalker.module.css'

interface EvidenceWalkerProps {
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly onShow: (number: number) => void
}

/** Walks all places in the order of the panel, across documents and pages, and says where it stands. */
export function EvidenceWalker({ detail, index, onShow }: EvidenceWalkerProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const active = useShared('claimView', (state) => state.activeNumber)
  const place = index.all.find(({ number }) => number === active)
  const count = index.all.length
  const step = (by: 1 | -1) => {
    const next = stepFrom(index.all, active, by)
    if (next === undefined) return
    onShow(next.number)
    announce(
      [whereOf(next, count, say), ownerOf(next, detail, say), readOf(next, say)].filter(Boolean).join('. '),
    )
  }
  useCommand('evidence.next', () => step(1), count > 0)
  useCommand('evidence.previous', () => step(-1), count > 0)
  return (
    <div className={css.walker} role="group" aria-label={say('walker.label')}>
      <CommandButton
        command="evidence.previous"
        appearance="subtle"
        icon={<ChevronLeft20Regular />}
        isBlocked={count === 0}
      />
      <p className={css.where}>
        {place === undefined ? (
          say('walker.idle', { count })
        ) : (
          <>
            <b className="pd-num">{whereOf(place, count, say)}</b>
            <span className={css.owner}>{ownerOf(place, detail, say)}</span>
          </>
        )}
      </p>
      <CommandButton
        command="evidence.next"
        appearance="subtle"
        icon={<ChevronRight20Regular />}
        isBlocked={count === 0}
      />
      <CommandKeys command="evidence.next" />
    </div>
  )
}

function whereOf({ number, shown }: NumberedEvidence, count: number, say: Say): string {
  return shown === null
    ? say('walker.atNoPage', { number, count })
    : say('walker.at', { number, count, page: shown.page })
}

/** What stands there. Who sees the page sees it marked; who hears hears it. */
function readOf({ evidence }: NumberedEvidence, say: Say): string {
  return evidence.text === null ? '' : say('evidence.read', { text: evidence.text })
}

function ownerOf({ owner, tone }: NumberedEvidence, detail: ClaimDetail, say: Say): string {
  const item = detail.claim.form.items.find(({ id }) => id === owner.item)
  const name =
    owner.claimCheck !== null
      ? say(`claimCheck.${owner.claimCheck}`)
      : owner.criterion === null
        ? ''
        : item === undefined
          ? say(`criterion.${owner.criterion}`)
          : say('criterion.item', { criterion: say(`criterion.${owner.criterion}`), item: item.name })
  if (tone === 'own') return say('mark.own', { criterion: name })
  return tone === 'nearest' ? say('mark.nearest', { criterion: name }) : name
}
