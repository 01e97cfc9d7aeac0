interface Written {
  isMine: boolean;
  team: string;
}

/** Names as the person knows them. */
interface Known<Record> {
  teams: { id: string; member: { name: string } }[];
  author: (record: Record) => string;
}

/**
 * Whose name stands below what is copied to be read elsewhere, where "You" would be the reader. One's own is the name that one has in
 * the record's team, else in any; '' for who has none.
 */
export function signedBy<Record extends Written>(record: Record, { teams, author }: Known<Record>): string {
  if (!record.isMine) return author(record);
  return (teams.find(({ id }) => id === record.team) ?? teams[0])?.member.name ?? '';
}
