using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>
/// Organisations with their other names, and the persons who speak in public under their own name, with where they belonged and when. A list that users
/// edit: <c>actors.json</c> in the data directory, in the shape of the built-in one, goes before it. Whoever is not listed is a private person.
/// </summary>
public sealed class ActorList
{
    /// <summary>Name of a user's own list in the data directory.</summary>
    public const string FileName = "actors.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) }, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    private readonly FrozenDictionary<string, Entry> byName;
    private readonly Regex mentions;

    private ActorList(IEnumerable<Entry> entries)
    {
        var names = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            foreach (var name in (entry.Aliases ?? []).Prepend(entry.Name)) names.TryAdd(name.Trim(), entry);
        byName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        mentions = new($@"\b(?:{string.Join('|', names.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Reads the built-in list, and before it a user's file where there is one.</summary>
    /// <param name="file">The user's file; null or missing for none.</param>
    /// <exception cref="HypeWatchException">The user's file is malformed.</exception>
    public static ActorList Load(string? file = null)
    {
        using var stream = typeof(ActorList).Assembly.GetManifestResourceStream("actors.json")!;
        var builtIn = JsonSerializer.Deserialize<Table>(stream, Options)!.Actors;
        if (file is null || !File.Exists(file)) return new(builtIn);
        try
        {
            var own = JsonSerializer.Deserialize<Table>(File.ReadAllText(file), Options)?.Actors ?? [];
            return new([.. own.Where(entry => entry.Name.Length > 0), .. builtIn]);
        }
        catch (JsonException problem)
        {
            throw new HypeWatchException($"{file}: {problem.Message}", problem);
        }
    }

    /// <summary>The one name of an actor; the name itself when it is not listed.</summary>
    public string Canonical(string name) => byName.TryGetValue(name.Trim(), out var entry) ? entry.Name : name.Trim();

    /// <summary>All names of an actor, the one name first; the name alone when it is not listed.</summary>
    public IReadOnlyList<string> NamesOf(string name) =>
        byName.TryGetValue(name.Trim(), out var entry) ? [.. (entry.Aliases ?? []).Prepend(entry.Name).Select(one => one.Trim()).Distinct(StringComparer.Ordinal)] : [name.Trim()];

    /// <summary>Whether a name is that of a listed organisation.</summary>
    public bool IsOrganisation(string name) => byName.TryGetValue(name.Trim(), out var entry) && entry.Kind == ActorKind.Organisation;

    /// <summary>The listed actors whom a text names, by their one name, in the order of the text.</summary>
    public IEnumerable<string> MentionedIn(string text) => mentions.Matches(text).Select(match => byName[match.Value].Name);

    /// <summary>The listed organisations that a text names, by their one name, in the order of the text.</summary>
    public IEnumerable<string> OrganisationsIn(string text) => mentions.Matches(text).Select(match => byName[match.Value]).Where(entry => entry.Kind == ActorKind.Organisation).Select(entry => entry.Name);

    /// <summary>Whether a name is one of the list: an organisation, or a person who speaks in public.</summary>
    public bool IsListed(string name) => byName.ContainsKey(name.Trim());

    /// <summary>Whether two names are those of one listed organisation.</summary>
    public bool IsSameOrganisation(string? a, string? b) =>
        a is not null && b is not null && byName.TryGetValue(a.Trim(), out var one) && one.Kind == ActorKind.Organisation && byName.TryGetValue(b.Trim(), out var other) && ReferenceEquals(one, other);

    /// <summary>Whether two names are those of different organisations of one line of business, so that one gains by what is said of the other.</summary>
    public bool AreRivals(string a, string b) =>
        byName.TryGetValue(a.Trim(), out var one) && byName.TryGetValue(b.Trim(), out var other) && !ReferenceEquals(one, other)
        && one.Sector is { Length: > 0 } sector && sector.Equals(other.Sector, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a person belonged to an organisation when something was published; false where dates do not decide it.</summary>
    public bool IsAffiliated(string person, string? organisation, PublicationDate when) =>
        organisation is not null && byName.TryGetValue(person.Trim(), out var entry)
        && (entry.Affiliations ?? []).Any(period => Canonical(period.Organisation).Equals(Canonical(organisation), StringComparison.OrdinalIgnoreCase)
            && (period.From is null || period.From <= when.NotBefore) && (period.Until is null || period.Until >= when.NotAfter));

    /// <summary>
    /// By what name a speaker is shown: a private person in a comment or a social post by role only, everybody else by name.
    /// </summary>
    /// <param name="name">The speaker.</param>
    /// <param name="kind">What sort of text it stands in.</param>
    /// <param name="place">In which part of it.</param>
    /// <param name="publisher">Who publishes that text.</param>
    public string Shown(string name, DocumentKind kind, Place place, string? publisher)
    {
        if (RoleOf(kind, place) is not { } role || byName.ContainsKey(name.Trim())) return name;
        // A release's own organisation posts under its name; whoever else posts under a name that is not listed may be a private person.
        return place != Place.Comment && kind == DocumentKind.PromoSocial && name.Equals(publisher, StringComparison.OrdinalIgnoreCase) ? name : role;
    }

    private static string? RoleOf(DocumentKind kind, Place place) =>
        place == Place.Comment || kind == DocumentKind.Comment ? "a commenter"
        : kind == DocumentKind.PromoSocial ? "a poster of the release's side"
        : kind == DocumentKind.ThirdPartySocial ? "a poster" : null;

    private sealed record Table(IReadOnlyList<Entry> Actors);

    private sealed record Entry(string Name, ActorKind Kind, IReadOnlyList<string>? Aliases, IReadOnlyList<Period>? Affiliations, string? Sector);

    private sealed record Period(string Organisation, DateOnly? From, DateOnly? Until);
}
