/** What a record of any kind may say. */
export interface Said {
  created: number;
  title?: string;
  quote?: string;
  note?: string;
  text?: string;
  tags?: string[];
  link?: string;
  question?: string;
  target?: { href: string };
}

/** A record that stands, as whoever wrote it knows it. */
export interface Standing {
  team: string;
  id: string;
  kind: string;
  isMine: boolean;
  /** The name of who wrote it, '' where nobody gave one. */
  author: string;
  body: Said;
}
