/** A hand that trembles the same way every time. */
interface Chance {
  /** 0 to 1 */
  next(): number
  /** low to high */
  between(low: number, high: number): number
  /** One of the list. */
  pick<T>(list: readonly [T, ...T[]]): T
}

/** Seeded random numbers. Algorithm: mulberry32 (Tommy Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  }
}

/** Smooth noise from -1 to 1 along a line: a slow wander, one bend a unit. */
export function wander(seed: number): (at: number) => number {
  const value = (index: number) => {
    let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index, 0xc2b2ae35)
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1
  }
  return (at) => {
    const index = Math.floor(at)
    const part = at - index
    const ease = part * part * (3 - 2 * part)
    return value(index) * (1 - ease) + value(index + 1) * ease
  }
}
