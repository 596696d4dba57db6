/** A day, and the hours that a slow backup may take. */
export const backupOverdueSeconds = 26 * 3600;
