import { useIntl } from 'react-intl'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CoachingNote } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import type { Load } from '../../stores/load.ts'
import { Asked, Part } from './Part.tsx'
import { OpenClaim } from './OpenClaim.tsx'
import css from './QualityPage.module.css'

interface NotesProps {
  readonly read: Load<Output<'quality.notes'>>
  readonly isLead: boolean
  readonly onAgain: () => void
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** Notes of leads on decisions: to oneself, or for a lead all of them. */
export function Notes({ read, isLead, onAgain, onOpenClaim }: NotesProps) {
  const say = useText()
  return (
    <Part
      id="notes"
      title={say(isLead ? 'quality.notes.all' : 'quality.notes')}
      hint={say(isLead ? 'quality.notes.all.hint' : 'quality.notes.hint')}
    >
      <Asked read={read} onAgain={onAgain}>
        {({ notes }) =>
          notes.length === 0 ? (
            <p>{say('quality.notes.none')}</p>
          ) : (
            <ul className={css.list}>
              {notes.map((note) => (
                <NoteRow key={note.noteId} note={note} onOpen={() => onOpenClaim(note.claimId)} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Part>
  )
}

function NoteRow({ note, onOpen }: { readonly note: CoachingNote; readonly onOpen: () => void }) {
  const say = useText()
  const { locale } = useIntl()
  const { claimName, from, to, at, quality, criteria, missed, strength } = note
  const time = formatInstant(locale, at, 'stamp')
  return (
    <li className={css.row}>
      <span className={css.words}>
        <b>{claimName}</b>{' '}
        <span className={css.second}>{say('quality.note.from', { from: from.name, to: to.name, time })}</span>
        <br />
        {say('quality.note.level', { level: quality, word: say(`quality.level.${levelOf(quality)}`) })}
        {criteria.map((criterion) => ` · ${say(`criterion.${criterion}`)}`)}
        {missed !== '' && (
          <>
            <br />
            {say('quality.note.missed.value', { text: missed })}
          </>
        )}
        {strength !== '' && (
          <>
            <br />
            {say('quality.note.strength.value', { text: strength })}
          </>
        )}
      </span>
      <OpenClaim claimName={claimName} onOpen={onOpen} />
    </li>
  )
}

/** The contract lets 1 to 5 through alone. */
const levelOf = (quality: number): 1 | 2 | 3 | 4 | 5 =>
  ([1, 2, 3, 4, 5] as const).find((level) => level === quality) ?? 3
