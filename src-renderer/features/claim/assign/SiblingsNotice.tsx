import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { useText } from '../../../format/useText.ts'
import type { ClaimRef } from '../../../stores/assignmentStore.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from './assign.module.css'

type Sibling = ClaimDetail['siblings'][number]

/** Whoever has just taken a claim may take the customer's others too: the papers are often the same. */
export function SiblingsNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { assignment } = useStores()
  const { claimId, customer } = detail.claim.form
  const isOffered = useShared('assignment', (state) => state.offerFor === claimId)
  const count = detail.siblings.length
  if (!isOffered || count === 0) return null
  return (
    <Notice tone="note">
      <span>{say('siblings.wait', { count, customer: customer.companyName })}</span>
      <span className={css.siblings}>
        <Button onClick={() => void assignment.getState().takeAll(detail.siblings.map(refOf))}>
          {say('siblings.takeAll', { count })}
        </Button>
        <Pick siblings={detail.siblings} />
        <Button appearance="subtle" onClick={() => assignment.getState().dismissOffer()}>
          {say('siblings.no')}
        </Button>
      </span>
    </Notice>
  )
}

function Pick({ siblings }: { readonly siblings: readonly Sibling[] }) {
  const say = useText()
  const { assignment } = useStores()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button>{say('siblings.pick')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {siblings.map((sibling) => (
            <MenuItem
              key={sibling.claimId}
              subText={say('siblings.of', {
                partner: sibling.partnerName,
                id: sibling.claimId,
                status: say(`state.${sibling.state}`),
              })}
              onClick={() => void assignment.getState().takeAll([refOf(sibling)])}
            >
              {sibling.claimName}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

const refOf = ({ claimId, revision, claimName: name }: Sibling): ClaimRef => ({ claimId, revision, name })
