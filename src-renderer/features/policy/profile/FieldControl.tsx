import { type FieldControlProps, OneValue } from './OneValue.tsx'
import { OrderControl } from './OrderControl.tsx'
import { RowsControl } from './RowsControl.tsx'

/** What changes one field, be it a value or a table. */
export function FieldControl(props: FieldControlProps) {
  const { input } = props
  if (input.kind === 'rows') return <RowsControl {...props} input={input} />
  if (input.kind === 'order') return <OrderControl {...props} input={input} />
  return <OneValue {...props} />
}
