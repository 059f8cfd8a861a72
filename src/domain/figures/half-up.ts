/** To some decimals, half up, without passing through a float. Neither is negative. */
export function halfUp(numerator: number, denominator: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale
}
