/**
 * Keys for the rows of a list, in their order: a row that stays has the key it had, one that is new has that of one that goes, where there
 * is any. So what stands in the page is written over; to take ten rows out and to make ten others costs twice as much, with each letter.
 * `before`: by what each row shows, which key it has; gives the same for now.
 */
export function slotsFor(shown: string[], before: ReadonlyMap<string, number>): Map<string, number> {
  const stays = new Set(shown);
  const free = [...before].filter(([one]) => !stays.has(one)).map(([, slot]) => slot);
  const taken = [...before.values()];
  let next = Math.max(-1, ...taken) + 1;
  return new Map(shown.map((one) => [one, before.get(one) ?? free.shift() ?? next++]));
}
