// Builds a skeleton on a blank page, lets the site's sheets lay it out, and answers with boxes as numbers.
// Runs in a context without network in which nothing but this script is; no value of the person's is in the skeleton.
(text) => {
  const input = JSON.parse(text);
  const NONE = -1;
  const KIND = { panel: 0, words: 1, value: 2, field: 3, button: 4, picture: 5, opaque: 6, frame: 7, cell: 8, region: 9 };
  const REGIONS = ['form', 'nav', 'fieldset', 'dialog', 'header', 'footer', 'aside', 'table', 'alert'];

  // What a site's sheet may say. Generated content, pictures, positions and transformations are not among it.
  const COLOURS = /^(color|background-color|border-(top|right|bottom|left)-color)$/;
  const LENGTHLESS = new RegExp('^(' + [
    'display', 'float', 'clear', 'box-sizing', 'text-align', 'vertical-align', 'table-layout', 'border-collapse',
    'flex-direction', 'flex-wrap', 'justify-content', 'justify-items', 'justify-self', 'align-content', 'align-items',
    'align-self', 'overflow-x', 'overflow-y', 'font-style', 'font-weight', 'text-decoration-line',
    'border-(top|right|bottom|left)-style'].join('|') + ')$');
  const LENGTHS = new RegExp('^(' + [
    'width', 'min-width', 'max-width', 'height', 'min-height', 'max-height', 'flex-grow', 'flex-shrink', 'flex-basis', 'order',
    'grid-.*', 'column-gap', 'row-gap', '(margin|padding)-(top|right|bottom|left)', '(margin|padding)-(inline|block)-(start|end)',
    'border-(top|right|bottom|left)-width', 'border-(top|bottom)-(left|right)-radius',
    'border-spacing', 'font-size', 'line-height', '--.*'].join('|') + ')$');
  const allowed = (property) => COLOURS.test(property) || LENGTHLESS.test(property) || LENGTHS.test(property);
  // A sheet that came inside the page, or that a script wrote, may have a person's numbers and an employer's colours in it.
  // Of such a sheet only words are taken; that there is a background or a border is kept, in colours of ours.
  const fromPage = (property, value) => {
    if (property === 'background-color') return /^(transparent|inherit|initial|unset|revert|none)?$/.test(value) ? '' : '#e8ecf2';
    if (/^border-.*-color$/.test(property)) return '#5d6a7c';
    if (/^border-.*-width$/.test(property)) return '1px';
    return LENGTHLESS.test(property) && /^[a-z -]+$/.test(value) ? value : '';
  };
  const clean = (rules, owner, fromFile) => {
    for (let i = rules.length - 1; i >= 0; i--) {
      const rule = rules[i];
      if (!rule.style && !rule.cssRules || rule instanceof CSSKeyframesRule || rule instanceof CSSFontFaceRule || rule instanceof CSSPageRule) {
        owner.deleteRule(i);
        continue;
      }
      if (rule.style) {
        for (const property of [...rule.style]) {
          const value = rule.style.getPropertyValue(property);
          const kept = !allowed(property) ? '' : fromFile ? value : fromPage(property, value);
          if (kept === '' && value !== '' || !allowed(property)) rule.style.removeProperty(property);
          else if (kept !== value || rule.style.getPropertyPriority(property)) rule.style.setProperty(property, kept);
        }
      }
      if (rule.cssRules) clean(rule.cssRules, rule, fromFile);
    }
  };
  const clear = (css) => css === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(css);
  const own = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; };
  const base = own(input.base), neutral = own(input.neutral);
  const dress = (root, sheets) => {
    const all = [base];
    for (const [text, media, fromFile] of sheets) {
      const sheet = new CSSStyleSheet({ media });
      sheet.replaceSync(text);
      clean(sheet.cssRules, sheet, fromFile);
      all.push(sheet);
    }
    root.adoptedStyleSheets = [...all, neutral];
  };

  const late = [], looks = [], pieces = new Map(), inline = new Set(['a', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'small',
    'sub', 'sup', 'code', 'mark', 'label', 'output', 'time', 'abbr', 'kbd', 'samp', 'cite', 'q', 'button']);
  const name = (element, piece) => {
    if (piece.classes) element.setAttribute('class', piece.classes);
    if (piece.id) element.setAttribute('id', piece.id);
  };
  const build = (piece) => {
    if (piece.kind === 'words') {
      const node = document.createTextNode(piece.text);
      pieces.set(node, piece);
      return node;
    }
    const element = document.createElement(piece.kind === 'branch' ? piece.tag : piece.kind === 'field' ? piece.tag : 'pf-' + piece.kind);
    pieces.set(element, piece);
    if (piece.kind === 'branch') {
      if (piece.look) looks.push(element); else element.setAttribute('pf-plain', '');
      if (piece.late) late.push([element, piece]); else name(element, piece);
      if (piece.style) element.setAttribute('style', piece.style);
      if (piece.span) element.setAttribute('colspan', piece.span);
      if (piece.role) element.setAttribute('pf-' + piece.role, '');
      if (piece.tag === 'a') element.setAttribute('href', '#');
      let before = null;
      for (const child of piece.children) {
        if (before) element.append(' ');
        element.append(before = build(child));
      }
    } else if (piece.kind === 'tree') {
      element.setAttribute('pf-tree', '');
      const root = element.attachShadow({ mode: 'open' });
      dress(root, piece.sheets);
      root.append(build(piece.content));
    } else if (piece.kind === 'field') {
      element.setAttribute('pf-field', '');
      if (piece.narrow) element.setAttribute('pf-narrow', '');
    } else {
      element.setAttribute('pf-' + piece.kind, '');
      if (piece.width) element.style.setProperty('width', piece.width + 'px', 'important');
      if (piece.height) element.style.setProperty('height', piece.height + 'px', 'important');
    }
    return element;
  };
  dress(document, input.tree.sheets);
  document.body.append(build(input.tree.content));

  // First the colours, while the classes of whatever holds a value are still away; then those classes, for the layout.
  const KEEP = ['color', 'background-color', 'font-size', 'font-weight', 'font-style', 'line-height', 'text-decoration-line',
    ...['top', 'right', 'bottom', 'left'].flatMap((side) => [`border-${side}-color`, `border-${side}-style`, `border-${side}-width`, `padding-${side}`]),
    'border-top-left-radius', 'border-top-right-radius', 'border-bottom-left-radius', 'border-bottom-right-radius'];
  const kept = looks.map((element) => {
    const style = getComputedStyle(element);
    return KEEP.map((property) => [property, style.getPropertyValue(property)]);
  });
  looks.forEach((element, i) => kept[i].forEach(([property, value]) => element.style.setProperty(property, value, 'important')));
  late.forEach(([element, piece]) => name(element, piece));

  // A coloured box whose padding was not the site's but the page's gets some of ours.
  for (const element of looks) {
    const style = getComputedStyle(element);
    const painted = style.borderTopStyle !== 'none' || !clear(style.backgroundColor);
    if (painted && style.display !== 'inline' && parseFloat(style.paddingTop) + parseFloat(style.paddingLeft) === 0 && !/^t/.test(element.localName))
      element.style.setProperty('padding', '8px 12px', 'important');
  }

  // What the page showed is shown, whatever state the site's sheet would need for it.
  for (const [node, piece] of pieces) {
    if (node.nodeType === 1 && getComputedStyle(node).display === 'none')
      node.style.setProperty('display', inline.has(piece.tag) ? 'inline-block' : 'block', 'important');
  }

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const colours = new Map();
  const colour = (css, under) => {
    const key = css + '|' + under;
    if (!colours.has(key)) {
      canvas.fillStyle = '#' + under.toString(16).padStart(6, '0');
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(key, r << 16 | g << 8 | b);
    }
    return colours.get(key);
  };
  const light = (rgb) => [16, 8, 0].map((shift) => (rgb >> shift & 255) / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const readable = (ink, ground) => {
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) >= 2.5 ? ink : light(ground) > 0.4 ? 0x3b4350 : 0xffffff;
  };

  const boxes = [];
  let cut = false;
  const put = (kind, rect, more = {}) => {
    if (boxes.length >= input.most) { cut = true; return; }
    const left = Math.round(rect.left), top = Math.round(rect.top);
    const width = Math.round(rect.right) - left, height = Math.round(rect.bottom) - top;
    if (width < 1 || height < 1 || left >= input.width || left + width <= 0 || top + height <= 0) return;
    const m = { ink: 0x3b4350, fill: NONE, line: NONE, lineWidth: 0, radius: 0, size: 14, bold: 0, under: 0, detail: 0, index: NONE, from: 0, to: 0, ...more };
    boxes.push([kind, left, top, width, height, m.ink, m.fill, m.line, m.lineWidth, m.radius, m.size, m.bold, m.under, m.detail, m.index, m.from, m.to]);
  };
  // A text that wraps becomes one box a line, cut between words.
  const lines = (node) => {
    const range = document.createRange(), found = [];
    const text = node.data;
    for (const word of text.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const rect = range.getBoundingClientRect();
      const last = found.at(-1);
      if (last && Math.abs(last.top - rect.top) < 4 && rect.height < 2 * last.height) {
        last.to = word.index + word[0].length;
        last.right = rect.right;
      } else {
        found.push({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom, height: rect.height, from: word.index, to: word.index + word[0].length });
      }
    }
    return found;
  };
  const walk = (node, ground, link) => {
    const piece = pieces.get(node);
    if (piece?.kind === 'words') {
      const style = getComputedStyle(node.parentElement ?? document.body);
      const ink = readable(colour(style.color, ground), ground);
      for (const line of lines(node)) {
        put(KIND.words, line, { ink, size: Math.round(parseFloat(style.fontSize)) || 14, bold: style.fontWeight >= 600 ? 1 : 0,
          under: link ? 1 : 0, index: piece.index, from: line.from, to: line.to });
      }
      return;
    }
    if (node.nodeType !== 1) return;
    const rect = node.getBoundingClientRect();
    if (piece?.kind === 'value') return put(KIND.value, rect);
    if (piece?.kind === 'picture') return put(KIND.picture, rect);
    if (piece?.kind === 'opaque') return put(KIND.opaque, rect);
    if (piece?.kind === 'field') return put(KIND.field, rect, { detail: piece.field, index: piece.index, from: 0, to: piece.index < 0 ? 0 : NONE });
    if (piece?.kind === 'tree') {
      put(KIND.frame, rect);
      for (const child of node.shadowRoot.childNodes) walk(child, ground, false);
      return;
    }
    if (piece) {
      const style = getComputedStyle(node);
      // Text that only a screen reader gets.
      if (piece.look && style.overflowX === 'hidden' && (rect.width <= 1 || rect.height <= 1)) return;
      const fill = piece.look && !clear(style.backgroundColor) ? colour(style.backgroundColor, ground) : NONE;
      const side = ['Top', 'Right', 'Bottom', 'Left'].find((s) => piece.look && style[`border${s}Style`] !== 'none' && parseFloat(style[`border${s}Width`]) > 0);
      const line = side ? colour(style[`border${side}Color`], ground) : NONE;
      const paint = { fill, line, lineWidth: side ? Math.round(parseFloat(style[`border${side}Width`])) : 0, radius: piece.look ? Math.round(parseFloat(style.borderTopLeftRadius)) || 0 : 0 };
      // A message has a colour even where the site's is not to be had.
      if (piece.role === 'alert' && paint.fill === NONE) Object.assign(paint, { fill: 0xfff4d6, line: 0xb58900, lineWidth: 1 });
      const region = REGIONS.indexOf(piece.role || piece.tag);
      if (piece.tag === 'button') put(KIND.button, rect, paint);
      else if (piece.tag === 'td' || piece.tag === 'th') put(KIND.cell, rect, paint);
      else if (region >= 0) put(KIND.region, rect, { ...paint, detail: region });
      else if (fill !== NONE || line !== NONE) put(KIND.panel, rect, paint);
      if (paint.fill !== NONE) ground = paint.fill;
      if (piece.tag === 'a') link = true;
    }
    for (const child of node.childNodes) walk(child, ground, link);
  };
  for (const child of document.body.childNodes) walk(child, 0xffffff, false);
  return JSON.stringify({ boxes, cut });
}
