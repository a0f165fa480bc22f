import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { Question16Regular } from '@fluentui/react-icons/svg/question'
import { FILTER_FIELDS } from '../../../../src-preload/contract/vocabulary/filter/filterWords.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import field from './FilterField.module.css'
import css from './FilterHelp.module.css'

/** One example for each field: it can be put into the filter by pressing it. */
const EXAMPLES = {
  status: 'status:open',
  sla: 'sla:<4h',
  due: 'due:today',
  partner: 'partner:"Contoso Ltd"',
  customer: 'customer:contoso',
  product: 'product:intune',
  claim: 'claim:rollout',
  id: 'id:2084',
  check: 'check:failed>1',
  assignee: 'assignee:me',
  has: 'has:conflict',
  is: 'is:competing',
  program: 'program:osu_m365',
  submitted: 'submitted:>=2026-11-01',
  comment: 'comment:signature',
  document: 'document:"work order"',
} as const satisfies Record<(typeof FILTER_FIELDS)[number], string>

/** What the filter understands. */
export function FilterHelp() {
  const say = useText()
  const { filter } = useStores()
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <button
          type="button"
          className={field.clear}
          aria-label={say('filter.help')}
          title={say('filter.help')}
        >
          <Question16Regular />
        </button>
      </PopoverTrigger>
      <PopoverSurface className={`${css.help}`} aria-label={say('filter.help')}>
        <dl className={css.list}>
          {FILTER_FIELDS.map((name) => (
            <div key={name} className={css.line}>
              <dt>
                <button
                  type="button"
                  className={css.example}
                  onClick={() => filter.getState().setDraft(`${EXAMPLES[name]} `)}
                >
                  {EXAMPLES[name]}
                </button>
              </dt>
              <dd>{say(`filter.field.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={css.rules}>{say('filter.rules')}</p>
      </PopoverSurface>
    </Popover>
  )
}
