import type { ReactNode } from 'react'
import { ApprovalMatter, ConsentMatter } from './ApprovalMatters.tsx'
import { ArbitrationMatter } from './ArbitrationMatter.tsx'
import { DisputeMatter, RejectionMatter } from './DisputeMatters.tsx'
import type { MatterProps } from './matterProps.ts'
import { type Matter, openMatters } from './openMatters.ts'
import { InfoRequestMatter, PartnerRequestMatter } from './RequestMatters.tsx'

const PART = {
  partner_request: PartnerRequestMatter,
  info_request: InfoRequestMatter,
  dispute: DisputeMatter,
  arbitration: ArbitrationMatter,
  rejection: RejectionMatter,
  approval: ApprovalMatter,
  consent: ConsentMatter,
} as const satisfies Record<Matter, (props: MatterProps) => ReactNode>

/** What is open between partner, customer and reviewers: asked, answered, contested, decided. */
export function Matters(props: MatterProps) {
  return openMatters(props.detail.claim).map((matter) => {
    const Part = PART[matter]
    return <Part key={matter} {...props} />
  })
}
