import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useAnnounce,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ClaimDetail, CriterionView } from '../../../src-preload/contract/claims.ts'
import { type Verdict as VerdictWord, VERDICTS } from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReasonField } from '../../ui/ReasonField.tsx'
import { SaidLine } from '../../ui/SaidLine.tsx'
import { useKeptFocus } from '../../ui/useKeptFocus.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import { mayJudge } from './mayJudge.ts'
import css from './ReviewerWord.module.css'

interface ReviewerWordProps {
  readonly view: CriterionView
  readonly detail: ClaimDetail
  /** The criterion, and the item where there is one, in the reviewer's language. */
  readonly name: string
}

/** Confirm what the machine said, set another verdict with a reason, or take one's word back. */
export function ReviewerWord({ view, detail, name }: ReviewerWordProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const { openClaim } = useStores()
  const [wanted, setWanted] = useState<VerdictWord | null>(null)
  const { criterion, item, reviewer, machine } = view
  const part = useKeptFocus(`${reviewer?.verdict} ${wanted}`)
  const send = async (verdict: VerdictWord | null, reason: string | null): Promise<void> => {
    const accepted = await openClaim
      .getState()
      .send('claims.setVerdict', { criterion, item, verdict, reason })
    if (accepted === null) return
    setWanted(null)
    announce(
      verdict === null
        ? say('announce.takenBack', { criterion: name })
        : say('announce.verdict', { criterion: name, verdict: say(`verdict.${verdict}`) }),
    )
  }
  const maySay = mayJudge(detail)
  // To ask for a reason would tell that the machine says otherwise.
  const isBlind = detail.blind?.state === 'hidden'
  if (reviewer === null && !maySay) return null
  return (
    <div ref={part} className={css.part}>
      {reviewer !== null ? (
        <Said view={view} name={name} canTakeBack={maySay} onTakeBack={() => void send(null, null)} />
      ) : wanted === null ? (
        <Choices
          view={view}
          name={name}
          onConfirm={(verdict) => void send(verdict, null)}
          onSet={(verdict) =>
            isBlind || verdict === machine?.verdict ? void send(verdict, null) : setWanted(verdict)
          }
        />
      ) : (
        <ReasonField
          label={say('checks.override.reason', { criterion: name, verdict: say(`verdict.${wanted}`) })}
          hint={say('checks.override.hint')}
          save={say('checks.override.save')}
          onSave={(reason) => void send(wanted, reason)}
          onCancel={() => setWanted(null)}
        />
      )}
    </div>
  )
}

interface ChoicesProps {
  readonly view: CriterionView
  readonly name: string
  readonly onConfirm: (verdict: VerdictWord) => void
  readonly onSet: (verdict: VerdictWord) => void
}

function Choices({ view, name, onConfirm, onSet }: ChoicesProps) {
  const say = useText()
  const { machine, advisory } = view
  const isSettled = advisory === null && (machine?.verdict === 'met' || machine?.verdict === 'not_applicable')
  return (
    <div className={isSettled ? `${css.acts} ${css.quiet}` : css.acts}>
      {machine !== null && (
        <Button
          density="small"
          aria-label={say('checks.confirm.long', {
            criterion: name,
            verdict: say(`verdict.${machine.verdict}`),
          })}
          onClick={() => onConfirm(machine.verdict)}
        >
          {say('checks.confirm')}
        </Button>
      )}
      <OverrideMenu name={name} except={machine?.verdict ?? null} onChoose={onSet} />
    </div>
  )
}

interface SaidProps {
  readonly view: CriterionView
  readonly name: string
  readonly canTakeBack: boolean
  readonly onTakeBack: () => void
}

function Said({ view, name, canTakeBack, onTakeBack }: SaidProps) {
  const say = useText()
  const { reviewer, machine } = view
  if (reviewer === null) return null
  const differs = machine !== null && machine.verdict !== reviewer.verdict
  return (
    <SaidLine
      about={name}
      beside={differs ? say('checks.machineSaid', { verdict: say(`verdict.${machine.verdict}`) }) : ''}
      canTakeBack={canTakeBack}
      onTakeBack={onTakeBack}
    >
      {reviewer.act === 'confirmed'
        ? say('checks.confirmedBy', { name: reviewer.byName })
        : reviewer.reason === null
          ? say('checks.votedBy', { name: reviewer.byName })
          : say('checks.setBy', { name: reviewer.byName, reason: reviewer.reason })}
    </SaidLine>
  )
}

interface OverrideMenuProps {
  readonly name: string
  /** Setting what the machine says is confirming it, and has a button of its own. */
  readonly except: VerdictWord | null
  readonly onChoose: (verdict: VerdictWord) => void
}

function OverrideMenu({ name, except, onChoose }: OverrideMenuProps) {
  const say = useText()
  // An answer of the core must not move or remove a choice that the reviewer is about to make.
  const [atOpening, setAtOpening] = useState(except)
  return (
    <Menu onOpenChange={(_, { open }) => open && setAtOpening(except)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          className={`${css.override}`}
          aria-label={say('checks.override.long', { criterion: name })}
        >
          {say(except === null ? 'checks.setVerdict' : 'checks.override')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {VERDICTS.filter((verdict) => verdict !== atOpening).map((verdict) => (
            <MenuItem key={verdict} onClick={() => onChoose(verdict)}>
              <Verdict verdict={verdict} withWord />
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
