import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'

interface OpenClaimProps {
  readonly claimName: string
  readonly onOpen: () => void
}

/** The way to a claim that a line of this page speaks of. A list has many: each says of which. */
export function OpenClaim({ claimName, onOpen }: OpenClaimProps) {
  const say = useText()
  return (
    <Button density="small" aria-label={say('quality.openClaim.long', { claim: claimName })} onClick={onOpen}>
      {say('quality.openClaim')}
    </Button>
  )
}
