/** Every table with what its rows are told apart by, in the order they are written back. */
export const tables: { name: string; key: string[] }[] = [
  { name: 'teams', key: ['id'] },
  { name: 'members', key: ['team', 'id'] },
  { name: 'devices', key: ['team', 'id'] },
  { name: 'invites', key: ['team', 'hash'] },
  { name: 'joins', key: ['team', 'invite', 'key_hash'] },
  { name: 'records', key: ['team', 'id'] },
  { name: 'audit', key: ['team', 'id'] },
  { name: 'erasures', key: ['team', 'member'] },
  { name: 'withdrawals', key: ['team', 'member'] },
  { name: 'graves', key: ['team', 'id'] },
  { name: 'days', key: ['team', 'at'] },
];

/** First line of a backup. Each further line is one row: `["table",{"column":value}]`. All of it is gzip. */
export interface BackupHead {
  sidelight: 'backup';
  /** Of the tables; see `migrations.ts`. */
  schema: number;
  at: number;
}
