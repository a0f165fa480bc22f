import { Checkbox } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { RepeatedAsk } from '../../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ChoicesProps } from './Letter.tsx'
import { repeatKey, useGuarded } from './useTextGuard.ts'
import css from './ReasonStrip.module.css'

/** The same was asked for before and answered: when, and what came. Asking again is the reviewer's choice, made once. */
export function RepeatNotice({ act, detail, draft }: ChoicesProps) {
  const say = useText()
  const { claimView } = useStores()
  const guard = useGuarded(act, draft)
  const key = repeatKey(act, detail, guard)
  const confirmed = useShared('claimView', (state) => state.repeatConfirmed)
  if (guard === null || guard.repeated === null || key === null) return null
  return (
    <Notice tone="warning">
      <Earlier repeated={guard.repeated} />
      <Checkbox
        className={`${css.choice}`}
        checked={confirmed === key}
        onChange={(_, { checked }) => claimView.getState().confirmRepeat(checked === true ? key : null)}
        label={say('repeat.confirm')}
      />
    </Notice>
  )
}

function Earlier({ repeated }: { readonly repeated: RepeatedAsk }) {
  const say = useText()
  const { locale } = useIntl()
  const { reasons, askedAt, answeredAt, papers, comments, fields } = repeated
  const list = new Intl.ListFormat(locale)
  const last = comments.at(-1)
  const day = (at: string) => formatInstant(locale, at, 'day')
  return (
    <div>
      <p>
        {say('repeat.asked', {
          reasons: list.format(reasons.map((reason) => say(`reason.${reason}`))),
          day: day(askedAt),
        })}
      </p>
      <p>
        {papers.length > 0
          ? say('repeat.papers', { day: day(answeredAt), papers: list.format(papers) })
          : say('repeat.noPapers', { day: day(answeredAt) })}{' '}
        {fields.length > 0 && say('repeat.fields', { count: fields.length })}
      </p>
      {last !== undefined && (
        <p>
          {say('repeat.comment')} <q>{last.text.length > 240 ? `${last.text.slice(0, 240)}…` : last.text}</q>
        </p>
      )}
    </div>
  )
}
