using System.Text.RegularExpressions;

namespace HypeWatch.Model;

/// <summary>Tells a round-up, which relays many items of many sources, from a text with a subject of its own.</summary>
internal static partial class Roundup
{
    /// <summary>Round-ups have many paragraphs, and few of them are about the field that this product watches.</summary>
    private const int FewestParagraphs = 40;

    private const double MostOfTheField = 0.15;

    public static bool Is(DocumentVersion version)
    {
        if (version.Document.Kind is not (DocumentKind.News or DocumentKind.Other or DocumentKind.ThirdPartySocial or DocumentKind.Podcast)) return false;
        int paragraphs = 0, ours = 0, last = -1;
        var counted = false;
        foreach (var passage in version.Passages)
        {
            if (passage.Paragraph != last)
            {
                paragraphs++;
                (last, counted) = (passage.Paragraph, false);
            }

            if (counted || !FieldPattern().IsMatch(version.TextOf(passage))) continue;
            counted = true;
            ours++;
        }

        return paragraphs >= FewestParagraphs && ours < MostOfTheField * paragraphs;
    }

    [GeneratedRegex(@"interpretab|autoencoder|\bSAEs?\b|mechanistic|monosemant|\bcircuits?\b|steering|\blatents?\b|\bprob(?:e|es|ing)\b|superposition|\bneurons?\b|activations?\b|\bfeatures?\b|attention head|patching", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldPattern();
}
