import type { ZoomOrder } from './messages.ts'

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const
/** A fitted scale is a crooked number; a step that one can hardly see is no step. */
const LEAST_CHANGE = 1.03

/** The next round scale above or below; at either end the scale stays. */
export function stepScale(scale: number, direction: 'in' | 'out'): number {
  if (direction === 'in') return STEPS.find((step) => step > scale * LEAST_CHANGE) ?? scale
  return STEPS.findLast((step) => step < scale / LEAST_CHANGE) ?? scale
}

/** The scale that an order names; a fitted one is found by whoever knows the window, and stays until then. */
export function scaleAfter(scale: number, order: ZoomOrder): number {
  if (order.to === 'value') return order.scale
  return order.to === 'in' || order.to === 'out' ? stepScale(scale, order.to) : scale
}
