/** A number for a page's content: to the thousandth, without idle zeros. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0)
}
