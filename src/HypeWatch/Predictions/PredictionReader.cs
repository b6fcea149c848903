using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Reads a list of registered predictions out of a post (specification 8). Takes a list only when it is the author's own: the words before it must
/// say "I predict", "my predictions" or the like, or stand under a heading of predictions that names nobody else, and no quoted speaker may stand in it.
/// Statements are verbatim; probabilities are read, never guessed. Deterministic.
/// </summary>
public sealed partial class PredictionReader(PredictionSettings settings)
{
    private const int LeadCharacters = 2000, MaxGapCharacters = 1000, MaxAboutCharacters = 300;

    /// <summary>
    /// The predictions that a version registers; null when it registers none or when its day is unknown, without which nothing can be shown to predate
    /// anything. <see cref="PredictionSet.MadeOn"/> is the last possible day of publication.
    /// </summary>
    public PredictionSet? Read(DocumentVersion version)
    {
        if (version.Document.Published.NotAfter is not { } madeOn) return null;
        var items = Lists(PredictionItems.In(version)).FirstOrDefault(list => IsRegistered(version, list));
        if (items is null) return null;

        var forecaster = version.Document.Authors.Count > 0 ? version.Document.Authors[0] : version.Document.Asserter;
        var about = AboutOf(version, items[0].Span.Start);
        var id = ContentId.Of("prd", forecaster, madeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), version.Document.Id.Value);
        return new(new(id), forecaster, madeOn, about, null, version.Document.Id, null,
            [.. items.Select((item, i) => new Prediction(item.Number ?? i + 1, item.Statement.Of(version.Text), item.Probability))]);
    }

    // Items follow each other from 1 on without a gap, or are all without a number; no long text stands between them.
    private static IEnumerable<List<PredictionItem>> Lists(IEnumerable<PredictionItem> items)
    {
        var list = new List<PredictionItem>();
        foreach (var item in items)
        {
            var follows = list.Count > 0 && item.Span.Start - list[^1].Span.End <= MaxGapCharacters
                && (item.Number is null ? list[^1].Number is null : item.Number == list[^1].Number + 1);
            if (!follows)
            {
                if (list.Count > 0) yield return list;
                list = [];
                if (item.Number is not (null or 1)) continue;
            }

            list.Add(item);
        }

        if (list.Count > 0) yield return list;
    }

    private bool IsRegistered(DocumentVersion version, List<PredictionItem> list)
    {
        var stated = list.Count(item => item.Probability is not null);
        if (stated < settings.MinimumItems || stated * 2 < list.Count || list.Exists(item => item.Statement.Length == 0)) return false;
        var passages = list.Select(item => version.PassageAt(item.Statement)).OfType<Passage>().ToList();
        if (passages.Exists(passage => passage.Speaker is not null || passage.Place is Place.Comment)) return false;

        var lead = Lead(version, list[0].Span.Start);
        if (FirstPersonPattern().IsMatch(lead)) return true;
        var heading = version.Document.Title + "\n" + (passages.Count > 0 ? passages[0].Heading : "");
        return HeadingPattern().IsMatch(heading) && !SomebodyElsesPattern().IsMatch(lead) && !SomebodyElsesPattern().IsMatch(heading);
    }

    private static string Lead(DocumentVersion version, int listStart) => version.Text[Math.Max(0, listStart - LeadCharacters)..listStart];

    private static string AboutOf(DocumentVersion version, int listStart)
    {
        for (var i = version.Passages.Count - 1; i >= 0; i--)
        {
            var passage = version.Passages[i];
            if (passage.Span.End > listStart) continue;
            if (passage.Span.Start < listStart - LeadCharacters) break;
            var words = version.TextOf(passage).Trim();
            if (FirstPersonPattern().IsMatch(words)) return words.Length <= MaxAboutCharacters ? words : version.Document.Title;
        }

        return version.Document.Title;
    }

    [GeneratedRegex(
        @"\b(?:I|we)(?:['\u2019](?:ve|ll|d|m|re))?\s+(?:\w+\s+){0,4}?(?:predict\w*|forecast\w*|register\w*|pre-?regist\w*)|\b(?:my|our)\s+(?:\w+\s+){0,3}?(?:predictions?|forecasts?|probabilit(?:y|ies))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstPersonPattern();

    [GeneratedRegex(@"\b(?:predictions?|forecasts?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"(?:\b(?:his|her|their)|\w['\u2019]s)\s+(?:\w+\s+){0,3}?(?:predictions?|forecasts?)\b|\b(?:predictions?|forecasts?)\s+(?:by|of|from)\s+\p{Lu}",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SomebodyElsesPattern();
}
