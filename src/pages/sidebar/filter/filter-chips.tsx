import { text } from '../../../ui/text.ts';
import { type Filter, isOn, switchFilter } from './filters.ts';
import './filter-chips.css';

interface FilterChipsProps {
  query: string;
  filters: Filter[];
  onQuery: (query: string) => void;
}

/** Filters as switches below the search field. */
export const FilterChips = ({ query, filters, onQuery }: FilterChipsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
  <div class="filters" role="group" aria-label={text('filterGroup')}>
    {filters.map((filter) => (
      <button
        key={filter.operator}
        type="button"
        class="filter"
        aria-pressed={isOn(query, filter)}
        onClick={() => onQuery(switchFilter(query, filter))}
      >
        {text(filter.label)}
      </button>
    ))}
  </div>
);
