using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Reads text that a program printed from a PDF while keeping the places of words on the page: columns stand side by side, lines are wrapped and
/// hyphenated, page numbers and running heads interrupt. The result is a new text in reading order.
/// </summary>
internal static partial class LayoutText
{
    private const string Method = "layout/2";
    private const int FewestLines = 40;
    private const int FirstPage = 90;

    /// <summary>Whether a text has the marks of such a printout: wrapped lines, many of them far indented or with wide gaps, words broken at line ends.</summary>
    public static bool LooksLikeLayout(string text)
    {
        int lines = 0, spaced = 0, broken = 0, numbers = 0, open = 0, overlong = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (line.IsEmpty) continue;
            lines++;
            var trimmed = line.TrimStart();
            if (line.Length - trimmed.Length >= 8 || trimmed.IndexOf("   ", StringComparison.Ordinal) > 0) spaced++;
            if (trimmed.Length > 1 && ((trimmed[^1] == '-' && char.IsLower(trimmed[^2])) || trimmed.IndexOf("-   ", StringComparison.Ordinal) > 0)) broken++;
            if (trimmed.Length <= 3 && trimmed.IndexOfAnyExceptInRange('0', '9') < 0) numbers++;
            if (char.IsLower(trimmed[^1]) || trimmed[^1] is '-' or ',') open++;
            if (trimmed.Length > 300) overlong++;
        }

        return lines >= FewestLines && overlong * 20 < lines && open * 3 > lines && spaced * 20 > lines && (broken * 200 > lines || numbers >= 2);
    }

    /// <summary>Reads such a printout, its columns side by side.</summary>
    public static Extraction Read(string raw) => Read(raw, Method, sideBySide: true);

    /// <summary>Reads text whose columns already follow each other, as a PDF program gives it without layout.</summary>
    public static Extraction ReadInOrder(string raw, string method) => Read(raw, method, sideBySide: false);

    private static Extraction Read(string raw, string method, bool sideBySide)
    {
        var lines = WithoutStamps(NormalizedText.From(raw).Split('\n'));
        var vocabulary = Vocabulary.Of(lines);
        if (sideBySide) lines = LayoutColumns.Unfold(lines, vocabulary);
        var drafts = new LayoutParagraphs(vocabulary, lines, ragged: sideBySide).Build();
        var assembled = AssembledText.From(drafts);
        var title = drafts.Count > 0 && drafts[0].Role.Kind == BlockKind.Heading ? drafts[0].Finish().Words : null;
        return new(method, assembled.Text, assembled.Blocks, assembled.Links, [.. HiddenCharacters.In(raw), .. InjectionCues.In(assembled.Text)], new() { Title = title, IsScholarly = sideBySide }, []) { Tables = assembled.Tables };
    }

    /// <summary>Takes out the stamp that arXiv prints up the margin of the first page, which layout programs mix into the lines.</summary>
    private static List<string> WithoutStamps(string[] lines)
    {
        var result = new List<string>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (i < FirstPage)
            {
                line = Stamp().Replace(line, "");
                line = StampDate().Replace(line, "");
            }

            result.Add(line);
        }

        return result;
    }

    [GeneratedRegex(@"arXiv:\d{4}\.\d{4,5}v\d{1,2}|\[(?:cs|stat|math|eess|q-bio|cond-mat|physics|econ|q-fin)\.?[A-Za-z-]{0,8}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<=[a-z,.-])(?:20\d\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?=\s{6}|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StampDate();
}
