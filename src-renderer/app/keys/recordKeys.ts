const MODIFIERS = [
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/** What was pressed, in the notation of the registry; null while only modifiers are down. */
export function bindingOf(
  { key, ctrlKey, altKey, shiftKey, metaKey }: Pressed,
  isApple: boolean,
): string | null {
  if (MODIFIERS.includes(key)) return null
  const isLetter = /^\p{L}$/u.test(key)
  const isSign = key.length === 1 && !isLetter && key !== ' '
  const mod = isApple ? metaKey : ctrlKey
  const other = isApple ? ctrlKey : metaKey
  return [
    ...(mod ? ['$mod'] : []),
    ...(other ? [isApple ? 'Control' : 'Meta'] : []),
    ...(altKey ? ['Alt'] : []),
    // Where a sign needs Shift on one keyboard, another has it without.
    ...(isSign ? ['[Shift]'] : shiftKey ? ['Shift'] : []),
    key === ' ' ? 'Space' : isLetter ? letterOf(key, shiftKey && !mod && !altKey) : key,
  ].join('+')
}

const letterOf = (key: string, isShifted: boolean) => (isShifted ? key.toUpperCase() : key.toLowerCase())
