/** What was typed cannot be meant; the message is a sentence that says why. */
export class WrongUsage extends Error {}
