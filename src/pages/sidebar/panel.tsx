import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Announcer } from '../../ui/announcer.tsx';
import { backToField } from '../../ui/back-to-field.ts';
import { IconButton } from '../../ui/button.tsx';
import { MadeReady } from '../../ui/made-ready.tsx';
import { NotKept } from '../../ui/not-kept.tsx';
import { text } from '../../ui/text.ts';
import { useLetters } from '../../ui/use-letters.ts';
import { AskView } from './ask-view.tsx';
import { DeskContext, useStore } from './desk.ts';
import { useSearchOpen } from './filter/use-search-open.ts';
import { OneView } from './one-view.tsx';
import { PageView } from './page/page-view.tsx';
import { type PageInView, useActive } from './page/use-active.ts';
import './panel.css';
import { Said } from './said.tsx';
import { Results, SearchField, useSearch } from './search.tsx';
import { ShareView } from './share/share-view.tsx';
import { TeamLine } from './team-line.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useNewDesk } from './use-desk.ts';
import { useView, type Views } from './use-view.ts';
import { nameOf, type View } from './view.ts';
import { WriteView } from './write-view.tsx';

/** Everything the side panel shows. */
export function Panel() {
  const page = useActive();
  const views = useView();
  const { desk, undoable, forget } = useNewDesk(views);
  return (
    <DeskContext.Provider value={desk}>
      <div class="panel">
        <Announcer />
        <Body {...views} page={page} />
        <UndoBar undoable={undoable} forget={forget} />
        <TeamLine />
      </div>
    </DeskContext.Provider>
  );
}

/**
 * What had the focus goes with its view; a keyboard goes on in the next one, not at the top of the document, nor in the search above
 * what was just called for; back at a search, in that.
 */
function useBackToMain(main: RefObject<HTMLElement | null>, view: View, isSearch: boolean): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const now = document.activeElement;
    const isLost = now === null || now === document.body;
    const heading = main.current?.contains(now) ? null : main.current?.querySelector<HTMLElement>('.sheet h1');
    if (!isFirst.current && isSearch) backToField();
    else if (!isFirst.current) (heading ?? (isLost ? main.current : null))?.focus();
    isFirst.current = false;
  }, [view]);
}

interface BodyProps extends Views {
  page: PageInView | null;
}

/** The search stands above whatever is shown; as soon as there is an answer to what is typed, that stands in its place. */
function Body({ view, query, page, search: setQuery, ...views }: BodyProps) {
  const { relaxed } = useStore();
  const main = useRef<HTMLElement>(null);
  useBackToMain(main, view, query !== '');
  const search = useSearch({ query, onQuery: setQuery, letters: useLetters(main), isLeft: view.view !== 'page' });
  const beside = view.view === 'page' && !search.found ? page?.page : '';
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    // Who comes back to what was found goes on at the row they left.
    main.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [view, search.typed, beside]);
  const { isOpen, ref } = useSearchOpen<HTMLElement>(query);
  const { begun, back, finish } = views;
  // Not drawn again with each letter.
  const shown = useMemo(() => <Shown {...{ view, page, begun, back, finish }} />, [view, page, begun, back, finish]);
  return (
    <>
      <header class="panel-top" ref={ref}>
        {view.view === 'page' && <h1 class="hidden-visually">{text('extensionName')}</h1>}
        <SearchField search={search} isOpen={isOpen} site={page?.isWeb ? page.site : ''}>
          <IconButton icon="add" label={text('writeHeading')} onClick={() => views.go({ view: 'write' })} />
        </SearchField>
      </header>
      {/* Rows take no focus, as their field has it: what scrolls them does, or a keyboard could only go from row to row. */}
      <main ref={main} tabIndex={search.found ? 0 : -1}>
        {views.notice && <Said failure={views.notice} page={page} onClose={views.dismiss} />}
        {search.found && <Results search={search} />}
        <div class="panel-view" hidden={search.found !== null}>
          {shown}
        </div>
        <MadeReady open={() => relaxed.open()} />
      </main>
    </>
  );
}

type ShownProps = Pick<BodyProps, 'view' | 'page' | 'begun' | 'back' | 'finish'>;

function Shown({ view, page, begun, back, finish }: ShownProps) {
  const onDone = () => finish(view);
  switch (view.view) {
    case 'page':
      return <PageView page={page} begun={begun} />;
    case 'one':
      return <OneView key={view.key[1]} recordKey={view.key} note={view.note} onBack={back} />;
    case 'ask':
      return <AskView key={nameOf(view)} view={view} page={page} />;
    case 'write':
      return <WriteView />;
    case 'share':
      return <ShareView key={view.key[1]} recordKey={view.key} onDone={onDone} />;
    case 'not-kept':
      return <NotKept code={view.code} text={view.text} onDone={onDone} />;
  }
}
