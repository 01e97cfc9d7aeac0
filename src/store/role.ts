/** What a member may do in a team; the server decides, this is for showing. */
export type Role = 'owner' | 'admin' | 'member' | 'reader';
