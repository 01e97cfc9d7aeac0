import { backToField } from '../../../ui/back-to-field.ts';
import { text } from '../../../ui/text.ts';
import { type Filter, isOn, switchFilter } from './filters.ts';
import './filter-chips.css';

interface FilterChipsProps {
  query: string;
  filters: Filter[];
  onQuery: (query: string) => void;
}

/** Filters as switches below the search field. */
export function FilterChips({ query, filters, onQuery }: FilterChipsProps) {
  const press = (filter: Filter, { detail }: MouseEvent) => {
    onQuery(switchFilter(query, filter));
    // Keys are for the rows again. Only a pointer clicks once or more: other buttons go with their click, but a chip stays, and who came to it
    // by keyboard may press the one beside it.
    if (detail > 0) backToField();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div class="filters" role="group" aria-label={text('filterGroup')}>
      {filters.map((filter) => (
        <button
          key={filter.operator}
          type="button"
          class="filter"
          aria-pressed={isOn(query, filter)}
          onClick={(event) => press(filter, event)}
        >
          {text(filter.label)}
        </button>
      ))}
    </div>
  );
}
