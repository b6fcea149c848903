using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Benchmarks;

/// <summary>All ten lexicons over all texts of the folder, against one compiled regular expression of all terms.</summary>
internal sealed class ScreeningGoal : IGoal
{
    private const int PeerSample = 200_000;

    public string Name => "S1";

    public string Description => "scan for every term of the ten word lists, against one compiled Regex of all terms (goal: at most 0.01)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var texts = data.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".txt" or ".md").Select(file => NormalizedText.From(File.ReadAllText(file.FullName)));
        var text = string.Join('\n', texts);
        // The regular expression is a thousand times slower: it gets the first part, and the product the same part as often as its speed needs.
        var sample = text[..Math.Min(text.Length, PeerSample)];
        var set = new LexiconSet();
        Lexicon[] lexicons =
        [
            set.Baselines, set.Boosters, set.CausalVerbs, set.EvidencePointers, set.Hedges, set.HypeWords, set.LimitationCues, set.NoveltyPhrases, set.SafetyAndMentalVerbs,
            set.ScopeQuantifiers,
        ];
        var terms = lexicons.SelectMany(lexicon => lexicon.Terms).OrderByDescending(term => term.Term.Length)
            .Select(term => Regex.Escape(term.Term) + (term.IsStem ? "\\w*" : "\\b"));
        var regex = new Regex("\\b(?:" + string.Join('|', terms) + ")", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(5));
        const int Repeats = 50;
        long found = 0;
        var (product, peer) = await Stopwatches.InterleavedAsync(
            () =>
            {
                for (var i = 0; i < Repeats; i++) found += lexicons.Sum(lexicon => lexicon.Find(sample).Count());
                return Task.CompletedTask;
            },
            () =>
            {
                found += regex.Count(sample);
                return Task.CompletedTask;
            });
        return new(product / Repeats, "compiled Regex", peer, string.Create(CultureInfo.InvariantCulture, $"{sample.Length} characters, {found} hits in all runs"));
    }
}
