using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>What a sidecar file says about documents, or about one alone.</summary>
/// <param name="Url">Address of the document; null when not stated.</param>
/// <param name="Metadata">What is said about it.</param>
internal sealed record SidecarEntry(string? Url, ItemMetadata Metadata)
{
    /// <summary>Nothing is said.</summary>
    public static SidecarEntry None { get; } = new(null, ItemMetadata.None);

    /// <summary>What is said about one file before what is said about all.</summary>
    public ItemMetadata Over(ItemMetadata all) => all with
    {
        Title = Metadata.Title ?? all.Title, Authors = Metadata.Authors ?? all.Authors, Publisher = Metadata.Publisher ?? all.Publisher, Kind = Metadata.Kind ?? all.Kind,
        Published = Metadata.Published ?? all.Published, Language = Metadata.Language ?? all.Language, ReleaseHint = Metadata.ReleaseHint ?? all.ReleaseHint,
    };
}

/// <summary>
/// A small JSON file that says what the files beside it are, for saved copies that do not say so themselves.
/// <para>
/// <c>NAME.source.json</c> describes the file <c>NAME</c>, with or without its extension, and goes before <c>source.json</c>, which describes the files of
/// its folder (not of folders below it): all of them, or those that its list <c>files</c> names. All keys are optional, <c>null</c> counts as absent, unknown
/// keys are ignored:
/// </para>
/// <list type="bullet">
/// <item><c>url</c>: http(s) address under which the document was published; it identifies the document. Where several files share one address, each is identified by <c>url#filename</c>.</item>
/// <item><c>title</c>, <c>publisher</c>, <c>language</c> (BCP 47): text.</item>
/// <item><c>authors</c>: list of names in order.</item>
/// <item><c>kind</c>: a code of <see cref="DocumentKind"/> (<c>paper</c>, <c>preprint</c>, <c>blog</c>, <c>press_release</c>, <c>news</c>, <c>critique</c> …), or <c>lab-post</c> and <c>forum-post</c>, which count as <c>blog</c>.</item>
/// <item><c>published</c>: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, to the precision that is known.</item>
/// <item><c>release</c>, or else <c>release_family</c>: key of the release that the document belongs to.</item>
/// <item><c>files</c>: list of objects with the key <c>file</c>, a name in this folder, and any of the keys above for this file alone.</item>
/// </list>
/// A sidecar file that cannot be used in part or in whole never keeps its files from being read; a warning says what was left out. Sidecar files are no documents themselves.
/// </summary>
/// <param name="Path">Where the sidecar file lies.</param>
/// <param name="Url">Address of the document; null when not stated.</param>
/// <param name="Metadata">What it says about the document.</param>
/// <param name="Files">The files that it describes, by name, with what it says about each alone; null for all.</param>
/// <param name="Warnings">What could not be used.</param>
internal sealed record Sidecar(string Path, string? Url, ItemMetadata Metadata, IReadOnlyDictionary<string, SidecarEntry>? Files, IReadOnlyList<string> Warnings)
{
    /// <summary>Name of the file that describes a folder.</summary>
    public const string FolderName = "source.json";

    private const int LargestBytes = 1_000_000;

    /// <summary>Whether a file of this name is a sidecar.</summary>
    public static bool IsName(string name) => name == FolderName || name.EndsWith("." + FolderName, StringComparison.Ordinal);

    /// <summary>Reads a sidecar file.</summary>
    public static async Task<Sidecar> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path).Length > LargestBytes) return Unusable(path, "it is larger than 1 MB");
            return Parse(path, await File.ReadAllBytesAsync(path, ct));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable(path, exception.Message);
        }
    }

    /// <summary>Reads the bytes of a sidecar file.</summary>
    internal static Sidecar Parse(string path, ReadOnlyMemory<byte> json)
    {
        try
        {
            // The BOM that some editors write is no JSON.
            if (json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) json = json[3..];
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object ? new Reading(path, document.RootElement).Whole() : Unusable(path, "it is no JSON object");
        }
        catch (JsonException exception)
        {
            return Unusable(path, $"it is no valid JSON (line {exception.LineNumber + 1})");
        }
    }

    private static Sidecar Unusable(string path, string why) => new(path, null, ItemMetadata.None, null, [$"{path} is not used: {why}"]);

    private sealed class Reading(string path, JsonElement root, string? file = null)
    {
        private readonly List<string> warnings = [];

        public Sidecar Whole()
        {
            var (url, metadata) = Entry();
            return new(path, url, metadata, Files(), warnings);
        }

        private SidecarEntry Entry() => new(Url(Text("url")), new(
            Text("title"), Texts("authors"), Text("publisher"), Kind(Text("kind")), Published(Text("published")), Text("language"), Text("release") ?? Text("release_family")));

        private string? Url(string? text)
        {
            if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")) return text;
            return Ignored<string>("url", "is no http(s) address");
        }

        private DocumentKind? Kind(string? text) => text?.Replace('-', '_').ToLowerInvariant() switch
        {
            null => null,
            "lab_post" or "forum_post" => DocumentKind.Blog,
            var code when Code<DocumentKind>.TryParse(code, out var kind) => kind,
            _ => Ignored<DocumentKind?>("kind", $"'{text}' is unknown"),
        };

        private PublicationDate? Published(string? text) =>
            text is null ? null : PublicationDate.TryParseIso(text, "sidecar") ?? Ignored<PublicationDate>("published", $"'{text}' is no date");

        private Dictionary<string, SidecarEntry>? Files()
        {
            if (Value("files") is not { } list) return null;
            if (list.ValueKind != JsonValueKind.Array) return Ignored<Dictionary<string, SidecarEntry>>("files", "is no list");
            var files = new Dictionary<string, SidecarEntry>(StringComparer.Ordinal);
            foreach (var entry in list.EnumerateArray())
            {
                var isObject = entry.ValueKind == JsonValueKind.Object;
                var name = isObject && entry.TryGetProperty("file", out var stated) ? stated : entry;
                if (name.ValueKind != JsonValueKind.String) continue;
                var own = new Reading(path, entry, name.GetString());
                files[name.GetString()!] = isObject ? own.Entry() : SidecarEntry.None;
                warnings.AddRange(own.warnings);
            }

            return files.Count == 0 ? null : files;
        }

        private string? Text(string key)
        {
            if (Value(key) is not { } value) return null;
            if (value.ValueKind != JsonValueKind.String) return Ignored<string>(key, "is no text");
            return NormalizedText.From(value.GetString()!).Trim() is { Length: > 0 } text ? text : null;
        }

        private List<string>? Texts(string key)
        {
            if (Value(key) is not { } value) return null;
            if (value.ValueKind == JsonValueKind.String) return Text(key) is { } one ? [one] : null;
            if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
                return Ignored<List<string>>(key, "is no list of names");
            List<string> names = [.. value.EnumerateArray().Select(name => NormalizedText.From(name.GetString()!).Trim()).Where(name => name.Length > 0)];
            return names.Count == 0 ? null : names;
        }

        private JsonElement? Value(string key) => root.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private T? Ignored<T>(string key, string why)
        {
            warnings.Add($"{path}: '{key}'{(file is null ? "" : $" of {file}")} is ignored, since it {why}");
            return default;
        }
    }
}
