/** Wrong arguments; the message is a sentence for the user. */
export class WrongUsage extends Error {}
