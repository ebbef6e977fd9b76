/** Binary search, for all rooms. */

/** Of `count` places in order, the first of which `before` no longer holds; `count` where it holds of all. O(log count). */
export function partitionPoint(count: number, before: (place: number) => boolean): number {
  let low = 0, high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(middle)) low = middle + 1
    else high = middle
  }
  return low
}
