// ../heal-tools/try.ts
import { readFile } from "node:fs/promises";

// src/dev/browsers/chrome.ts
import { once } from "node:events";

// src/dev/browsers/chrome-page.ts
var pages = /* @__PURE__ */ new WeakMap();
function pageOfTarget(target) {
  const standing = pages.get(target);
  if (standing) return standing;
  const coming = target.page().then((page) => page ?? target.asPage());
  pages.set(target, coming);
  return coming;
}

// src/dev/browsers/chrome-complaints.ts
function listen(program) {
  const complaints = [];
  const complain = (where) => (error) => {
    complaints.push(`${where}: ${error instanceof Error ? error.stack ?? error.message : error}`);
  };
  const attend = async (target) => {
    const where = target.url();
    if (target.type() === "service_worker") (await target.worker())?.on("error", complain(where));
    const isView = target.type() === "page" || where.startsWith("chrome-extension://");
    if (isView && target.type() !== "service_worker") (await pageOfTarget(target)).on("pageerror", complain(where));
  };
  program.on("targetcreated", (target) => void attend(target).catch(() => {
  }));
  for (const target of program.targets()) void attend(target).catch(() => {
  });
  return complaints;
}

// src/dev/browsers/chrome-dispatch.ts
function installDispatch(installed, front) {
  return {
    async command(name) {
      await front().bringToFront();
      await installed.inWorker(async (name2) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(name2, tab);
      }, name);
    },
    async menu(id, where) {
      const tab = front();
      const frame = where?.frame === void 0 ? tab.mainFrame() : tab.frames().find((one) => one.url().includes(where.frame ?? ""));
      const spot = await frame?.evaluate(readSpot) ?? {};
      await installed.inWorker(
        async (id2, spot2) => {
          const [tab2] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const info = { menuItemId: id2, pageUrl: tab2?.url, editable: false, frameId: 0, ...spot2 };
          chrome.contextMenus.onClicked.dispatch(info, tab2);
        },
        id,
        spot
      );
    },
    badge: async () => installed.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText(tab?.id === void 0 ? {} : { tabId: tab.id });
    })
  };
}
function readSpot() {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const node = range?.startContainer.childNodes[range.startOffset] ?? null;
  const element = range?.startContainer.parentElement;
  const link = element?.closest("a");
  return {
    ...String(selection) ? { selectionText: String(selection) } : {},
    ...node instanceof HTMLImageElement ? { srcUrl: node.currentSrc } : {},
    ...link ? { linkUrl: link.href } : {},
    ...element?.isContentEditable ? { editable: true } : {}
  };
}

// src/dev/browsers/until.ts
var PATIENCE_MS = 2e4;
var LOOK_AGAIN_MS = 25;
async function until(what, look, patienceMs = PATIENCE_MS) {
  const end = Date.now() + patienceMs;
  let met = "nothing";
  for (; ; ) {
    try {
      const seen = await look();
      if (seen) return seen;
      met = "nothing";
    } catch (error) {
      met = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms for ${what}; the last look met ${met}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

// src/dev/browsers/chrome-extension.ts
async function install(browser2, folder) {
  const id = await browser2.installExtension(folder);
  const address = (file) => `chrome-extension://${id}/${file}`;
  const isWorker = (target) => target.type() === "service_worker" && target.url().startsWith(address(""));
  const living = async () => await browser2.targets().find(isWorker)?.worker() ?? null;
  const installed = {
    id,
    address,
    async inWorker(look, ...args) {
      if (!await living()) await wake(browser2, address("manifest.json"));
      const worker = await until("the worker to start", living);
      return await worker.evaluate(look, ...args);
    },
    async stopWorker() {
      await stop(await until("the worker to stop it", living));
      await until("the worker to be gone", async () => !browser2.targets().some(isWorker));
    },
    async reload() {
      if (await living()) await installed.stopWorker();
      await browser2.installExtension(folder);
    },
    extension: () => until("the extension to be listed", async () => (await browser2.extensions()).get(id)),
    async pageOf(file) {
      const target = await until(
        `${file} to open`,
        () => browser2.targets().find((one) => one.url().split(/[?#]/)[0] === address(file))
      );
      return pageOfTarget(target);
    }
  };
  return installed;
}
var stop = (worker) => worker.close();
async function wake(browser2, address) {
  const page = await browser2.newPage({ background: true });
  try {
    await page.goto(address);
    await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => null));
  } finally {
    await page.close();
  }
}

// src/dev/browsers/chrome-hosts.ts
var OFFERED = ["*://*/*", "file:///*"];
async function agreeToHosts(program, id) {
  await onExtensionsPage(program, id, "addHostPermission");
  return () => onExtensionsPage(program, id, "removeHostPermission");
}
async function onExtensionsPage(program, id, change) {
  const page = await program.newPage();
  await page.goto("chrome://extensions");
  for (const pattern of OFFERED) await page.evaluate(changeHost, change, id, pattern);
  await page.close();
}
async function switchFiles(program, id, is) {
  const page = await program.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(changeFiles, id, is);
  await page.close();
}
async function changeFiles(extensionId, fileAccess) {
  const { developerPrivate } = chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess });
}
function changeHost(change, id, pattern) {
  const { developerPrivate } = chrome;
  return developerPrivate[change](id, pattern);
}

// src/dev/browsers/chrome-launch.ts
import { launch } from "puppeteer-core";

// src/dev/browsers/programs.ts
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
var COMMANDS = {
  chrome: [
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge"
  ],
  firefox: ["firefox", "firefox-esr", "firefox-developer-edition"]
};
var MAC = {
  chrome: [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"]
};
var WINDOWS = {
  chrome: [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe"
  ],
  firefox: ["Mozilla Firefox/firefox.exe", "Firefox Developer Edition/firefox.exe"]
};
var NAMED = { chrome: "CHROME", firefox: "FIREFOX" };
function findProgram(browser2, env = process.env) {
  const named = env[NAMED[browser2]];
  const path = [...named ? [named] : [], ...places(browser2, env)].find((place) => existsSync(place));
  return path ? { browser: browser2, path } : null;
}
function places(browser2, env) {
  if (process.platform === "darwin") {
    const folders2 = ["/Applications", join(env.HOME ?? "", "Applications")];
    return MAC[browser2].flatMap((app) => folders2.map((folder) => join(folder, app)));
  }
  if (process.platform === "win32") {
    const folders2 = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== void 0
    );
    return WINDOWS[browser2].flatMap((exe) => folders2.map((folder) => join(folder, exe)));
  }
  const folders = [...(env.PATH ?? "").split(delimiter), "/snap/bin", "/usr/bin"];
  return COMMANDS[browser2].flatMap((command) => folders.map((folder) => join(folder, command)));
}

// src/dev/browsers/chrome-launch.ts
var QUIET = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,DialMediaRouteProvider",
  "--disable-search-engine-choice-screen"
];
async function launchChrome(opening) {
  const program = opening.program ?? findProgram("chrome")?.path;
  if (!program) throw new Error("No Chrome, Chromium or Edge was found. Install one, or name it in CHROME.");
  return launch({
    executablePath: program,
    headless: !opening.visible,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...opening.display ? { env: { ...process.env, DISPLAY: opening.display } } : {},
    ...opening.profile ? { userDataDir: opening.profile } : {},
    ...opening.isLeftAlone ? { targetFilter: watchedBy(opening.isLeftAlone) } : {},
    ...opening.visible ? { ignoreDefaultArgs: ["--enable-automation"] } : {},
    args: [...QUIET, ...flagsFor(opening)]
  });
}
var watchedBy = (isLeftAlone) => (target) => target.type() === "service_worker" || !isLeftAlone();
function flagsFor({ language = "en-US", proxyPort }) {
  const flags = ["--window-size=1280,900", `--lang=${language}`];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  if (proxyPort) flags.push(`--proxy-server=127.0.0.1:${proxyPort}`, "--proxy-bypass-list=<-loopback>");
  return flags;
}

// src/dev/browsers/chrome-toast.ts
async function readToast(page) {
  return withRoots(page, async (session, roots) => {
    const texts = await Promise.all(roots.map((root) => callOn(session, root, readRoot)));
    return texts.join("\n").trim();
  });
}
async function tapToast(page, name) {
  const point = await withRoots(page, async (session, roots) => {
    const points = await Promise.all(roots.map((root) => callOn(session, root, pointIn, name)));
    return points.find((one) => one !== null) ?? null;
  });
  if (point) await page.mouse.click(point.x, point.y);
  return point !== null;
}
function readRoot() {
  return Array.from(this.querySelectorAll("*")).filter((element) => element.matches("button, p, span, output, [role=status]") && element.checkVisibility()).map((element) => element.innerText).join("\n");
}
function pointIn(name) {
  const button = Array.from(this.querySelectorAll("button")).find((one) => one.innerText.trim() === name);
  if (!button?.checkVisibility()) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
async function withRoots(page, work) {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    return await work(session, closedRoots(root));
  } finally {
    await session.detach();
  }
}
function closedRoots(node) {
  const own = node.shadowRootType === "closed" ? [node.backendNodeId] : [];
  const below = [
    ...node.shadowRoots ?? [],
    ...node.children ?? [],
    ...node.contentDocument ? [node.contentDocument] : []
  ];
  return [...own, ...below.flatMap(closedRoots)];
}
async function callOn(session, backendNodeId, look, ...args) {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: String(look),
    arguments: args.map((value) => ({ value })),
    returnByValue: true
  });
  return result.value;
}

// src/dev/browsers/seek.ts
function seek(role, name, beside) {
  const kinds = {
    button: "button, [role=button], summary, input[type=submit]",
    link: "a[href]",
    textbox: "input:not([type=checkbox], [type=radio], [type=submit], [type=file]), textarea, [role=textbox], [contenteditable=true]",
    switch: "[role=switch], input[type=checkbox]",
    radio: "input[type=radio], [role=radio]",
    option: "[role=option]",
    menuitem: "[role=menuitem]",
    article: "article, li",
    tab: "[role=tab]"
  };
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element) => {
    const labelledBy = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labels = "labels" in element && element.labels ? Array.from(element.labels) : [];
    return plain(labelledBy.map((id) => document.getElementById(id)?.textContent).join(" ")) || plain(element.getAttribute("aria-label")) || plain(labels.map((label) => label.textContent).join(" ")) || plain(element.textContent) || plain(element.title || element.getAttribute("placeholder"));
  };
  const seen = Array.from(document.querySelectorAll(kinds[role])).filter(
    (element) => element.checkVisibility({ visibilityProperty: true })
  );
  const found = seen.filter((element) => {
    if (beside === null) return true;
    const around = element.closest("article, li, form, fieldset, section");
    return plain(around?.textContent).includes(beside);
  });
  const exact = found.find((element) => nameOf(element) === name);
  const loose = found.filter((element) => nameOf(element).includes(name));
  return exact ?? (loose.length === 1 ? loose[0] ?? null : null);
}
function readAloud() {
  return document.body.innerText.replace(/\s+/g, " ").slice(0, 600);
}
async function pointAt(look, role, name, beside) {
  const element = look(role, name, beside);
  if (!element || element.matches(":disabled, [aria-disabled=true]")) return null;
  const label = "labels" in element ? element.labels?.[0] : void 0;
  const target = label && element.getBoundingClientRect().width < 2 ? label : element;
  target.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const before = target.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 40));
  const { left, top, width, height } = target.getBoundingClientRect();
  if (before.left !== left || before.top !== top) return null;
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  if (!hit || !(target.contains(hit) || hit.contains(target) || label?.contains(hit))) return null;
  const mark = document;
  mark.struck = false;
  target.addEventListener("click", () => Object.assign(mark, { struck: true }), { capture: true, once: true });
  return point;
}
function shows(words) {
  const plain = (text) => text.replace(/\s+/g, " ");
  const fields = Array.from(document.querySelectorAll("input, textarea")).map((field) => field.value);
  return plain([document.body?.innerText ?? "", ...fields].join("\n")).includes(plain(words));
}
function selectPassage(passage) {
  const wanted = passage.replace(/\s+/g, " ").trim();
  const within = (root) => {
    const walker = document.createTreeWalker(
      root instanceof Document ? root.body : root,
      5,
      (node) => /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TITLE)$/.test(node.nodeName) ? 2 : 1
    );
    const inner = [];
    const spots = [];
    let text = "";
    let isAfterSpace = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) inner.push(node.shadowRoot);
      if (!(node instanceof Text)) continue;
      for (let i = 0; i < node.data.length; i++) {
        const isSpace = /\s/.test(node.data[i] ?? "");
        if (!isSpace || !isAfterSpace) {
          text += isSpace ? " " : node.data[i];
          spots.push([node, i]);
        }
        isAfterSpace = isSpace;
      }
    }
    const start = text.indexOf(wanted);
    const first = spots[start];
    const last = spots[start + wanted.length - 1];
    if (start < 0 || !first || !last) return inner.map(within).find((range3) => range3) ?? null;
    const range2 = document.createRange();
    range2.setStart(...first);
    range2.setEnd(last[0], last[1] + 1);
    return range2;
  };
  const range = within(document);
  if (!range) return false;
  window.focus();
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  return true;
}
function paintedPassages() {
  const ranges = Array.from(CSS.highlights.values()).flatMap(
    (highlight) => Array.from(
      highlight,
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range;
      }
    )
  );
  const isOneTree = (a, b) => a.startContainer.getRootNode() === b.startContainer.getRootNode();
  const order = (a, b) => isOneTree(a, b) ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
  const isSame = (a, b) => isOneTree(a, b) && order(a, b) === 0;
  const distinct = ranges.filter((range, i) => !ranges.slice(0, i).some((other) => isSame(other, range)));
  return distinct.sort(order).map((range) => range.toString());
}
async function readTable(database, table) {
  const isThere = (await indexedDB.databases()).some(({ name }) => name === database);
  if (!isThere) return [];
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await settle(indexedDB.open(database));
  try {
    return await settle(db.transaction(table).objectStore(table).getAll());
  } finally {
    db.close();
  }
}

// src/dev/browsers/source.ts
function writeCall(look, args) {
  const written = args.map((arg) => {
    if (typeof arg === "function") return `(${arg})`;
    return arg === void 0 ? "undefined" : JSON.stringify(arg);
  });
  return `(${look})(${written.join(", ")})`;
}

// src/dev/browsers/view.ts
function createView(hands) {
  const read = async (look, ...args) => await hands.evaluate(writeCall(look, args));
  const view = {
    read,
    until: async (what, look, ...args) => await withScene(view, what, () => read(look, ...args)),
    see: async (words) => void await withScene(view, `the words "${words}"`, () => read(shows, words)),
    miss: async (words) => void await withScene(view, `"${words}" to go`, async () => !await read(shows, words)),
    async click(role, name, beside) {
      await withScene(view, `the ${role} "${name}"`, () => hands.tap(role, name, beside ?? null));
    },
    async fill(name, text) {
      await view.click("textbox", name);
      await read(() => {
        const field = document.activeElement;
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
      });
      await (text === "" ? hands.press("Delete") : hands.type(text));
    },
    type: hands.type,
    press: hands.press,
    picture: hands.picture,
    close: hands.close
  };
  return view;
}
async function withScene(view, what, look) {
  try {
    return await until(what, look);
  } catch (error) {
    const scene = await view.read(readAloud).catch((gone) => String(gone));
    throw new Error(`${error.message} In view: ${scene}`);
  }
}

// src/dev/browsers/chrome-view.ts
function viewOf(page, close = () => page.close()) {
  return createView({
    evaluate: (expression) => page.evaluate(expression),
    async tap(role, name, beside) {
      const look = page.evaluate(writeCall(pointAt, [seek, role, name, beside]));
      const point = await look;
      if (!point) return false;
      await page.mouse.click(point.x, point.y).catch(unlessClosed);
      return page.evaluate("document.struck").then(Boolean, () => true);
    },
    type: (text) => page.keyboard.type(text),
    async press(key) {
      await page.keyboard.down(key).catch(unlessClosed);
      await page.keyboard.up(key).catch(unlessClosed);
    },
    picture: () => page.screenshot({ type: "png" }),
    close
  });
}
var viewOfPopup = (page) => viewOf(page, () => page.evaluate(() => window.close()).catch(unlessClosed));
function unlessClosed(error) {
  if (!(error instanceof Error && error.name === "TargetCloseError")) throw error;
}

// src/dev/browsers/chrome.ts
async function openChrome(opening) {
  const program = await launchChrome(opening);
  try {
    const complaints = listen(program);
    const installed = await install(program, opening.extension);
    const [first] = await program.pages();
    return createPerson(program, installed, first ?? await program.newPage(), complaints);
  } catch (error) {
    await program.close();
    throw error;
  }
}
function createPerson(program, installed, first, complaints) {
  let tab = first;
  const open = async (address) => {
    tab = await program.newPage();
    await tab.goto(address, { waitUntil: "load" });
    return viewOf(tab);
  };
  const viewOfOwn = async (file) => viewOfPopup(await installed.pageOf(file));
  return {
    browser: "chrome",
    program,
    installed,
    complaints: async () => complaints,
    get tab() {
      return tab;
    },
    get page() {
      return viewOf(tab);
    },
    goTo: async (url) => void await tab.goto(url, { waitUntil: "load" }),
    async follow() {
      tab = await until("a tab in front", () => inFront(program));
    },
    openTab: open,
    select: (passage, where) => select(tab, passage, where?.frame),
    unselect: () => tab.evaluate(() => getSelection()?.removeAllRanges()),
    clickAt: (x, y, times = 1) => tab.mouse.click(x, y, { count: times }),
    ...installDispatch(installed, () => tab),
    async openPopup() {
      await tab.bringToFront();
      await (await installed.extension()).triggerAction(tab);
      return viewOfOwn("popup.html");
    },
    popup: () => viewOfOwn("popup.html"),
    panel: () => viewOfOwn("sidebar.html"),
    openPanel: () => openPanel(installed, program, () => tab),
    openOwn: (page) => open(installed.address(`${page}.html`)),
    async own(page) {
      tab = await installed.pageOf(`${page}.html`);
      await tab.bringToFront();
      return viewOf(tab);
    },
    agree: () => agreeToHosts(program, installed.id),
    async switchFiles(is) {
      await installed.stopWorker().catch(() => {
      });
      await switchFiles(program, installed.id, is);
    },
    toast: () => readToast(tab),
    clickToast: async (name) => void await until(`the button "${name}" on the page`, () => tapToast(tab, name)),
    painted: async (frame) => await placeIn(tab, frame)?.evaluate(paintedPassages) ?? [],
    rows: (table) => installed.inWorker(readTable, "sidelight", table),
    inBackground: installed.inWorker,
    stopBackground: () => installed.stopWorker(),
    reloadExtension: () => installed.reload(),
    close: () => closeProgram(program)
  };
}
async function inFront(program) {
  for (const page of await program.pages()) {
    if (await page.evaluate(() => document.visibilityState === "visible").catch(() => false)) return page;
  }
  return null;
}
async function select(tab, passage, frame) {
  await tab.bringToFront();
  await until(`the passage "${passage.slice(0, 80)}"`, () => {
    return placeIn(tab, frame)?.evaluate(selectPassage, passage);
  });
}
var placeIn = (tab, frame) => frame === void 0 ? tab.mainFrame() : tab.frames().find((one) => one.url().includes(frame));
async function openPanel(installed, program, front) {
  const page = front();
  const opener = await program.newPage();
  await opener.goto(installed.address("manifest.json"));
  await opener.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    if (id !== void 0) await chrome.sidePanel.open({ windowId: id });
  });
  await opener.close();
  await page.bringToFront();
  return viewOfPopup(await installed.pageOf("sidebar.html"));
}
async function closeProgram(program) {
  const process2 = program.process();
  const ended = process2 && process2.exitCode === null ? once(process2, "exit") : null;
  await program.close();
  await ended;
}

// src/dev/browsers/firefox-fingers.ts
function tap(look, role, name, beside) {
  const element = look(role, name, beside);
  if (!element || element.matches(":disabled, [aria-disabled=true]")) return false;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const hand = window.windowUtils.setHandlingUserInput(true);
  try {
    element.focus();
    element.click();
  } finally {
    hand.destruct();
  }
  return true;
}
function strike(key) {
  const codes = {
    Enter: 13,
    Escape: 27,
    ArrowUp: 38,
    ArrowDown: 40,
    Tab: 9,
    Delete: 46,
    Home: 36,
    End: 35,
    " ": 32,
    Shift: 16
  };
  const presser = Cc["@mozilla.org/text-input-processor;1"]?.createInstance(Ci.nsITextInputProcessor);
  const event = new KeyboardEvent("", { key, code: key === "Shift" ? "ShiftLeft" : key, keyCode: codes[key] ?? 0 });
  presser?.beginInputTransactionForTests(window);
  presser?.keydown(event);
  presser?.keyup(event);
}
function typeText(text) {
  document.execCommand("insertText", false, text);
}
function readClosed() {
  const roots = Array.from(document.querySelectorAll("*"), (element) => {
    const root = element.openOrClosedShadowRoot;
    return root?.mode === "closed" && !element.matches("input, textarea, video, audio, details, select") ? root : null;
  });
  return roots.flatMap(
    (root) => root ? Array.from(root.querySelectorAll("button, p, span, output, [role=status]")) : []
  ).filter((element) => element.checkVisibility()).map((element) => element.innerText).join("\n").trim();
}
function tapClosed(name) {
  for (const element of document.querySelectorAll("*")) {
    const root = element.openOrClosedShadowRoot;
    const button = Array.from(root?.querySelectorAll("button") ?? []).find((one) => one.innerText.trim() === name);
    if (!button?.checkVisibility()) continue;
    const hand = window.windowUtils.setHandlingUserInput(true);
    button.click();
    hand.destruct();
    return true;
  }
  return false;
}
function clickPoint(x, y, times) {
  const { synthesizeMouseEvent } = window;
  for (let clickCount = 1; clickCount <= times; clickCount++) {
    for (const type of ["mousemove", "mousedown", "mouseup"]) {
      const options = { button: 0, buttons: type === "mousedown" ? 1 : 0, clickCount, inputSource: 1 };
      synthesizeMouseEvent.call(window, type, x, y, options, { isDOMEventSynthesized: false });
    }
  }
}

// src/dev/browsers/firefox-profile.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
var ADDON = "sidelight@learn.extension";
var ORIGIN = "5e1de119-4a7c-4d6e-9b0a-51de119471ab";
var addressIn = (file) => `moz-extension://${ORIGIN}/${file}`;
var QUIET2 = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "browser.startup.page": 0,
  "browser.newtabpage.enabled": false,
  "startup.homepage_welcome_url": "about:blank",
  "browser.aboutwelcome.enabled": false,
  "browser.tabs.warnOnClose": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.provider.mozilla.updateURL": "",
  "browser.search.update": false,
  "browser.region.update.enabled": false,
  "browser.contentblocking.report.monitor.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "data:,",
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "extensions.update.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.prefetch-next": false,
  "network.dns.disablePrefetch": true,
  "dom.push.connection.enabled": false
};
var LASTING = {
  "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: ORIGIN }),
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true
};
async function prepareProfile(opening, port) {
  const folder = opening.profile ?? await mkdtemp(join2(tmpdir(), "sidelight-firefox-"));
  const language = { "intl.locale.requested": opening.language ?? "en-US" };
  const prefs = { ...QUIET2, ...LASTING, ...language, ...proxyPrefs(opening.proxyPort), "marionette.port": port };
  const lines = Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});
`);
  await writeFile(join2(folder, "user.js"), lines.join(""));
  return folder;
}
function proxyPrefs(port) {
  if (port === void 0) return {};
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": port,
    "network.proxy.allow_hijacking_localhost": true
  };
}

// src/dev/browsers/firefox-window.ts
function addonOf(id) {
  return Cu.getGlobalForObject(Services).WebExtensionPolicy.getByID(id).extension;
}
function contextOf(surface, frame, addon) {
  const window2 = Services.wm.getMostRecentWindow("navigator:browser");
  const browser2 = () => {
    if (surface === "popup") {
      const popups = Array.from(window2.document.querySelectorAll(".webextension-popup-browser"));
      return popups.find((one) => one.getBoundingClientRect().width > 0);
    }
    if (surface === "sidebar") {
      const element = window2.SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
      return window2.SidebarController.isOpen ? element ?? void 0 : void 0;
    }
    if (surface === "background") {
      return Array.from(addon.views).find((view) => view.viewType === "background")?.xulBrowser;
    }
    return window2.gBrowser.tabs.map((tab) => tab.linkedBrowser).find((one) => one.browsingContext.browserId === surface);
  };
  const top = browser2()?.browsingContext ?? null;
  if (frame === null || top === null) return top;
  const frames = top.getAllBrowsingContextsInSubtree();
  return frames.find((one) => one.currentWindowGlobal?.documentURI.spec.includes(frame)) ?? null;
}
async function evaluateIn(context, expression, trusted) {
  const shown = context?.currentWindowGlobal;
  if (!shown) throw new Error("nothing is open there");
  if (shown.documentURI.spec === "about:blank") throw new Error("it is still empty");
  const options = {
    timeout: 6e4,
    sandboxName: trusted ? "system" : null,
    newSandbox: false,
    file: "driver",
    line: 0
  };
  return shown.getActor("MarionetteCommands").executeScript(`return ${expression}`, [], options);
}
async function drawContext(context) {
  const shown = context?.currentWindowGlobal;
  if (!shown) throw new Error("nothing is open there");
  const bitmap = await shown.drawSnapshot(null, 1, "white");
  const { document: document2 } = Services.wm.getMostRecentWindow("navigator:browser");
  const canvas = document2.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}
function actionOf(addon) {
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  return ExtensionParent.apiManager.global.browserActionFor(addon);
}

// src/dev/browsers/firefox-gestures.ts
var WIDGET = ADDON.replace(/[^\w-]/g, "_");
async function pressCommand(inside, command) {
  await until(`the key of "${command}"`, () => inside.run(pressKey, addonOf, ADDON, WIDGET, command));
}
function pressKey(addon, id, widget, command) {
  const { document: document2 } = Services.wm.getMostRecentWindow("navigator:browser");
  const chord = addon(id).manifest.commands[command]?.suggested_key?.default ?? "";
  const letter = chord.split("+").at(-1)?.toUpperCase();
  const keys = Array.from(document2.querySelectorAll(`[id="ext-keyset-id-${widget}"] > key`));
  const key = keys.find((one) => one.getAttribute("key")?.toUpperCase() === letter);
  if (key) key.doCommand();
  return key !== void 0;
}
async function chooseMenuItem(inside, tab, item, frame) {
  await inside.evaluate(tab, `(${openMenu})()`, { trusted: true, ...frame === void 0 ? {} : { frame } });
  await until(`the menu item ${item}`, () => inside.run(activate, item));
  await until("the menu to close", () => inside.run(hideMenu));
}
function openMenu() {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : void 0;
  const box = range && !range.collapsed ? range.getClientRects()[0] : void 0;
  const x = box ? box.left + box.width / 2 : innerWidth / 2;
  const y = box ? box.top + box.height / 2 : innerHeight / 2;
  const { synthesizeMouseEvent } = window;
  for (const type of ["mousedown", "mouseup", "contextmenu"]) {
    const options = { button: 2, buttons: type === "mousedown" ? 2 : 0, clickCount: 1, inputSource: 1 };
    synthesizeMouseEvent.call(window, type, x, y, options, { isDOMEventSynthesized: false });
  }
}
function activate(item) {
  const { document: document2 } = Services.wm.getMostRecentWindow("navigator:browser");
  const menu = document2.getElementById("contentAreaContextMenu");
  const found = menu?.querySelector(`[id$="-menuitem-_${item}"]`);
  if (menu?.state !== "open" || !found) return false;
  const submenu = found.closest("menupopup");
  if (submenu && submenu !== menu) found.doCommand();
  else menu.activateItem(found);
  return true;
}
function hideMenu() {
  const { document: document2 } = Services.wm.getMostRecentWindow("navigator:browser");
  const menu = document2.getElementById("contentAreaContextMenu");
  menu?.hidePopup();
  return menu?.state === "closed";
}
function openPopup(inside) {
  return inside.run(
    (action, addon, id) => action(addon(id)).openPopup(Services.wm.getMostRecentWindow("navigator:browser"), false),
    actionOf,
    addonOf,
    ADDON
  );
}
async function openSidebar(inside) {
  await until(
    "the sidebar to open",
    () => inside.run(async (id) => {
      const { SidebarController } = Services.wm.getMostRecentWindow("navigator:browser");
      const ours = Array.from(SidebarController.sidebars.keys()).find((one) => one.startsWith(id));
      if (ours) await SidebarController.show(ours);
      return ours !== void 0;
    }, WIDGET)
  );
}
function readBadge(inside) {
  return inside.run(
    (action, addon, id) => {
      const { selectedTab } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser;
      return action(addon(id)).action.getProperty(selectedTab, "badgeText") ?? "";
    },
    actionOf,
    addonOf,
    ADDON
  );
}

// src/dev/browsers/firefox-launch.ts
import { spawn } from "node:child_process";
import { once as once2 } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";

// src/dev/browsers/marionette.ts
import { connect } from "node:net";
async function callMarionette(port, isAlive) {
  const socket = await until("Firefox to answer its driver", async () => {
    if (!isAlive()) throw new Error("Firefox ended");
    return dial(port);
  });
  return converse(socket);
}
var dial = (port) => new Promise((resolve, reject) => {
  const socket = connect(port, "127.0.0.1");
  socket.once("connect", () => resolve(socket));
  socket.once("error", reject);
});
async function converse(socket) {
  const waiting = /* @__PURE__ */ new Map();
  let greeted = () => {
  };
  const greeting = new Promise((resolve) => {
    greeted = resolve;
  });
  onPackets(socket, (packet) => {
    if (!Array.isArray(packet)) greeted();
    else answer(waiting, packet);
  });
  socket.on("close", () => {
    for (const one of waiting.values()) one.reject(new Error("Firefox hung up."));
    waiting.clear();
  });
  await greeting;
  let id = 0;
  const send = (command, params = {}) => new Promise((resolve, reject) => {
    waiting.set(++id, { resolve, reject });
    const text = JSON.stringify([0, id, command, params]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
  return {
    send,
    ask: async (command, params) => (await send(command, params)).value,
    hangUp: () => socket.destroy()
  };
}
function answer(waiting, [, id, error, result]) {
  const one = waiting.get(id);
  waiting.delete(id);
  if (error) {
    const { error: name, message } = error;
    one?.reject(new Error(`${name}: ${message}`));
  } else one?.resolve(result);
}
var COLON = 58;
function onPackets(socket, take) {
  let buffer = Buffer.alloc(0);
  socket.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (; ; ) {
      const colon = buffer.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      take(JSON.parse(buffer.subarray(colon + 1, end).toString()));
      buffer = buffer.subarray(end);
    }
  });
}

// src/dev/browsers/firefox-launch.ts
var QUIT_MS = 5e3;
async function launchFirefox(opening) {
  const program = opening.program ?? findProgram("firefox")?.path;
  if (!program) throw new Error("No Firefox was found. Install one, or name it in FIREFOX.");
  const port = await freePort();
  const folder = await prepareProfile(opening, port);
  const flags = ["--marionette", "--remote-allow-system-access", "--no-remote", "--profile", folder];
  const size = ["--width", "1280", "--height", "900"];
  const child = spawn(program, [...opening.visible ? [] : ["--headless"], ...flags, ...size], { stdio: "ignore" });
  const ended = once2(child, "exit");
  const close = async (marionette) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), QUIT_MS);
    await Promise.race([marionette?.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {
    }), ended]);
    if (!marionette) child.kill("SIGKILL");
    await ended;
    clearTimeout(timer);
    marionette?.hangUp();
    if (!opening.profile) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await callMarionette(port, () => child.exitCode === null);
    await marionette.send("WebDriver:NewSession", { capabilities: {} });
    await marionette.send("Marionette:SetContext", { value: "chrome" });
    await marionette.send("WebDriver:SetTimeouts", { script: 6e4 });
    return { marionette, process: child, close: () => close(marionette) };
  } catch (error) {
    await close();
    throw error;
  }
}
var freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.once("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
});

// src/dev/browsers/firefox-tabs.ts
async function createTabs(inside) {
  let front = await inside.run(frontTab);
  const close = (tab) => inside.run(closeTab, tab);
  return {
    front: () => front,
    view: (tab) => inside.view(tab, () => close(tab)),
    async open(url) {
      front = await inside.run(openTab, url);
      await arrive(inside, front, url);
      return front;
    },
    async goTo(url) {
      await inside.run(load, front, url);
      await arrive(inside, front, url);
    },
    raise: () => inside.run(selectTab, front),
    async follow() {
      front = await inside.run(frontTab);
    },
    async find(address) {
      front = await until(`a tab at ${address}`, () => inside.run(showTab, address));
      return front;
    }
  };
}
var LOADING = "loading-started";
async function arrive(inside, tab, url) {
  await until(`${url} to load`, async () => {
    const seen = await inside.evaluate(tab, `[document.URL, document.readyState, '${LOADING}' in document]`);
    const [address, state, isOld] = seen;
    return !isOld && state === "complete" && address !== "about:blank" && new URL(url).origin === new URL(address).origin;
  });
}
function frontTab() {
  return Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedTab.linkedBrowser.browsingContext.browserId;
}
function openTab(url) {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
  return gBrowser.selectedTab.linkedBrowser.browsingContext.browserId;
}
async function load(tab, url) {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const browser2 = gBrowser.tabs.map((one) => one.linkedBrowser).find((one) => one.browsingContext.browserId === tab);
  const actor = browser2?.browsingContext.currentWindowGlobal?.getActor("MarionetteCommands");
  const options = { timeout: 5e3, sandboxName: null, newSandbox: false, file: "driver", line: 0 };
  await actor?.executeScript("document['loading-started'] = true", [], options).catch(() => null);
  browser2?.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
}
function selectTab(tab) {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const found = gBrowser.tabs.find((one) => one.linkedBrowser.browsingContext.browserId === tab);
  if (found) gBrowser.selectedTab = found;
}
function closeTab(tab) {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const found = gBrowser.tabs.find((one) => one.linkedBrowser.browsingContext.browserId === tab);
  if (found) gBrowser.removeTab(found);
}
function showTab(address) {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const found = gBrowser.tabs.find(
    (one) => one.linkedBrowser.browsingContext.currentWindowGlobal?.documentURI.spec.startsWith(address)
  );
  if (!found) return null;
  gBrowser.selectedTab = found;
  return found.linkedBrowser.browsingContext.browserId;
}

// src/dev/browsers/firefox-views.ts
function createInside(marionette) {
  const inside = {
    async run(look, ...args) {
      const script = `return ${writeCall(look, args)}`;
      return await marionette.ask("WebDriver:ExecuteScript", {
        script,
        sandbox: "system",
        newSandbox: false
      });
    },
    evaluate: (surface, expression, { frame = null, trusted = false } = {}) => inside.run(
      (evaluate, context, addon, id, surface2, frame2, expression2, trusted2) => evaluate(context(surface2, frame2, addon(id)), expression2, trusted2),
      evaluateIn,
      contextOf,
      addonOf,
      ADDON,
      surface,
      frame,
      expression,
      trusted
    ),
    view: (surface, close) => viewOf2(inside, surface, close)
  };
  return inside;
}
function viewOf2(inside, surface, close) {
  const trusted = { trusted: true };
  return createView({
    evaluate: (expression) => inside.evaluate(surface, expression),
    tap: async (role, name, beside) => inside.evaluate(surface, writeCall(tap, [seek, role, name, beside]), trusted).then(Boolean, whenClosed),
    type: async (text) => void await inside.evaluate(surface, writeCall(typeText, [text])),
    press: async (key) => void await inside.evaluate(surface, writeCall(strike, [key]), trusted).catch(whenClosed),
    async picture() {
      const draw = (draw2, context, addon, id, of) => draw2(context(of, null, addon(id)));
      return Buffer.from(await inside.run(draw, drawContext, contextOf, addonOf, ADDON, surface), "base64");
    },
    close
  });
}
function whenClosed(error) {
  if (error instanceof Error && /AbortError|destroyed/.test(error.message)) return true;
  throw error;
}

// src/dev/browsers/firefox.ts
async function openFirefox(opening) {
  const running = await launchFirefox(opening);
  try {
    await running.marionette.send("Addon:Install", { path: opening.extension, temporary: true });
    const inside = createInside(running.marionette);
    await until("the extension to start", () => inside.run((addon, id) => Boolean(addon(id)), addonOf, ADDON));
    return createPerson2(inside, await createTabs(inside), running.close);
  } catch (error) {
    await running.close();
    throw error;
  }
}
function createPerson2(inside, tabs, close) {
  const here = (expression, options = {}) => inside.evaluate(tabs.front(), expression, options);
  return {
    browser: "firefox",
    inside,
    get page() {
      return tabs.view(tabs.front());
    },
    goTo: tabs.goTo,
    follow: tabs.follow,
    openTab: async (url) => tabs.view(await tabs.open(url)),
    async select(passage, where = {}) {
      await tabs.raise();
      await until(`the passage "${passage.slice(0, 80)}"`, () => here(writeCall(selectPassage, [passage]), where));
    },
    unselect: async () => void await here("getSelection().removeAllRanges()"),
    clickAt: async (x, y, times = 1) => void await here(writeCall(clickPoint, [x, y, times]), { trusted: true }),
    async command(name) {
      await tabs.raise();
      await pressCommand(inside, name);
    },
    async menu(id, where) {
      await tabs.raise();
      await chooseMenuItem(inside, tabs.front(), id, where?.frame);
    },
    ...ownSurfaces(inside, tabs),
    // `permissions.request` is granted unasked then; one journey answers the real question.
    async agree() {
      await inside.run(askAboutAccess, false);
      return () => inside.run(askAboutAccess, true);
    },
    switchFiles: (is) => inside.run(switchFiles2, ADDON, is),
    toast: async () => await here(writeCall(readClosed, []), { trusted: true }),
    clickToast: async (name) => void await until(
      `the button "${name}" on the page`,
      () => here(writeCall(tapClosed, [name]), { trusted: true })
    ),
    painted: async (frame) => await here(writeCall(paintedPassages, []), frame ? { frame } : {}),
    badge: () => readBadge(inside),
    rows: (table) => inBackground(inside, readTable, ["sidelight", table]),
    inBackground: (look, ...args) => inBackground(inside, look, args),
    stopBackground: () => inside.run((addon, id) => addon(id).terminateBackground({ ignoreDevToolsAttached: true }), addonOf, ADDON),
    reloadExtension: () => inside.run(reloadAddon, ADDON),
    complaints: () => inside.run(readErrors, addressIn("")),
    close
  };
}
function askAboutAccess(is) {
  Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", is);
}
async function switchFiles2(id, is) {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs"
  );
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const change = { permissions: ["internal:fileSchemeAllowed"], origins: [] };
  await ExtensionPermissions[is ? "add" : "remove"](id, change);
  await (await AddonManager.getAddonByID(id)).reload();
}
function ownSurfaces(inside, tabs) {
  const opened = async (surface) => {
    const file = addressIn(`${surface}.html`);
    await until(`the ${surface} to open`, async () => {
      const address = await inside.evaluate(surface, 'document.readyState === "complete" && document.URL');
      return String(address).startsWith(file);
    });
    return inside.view(surface, () => closeSurface(inside, surface));
  };
  return {
    async openPopup() {
      await tabs.raise();
      await openPopup(inside);
      return opened("popup");
    },
    popup: () => opened("popup"),
    async openPanel() {
      await openSidebar(inside);
      return opened("sidebar");
    },
    panel: () => opened("sidebar"),
    openOwn: async (page) => tabs.view(await tabs.open(addressIn(`${page}.html`))),
    own: async (page) => tabs.view(await tabs.find(addressIn(`${page}.html`)))
  };
}
async function closeSurface(inside, surface) {
  const isOpen = () => inside.evaluate(surface, "true").catch(() => false);
  if (surface === "sidebar") {
    await inside.run(() => Services.wm.getMostRecentWindow("navigator:browser").SidebarController.hide());
  } else await inside.evaluate(surface, "window.close()").catch(() => null);
  await until(`the ${surface} to close`, async () => !await isOpen());
}
async function inBackground(inside, look, args) {
  await inside.run((addon, id) => addon(id).wakeupBackground?.(), addonOf, ADDON);
  return await inside.evaluate("background", writeCall(look, args));
}
async function reloadAddon(id) {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const addon = await AddonManager.getAddonByID(id);
  await addon.reload();
}
function readErrors(ours) {
  return Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError).map((one) => one).filter(({ sourceName, flags }) => sourceName.startsWith(ours) && (flags & 1) === 0).filter(
    ({ errorMessage }) => !/^Promise \w+ (after context unloaded|while context is inactive)/.test(errorMessage)
  ).map(({ sourceName, errorMessage }) => `${sourceName}: ${errorMessage}`);
}

// src/dev/browsers/open.ts
var drivers = {
  chrome: openChrome,
  firefox: openFirefox
};
var openBrowser = (browser2, opening) => drivers[browser2](opening);

// src/ui/as-typed.ts
function asTyped(query) {
  const words = query.trim();
  return words !== "" && query.trimEnd() !== query ? `${words} ` : words;
}

// ../heal-tools/try.ts
var browser = process.argv[2] ?? "chrome";
var ada = await openBrowser(browser, { extension: `/tmp/lead/heal/dist/${browser}`, language: "en-US" });
var wait = (ms) => new Promise((r) => setTimeout(r, ms));
try {
  const text = await readFile("/tmp/lead/heal-tools/data/all.json", "utf8");
  const o = await ada.openOwn("options");
  const handOver = (text2) => {
    const input = document.querySelector("input[type=file]");
    if (!input) return false;
    const c = new DataTransfer();
    c.items.add(new File([text2], "export.json", { type: "application/json" }));
    input.files = c.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  await until("file", () => o.read(handOver, text));
  await until("button", () => o.read(() => !![...document.querySelectorAll("button")].find((b) => b.textContent === "Import them")));
  await o.click("button", "Import them");
  await o.see("Imported:");
  await o.close();
  await ada.follow();
  await wait(6e3);
  let v = await ada.openOwn("popup");
  const reopen = async () => {
    await ada.stopBackground().catch(() => {
    });
    await v.close().catch(() => {
    });
    await ada.follow().catch(() => {
    });
    v = await ada.openOwn("popup");
  };
  const ask = async (q) => {
    await v.read((text2) => {
      const f = document.querySelector("[role=combobox]");
      f.focus();
      f.value = text2;
      f.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, q);
    const a = asTyped(q);
    await until("answer " + q, () => v.read((x) => document.querySelector("[role=listbox]")?.dataset.typed === x, a));
    return v.read(() => document.body.innerText.split("\n").filter((l) => / found$|in part$|Older|could not|Nothing|Nobody/.test(l)).join("/") + " rows " + document.querySelectorAll("[role=option]").length);
  };
  const db = (kind) => new Promise((res, rej) => {
    const r = indexedDB.open("sidelight");
    r.onsuccess = () => {
      const db2 = r.result;
      const t = db2.transaction(["leaves", "segments", "lists", "gone", "fresh", "meta", "records"], "readwrite");
      let out;
      const S = (n) => t.objectStore(n);
      if (kind === "stat") {
        const q = S("segments").getAll();
        q.onsuccess = () => {
          const f = S("fresh").count();
          const g = S("gone").count();
          const l = S("leaves").count();
          const rec = S("records").count();
          const j = S("meta").get("search-rebuild");
          j.onsuccess = () => {
            out = q.result.map((s) => `${s.id}:${s.format}:${s.from}-${s.to}:${s.records}`).join(" ") + ` fresh ${f.result} gone ${g.result} leaves ${l.result} records ${rec.result} rebuild ${JSON.stringify(j.result?.value)}`;
          };
        };
      }
      if (kind === "allseg") S("segments").clear();
      if (kind === "oneseg") {
        const q = S("segments").getAllKeys();
        q.onsuccess = () => S("segments").delete(q.result[q.result.length >> 1]);
      }
      if (kind === "fresh") S("fresh").clear();
      if (kind === "gone") S("gone").clear();
      if (kind === "stamp") S("meta").delete("search-stamp");
      if (kind === "everything") for (const n of ["segments", "leaves", "lists", "gone", "fresh"]) S(n).clear();
      t.oncomplete = () => {
        db2.close();
        res(out);
      };
      t.onerror = () => rej(t.error);
    };
    r.onerror = () => rej(r.error);
  });
  const run = (k) => v.read(db, k);
  const qs = ["rebase ", "git", '"git rebase"', "tag:git ", "Schl\xFCssel"];
  const base = [];
  for (const q of qs) base.push(await ask(q));
  console.log("before", base, await run("stat"));
  for (const kind of (process.argv[3] ?? "allseg,oneseg,fresh,stamp,everything").split(",")) {
    await run(kind);
    console.log("==", kind, await run("stat"));
    await reopen();
    const t0 = Date.now();
    for (const q of qs) {
      const t = Date.now();
      console.log("  ", q, Date.now() - t0, await ask(q), Date.now() - t + " ms");
    }
    for (let i = 0; i < 60; i++) {
      await wait(1e3);
      const now = [];
      for (const q of qs) now.push(await ask(q));
      const st = String(await run("stat"));
      if (i < 12 || i % 10 === 0) console.log("   ", Date.now() - t0, now.map((x, n) => x === base[n] ? "same" : x).join(" | "), st);
      if (now.every((x, n) => x === base[n]) && !/rebuild \{/.test(st) && !/:-[12]:/.test(st)) {
        console.log("  whole after", Date.now() - t0);
        break;
      }
    }
  }
  console.log(await ada.complaints());
} finally {
  await ada.close();
}
