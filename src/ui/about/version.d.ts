/** The version of package.json; defined in `vite.config.ts`. */
declare const __EARSHOT_VERSION__: string
