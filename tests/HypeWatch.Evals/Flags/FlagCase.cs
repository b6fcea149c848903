using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Evals.Flags;

/// <summary>A labelled case: a small release, and which flags it deserves.</summary>
internal sealed record FlagCase(
    string Id, IReadOnlyList<CaseDocument> Documents, Coverage Coverage, CaseContext? Context, IReadOnlyList<ExpectedFlag> ExpectedFlags, IReadOnlyList<string> MustNotFlag, bool Fair)
{
    private static readonly JsonSerializerOptions Options = new(ModelJson.Options) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file of cases.</summary>
    /// <exception cref="FormatException">The file is no list of cases.</exception>
    public static IReadOnlyList<FlagCase> Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<CaseFile>(file, Options)?.Cases ?? throw new FormatException($"{path}: no cases");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{path}: {problem.Message}", problem);
        }
    }

    private sealed record CaseFile(IReadOnlyList<FlagCase> Cases);
}

/// <summary>A document of a case.</summary>
internal sealed record CaseDocument(
    DocumentKind Kind, Place Place, string Asserter, string Text, string? Published = null, string? Url = null, string? Title = null, IReadOnlyList<JsonElement>? Links = null,
    IReadOnlyList<CaseReference>? References = null);

/// <summary>An entry of a reference list.</summary>
internal sealed record CaseReference(string? Title = null, IReadOnlyList<string>? Authors = null, int? Year = null, string? Arxiv = null, string? Doi = null, string? Url = null);

/// <summary>Optional facts of a case.</summary>
internal sealed record CaseContext(IReadOnlyList<CaseWork>? PriorWork = null);

/// <summary>A work that the case says was there before.</summary>
internal sealed record CaseWork(
    string? Id = null, string? Title = null, IReadOnlyList<string>? Authors = null, int? Year = null, string? FirstPublicAt = null, string? Published = null,
    IReadOnlyList<string>? Tags = null, IReadOnlyList<string>? BearsOn = null, string? Summary = null, bool Verified = true, IReadOnlyList<string>? ContestedBy = null);

/// <summary>A flag that the case deserves.</summary>
internal sealed record ExpectedFlag(string Code, string? OnQuote, string? Owner, IReadOnlyList<int>? SeverityRange, int DocumentIndex = 0);
