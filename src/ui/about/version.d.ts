/** The version of package.json; `vite.config.ts` puts it in. */
declare const __EARSHOT_VERSION__: string
