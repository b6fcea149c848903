using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>The numbers of sections and captions of a LaTeX text, the labels that point to them, and what its commands mean.</summary>
internal sealed partial class LatexLabels
{
    private static readonly FrozenSet<string> Settings = Words(
        """
        documentclass usepackage vspace hspace vskip hskip includegraphics bibliographystyle bibliography input include setlength addtolength setcounter addtocounter pagestyle thispagestyle centering small
        footnotesize scriptsize tiny large newcommand renewcommand providecommand def newtheorem theoremstyle definecolor color textcolor hypersetup graphicspath title author date maketitle noindent clearpage
        newpage pagebreak linebreak DeclareMathOperator resizebox scalebox rule cmidrule cline multirow arraystretch tabcolsep bibinfo natexlab pagenumbering
        """);

    private static readonly FrozenSet<string> Pointers = Words("ref autoref cref Cref eqref pageref nameref vref Autoref");
    private static readonly FrozenSet<string> KeptVerbatim = Words("verbatim lstlisting minted equation align gather multline eqnarray displaymath math flalign");
    private static readonly FrozenSet<string> LeftOut = Words("comment tikzpicture pgfpicture algorithmic filecontents");

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ldots"] = "\u2026", ["dots"] = "\u2026", ["LaTeX"] = "LaTeX", ["TeX"] = "TeX", ["ss"] = "\u00df", ["ae"] = "\u00e6", ["o"] = "\u00f8", ["O"] = "\u00d8", ["l"] = "\u0142", ["L"] = "\u0141", ["aa"] = "\u00e5",
        ["i"] = "i", ["textasciitilde"] = "~", ["textbackslash"] = "\\", ["S"] = "\u00a7", ["par"] = "</p><p>", ["quad"] = " ", ["qquad"] = " ", ["newline"] = " ", ["textless"] = "&lt;", ["textgreater"] = "&gt;",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Kind, string Number)> named = new(StringComparer.Ordinal);
    private readonly int[] sections = new int[3];
    private int figures, tables;
    private bool isTable;
    private (string Kind, string Number) last = ("Section", "");

    /// <summary>The keys of the entries of the bibliography, in order.</summary>
    public static List<string> BibKeys(string text) => [.. BibItem().Matches(text).Select(match => match.Groups["key"].Value.Trim()).Take(5000)];

    /// <summary>Level of the heading that a command makes; null when it makes none.</summary>
    public static int? HeadingLevel(string command) => command switch { "chapter" or "section" => 2, "subsection" => 3, "subsubsection" => 4, "paragraph" => 5, _ => null };

    /// <summary>Whether a command sets type and its arguments are no text.</summary>
    public static bool IsSetting(string command) => Settings.Contains(command);

    /// <summary>Whether a command points to a label.</summary>
    public static bool IsPointer(string command) => Pointers.Contains(command);

    /// <summary>Of an environment whose inside is no running text: whether it is kept; null for all others.</summary>
    public static bool? IsVerbatim(string environment) => KeptVerbatim.Contains(environment) ? true : LeftOut.Contains(environment) ? false : null;

    /// <summary>What a command without argument prints.</summary>
    public static string Word(string command) => Symbols.GetValueOrDefault(command, "");

    /// <summary>The place of a pointer, to be filled when all labels are known.</summary>
    public static string Pointer(string command, string? label) => label is null ? "" : $"\u0001{(command.Contains("ref", StringComparison.OrdinalIgnoreCase) && command.Length == 3 || command is "eqref" or "pageref" ? "n" : "k")}{label.Trim()}\u0001";

    /// <summary>Counts a section and gives its printed number.</summary>
    public string Section(int level, bool inAppendix)
    {
        var depth = Math.Min(level - 2, 2);
        if (level > 4) return "";
        if (inAppendix && last.Kind != "Appendix" && depth == 0) sections[0] = 0;
        sections[depth]++;
        Array.Clear(sections, depth + 1, sections.Length - depth - 1);
        var first = inAppendix && sections[0] is > 0 and < 27 ? ((char)('A' + sections[0] - 1)).ToString() : sections[0].ToString(CultureInfo.InvariantCulture);
        var number = string.Join('.', [first, .. sections.Skip(1).Take(depth).Select(part => part.ToString(CultureInfo.InvariantCulture))]);
        last = (inAppendix ? "Appendix" : "Section", number);
        return number + " ";
    }

    /// <summary>A figure or a table begins.</summary>
    public void Begin(bool table) => isTable = table;

    /// <summary>Counts a caption and gives what is printed before it.</summary>
    public string Float()
    {
        last = isTable ? ("Table", (++tables).ToString(CultureInfo.InvariantCulture)) : ("Figure", (++figures).ToString(CultureInfo.InvariantCulture));
        return $"{last.Kind} {last.Number}: ";
    }

    /// <summary>Gives the thing counted last a label.</summary>
    public void Name(string? label)
    {
        if (label is not null && named.Count < 5000) named.TryAdd(label.Trim(), last);
    }

    /// <summary>Fills in the pointers.</summary>
    public string Resolve(string html) => Open().Replace(html, match =>
    {
        if (!named.TryGetValue(match.Groups["label"].Value, out var target)) return "??";
        return match.Groups["form"].Value == "n" ? target.Number : $"{target.Kind} {target.Number}";
    });

    private static FrozenSet<string> Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tags of rendered text.</summary>
    [GeneratedRegex("<[^<>]{0,400}>", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Tags();

    /// <summary>Lines drawn in tables.</summary>
    [GeneratedRegex(@"\\(?:hline|toprule|midrule|bottomrule|addlinespace|cmidrule(?:\([^)]{0,20}\))?\{[^}]{0,20}\}|cline\{[^}]{0,20}\})(?:\[[^\]]{0,20}\])?", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Rules();

    /// <summary>The mark between cells.</summary>
    [GeneratedRegex(@"(?<!\\)&", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Cells();

    /// <summary>A cell over several columns.</summary>
    [GeneratedRegex(@"\\multicolumn\{(?<span>\d{1,2})\}\{[^}]{0,40}\}\{(?<words>.{0,2000})\}", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    public static partial Regex Multicolumn();

    [GeneratedRegex("\u0001(?<form>[nk])(?<label>[^\u0001]{0,200})\u0001", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\\bibitem(?:\[[^\]]{0,400}\])?\s{0,3}\{(?<key>[^{}]{1,200})\}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BibItem();
}
