/** The page's style sheet. Colours are pairs for light and dark, each text on its ground with a contrast of 4.5 or more. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--box:#f3f5f7;--line:#8a94a0;--text:#1b2026;--quiet:#4d5864;--accent:#0b5cad;--mark:#fff1c2;--fill:#2f74b5}
@media (prefers-color-scheme:dark){:root{--ground:#14181c;--box:#1f252b;--line:#74808c;--text:#e8ecf0;--quiet:#aeb8c2;--accent:#8cc3f7;--mark:#4a3c08;--fill:#6aa9e0}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:1rem clamp(.75rem,3vw,2.5rem);max-width:110rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;margin:.5rem 0}h2{font-size:1.35rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}h3{font-size:1.1rem;margin:1rem 0 .25rem}h4{font-size:1rem;margin:0}h5{font-size:.9rem;margin:.5rem 0 0}
p{margin:.25rem 0}ul{margin:.25rem 0;padding-left:1.2rem}a{color:var(--accent)}code{font-size:.9em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}nav a{display:inline-block;padding:.25rem 0}
.quiet{color:var(--quiet);font-size:.875rem;font-weight:400}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.nodes{display:flex;flex-wrap:wrap;gap:.75rem}
.node{flex:var(--gib) 1 calc(11rem + var(--gib)*2rem);min-width:0;max-width:100%;background:var(--box);border:1px solid var(--line);border-radius:.4rem;padding:.6rem}
.fill{font-size:.875rem;margin:.4rem 0 .1rem}
.bar{display:flex;height:.7rem;border:1px solid var(--line);background:var(--ground);overflow:hidden}
.bar i{background:var(--fill);border-right:1px solid var(--ground)}
.pods{list-style:none;padding:0;margin:.5rem 0 0}.pods li{padding:.1rem 0}
.pod{scroll-margin-block:1rem 45vh}.pod[aria-current]{background:var(--mark);font-weight:700}
.calls::before{content:"→ "}.called::before{content:"← "}.calls.called::before{content:"⇄ "}
.calls,.called{background:var(--mark)}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{overflow-wrap:break-word;border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;min-width:5.5rem}thead th{background:var(--box)}tbody th{font-weight:600}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:0 1rem}
.cards{display:grid;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.75rem}
.card{background:var(--box);border:1px solid var(--line);border-radius:.4rem;padding:.6rem}.card:target{background:var(--mark)}
.timeline{list-style:none;padding:0 0 0 1rem;border-left:3px solid var(--fill)}.timeline>li{position:relative;padding-bottom:.5rem}
.timeline>li::before{content:"";position:absolute;left:-1.5rem;top:.4rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--fill)}
#chosen{position:sticky;bottom:0;max-height:40vh;overflow:auto;background:var(--ground);border:2px solid var(--accent);padding:.75rem}
#chosen:empty{display:none}#chosen button{font:inherit;padding:.35rem .8rem}
@media print{body{max-width:none;font-size:.8rem}nav,#chosen,.skip{display:none}.node,.card,tr,.timeline>li{break-inside:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}.bar,.bar i{print-color-adjust:exact}}
`;
