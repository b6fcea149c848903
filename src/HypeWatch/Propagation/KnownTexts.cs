using System.Text.Json;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>A text that is not in the archive, of which others quote a part and of whose date something is known.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Asserter">Who speaks in it.</param>
/// <param name="Words">What a quotation of it holds: all of these, whatever their case.</param>
/// <param name="Basis">How the days are known.</param>
/// <param name="NotBefore">First possible day; null when unknown.</param>
/// <param name="NotAfter">Last possible day; null when unknown.</param>
public sealed record KnownText(string Title, string Url, string Asserter, IReadOnlyList<string> Words, string Basis, DateOnly? NotBefore = null, DateOnly? NotAfter = null)
{
    /// <summary>When it became public.</summary>
    public PublicationDate Published => new(NotBefore, NotAfter, NotBefore is not null && NotBefore == NotAfter ? DatePrecision.Day : DatePrecision.Unknown, Basis);
}

/// <summary>
/// Texts that are known by address and by what others quote of them, so that a date can refuse what is said to have led to them. A list that users edit: <c>texts.json</c> in the data directory,
/// in the shape of the built-in one, goes before it.
/// </summary>
public sealed class KnownTexts
{
    /// <summary>Name of a user's own list in the data directory.</summary>
    public const string FileName = "texts.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
    };

    private readonly ActorList actors;
    private readonly IReadOnlyList<KnownText> texts;

    private KnownTexts(ActorList actors, IReadOnlyList<KnownText> texts)
    {
        (this.actors, this.texts) = (actors, texts);
        Digest = ContentId.Sha256(ModelJson.Write(texts));
    }

    /// <summary>Changes when the list does.</summary>
    public string Digest { get; }

    /// <summary>Reads the built-in list, and before it a user's file where there is one.</summary>
    /// <param name="actors">The names by which whoever speaks is known.</param>
    /// <param name="file">The user's file; null or missing for none.</param>
    /// <exception cref="HypeWatchException">The user's file is malformed.</exception>
    public static KnownTexts Load(ActorList actors, string? file = null)
    {
        using var stream = typeof(KnownTexts).Assembly.GetManifestResourceStream("known_texts.json")!;
        var builtIn = JsonSerializer.Deserialize<Table>(stream, Options)!.Texts;
        if (file is null || !File.Exists(file)) return new(actors, builtIn);
        try
        {
            var own = JsonSerializer.Deserialize<Table>(File.ReadAllText(file), Options)?.Texts ?? [];
            if (own.FirstOrDefault(text => text.Words.Count == 0) is { } empty) throw new HypeWatchException($"{file}: '{empty.Title}' names no words by which a quotation of it is known");
            return new(actors, [.. own, .. builtIn]);
        }
        catch (JsonException problem)
        {
            throw new HypeWatchException($"{file}: {problem.Message}", problem);
        }
    }

    /// <summary>The text that somebody is quoted from; null when it is not listed.</summary>
    public KnownText? Of(string asserter, string quote)
    {
        var speaker = actors.Canonical(asserter);
        return texts.FirstOrDefault(text => actors.Canonical(text.Asserter).Equals(speaker, StringComparison.OrdinalIgnoreCase) && text.Words.All(word => quote.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private sealed record Table(IReadOnlyList<KnownText> Texts);
}
