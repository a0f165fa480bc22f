import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import css from './HelpPage.module.css'

/** What an incident report needs. */
export function About() {
  const say = useText()
  const host = useShared('session', (state) => valueOf(state.host))
  if (host === null) return null
  const { parts } = host
  const browser = /(?:Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent
  const lines = [
    [say('help.about.version'), host.version],
    [say('help.about.host'), host.host],
    [say('help.about.contract'), String(parts.contract)],
    [say('help.about.checker'), parts.checker],
    [say('help.about.reader'), parts.reader],
    [say('help.about.node'), parts.node],
    [say('help.about.browser'), browser],
  ] as const
  const text = lines.map((line) => line.join(' ')).join('\n')
  return (
    <>
      <dl className={css.versions}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="pd-num">{value}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={text} what={say('help.about.copy')} />
    </>
  )
}
