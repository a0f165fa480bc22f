import { Certificate16Regular } from '@fluentui/react-icons/svg/certificate'
import { Checkmark12Regular } from '@fluentui/react-icons/svg/checkmark'
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { Image16Regular } from '@fluentui/react-icons/svg/image'
import { Mail16Regular } from '@fluentui/react-icons/svg/mail'
import { Ribbon16Regular } from '@fluentui/react-icons/svg/ribbon'
import { ShieldTask16Regular } from '@fluentui/react-icons/svg/shield-task'
import { Signature16Regular } from '@fluentui/react-icons/svg/signature'
import { TextT16Regular } from '@fluentui/react-icons/svg/text-t'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { SignatureFact } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { SignatureKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatDay } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import css from './SignatureKinds.module.css'

const ICON = {
  cryptographic: ShieldTask16Regular,
  esign_stamp: Certificate16Regular,
  drawn: Signature16Regular,
  image: Image16Regular,
  seal: Ribbon16Regular,
  typed: TextT16Regular,
  initials: Edit16Regular,
  email: Mail16Regular,
} as const
type ShownKind = keyof typeof ICON

/** These five always stand there, zero included; the other three only when they occur. */
const ALWAYS = [
  'cryptographic',
  'esign_stamp',
  'drawn',
  'image',
  'typed',
] as const satisfies readonly ShownKind[]
const WHEN_THERE = ['seal', 'initials', 'email'] as const satisfies readonly ShownKind[]

/** Kinds of signature are different things and are never added up. */
export function SignatureKinds({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const signatures = (detail.report?.signatures ?? []).filter(({ kind }) => kind !== 'none')
  const count = (kind: SignatureKind) => signatures.filter((each) => each.kind === kind).length
  const kinds: readonly ShownKind[] = [...ALWAYS, ...WHEN_THERE.filter((kind) => count(kind) > 0)]
  return (
    <div className={css.signatures}>
      <ul className={css.kinds} aria-label={say('signature.label')}>
        {kinds.map((kind) => {
          const Icon = ICON[kind]
          return (
            <li key={kind} className={count(kind) > 0 ? css.there : undefined}>
              <span className="pd-num">
                <Icon /> {count(kind)}
              </span>
              {say(`signature.${kind}`)}
            </li>
          )
        })}
      </ul>
      <ul>
        {signatures.map((signature) => (
          <Signature key={JSON.stringify(signature)} signature={signature} />
        ))}
      </ul>
    </div>
  )
}

function Signature({ signature }: { readonly signature: SignatureFact }) {
  const say = useText()
  const { locale } = useIntl()
  const { kind, party, signer, date } = signature
  const Icon = kind === 'none' ? Signature16Regular : ICON[kind]
  return (
    <li className={css.line}>
      <Icon />
      <span>
        <b>{signer ?? say('signature.unknownSigner')}</b>,{' '}
        {say('signature.line', { party: say(`party.${party}`), kind: say(`signature.${kind}`) })}
      </span>
      <span className="pd-num">{date === null ? '' : formatDay(locale, date)}</span>
      {kind === 'cryptographic' && <ThreeFacts signature={signature} />}
    </li>
  )
}

/** Three separate facts: none of them stands for another (design.md section 5). */
function ThreeFacts({ signature }: { readonly signature: SignatureFact }) {
  const say = useText()
  const { intact, changedAfterSigning, coversWholeDocument } = signature
  return (
    <span className={css.facts}>
      {intact !== null && (
        <Fact holds={intact} words={say(intact ? 'signature.intact' : 'signature.notIntact')} />
      )}
      {changedAfterSigning !== null && (
        <Fact
          holds={!changedAfterSigning}
          words={say(changedAfterSigning ? 'signature.changed' : 'signature.unchanged')}
        />
      )}
      {coversWholeDocument !== null && (
        <Fact
          holds={coversWholeDocument}
          words={say(coversWholeDocument ? 'signature.covers' : 'signature.notCovers')}
        />
      )}
    </span>
  )
}

function Fact({ holds, words }: { readonly holds: boolean; readonly words: string }) {
  return (
    <span className={holds ? undefined : css.broken}>
      {holds ? <Checkmark12Regular /> : <Dismiss12Regular />} {words}
    </span>
  )
}
