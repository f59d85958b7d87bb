export const windowSize = { width: 1200, height: 900 }
