import { useId } from 'preact/hooks';
import { Icon } from '../../../ui/icon.tsx';
import { type MessageKey, text } from '../../../ui/text.ts';
import './concern-list.css';
import { type Choice, type Concern, isFixed, type TextConcern, type UrlConcern } from './offer.ts';
import type { Offer } from './use-offer.ts';

/** What the safety check found, each with its choice; nothing where it found nothing. */
export function ConcernList({ offer }: { offer: Offer }) {
  if (offer.concerns.length === 0) return null;
  return (
    <section class="concerns" aria-label={text('concernHeading')}>
      <p class="concern-heading">
        <Icon name="warning" /> {text('concernHeading')}
      </p>
      <ul>
        {offer.concerns.map((concern) => (
          <ConcernItem
            key={concern.id}
            concern={concern}
            choice={offer.choiceOf(concern)}
            onChoose={(choice) => offer.choose(concern, choice)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ConcernItemProps {
  concern: Concern;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

function ConcernItem({ concern, choice, onChoose }: ConcernItemProps) {
  const name = useId();
  const pick = (value: Choice, label: string) => (
    <label>
      <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(value)} />
      {label}
    </label>
  );
  return (
    <li>
      <fieldset>
        <legend>{sayWhat(concern)}</legend>
        <bdi class="concern-value">{concern.about === 'text' ? concern.value : concern.from}</bdi>
        {isFixed(concern) ? (
          <p>{text('concernFixed')}</p>
        ) : (
          <div class="concern-choice">
            {pick('hide', text(hideLabel(concern)))}
            {pick('show', text('concernShow'))}
          </div>
        )}
      </fieldset>
    </li>
  );
}

const sentences: Record<TextConcern['type'] | UrlConcern['action'], MessageKey> = {
  secret: 'safety_secret',
  password: 'safety_password',
  'private-key': 'safety_private_key',
  email: 'safety_email',
  card: 'safety_card',
  iban: 'safety_iban',
  ssn: 'safety_ssn',
  phone: 'safety_phone',
  strip: 'safety_url_strip',
  warn: 'safety_url_warn',
  block: 'safety_url_block',
};

const sayWhat = (concern: Concern): string => text(sentences[concern.about === 'text' ? concern.type : concern.action]);

function hideLabel(concern: Concern): MessageKey {
  if (concern.about === 'text') return 'concernMask';
  return concern.action === 'strip' ? 'concernClean' : 'concernLeaveOut';
}
