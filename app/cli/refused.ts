/** Something the user gave cannot be used; the message is the one sentence to show. */
export class Refused extends Error {}
