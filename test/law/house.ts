import { emptyNames, LINES_MAX, rooms } from './rooms.ts';
import { roomOf, type Source } from './source.ts';

/** Each law takes sources and gives a sentence for every breach of it. */
export type Law = (sources: Source[]) => string[];

export const everyFileHasARoom: Law = (sources) =>
  sources
    .filter(({ room }) => !Object.hasOwn(rooms, room))
    .map(({ path, room }) =>
      room === '' ? `${path} stands in no room.` : `${path} is in the room ${room}, which the map does not have.`,
    );

export const arrowsPointOneWay: Law = (sources) =>
  sources.flatMap(({ path, room, imports }) =>
    imports
      .filter(({ to, isOurs }) => isOurs && roomOf(to) !== room && to.startsWith('src/'))
      .filter(({ to }) => !rooms[room]?.looksInto.includes(roomOf(to)))
      .map(({ to }) => `${path} looks into ${roomOf(to) || to}; ${room} may not.`),
  );

export const foldersPointOneWay: Law = (sources) =>
  sources.flatMap(({ path, room, imports }) => {
    const order = rooms[room]?.folders;
    if (!order) return [];
    const placeOf = (file: string): number => order.indexOf(file.slice(`src/${room}/`.length).split('/')[0] ?? '');
    if (placeOf(path) < 0) return [`${path} stands in no folder of ${room}.`];
    return imports
      .filter(({ to, isOurs }) => isOurs && roomOf(to) === room && placeOf(to) > placeOf(path))
      .map(({ to }) => `${path} looks into ${to}, which stands behind it.`);
  });

export const nothingLeavesTheHouse: Law = (sources) =>
  sources.flatMap(({ path, room, imports }) =>
    imports
      .filter(({ to, isOurs }) => isOurs && !to.startsWith('src/') && !to.startsWith('public/_locales/'))
      .filter(() => room !== 'dev')
      .map(({ to }) => `${path} looks at ${to}, outside src.`),
  );

export const someRoomsGiveOnlyTypes: Law = (sources) =>
  sources.flatMap(({ path, room, imports }) =>
    imports
      .filter(({ to, isOurs, isTypeOnly }) => isOurs && !isTypeOnly && rooms[room]?.typesOnly?.includes(roomOf(to)))
      .filter(({ to }) => !rooms[room]?.mayUse?.includes(to))
      .map(({ to }) => `${path} takes more than types from ${to}; it would bring the schema library into the page.`),
  );

export const packagesStayInTheirRooms: Law = (sources) =>
  sources.flatMap(({ path, room, imports }) =>
    imports
      .filter(({ isOurs }) => !isOurs)
      .filter(({ to }) => rooms[room] && !rooms[room].packages.includes(to))
      .map(({ to }) => `${path} carries ${to}; ${room} may not.`),
  );

/** What `capture` and `anchor` reach through others reaches the page as well. */
export const pageLayerCarriesNoPackage: Law = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reach = (path: string, seen: Set<string>): string[] => {
    const source = byPath.get(path);
    if (!source || seen.has(path)) return [];
    seen.add(path);
    const needed = source.imports.filter(({ isTypeOnly }) => !isTypeOnly);
    const here = needed.filter(({ isOurs }) => !isOurs).map(({ to }) => `${path}, which carries ${to}`);
    return [...here, ...needed.filter(({ isOurs }) => isOurs).flatMap(({ to }) => reach(to, seen))];
  };
  return sources
    .filter(({ room }) => room === 'capture' || room === 'anchor')
    .flatMap(({ path }) => reach(path, new Set()).map((end) => `${path} brings into the page: ${end}.`));
};

export const noCycles: Law = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      found.push(`These import each other in a circle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}.`);
      return;
    }
    if (done.has(path)) return;
    for (const { to } of byPath.get(path)?.imports ?? []) if (byPath.has(to)) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
};

const PAGE_GLOBALS = /(?<![\w$.])(document|window)(?![\w$])(?!\??:)/g;
const BROWSER_GLOBALS = /(?<![\w$.])(chrome|browser)\s*\??\.\s*\w/g;

export const globalsStayWhereTheyExist: Law = (sources) =>
  sources
    .filter(({ room }) => rooms[room]?.hasPage === false)
    .flatMap(({ path, room, code }) =>
      [...code.matchAll(PAGE_GLOBALS)].map(([, name]) => `${path} names ${name}; in ${room} there is none.`),
    );

export const onlyOneRoomTouchesTheBrowser: Law = (sources) =>
  sources
    .filter(({ room }) => room !== 'browser' && room !== 'dev')
    .flatMap(({ path, code }) =>
      [...code.matchAll(BROWSER_GLOBALS)].map(([call]) => `${path} says ${call}…; ask the browser room.`),
    );

export const filesStaySmall: Law = (sources) =>
  sources
    .filter(({ lines }) => lines > LINES_MAX)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${LINES_MAX} are the most.`);

export const namesSaySomething: Law = (sources) =>
  sources.flatMap(({ path }) =>
    path
      .split('/')
      .map((part) => part.replace(/\.\w+$/, ''))
      .filter((part) => part.split(/[-.]/).some((word) => emptyNames.includes(word)))
      .map((part) => `${path} is called ${part}, which says nothing about what is inside.`),
  );
