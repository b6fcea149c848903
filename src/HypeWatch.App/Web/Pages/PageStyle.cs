namespace HypeWatch.App.Web.Pages;

/// <summary>The one style sheet of the pages: ink on paper, light and dark, no asset from elsewhere. Each pair of colours is at least WCAG AA.</summary>
internal static class PageStyle
{
    /// <summary>The sign of the pages: what is claimed above what is licensed.</summary>
    public const string Sign = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#fffdf8"/><circle cx="12" cy="5" r="2.5" fill="#8a4b08"/><circle cx="5" cy="11" r="2.5" fill="#1f4e79"/></svg>""";

    /// <summary>The style sheet.</summary>
    public const string Text = """
        :root{color-scheme:light dark;--paper:#fffdf8;--ink:#1f1f1c;--dim:#5b5b55;--rule:#d8d4c8;--link:#1f4e79;--warm:#8a4b08;--cool:#1d5a52;--on:#e9e4d4}
        @media (prefers-color-scheme:dark){:root{--paper:#1b1b19;--ink:#ecebe4;--dim:#b3b1a8;--rule:#4a4943;--link:#8fbce6;--warm:#e0a763;--cool:#7fc9bd;--on:#4a4739}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 -apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
        header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
        header{padding-top:1rem;border-bottom:1px solid var(--rule)}
        header a{margin-right:1rem;display:inline-block;padding:.25rem 0}
        footer{margin-top:3rem;padding-bottom:2rem;border-top:1px solid var(--rule);color:var(--dim);font-size:.85rem}
        a{color:var(--link)} a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        h1{font-size:1.4rem;line-height:1.3;margin:1.5rem 0 .5rem} h2{font-size:1.1rem;margin:2rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
        blockquote{font:1.1rem/1.5 Georgia,"Times New Roman",serif;margin:1.25rem 0 .25rem;padding-left:.75rem;border-left:3px solid var(--rule);overflow-wrap:anywhere}
        p{margin:.3rem 0;overflow-wrap:anywhere} .dim{color:var(--dim);font-size:.85rem} .warm{color:var(--warm)} .cool{color:var(--cool)}
        .scales{font-variant-numeric:tabular-nums;border-collapse:collapse;margin:.5rem 0} .scales th{font-weight:400;text-align:left;color:var(--dim);font-size:.85rem;padding-right:.75rem}
        .scales td{width:1.4rem;text-align:center;font-size:.85rem} .scales .on{background:var(--on);font-weight:700} .scales .word{width:auto;text-align:left;padding-left:.75rem}
        .rows{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums} .rows th{text-align:left;font-size:.85rem;color:var(--dim);white-space:nowrap} .rows td{min-width:5.5rem} .rows td,.rows th{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--rule);vertical-align:top;overflow-wrap:anywhere}
        form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem 0} label{font-size:.85rem;color:var(--dim)} input,select,button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--dim);border-radius:3px;padding:.35rem .5rem;max-width:100%}
        .wider{overflow-x:auto} .drawing{display:block;max-width:none}
        .skip{position:absolute;left:-999px} .skip:focus{left:1rem}
        .wide header,.wide main,.wide footer{max-width:64rem} .beside{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,44rem);gap:2rem} .facets ul,.asked{list-style:none;margin:0;padding:0} .facets li{padding:.15rem 0;overflow-wrap:anywhere} .facets summary{padding:.35rem 0;cursor:pointer;color:var(--dim)}
        .facets [aria-current]{font-weight:700} .asked{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0} mark{background:var(--on);color:inherit} mark a{color:inherit;text-decoration:underline 2px var(--dim);text-underline-offset:3px} mark.flagged a{text-decoration:underline double 2px var(--warm)} .text{font:1.05rem/1.6 Georgia,"Times New Roman",serif;overflow-wrap:anywhere;white-space:pre-line} summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .scroll{overflow-x:auto} .scroll:focus-visible,.wider:focus-visible,textarea:focus-visible{outline:3px solid var(--link);outline-offset:2px} .code,pre{font:.9rem/1.5 ui-monospace,Consolas,monospace} pre{overflow-x:auto;white-space:pre-wrap} dt{margin-top:.5rem} dd{margin-left:1rem}
        .stack{display:block} .stack p{margin:.75rem 0} textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--dim);border-radius:3px;padding:.35rem .5rem;width:100%} .long{width:100%} fieldset{border:1px solid var(--rule);margin:.75rem 0} legend{font-size:.85rem;color:var(--dim)} .away{position:absolute;left:-9999px}
        @media (max-width:48rem){.beside{grid-template-columns:minmax(0,1fr);gap:.5rem} .facets ul{max-height:8rem;overflow-y:auto}}
        @media (max-width:30rem){.rows thead{position:absolute;left:-999px} .rows tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--rule)} .rows td{display:block;border:0;padding:.1rem 0;min-width:0} .rows td::before{content:attr(data-label) " ";color:var(--dim);font-size:.85rem}}
        .brief .scales td,.brief .scales th{font-size:.8rem}
        @media print{header,form,.skip{display:none} body{font-size:10pt;line-height:1.35;background:#fff;color:#000} main{max-width:none} .brief h2{margin:.6rem 0 .2rem;padding-top:.3rem;font-size:11pt} .brief blockquote{font-size:10pt;margin:.4rem 0 .1rem} .brief .scales{margin:.1rem 0} .brief section{break-inside:avoid} a{color:inherit;text-decoration:none} @page{margin:15mm}}
        """;
}
