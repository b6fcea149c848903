using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>The line that names a figure or table in print: <c>Table 3: Accuracy by layer</c>.</summary>
internal static partial class CaptionLine
{
    /// <summary>Whether a line opens a caption.</summary>
    public static bool Opens(string line) => Pattern().IsMatch(line);

    [GeneratedRegex(@"^(?:Extended Data |Supplementary )?(?:Figure|Fig\.|Table|Algorithm|Listing)\s?[A-Z]?\.?\d{1,3}(?:\.\d{1,2})?\s?[:.|]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
