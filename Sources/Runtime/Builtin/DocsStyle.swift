/// The style sheet of the docs page, light and dark.
let docsStyle = """
    :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6676; --line: #e2e6ec; --page: #f6f7f9; --card: #fff;
      --accent: #0b6bcb; --get: #0b6bcb; --post: #18794e; --put: #9a5b00; --patch: #7a4bc4; --delete: #c62a2f; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #98a3b3; --line: #2b323c; --page: #12161b;
      --card: #1a2027; --accent: #6cb2f7; --get: #6cb2f7; --post: #5cc793; --put: #e5a84a; --patch: #b794f0;
      --delete: #f2777b; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; display: grid;
      grid-template: "header header" auto "nav main" 1fr / 15rem minmax(0, 1fr); }
    header { grid-area: header; padding: 2.5rem 2rem 1.5rem; border-bottom: 1px solid var(--line);
      background: var(--card); }
    h1 { margin: 0; font-size: 1.75rem; letter-spacing: -.015em; }
    h1 small { font-size: .875rem; font-weight: 500; color: var(--soft); vertical-align: middle; margin-left: .375rem;
      padding: .125rem .5rem; border: 1px solid var(--line); border-radius: 1rem; }
    header p { margin: .5rem 0 0; max-width: 45rem; }
    .facts { color: var(--soft); font-size: .9375rem; }
    a { color: var(--accent); }
    nav { grid-area: nav; padding: 1.5rem 1rem 1.5rem 2rem; position: sticky; top: 0; align-self: start;
      max-height: 100vh; overflow: auto; }
    nav a { display: flex; justify-content: space-between; padding: .25rem .5rem; border-radius: .375rem;
      color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
    nav a:hover { background: var(--line); }
    nav i { color: var(--soft); font-style: normal; font-variant-numeric: tabular-nums; }
    main { grid-area: main; padding: .5rem 2rem 4rem 1rem; max-width: 64rem; }
    h2 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
    h3 { font-size: .8125rem; color: var(--soft); margin: 1rem 0 .25rem; }
    details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .5rem; }
    summary { display: flex; align-items: baseline; flex-wrap: wrap; gap: .25rem .75rem; padding: .625rem .875rem;
      cursor: pointer; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    details[open] summary { border-bottom: 1px solid var(--line); }
    code, pre, .method { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .875rem; }
    .method { min-width: 4.25rem; font-weight: 700; color: var(--soft); }
    .get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); }
    .patch { color: var(--patch); } .delete { color: var(--delete); }
    .path { font-weight: 600; overflow-wrap: anywhere; }
    .path em { font-style: normal; color: var(--accent); }
    .deprecated .path { text-decoration: line-through; }
    .summary { color: var(--soft); font-size: .9375rem; flex: 1 1 12rem; }
    .badges { display: flex; flex-wrap: wrap; gap: .25rem; margin-left: auto; }
    .badge { font-style: normal; font-size: .75rem; line-height: 1.25rem; padding: 0 .5rem; border-radius: 1rem;
      border: 1px solid var(--line); color: var(--soft); }
    .badge.open { color: var(--post); border-color: currentColor; }
    .body { padding: .75rem .875rem 1rem; font-size: .9375rem; }
    .body p { margin: 0 0 .25rem; }
    table { border-collapse: collapse; width: 100%; }
    td { padding: .3125rem 1rem .3125rem 0; border-top: 1px solid var(--line); vertical-align: top; }
    td:last-child { width: 100%; padding-right: 0; }
    pre { margin: 0; padding: .625rem .75rem; background: var(--page); border-radius: .375rem; overflow: auto; }
    @media (max-width: 48rem) { body { grid-template: "header" auto "nav" auto "main" 1fr / minmax(0, 1fr); }
      header { padding: 1.5rem 1rem 1rem; } main { padding: 0 1rem 3rem; }
      nav { position: static; padding: .75rem 1rem 0; display: flex; flex-wrap: wrap; } nav a { gap: .375rem; }
      .badges { margin-left: 0; } }
    """
