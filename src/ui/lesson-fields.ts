import type { BodyOf } from '../domain/kinds/index.ts';
import { isWebUrl } from '../domain/site.ts';

/** What a person writes about a lesson, as it stands in its fields. */
export interface LessonFields {
  title: string;
  note: string;
  /** Separated by commas. */
  tags: string;
  link: string;
}

export const noFields: LessonFields = { title: '', note: '', tags: '', link: '' };

/** The fields of a lesson that is there. */
export const fieldsOf = ({ title = '', note = '', tags = [], link = '' }: Partial<BodyOf<'lesson'>>): LessonFields => ({
  title,
  note,
  tags: tags.join(', '),
  link,
});

/** Tags as typed: commas part them, `#` may stand before one, none is there twice. */
export function readTags(typed: string): string[] {
  const tags = typed.split(/[,，、]/u).map((tag) => tag.trim().replace(/^#/, '').trim());
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const isNew = tag !== '' && !seen.has(tag.toLowerCase());
    seen.add(tag.toLowerCase());
    return isNew;
  });
}

/** An address as typed: `example.com/x` is meant as https. '' for none, null for what is no address. */
export function readLink(typed: string): string | null {
  const link = typed.trim();
  if (link === '') return '';
  const full = /^[a-z][a-z\d+.-]*:/i.test(link) ? link : `https://${link}`;
  return isWebUrl(full) && /^https?:/i.test(full) && !/\s/.test(link) ? full : null;
}

/** A body with its fields as they stand now; what is empty is left out, what is no address stays as it was. */
export function withFields<Body extends Partial<BodyOf<'lesson'>>>(body: Body, fields: LessonFields): Body {
  const { title: _t, note: _n, tags: _g, link: _l, ...rest } = body;
  const tags = readTags(fields.tags);
  const link = readLink(fields.link) ?? body.link ?? '';
  const written = {
    ...(fields.title.trim() ? { title: fields.title.trim() } : {}),
    ...(fields.note.trim() ? { note: fields.note.trim() } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(link ? { link } : {}),
  };
  return { ...rest, ...written } as Body;
}
