import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { SampleView } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { DrawForm } from './DrawForm.tsx'
import { Asked, Part } from './Part.tsx'
import { SampleResult } from './SampleResult.tsx'
import { useReread } from './useReread.ts'
import css from './QualityPage.module.css'

interface SamplesProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** Draws samples of decisions and shows what came of each. The newest stands open until another is chosen. */
export function Samples({ onOpenClaim }: SamplesProps) {
  const say = useText()
  const [read, again] = useRead('quality.samples', {})
  const [chosen, choose] = useState<string | null>(null)
  useReread(again)
  return (
    <Part id="samples" title={say('quality.samples')} hint={say('quality.samples.hint')}>
      <DrawForm onDrawn={choose} />
      <Asked read={read} onAgain={again}>
        {({ samples }) => {
          const shown = samples.find(({ sampleId }) => sampleId === chosen) ?? samples[0]
          return shown === undefined ? (
            <p>{say('quality.samples.none')}</p>
          ) : (
            <>
              <ul className={css.list}>
                {samples.map((sample) => (
                  <SampleRow
                    key={sample.sampleId}
                    sample={sample}
                    isShown={sample === shown}
                    onShow={() => choose(sample.sampleId)}
                  />
                ))}
              </ul>
              <SampleResult key={shown.sampleId} sample={shown} onOpenClaim={onOpenClaim} />
            </>
          )
        }}
      </Asked>
    </Part>
  )
}

interface SampleRowProps {
  readonly sample: SampleView
  readonly isShown: boolean
  readonly onShow: () => void
}

function SampleRow({ sample, isShown, onShow }: SampleRowProps) {
  const say = useText()
  const { locale } = useIntl()
  const { drawnAt, drawnBy, seed, from, to, decisions, reviewed } = sample
  const time = formatInstant(locale, drawnAt, 'stamp')
  return (
    <li className={css.row}>
      <span>
        <b>{say('quality.sample.drawn', { time, name: drawnBy.name })}</b>
        <br />
        <span className={`${css.second} pd-num`}>
          {say('quality.sample.of', {
            reviewed,
            decisions,
            seed,
            from: formatInstant(locale, from, 'day'),
            to: formatInstant(locale, to, 'day'),
          })}
        </span>
      </span>
      <Button
        density="small"
        aria-pressed={isShown}
        aria-label={say('quality.sample.show.long', { time })}
        onClick={onShow}
      >
        {say('quality.sample.show')}
      </Button>
    </li>
  )
}
