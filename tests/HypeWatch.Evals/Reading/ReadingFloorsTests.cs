using System.Text.Json;
using HypeWatch.Evals.Training;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Reading;

public sealed class ReadingFloorsTests
{
    private const int Count = 300;

    [Fact]
    public void References_in_the_styles_of_the_field_are_taken_apart()
    {
        var (titles, years, authors) = (0, 0, 0);
        foreach (var parts in WrittenReferences.Parts(Count, seed: 99))
        {
            var entry = ReferenceEntry.Parse(0, string.Join(' ', parts.Select(part => part.Text)), null);
            string Field(string name) => parts.First(part => part.Field == name).Text;
            if (Key(entry.Title) == Key(Field("title"))) titles++;
            if (entry.Year is { } year && Field("date").Contains(FormattableString.Invariant($"{year}"), StringComparison.Ordinal)) years++;
            if (entry.Authors is [var first, ..] && Field("author").Contains(first, StringComparison.Ordinal)) authors++;
        }

        Floors.Check("references-written", new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["title"] = (double)titles / Count, ["year"] = (double)years / Count, ["first_author"] = (double)authors / Count,
        });
    }

    [Fact]
    public void Sentences_of_our_own_examples_are_cut_where_we_cut_them()
    {
        var examples = JsonSerializer.Deserialize<List<List<string>>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reading", "own-sentences.json")))!;
        var right = examples.Count(sentences =>
        {
            var text = string.Join(' ', sentences);
            return SentenceSplitter.Split(text, new(0, text.Length)).Select(span => span.Of(text)).SequenceEqual(sentences, StringComparer.Ordinal);
        });
        Floors.Check("sentences-own", new Dictionary<string, double>(StringComparer.Ordinal) { ["right"] = (double)right / examples.Count });
    }

    private static string Key(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
