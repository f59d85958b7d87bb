/** Words inside names that have no capital. Lower case. */
export const nameParticles: ReadonlySet<string> = new Set(
  `de del della di da dos du des la le van von der den ten ter zu al el bin ibn of the and y e et und &`.split(
    ' ',
  ),
)
