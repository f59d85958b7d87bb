/** The value below which this share of the values lies; of an even number's middle two, the mean. */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('percentile of nothing')
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (values) => percentile(values, 0.5)
