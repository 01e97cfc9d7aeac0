import { useEffect, useId, useState } from 'preact/hooks';
import { type Fit, forPage } from '../../../store/for-page.ts';
import { ResultRow } from '../../../ui/result-row.tsx';
import { text } from '../../../ui/text.ts';
import { useDesk, useStore } from '../desk.ts';
import type { PageInView } from './use-active.ts';

/** A handful; more would be another list to read. */
const MOST = 3;

/** What fits what the page is called. Asked once for a page, whatever its title does later, so that nothing moves. */
export function useFits({ page, url, title }: PageInView): Fit[] {
  const { relaxed } = useStore();
  const [fits, setFits] = useState<Fit[]>([]);
  const hasTitle = title.trim() !== '';
  useEffect(() => {
    let isHere = true;
    const asked = { url: url ?? '', title, headings: [], body: '' };
    const look = async () => {
      try {
        const found = await forPage(relaxed, asked, { limit: MOST });
        if (isHere) setFits(found);
      } catch (error) {
        // The database closes with the panel, whatever is still being looked for.
        if (isHere) throw error;
      }
    };
    if (hasTitle) void look();
    return () => {
      isHere = false;
    };
  }, [page, hasTitle]);
  return fits;
}

/** Lessons from elsewhere that fit the page in view, each saying why. */
export function ForPageList({ fits }: { fits: Fit[] }) {
  const desk = useDesk();
  const id = useId();
  if (fits.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{text('listForPage')}</h2>
      <ul class="recent">
        {fits.map((fit) => (
          <li key={`${fit.record.team} ${fit.record.id}`}>
            <button
              type="button"
              onClick={() => desk.go({ view: 'one', key: [fit.record.team, fit.record.id], note: false })}
            >
              <ResultRow
                record={fit.record}
                created={fit.record.created}
                author={desk.author(fit.record)}
                team={desk.team(fit.record.team)}
              />
              <p class="fit">{sayWhy(fit)}</p>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "same site · refund, chargeback" */
export const sayWhy = ({ isSameSite, because }: Pick<Fit, 'isSameSite' | 'because'>): string =>
  [isSameSite ? text('fitSameSite') : '', because.slice(0, 3).join(', ')].filter(Boolean).join(' · ');
