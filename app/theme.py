"""How pages look: one style sheet, no font and no picture from elsewhere.

NHS blue (#005EB8) for links and accents; 19 px text, 16 on small screens (NHS and GOV.UK style); every pair of text and ground
has a contrast of at least 4.5 to 1, which ``tests/app/test_theme.py`` computes. What Streamlit can set itself is in
``.streamlit/config.toml``.
"""

from __future__ import annotations

INK = "#212b32"
QUIET = "#4c6272"
BLUE = "#005eb8"
DARK_BLUE = "#003087"
WHITE = "#ffffff"
PALE = "#f0f4f5"
LINE = "#aeb7bd"
FOCUS = "#ffeb3b"

TONES = {
    "law": ("#330072", "#f3effa"),
    "policy": ("#003087", "#edf3fb"),
    "told": ("#00563b", "#eef7f3"),
    "found": ("#7a3c00", "#fdf4ea"),
    "argued": ("#7c2855", "#faeff5"),
}
"""Text and ground of the five kinds of claim; the words before each claim say the same."""

MARK = ("#5c2c00", "#fff3c4")

ON_GROUND = [
    (INK, WHITE),
    (QUIET, WHITE),
    (BLUE, WHITE),
    (WHITE, BLUE),
    (INK, PALE),
    (BLUE, PALE),
    (QUIET, PALE),
    (INK, FOCUS),
    MARK,
    *TONES.values(),
    *((INK, ground) for _, ground in TONES.values()),
    *((BLUE, ground) for _, ground in TONES.values()),
]
"""Every pair of text and ground in use."""

_TONES = "".join(
    f".rl-{name}{{border-left-color:{text};background:{ground}}} .rl-{name} .rl-lead strong{{color:{text}}}\n"
    for name, (text, ground) in TONES.items()
)

STYLE = f"""<style>
.stApp {{ color: {INK}; }}
.stMainBlockContainer {{ max-width: 1180px; padding-top: 0; padding-bottom: 3rem; }}
.stAppHeader {{ display: none; }}
.stMain p, .stMain li, .stMain td, .stMain th {{ font-size: 1rem; line-height: 1.45; }}
.stMain a {{ color: {BLUE}; text-decoration: underline; overflow-wrap: anywhere; }}
.stMain a:hover {{ color: {DARK_BLUE}; text-decoration-thickness: 3px; }}
.stMain a:focus-visible, .stMain button:focus-visible, .stMain input:focus-visible, .stMain summary:focus-visible,
.stMain select:focus-visible {{ outline: 3px solid {INK} !important; outline-offset: 1px; box-shadow: 0 0 0 6px {FOCUS};
  background: {FOCUS}; color: {INK}; }}
.rl-top {{ background: {BLUE}; color: {WHITE}; margin: 0 calc(50% - 50vw); padding: .7rem calc(50vw - 50%); display: flex;
  flex-wrap: wrap; gap: .5rem 1.6rem; align-items: center; }}
.stMain .rl-top a {{ color: {WHITE}; text-decoration: none; padding: .2rem .1rem; }}
.stMain .rl-top a:hover, .stMain .rl-top a[aria-current] {{ text-decoration: underline; text-underline-offset: .25rem;
  text-decoration-thickness: 2px; color: {WHITE}; }}
.stMain .rl-top a:focus-visible {{ color: {INK}; }}
.rl-top .rl-site {{ font-weight: 700; font-size: 1.15rem; }}
.rl-top nav {{ display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }}
.rl-form {{ display: flex; flex-wrap: wrap; gap: .3rem .5rem; align-items: end; margin: 0; }}
.rl-form label {{ display: block; font-size: .9rem; font-weight: 600; }}
.rl-form input, .rl-form select {{ font: inherit; font-size: .95rem; padding: .3rem .5rem; border: 2px solid {INK};
  border-radius: 0; background: {WHITE}; color: {INK}; max-width: 100%; min-height: 2.2rem; }}
.rl-form button {{ font: inherit; font-size: .95rem; font-weight: 600; padding: .3rem .9rem; min-height: 2.2rem;
  border: 2px solid {BLUE}; background: {BLUE}; color: {WHITE}; cursor: pointer; }}
.rl-top .rl-form {{ margin-left: auto; }}
.rl-top .rl-form button {{ background: {WHITE}; color: {BLUE}; border-color: {WHITE}; }}
.rl-top .rl-form input {{ border-color: {WHITE}; width: 15rem; }}
.stMain h1.rl-title {{ font-size: 1.85rem; line-height: 1.2; font-weight: 700; margin: .2rem 0 .4rem; padding: 0; }}
.stMain h2 {{ font-size: 1.35rem; line-height: 1.25; font-weight: 700; margin: 1.1rem 0 .4rem; padding: 0; }}
.stMain h3 {{ font-size: 1.1rem; line-height: 1.3; font-weight: 700; margin: .6rem 0 .3rem; padding: 0; }}
.rl-line {{ display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: end; color: {QUIET}; border-bottom: 1px solid {LINE};
  padding-bottom: .6rem; }}
.stMain .rl-line p {{ margin: 0; }}
.rl-answer {{ border: 2px solid {BLUE}; border-left-width: 10px; padding: .7rem 1rem; background: {PALE}; }}
.stMain .rl-answer p {{ margin: 0 0 .3rem; }}
.rl-columns {{ display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  align-items: start; }}
.stMain .rl-columns h2, .stMain .rl-columns h3 {{ margin-top: 0; }}
.stMain ul.rl-claims {{ list-style: none; margin: 0; padding: 0; }}
.stMain li.rl-claim {{ border-left: 6px solid; padding: .5rem .8rem; margin: 0 0 .6rem; }}
.stMain .rl-claim p {{ margin: 0 0 .25rem; }}
{_TONES}
.stMain .rl-place, .stMain .rl-small {{ font-size: .88rem; color: {INK}; }}
.rl-mark {{ background: {MARK[1]}; color: {MARK[0]}; font-size: .84rem; font-weight: 600; padding: .05rem .4rem;
  white-space: nowrap; }}
.rl-note {{ border-left: 6px solid {QUIET}; background: {PALE}; padding: .7rem 1rem; }}
.stMain .rl-note p {{ margin: 0 0 .35rem; }}
.stMain .rl-note h2 {{ margin-top: 0; }}
.stMain .rl-note li.rl-claim {{ background: {WHITE}; }}
.stMain ol.rl-first {{ margin: 0; padding: 0; list-style: none; counter-reset: first; }}
.stMain ol.rl-first li {{ margin: 0 0 .8rem; padding: .8rem 1rem; border: 1px solid {LINE}; border-left: 8px solid {BLUE}; }}
.stMain ol.rl-first h3 {{ margin: 0 0 .25rem; }}
.stMain ol.rl-first p {{ margin: 0 0 .25rem; }}
.stMain table.rl-table {{ width: 100%; border-collapse: collapse; margin: .3rem 0 .6rem; }}
.stMain .rl-table caption {{ text-align: left; font-weight: 700; padding: .3rem 0; color: {INK}; caption-side: top; }}
.stMain .rl-table th, .stMain .rl-table td {{ text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0;
  border: 0; border-bottom: 1px solid {LINE}; color: {INK}; font-size: .95rem; }}
.stMain .rl-table tbody th {{ font-weight: 400; }}
.stMain .rl-table thead th {{ font-weight: 700; border-bottom: 2px solid {INK}; }}
.stMain dl.rl-facts {{ display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.2rem; margin: 0; }}
.stMain dl.rl-facts dt {{ font-weight: 700; }} .stMain dl.rl-facts dd {{ margin: 0; }}
.stMain details {{ border-top: 1px solid {LINE}; padding: .5rem 0; }}
.stMain summary {{ cursor: pointer; color: {BLUE}; font-weight: 600; padding: .2rem 0; }}
.stMain summary h2 {{ display: inline; font-size: 1.15rem; }}
.rl-foot {{ border-top: 4px solid {BLUE}; margin-top: 1.5rem; padding-top: .8rem; color: {QUIET}; }}
.stMain .rl-foot p {{ font-size: .9rem; }}
@media (max-width: 640px) {{
  html {{ font-size: 16px !important; }}
  .stMainBlockContainer {{ padding-left: 1rem; padding-right: 1rem; }}
  .stMain h1.rl-title {{ font-size: 1.5rem; }}
  .rl-top .rl-form {{ margin-left: 0; width: 100%; }}
  .rl-top .rl-form input {{ width: 100%; }}
  .rl-top .rl-form div {{ flex: 1 1 60%; }}
  .stMain .rl-table thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  .stMain .rl-table, .stMain .rl-table tbody, .stMain .rl-table tr, .stMain .rl-table th, .stMain .rl-table td,
  .stMain .rl-table caption {{ display: block; }}
  .stMain .rl-table tr {{ border-bottom: 2px solid {LINE}; padding: .5rem 0; }}
  .stMain .rl-table tbody th, .stMain .rl-table td {{ border: 0; padding: .1rem 0; }}
  .stMain .rl-table tbody th {{ font-weight: 700; }}
  .stMain .rl-table td::before {{ content: attr(data-label) ": "; font-weight: 700; }}
  .stMain dl.rl-facts {{ grid-template-columns: 1fr; }} .stMain dl.rl-facts dd {{ margin-bottom: .4rem; }}
}}
@media print {{ .rl-top, .rl-form, .stDownloadButton {{ display: none !important; }} }}
</style>"""
