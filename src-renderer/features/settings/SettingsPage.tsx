import {
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Switch,
  useAnnounce,
} from '@fluentui/react-components'
import { DENSITIES } from '../../../src-preload/contract/vocabulary/deskWords.ts'
import {
  LOCALE_CHOICES,
  THEMES,
  UNDO_SECONDS,
} from '../../../src-preload/contract/vocabulary/settingWords.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { KeySettings } from './KeySettings.tsx'
import { QuietHours } from './QuietHours.tsx'
import { Section } from './Section.tsx'
import { Storage } from './Storage.tsx'
import { useChange } from './useChange.ts'
import css from './SettingsPage.module.css'

/** How the window looks, speaks and listens. Every change holds at once and is kept by the core. */
export function SettingsPage() {
  const say = useText()
  const settings = useShared('settings', (state) => state.settings)
  const isSample = useShared('session', ({ host }) => valueOf(host)?.isSample ?? false)
  const [change, isLost] = useChange()
  return (
    <div className={css.page} data-pane="settings">
      <PageHead title={say('page.settings')} kind="text" />
      {isLost && (
        <MessageBar intent="error" className={`${css.lost}`}>
          <MessageBarBody>{say('settings.notKept')}</MessageBarBody>
        </MessageBar>
      )}
      <Section id="appearance" title={say('settings.appearance')}>
        <Choice
          label={say('settings.theme')}
          value={settings.theme}
          options={THEMES.map((theme) => [theme, say(`theme.${theme}`)])}
          onChoose={(theme) => void change({ theme })}
        />
        <Density />
      </Section>
      <Section id="language" title={say('settings.language')}>
        <Choice
          labelledBy="settings-language"
          value={settings.locale}
          options={LOCALE_CHOICES.map((locale) => [locale, say(`language.${locale}`)])}
          onChoose={(locale) => void change({ locale })}
        />
      </Section>
      <Section id="deciding" title={say('settings.deciding')} hint={say('settings.undo.hint')}>
        <Choice
          label={say('settings.undo')}
          value={settings.undoHoldSeconds}
          options={UNDO_SECONDS.map((seconds) => [seconds, say('settings.undo.seconds', { seconds })])}
          onChoose={(undoHoldSeconds) => void change({ undoHoldSeconds })}
        />
      </Section>
      <Section id="keys" title={say('settings.keys')}>
        <Field hint={say('settings.keys.single.hint')}>
          <Switch
            checked={settings.singleKeys}
            label={say('settings.keys.single')}
            onChange={(_, { checked }) => void change({ singleKeys: checked })}
          />
        </Field>
        <KeySettings change={change} />
      </Section>
      <Section id="notices" title={say('settings.notices')} hint={say('settings.notices.hint')}>
        <QuietHours quiet={settings.quietHours} change={change} />
      </Section>
      <Section id="layout" title={say('settings.layout')} hint={say('settings.layout.hint')}>
        <ResetLayout />
      </Section>
      <Storage />
      {isSample && (
        <Section id="sample" title={say('settings.sample')} hint={say('settings.sample.hint')}>
          <div className={css.acts}>
            <CommandButton command="guide.start">{say('command.guideStart')}</CommandButton>
            <CommandButton command="sample.reset">{say('command.sampleReset')}</CommandButton>
          </div>
        </Section>
      )}
    </div>
  )
}

function Density() {
  const say = useText()
  const { desk } = useStores()
  const density = useShared('desk', (state) => state.desk.density)
  return (
    <Choice
      label={say('desk.density')}
      value={density}
      options={DENSITIES.map((each) => [each, say(`desk.density.${each}`)])}
      onChoose={(wished) => desk.getState().keep({ density: wished })}
    />
  )
}

function ResetLayout() {
  const say = useText()
  const { commands } = useStores()
  const { announce } = useAnnounce()
  const reset = () => {
    commands.getState().run('layout.reset')
    announce(say('settings.layout.done'))
  }
  return <Button onClick={reset}>{say('command.layoutReset')}</Button>
}

interface ChoiceProps<T extends string | number> {
  readonly label?: string
  /** The heading that says it already. */
  readonly labelledBy?: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChoose: (value: T) => void
}

function Choice<T extends string | number>({ label, labelledBy, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Field {...(label !== undefined && { label })}>
      <RadioGroup
        layout="horizontal"
        {...(labelledBy !== undefined && { 'aria-labelledby': labelledBy })}
        className={`${css.choices}`}
        value={String(value)}
        onChange={(_, data) => {
          const wished = options.find(([each]) => String(each) === data.value)
          if (wished !== undefined) onChoose(wished[0])
        }}
      >
        {options.map(([each, words]) => (
          <Radio key={each} value={String(each)} label={words} />
        ))}
      </RadioGroup>
    </Field>
  )
}
