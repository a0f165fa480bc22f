import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { RecordView } from './RecordView.tsx'
import { RecordWord } from './RecordWord.tsx'
import css from './RecordPage.module.css'

/** A decision that was saved as a file, opened again to be read: whether it is as it was saved, and then all that it says. */
export function RecordPage() {
  const say = useText()
  const opened = useShared('record', (state) => state.opened)
  return (
    <div className={css.page}>
      <PageHead title={say('page.record')} isLined className={css.head}>
        {opened.status === 'ready' && <span className={css.second}>{opened.value.fileName}</span>}
        <CommandButton command="record.open" appearance="subtle">
          {say('command.recordOpen')}
        </CommandButton>
      </PageHead>
      {opened.status === 'empty' ? (
        <EmptyState title={say('record.none')} text={say('record.none.text')} />
      ) : opened.status === 'failed' ? (
        <FailedState title={say('record.failed')} error={opened.error} onAgain={() => undefined} />
      ) : opened.status === 'loading' ? (
        <LoadingRows label={say('record.loading')} />
      ) : (
        // A region that scrolls has to be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div
          className={css.body}
          tabIndex={0}
          role="group"
          aria-label={say('page.record')}
          data-pane="record"
        >
          <RecordWord opened={opened.value} />
          {opened.value.reading.outcome === 'verified' && <RecordView record={opened.value.reading.record} />}
        </div>
      )}
    </div>
  )
}
