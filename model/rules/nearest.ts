import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means; none where all are further than a third of its letters. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (!candidates.length) return undefined;
  const guess = closest(word, candidates);
  return distance(word, guess) <= Math.max(1, Math.ceil(word.length / 3)) ? guess : undefined;
}
