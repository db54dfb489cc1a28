// The behaviour of the page that `lifecycle graph --format html` writes: a browser runs this text as it stands.

/**
 * @typedef {{ file: string, line: number, column: number, code: string, note: string }} Step
 * @typedef {{ ruleId: string, message: string, verdict: string, file: string, line: number, column: number, path: Step[] }} Finding
 * @typedef {{ id: string, name: string, type: string, place: string, code: string, verdict: string, lines: string[], findings: Finding[] }} Item
 * @typedef {{ items: Item[] }} PageData
 */

/**
 * Brings the page to life: search, the filter by verdict, and details of the box that is clicked or chosen with the keyboard.
 * @param {Document} document
 * @param {PageData} data
 */
export function activate(document, data) {
  const items = new Map(data.items.map((item) => [item.id, item]));
  const boxes = [...document.querySelectorAll('.box')];
  const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
  const filters = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#verdicts input')]);
  const details = /** @type {HTMLElement} */ (document.querySelector('#details'));

  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const wanted = new Set(filters.filter((filter) => filter.checked).map((filter) => filter.value));
    for (const box of boxes) {
      const item = itemOf(box);
      const isFound = item !== undefined && wanted.has(item.verdict) && words.every((word) => `${item.name} ${item.type} ${item.place}`.toLowerCase().includes(word));
      box.classList.toggle('dim', !isFound);
    }
    for (const entry of document.querySelectorAll('.entry')) /** @type {HTMLElement} */ (entry).hidden = !entry.querySelector('.box:not(.dim)');
    const shown = boxes.filter((box) => !box.classList.contains('dim')).length;
    /** @type {HTMLElement} */ (document.querySelector('#count')).textContent = `${shown} of ${boxes.length}`;
  };

  /** @param {Element} box */
  const itemOf = (box) => items.get(box.getAttribute('data-id') ?? '');

  /** @param {Element} box */
  const choose = (box) => {
    const item = itemOf(box);
    if (!item) return;
    for (const other of boxes) other.classList.toggle('chosen', other === box);
    details.replaceChildren(...described(document, item));
    details.hidden = false;
  };

  for (const box of boxes) {
    box.setAttribute('tabindex', '0');
    box.setAttribute('role', 'button');
    box.addEventListener('click', () => choose(box));
    box.addEventListener('keydown', (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === 'Enter') choose(box);
    });
  }
  search.addEventListener('input', narrow);
  for (const filter of filters) filter.addEventListener('change', narrow);
  narrow();
}

/**
 * @param {Document} document
 * @param {Item} item
 */
function described(document, item) {
  const parts = [
    element(document, 'h2', item.name),
    element(document, 'p', item.lines.join(' · ')),
    element(document, 'p', item.place, 'place'),
    element(document, 'pre', item.code),
  ];
  for (const finding of item.findings) {
    parts.push(element(document, 'h3', `${finding.verdict}: ${finding.ruleId}`), element(document, 'p', finding.message), element(document, 'p', `${finding.file}:${finding.line}:${finding.column}`, 'place'));
    if (finding.path.length > 0) parts.push(pathOf(document, finding.path));
  }
  if (item.findings.length === 0) parts.push(element(document, 'p', 'Nothing was found here.'));
  return parts;
}

/**
 * The proof, line by line.
 * @param {Document} document
 * @param {Step[]} steps
 */
function pathOf(document, steps) {
  const list = element(document, 'ol', '', 'path');
  for (const { file, line, code, note } of steps) {
    const step = element(document, 'li', '');
    step.append(element(document, 'span', `${file}:${line}`, 'place'), element(document, 'code', code.trim()), element(document, 'span', note, 'note'));
    list.append(step);
  }
  return list;
}

/**
 * @param {Document} document
 * @param {string} name
 * @param {string} text
 * @param {string} [className]
 */
function element(document, name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
