using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Evals;

/// <summary>How a labelled claim fared.</summary>
/// <param name="Id">Its label.</param>
/// <param name="IsExact">Whether a claim was found at exactly its offsets.</param>
/// <param name="Overlap">Intersection over union with the best claim found, 0 to 1.</param>
/// <param name="Covered">The share of it that claims lying inside it cover: a labelled sentence of several propositions is found in its parts.</param>
/// <param name="Reading">What else of the label the best claim has right; null when none overlaps.</param>
internal sealed record LabelledClaim(string Id, bool IsExact, double Overlap, double Covered, ReadingScore? Reading)
{
    /// <summary>Whether it was found.</summary>
    public bool IsFound => Overlap >= 0.5 || Covered >= 0.8;
}

/// <summary>What of a label a claim has right.</summary>
/// <param name="Voice">Who asserts it, and who is only reported.</param>
/// <param name="Type">Whether they share a type.</param>
/// <param name="Strength">Whether the strengths differ by one level at most.</param>
/// <param name="Certainty">Whether the certainties differ by one level at most.</param>
/// <param name="Said">The voice read, for the list of errors.</param>
/// <param name="Read">Types, strength and certainty read, for the list of errors.</param>
internal sealed record ReadingScore(bool Voice, bool Type, bool Strength, bool Certainty, string Said, string Read);

/// <summary>
/// Compares the claims of one text with labelled spans (keys <c>claims[].id</c>, <c>claims[].seed_span.start/end</c>; where they are there, <c>asserter</c>,
/// <c>attributed_to</c>, <c>type</c>, <c>strength</c>, <c>certainty</c> and <c>actors[]</c> too).
/// </summary>
internal static class ClaimsEval
{
    public static Command Make()
    {
        var example = new Option<FileInfo>("--example") { Description = "JSON file of labelled claims", Required = true };
        var text = new Option<FileInfo>("--text") { Description = "the text that the labels refer to", Required = true };
        var recordings = new Option<FileInfo>("--recordings") { Description = "recorded answers: measures the model path instead of the rules" };
        var command = new Command("claims", "Claims of one text against labelled spans") { example, text, recordings };
        command.SetAction(async (parse, ct) =>
        {
            var path = ClaimPath.Of(parse.GetValue(recordings));
            var version = await ClaimPath.ReadAsync(parse.GetValue(text)!.FullName, ct);
            var found = await path.ExtractAsync(version, ct);
            Report(Compare(JsonDocument.Parse(await File.ReadAllTextAsync(parse.GetValue(example)!.FullName, ct)).RootElement, found.Claims));
            Console.WriteLine(FormattableString.Invariant($"text {version.TextSha256}: {found.Claims.Count} claims found in {version.Passages.Count} passages; proposed {found.Tally.Proposed}, not verbatim {found.Tally.NotVerbatim}, withdrawn {found.Tally.Withdrawn}"));
            return path.ReportMissing() ? 0 : 1;
        });
        return command;
    }

    internal static IReadOnlyList<LabelledClaim> Compare(JsonElement example, IReadOnlyList<Claim> found)
    {
        var names = ActorNames(example);
        return
        [
            .. from claim in example.GetProperty("claims").EnumerateArray()
               where claim.TryGetProperty("seed_span", out _)
               let span = new Span(claim.GetProperty("seed_span").GetProperty("start").GetInt32(), claim.GetProperty("seed_span").GetProperty("end").GetInt32())
               let inside = found.Where(own => own.Span.Start >= span.Start && own.Span.End <= span.End).ToList()
               let best = found.Where(own => own.Span.Overlaps(span)).MaxBy(own => Overlap(span, own.Span))
               select new LabelledClaim(
                   claim.GetProperty("id").GetString()!, found.Any(own => own.Span == span), best is null ? 0 : Overlap(span, best.Span), Covered(span, inside),
                   best is null || !claim.TryGetProperty("asserter", out _) ? null : Score(claim, best, [best, .. inside], names)),
        ];
    }

    private static void Report(IReadOnlyList<LabelledClaim> labelled)
    {
        foreach (var claim in labelled)
        {
            var reading = claim.Reading is not { } score ? "" : $"  {(score.Voice ? "" : $"voice({score.Said}) ")}{(score.Type ? "" : $"type({score.Read}) ")}{(score.Strength ? "" : $"strength({score.Read}) ")}{(score.Certainty ? "" : $"certainty({score.Read})")}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claim.Id}  {(claim.IsExact ? "exact" : claim.Overlap >= 0.5 ? "overlap" : claim.IsFound ? "parts" : "-")}  {claim.Overlap:0.00}{reading}"));
        }

        Console.WriteLine(FormattableString.Invariant($"{labelled.Count(claim => claim.IsExact)} exact, {labelled.Count(claim => claim.Overlap >= 0.5)} with overlap of at least 0.5, {labelled.Count(claim => claim.IsFound)} found in one claim or in parts, of {labelled.Count}"));
        var read = labelled.Where(claim => claim.IsFound && claim.Reading is not null).Select(claim => claim.Reading!).ToList();
        if (read.Count > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of {read.Count} found: voice right {read.Count(score => score.Voice)}, type shared {Share(read, score => score.Type):0.00}, strength within one {Share(read, score => score.Strength):0.00}, certainty within one {Share(read, score => score.Certainty):0.00}"));
    }

    private static double Share(List<ReadingScore> read, Func<ReadingScore, bool> isRight) => (double)read.Count(isRight) / read.Count;

    /// <summary>A sentence labelled as one claim and read in parts has the types of all its parts; levels are those of the best part.</summary>
    private static ReadingScore Score(JsonElement label, Claim best, IReadOnlyList<Claim> parts, Dictionary<string, List<string>> names)
    {
        var types = label.GetProperty("type").EnumerateArray().Select(type => Code<ClaimType>.Parse(type.GetString()!));
        var attributed = label.TryGetProperty("attributed_to", out var to) && to.ValueKind == JsonValueKind.String ? to.GetString() : null;
        var voice = Is(best.Asserter, label.GetProperty("asserter").GetString()!, names)
            && (attributed is null ? best.AttributedTo is null || best.AttributedTo == best.Asserter || best.Mode is AssertMode.Asserts : best.AttributedTo is { } name && Is(name, attributed, names));
        return new(
            voice, types.Any(parts.SelectMany(part => part.Types).Contains),
            Near((int)Code<Strength>.Parse(label.GetProperty("strength").GetString()!), parts.Select(part => (int)part.Strength)),
            Near((int)Code<Certainty>.Parse(label.GetProperty("certainty").GetString()!), parts.Select(part => (int)part.Certainty)),
            $"{best.Asserter}{(best.AttributedTo is { } source ? $" from {source}" : "")}",
            $"{string.Join('+', best.Types.Select(type => type.ToCode()))} {best.Strength.ToCode()} {best.Certainty.ToCode()}");
    }

    private static bool Near(int label, IEnumerable<int> read) => read.Any(level => Math.Abs(level - label) <= 1);

    private static bool Is(string name, string actor, Dictionary<string, List<string>> names) =>
        names.GetValueOrDefault(actor) is { } known && (known.Count == 0 ? name == CommentThread.Unnamed : known.Intersect(Spellings(name), StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>"Ada Moreno (moreno)" is also each of its two names; an article before a name is none of it.</summary>
    private static IEnumerable<string> Spellings(string name) =>
        name.Split(['(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(name)
            .SelectMany(spelling => spelling.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? [spelling, spelling[4..]] : new[] { spelling });

    private static Dictionary<string, List<string>> ActorNames(JsonElement example)
    {
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (!example.TryGetProperty("actors", out var actors)) return names;
        foreach (var actor in actors.EnumerateArray())
        {
            // A name that the copy lost is null.
            var known = new List<string>();
            if (actor.GetProperty("name").GetString() is { } name) known.AddRange(Spellings(name));
            if (actor.TryGetProperty("aliases", out var aliases)) known.AddRange(aliases.EnumerateArray().Select(alias => alias.GetString()!));
            names[actor.GetProperty("id").GetString()!] = known;
        }

        return names;
    }

    private static double Covered(Span span, List<Claim> inside) => (double)Enumerable.Range(span.Start, span.Length).Count(at => inside.Exists(own => own.Span.Start <= at && at < own.Span.End)) / span.Length;

    private static double Overlap(Span a, Span b)
    {
        var shared = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return (double)shared / (a.Length + b.Length - shared);
    }
}
