using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Benchmarks;

/// <summary>Sentences of all texts of the folder, each screened by all lexicons, against a bare Aho-Corasick pass.</summary>
internal sealed class ScreeningGoal : IGoal
{
    private const int Repeats = 8;

    public string Name => "S1";

    public string Description => "split into sentences and screen each for every term of the ten word lists, against a bare Aho-Corasick pass over the text (goal: at most 1.67, and no allocation)";

    public Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var text = Texts.In(data);
        var set = new LexiconSet();
        var screen = set.Screen();
        var bare = new BareAutomaton(set.All.SelectMany(list => list.Terms).Select(term => term.Term));
        return MeasureAsync(text, () => Screen(text, screen), () => bare.Count(text));
    }

    /// <summary>Number of terms found.</summary>
    internal static int Screen(string text, ScreenedText screen)
    {
        var found = 0;
        foreach (var sentence in SentenceSplitter.Scan(text, new(0, text.Length)))
        {
            screen.Read(text, sentence);
            found += screen.Count;
        }

        return found;
    }

    private static async Task<GoalResult> MeasureAsync(string text, Func<int> product, Func<int> peer)
    {
        var (first, second) = await Stopwatches.InterleavedAsync(
            () =>
            {
                for (var i = 0; i < Repeats; i++) product();
                return Task.CompletedTask;
            },
            () =>
            {
                for (var i = 0; i < Repeats; i++) peer();
                return Task.CompletedTask;
            });
        // The runs above have compiled everything, which allocates as well.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = product();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new(first / Repeats, "bare Aho-Corasick", second / Repeats, string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, {found} terms, {allocated} bytes allocated"));
    }
}

/// <summary>The same screen against one compiled regular expression of all terms.</summary>
internal sealed class RegexScreeningGoal : IGoal
{
    private const int Sample = 200_000;
    private const int Repeats = 50;

    public string Name => "S1-regex";

    public string Description => "split into sentences and screen each for every term of the ten word lists, against one compiled Regex of all terms (goal: at most 0.01)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        // The regular expression is a thousand times slower: it gets the first part, and the product the same part as often as its speed needs.
        var text = Texts.In(data);
        var sample = text[..Math.Min(text.Length, Sample)];
        var set = new LexiconSet();
        var screen = set.Screen();
        var terms = set.All.SelectMany(list => list.Terms).OrderByDescending(term => term.Term.Length).Select(term => Regex.Escape(term.Term) + (term.IsStem ? "\\w*" : "\\b"));
        var regex = new Regex("\\b(?:" + string.Join('|', terms) + ")", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(5));
        long found = 0;
        var (product, peer) = await Stopwatches.InterleavedAsync(
            () =>
            {
                for (var i = 0; i < Repeats; i++) found += ScreeningGoal.Screen(sample, screen);
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

/// <summary>The texts of a folder.</summary>
internal static class Texts
{
    /// <summary>All text and Markdown files of a folder as one text.</summary>
    public static string In(DirectoryInfo data) => string.Join(
        '\n',
        data.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".txt" or ".md").OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => NormalizedText.From(File.ReadAllText(file.FullName))));
}
