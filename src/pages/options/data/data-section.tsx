import { countOwn } from '../../../store/adopt.ts';
import { count, text } from '../../../ui/text.ts';
import { Section } from '../section.tsx';
import { useQuery } from '../store-context.ts';
import { DeleteAll } from './delete-all.tsx';
import { ExportAll } from './export-all.tsx';
import { ImportFile } from './import-file.tsx';
import { LostAlone } from './lost-alone.tsx';

/** What one wrote: how much there is, out as a file, in from one, and gone. */
export function DataSection() {
  const own = useQuery(countOwn);
  return (
    <Section id="data" intro={text('optionsDataIntro')}>
      {own !== undefined && own > 0 && <p>{count(own, 'optionsDataOne', 'optionsDataMany')}</p>}
      <div class="rows">
        <ExportAll />
        <ImportFile />
        <DeleteAll />
      </div>
      <LostAlone />
    </Section>
  );
}
