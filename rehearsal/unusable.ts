/** Something that the user can mend before a rehearsal can run. */
export class Unusable extends Error {}
