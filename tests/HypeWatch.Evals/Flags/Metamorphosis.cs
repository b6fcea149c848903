using System.Text.RegularExpressions;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>A change of a release that changes no flag: what is said, and how strongly, stays what it was.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Change">Changes a case; null where it has nothing to change.</param>
/// <param name="Words">What the same change does to quoted words.</param>
internal sealed partial record Metamorphosis(string Name, Func<FlagCase, FlagCase?> Change, Func<FlagCase, Func<string, string>> Words)
{
    /// <summary>Hedges that stand with the same weight in the same class of the word list, and in the same place of a sentence. "May" and "might" are no such pair: they anchor two levels (specification 2.3).</summary>
    private static readonly (string One, string Other)[] EqualHedges = [("seem to", "appear to"), ("seems to", "appears to"), ("suggest", "indicate"), ("suggests", "indicates"), ("perhaps", "possibly"), ("mostly", "largely")];

    /// <summary>Invented names; a name is changed for one at its own place of the list.</summary>
    private static readonly string[] OtherNames = ["Orvelle", "Tessmark", "Kadwin", "Brunhild", "Yarrowby", "Quendish"];

    /// <summary>Words of names that tell what somebody is, and no name.</summary>
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "Lab", "Labs", "Institute", "University", "Daily", "Weekly", "Morning", "Evening", "The", "Centre", "Center", "Group", "Office", "Ministry", "Department", "News", "Times", "Post", "Research", "Team", "Journal",
        "Gazette", "Tribune", "Herald", "Courier", "Observer", "Review", "Newsletter", "Committee", "Council", "Agency", "Foundation", "Company", "Press", "Ventures", "Capital", "Policy", "Safety", "Interpretability", "Science", "Tech",
        "National", "Technical", "Independent", "Evening", "Digital",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metamorphosis> All { get; } =
    [
        new("an unrelated paragraph is added", item => item with { Documents = [item.Documents[0] with { Text = $"{item.Documents[0].Text}\nThe canteen serves soup on Fridays. Cyclists park behind the bakery." }, .. item.Documents.Skip(1)] }, _ => words => words),
        new("the documents stand in another order", Reordered, _ => words => words),
        new("names are others", item => WithNames(item, NamesOf(item)), item => words => Renamed(words, NamesOf(item))),
        new("a hedge is another of its weight", WithOtherHedges, _ => OtherHedges),
    ];

    private static FlagCase WithTexts(FlagCase item, Func<string, string> change) => item with { Documents = [.. item.Documents.Select(document => document with { Text = change(document.Text) })] };

    /// <summary>Texts about the release come before its own; the release's own, whose first is what it is named after, keep their order.</summary>
    private static FlagCase? Reordered(FlagCase item)
    {
        static bool IsPrimary(CaseDocument document) => document.Kind is DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Blog or DocumentKind.PressRelease;
        return item.Documents.Any(IsPrimary) && !item.Documents.All(IsPrimary)
            ? item with { Documents = [.. item.Documents.Where(document => !IsPrimary(document)).Reverse(), .. item.Documents.Where(IsPrimary)] }
            : null;
    }

    private static Dictionary<string, string> NamesOf(FlagCase item) => item.Documents.SelectMany(document => document.Asserter.Split(' '))
        .Where(word => NamePattern().IsMatch(word) && !Roles.Contains(word)).Distinct(StringComparer.Ordinal).Take(OtherNames.Length)
        .Select((word, index) => (word, index)).ToDictionary(pair => pair.word, pair => OtherNames[pair.index], StringComparer.Ordinal);

    private static FlagCase? WithNames(FlagCase item, Dictionary<string, string> names) => names.Count == 0 ? null : item with
    {
        Documents =
        [
            .. item.Documents.Select(document => document with
            {
                Asserter = Renamed(document.Asserter, names), Text = Renamed(document.Text, names), Title = document.Title is { } title ? Renamed(title, names) : null,
            }),
        ],
    };

    private static string Renamed(string text, Dictionary<string, string> names) => names.Aggregate(text, (changed, name) => Regex.Replace(changed, $@"\b{Regex.Escape(name.Key)}\b", name.Value, RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static FlagCase? WithOtherHedges(FlagCase item) => WithTexts(item, OtherHedges) is var changed && changed.Documents.Zip(item.Documents).Any(pair => pair.First.Text != pair.Second.Text) ? changed : null;

    private static string OtherHedges(string text) => HedgePattern().Replace(text, match =>
    {
        var (one, other) = EqualHedges.First(pair => pair.One == match.Value || pair.Other == match.Value);
        return match.Value == one ? other : one;
    });

    [GeneratedRegex(@"^\p{Lu}\p{Ll}{3,}$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\b(?:seem to|appear to|seems to|appears to|suggest|indicate|suggests|indicates|perhaps|possibly|mostly|largely)\b", RegexOptions.None, 1000)]
    private static partial Regex HedgePattern();
}
