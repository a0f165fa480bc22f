import { useState } from 'react'
import type { DetailWord } from '../../src-preload/contract/vocabulary/handWordShape.ts'
import type { Verdict } from '../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useKeptFocus } from './useKeptFocus.ts'
import { SaidLine } from './SaidLine.tsx'
import css from './PersonsWord.module.css'

interface DetailSaidProps {
  /** The detail in the reviewer's language. */
  readonly name: string
  /** What the check said; null = nothing is known of it here. */
  readonly machine: Verdict | null
  readonly word: DetailWord | null
  /** Whose detail it is, where several claims stand beside each other. */
  readonly of?: string
  readonly maySay: boolean
  /** False = it was not accepted: what was typed stays. */
  onSay(verdict: DetailWord['verdict'] | null, note: string): Promise<boolean>
}

const WORDS = ['met', 'not_met'] as const satisfies readonly DetailWord['verdict'][]

/** A detail that a person verified or denies, with how; or the ways to say so. */
export function DetailSaid({ name, machine, word, of = '', maySay, onSay }: DetailSaidProps) {
  const say = useText()
  const [wanted, setWanted] = useState<DetailWord['verdict'] | null>(null)
  const part = useKeptFocus(`${word?.verdict} ${wanted}`)
  if (word === null && !maySay) return null
  return (
    <div ref={part}>
      {word !== null ? (
        <Said
          name={name}
          machine={machine}
          word={word}
          canTakeBack={maySay}
          onTakeBack={() => void onSay(null, '')}
        />
      ) : wanted === null ? (
        <div className={css.acts}>
          {WORDS.map((verdict) => (
            <Button
              key={verdict}
              density="small"
              aria-label={say(`arbitration.verify.${verdict}.long`, {
                detail: of === '' ? name : say('arbitration.verify.of', { detail: name, party: of }),
              })}
              onClick={() => setWanted(verdict)}
            >
              {say(`arbitration.verify.${verdict}`)}
            </Button>
          ))}
        </div>
      ) : (
        <ReasonField
          label={say(`arbitration.verify.note.${wanted}`, { detail: name })}
          hint={say('arbitration.verify.hint')}
          save={say(`arbitration.verify.${wanted}`)}
          onSave={(note) => void onSay(wanted, note).then((isSaid) => isSaid && setWanted(null))}
          onCancel={() => setWanted(null)}
        />
      )}
    </div>
  )
}

interface SaidProps extends Pick<DetailSaidProps, 'name' | 'machine'> {
  readonly word: DetailWord
  readonly canTakeBack: boolean
  readonly onTakeBack: () => void
}

function Said({ name, machine, word, canTakeBack, onTakeBack }: SaidProps) {
  const say = useText()
  const { verdict, byName, note } = word
  const differs = machine !== null && machine !== verdict
  return (
    <SaidLine
      about={name}
      beside={differs ? say('checks.machineSaid', { verdict: say(`verdict.${machine}`) }) : ''}
      canTakeBack={canTakeBack}
      onTakeBack={onTakeBack}
    >
      {say(`arbitration.verify.said.${verdict}`, { detail: name, name: byName, note })}
    </SaidLine>
  )
}
