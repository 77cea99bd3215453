// Called on a document or on a node inside a shadow tree, in a world of its own. Answers JSON: [[text, media, fromFile], ...].
// Sheets of other origins that are not shared with the page can't be read; they are left out.
// Reflect.get goes past elements that are named like the property we ask for.
function () {
  const tree = this.nodeType === 9 ? this : Reflect.get(Node.prototype, 'getRootNode', this).call(this);
  const type = tree.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  const answer = [];
  const read = (sheet, depth) => {
    if (sheet.disabled || depth > 8) return;
    let rules;
    try { rules = sheet.cssRules; } catch { return; }
    const texts = [];
    for (const rule of rules) {
      if (rule instanceof CSSImportRule) {
        if (rule.styleSheet) read(rule.styleSheet, depth + 1);
      } else {
        texts.push(rule.cssText);
      }
    }
    answer.push([texts.join('\n'), sheet.media.mediaText, /^https?:/.test(sheet.href ?? '')]);
  };
  for (const sheet of Reflect.get(type, 'styleSheets', tree)) read(sheet, 0);
  for (const sheet of Reflect.get(type, 'adoptedStyleSheets', tree)) read(sheet, 0);
  return JSON.stringify(answer);
}
