import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { dayOf, lastSnoozeDay, morningOf, snoozeChoices } from './snoozeTimes.ts'
import css from './bulk.module.css'

interface SnoozeDialogProps {
  readonly claims: number
  readonly isAsleep: boolean
  readonly nowMs: number
  /** Null = back now. */
  readonly onChoose: (untilMs: number | null) => void
  readonly onClose: () => void
}

/** Until when claims are out of sight. Each choice says its day. */
export function SnoozeDialog({ claims, isAsleep, nowMs, onChoose, onClose }: SnoozeDialogProps) {
  const say = useText()
  const { locale } = useIntl()
  const [day, setDay] = useState('')
  const chosen = morningOf(day)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={`${css.snooze}`}>
        <DialogBody>
          <DialogTitle>{say('snooze.title', { count: claims })}</DialogTitle>
          <DialogContent>
            <p>{say('snooze.text')}</p>
            <div className={css.choices}>
              {snoozeChoices(nowMs).map(({ choice, untilMs }) => (
                <Button key={choice} onClick={() => onChoose(untilMs)}>
                  <span>{say(`snooze.choice.${choice}`)}</span>
                  <span className={css.day}>{formatInstant(locale, untilMs, 'listed')}</span>
                </Button>
              ))}
              {isAsleep && <Button onClick={() => onChoose(null)}>{say('snooze.choice.back')}</Button>}
            </div>
            <label className={css.other}>
              {say('snooze.choice.day')}
              <input
                type="date"
                className={css.date}
                value={day}
                min={dayOf(nowMs, 1)}
                max={lastSnoozeDay(nowMs)}
                onChange={(event) => setDay(event.target.value)}
              />
              <Button
                disabledFocusable={chosen === null || chosen <= nowMs}
                onClick={() => chosen !== null && chosen > nowMs && onChoose(chosen)}
              >
                {say('command.snooze')}
              </Button>
            </label>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say('command.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
