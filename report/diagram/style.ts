/** Colours of the diagram, pairs for light and dark; a page that shows it as an image cannot style it. */
export const style = `
:root{--ground:#fff;--box:#f3f5f7;--line:#8a94a0;--text:#1b2026;--quiet:#4d5864;--control-plane:#7a3ea1;--api:#0b5cad;--worker:#8a5a00;--infrastructure:#1c6e4a}
@media (prefers-color-scheme:dark){:root{--ground:#14181c;--box:#1f252b;--line:#74808c;--text:#e8ecf0;--quiet:#aeb8c2;--control-plane:#cfa1ee;--api:#8cc3f7;--worker:#e9bd6a;--infrastructure:#7fd3ab}}
text{font:13px system-ui,sans-serif;fill:var(--text)}.title{font-size:17px;font-weight:700}.name{font-weight:600}.quiet{font-size:11px;fill:var(--quiet)}
.ground{fill:var(--ground)}.frame{fill:none;stroke:var(--line)}.zone{fill:var(--box)}.node{fill:var(--ground);stroke:var(--line)}.arrow{stroke:var(--quiet);stroke-width:1.5;fill:none;marker-end:url(#head)}.head{fill:var(--quiet)}
.control-plane{fill:var(--control-plane)}.api{fill:var(--api)}.worker{fill:var(--worker)}.infrastructure{fill:var(--infrastructure)}
`;
